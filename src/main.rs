//! The command line: parses, prints, and sets the exit code. Everything else is the library's.

mod cli;
mod console;

use std::process::ExitCode;

use clap::Parser;
use insats::run::{Failure, Options, draft_claims, run, run_agreement, verify};

use cli::{AgreementArguments, ClaimsCommand, Cli, Command, DraftArguments, RunArguments, VerifyArguments};
use console::Console;

const MEND_YOUR_FILES: u8 = 1;
const FAULT: u8 = 2;

fn main() -> ExitCode {
    let cli = Cli::parse();
    // A panic is a fault of ours: say so in one line and give the exit code for it.
    let command = || match &cli.command {
        Command::Run(arguments) => run_study(arguments),
        Command::Agreement(arguments) => compare_coders(arguments),
        Command::Verify(arguments) => verify_claims(arguments),
        Command::Claims(ClaimsCommand::Draft(arguments)) => write_draft(arguments),
    };
    std::panic::catch_unwind(command).unwrap_or_else(|_| {
        Console::new(true).fault("the program failed; nothing was written. Please report this message.");
        ExitCode::from(FAULT)
    })
}

fn run_study(arguments: &RunArguments) -> ExitCode {
    let console = Console::new(arguments.quiet);
    let options =
        Options { out: arguments.out.clone(), language: arguments.language, formats: arguments.formats.clone() };
    let work = || run(&arguments.study, &options, &|stage| console.stage(stage));
    finish(&console, arguments.threads, work, |summary| console.summary(summary))
}

fn compare_coders(arguments: &AgreementArguments) -> ExitCode {
    let console = Console::new(arguments.quiet);
    let options = Options { out: arguments.out.clone(), language: None, formats: Vec::new() };
    let work = || run_agreement(&arguments.study, &options, &|stage| console.stage(stage));
    finish(&console, arguments.threads, work, |summary| console.agreement(summary))
}

/// A failing claim is something to mend: exit code 1.
fn verify_claims(arguments: &VerifyArguments) -> ExitCode {
    let console = Console::new(arguments.quiet);
    let options = Options { out: None, language: arguments.language, formats: Vec::new() };
    let work = || verify(&arguments.study, arguments.text.as_deref(), &options, &|stage| console.stage(stage));
    let mut wrong = false;
    let code = finish(&console, arguments.threads, work, |summary| {
        wrong = summary.is_wrong();
        console.verify(summary);
    });
    if wrong { ExitCode::from(MEND_YOUR_FILES) } else { code }
}

fn write_draft(arguments: &DraftArguments) -> ExitCode {
    let console = Console::new(false);
    let options = Options { out: arguments.out.clone(), language: arguments.language, formats: Vec::new() };
    let work = || draft_claims(&arguments.study, &options, &|stage| console.stage(stage));
    let mut written = Ok(());
    let code = finish(&console, arguments.threads, work, |(bytes, count)| {
        written = console.draft(bytes, *count, arguments.out.as_deref());
    });
    match written {
        Ok(()) => code,
        Err(error) => {
            console.fault(&error);
            ExitCode::from(FAULT)
        }
    }
}

/// Does a command's work with so many threads, prints what came of it, and gives the exit code.
fn finish<T>(
    console: &Console,
    threads: Option<u16>,
    work: impl FnOnce() -> Result<T, Failure>,
    print: impl FnOnce(&T),
) -> ExitCode {
    if let Err(error) = rayon::ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0).into()).build_global() {
        console.fault(&error.to_string());
        return ExitCode::from(FAULT);
    }
    let result = work();
    console.stages_done();
    match result {
        Ok(summary) => {
            print(&summary);
            ExitCode::SUCCESS
        }
        Err(Failure::Input(messages)) => {
            console.messages(&messages);
            ExitCode::from(MEND_YOUR_FILES)
        }
        Err(Failure::Output(error)) => {
            console.fault(&error.to_string());
            ExitCode::from(FAULT)
        }
        Err(Failure::Fault(error)) => {
            console.fault(&format!("a fault of the program: {error}"));
            ExitCode::from(FAULT)
        }
    }
}
