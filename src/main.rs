//! The command line: parses, prints, and sets the exit code. Everything else is the library's.

mod cli;
mod console;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use insats::run::{
    Failure, Options, Stage, run, run_agreement, run_check_codebook, run_code, run_evaluate, run_explain, run_learn,
    run_suggest,
};

use cli::{
    Cli, CodebookCommand, Command, EvaluateArguments, FolderArguments, LearnArguments, RunArguments, SuggestArguments,
};
use console::Console;

const MEND_YOUR_FILES: u8 = 1;
const FAULT: u8 = 2;

fn main() -> ExitCode {
    let cli = Cli::parse();
    // A panic is a fault of ours: say so in one line and give the exit code for it.
    let command = || match &cli.command {
        Command::Run(arguments) => run_study(arguments),
        Command::Agreement(FolderArguments { study, out, threads, quiet }) => folder_command(
            *quiet,
            *threads,
            out,
            |options, stage| run_agreement(study, options, stage),
            Console::agreement,
        ),
        Command::Code(FolderArguments { study, out, threads, quiet }) => {
            folder_command(*quiet, *threads, out, |options, stage| run_code(study, options, stage), Console::coded)
        }
        Command::Evaluate(EvaluateArguments { folder: FolderArguments { study, out, threads, quiet }, model }) => {
            folder_command(
                *quiet,
                *threads,
                out,
                |options, stage| run_evaluate(study, options, model.as_deref(), stage),
                Console::evaluated,
            )
        }
        Command::Suggest(SuggestArguments {
            folder: FolderArguments { study, out, threads, quiet },
            model,
            minutes,
        }) => folder_command(
            *quiet,
            *threads,
            out,
            |options, stage| run_suggest(study, options, model.as_deref(), f64::from(*minutes), stage),
            Console::suggested,
        ),
        Command::Learn(arguments) => {
            let console = Console::new(arguments.quiet);
            let LearnArguments { studies, out, promise, threads, .. } = arguments;
            let work = || run_learn(studies, out, *promise, &|stage| console.stage(stage));
            finish(&console, *threads, work, |summary| console.learned(summary))
        }
        Command::Explain(arguments) => {
            let console = Console::new(false);
            let work =
                || run_explain(&arguments.study, &arguments.what, arguments.codes, &|stage| console.stage(stage));
            finish(&console, None, work, |page: &String| console.page(page))
        }
        Command::Codebook(CodebookCommand::Check(arguments)) => {
            let console = Console::new(false);
            let study = arguments.study.as_deref();
            let work = || run_check_codebook(&arguments.codebook, study, &|stage| console.stage(stage));
            finish(&console, arguments.threads, work, |summary| console.codebook(summary))
        }
    };
    std::panic::catch_unwind(command).unwrap_or_else(|_| {
        Console::new(true).fault("the program failed; nothing was written. Please report this message.");
        ExitCode::from(FAULT)
    })
}

fn run_study(arguments: &RunArguments) -> ExitCode {
    let console = Console::new(arguments.quiet);
    let RunArguments { out, language, codes, formats, .. } = arguments;
    let options = Options { out: out.clone(), language: *language, codes: *codes, formats: formats.clone() };
    let work = || run(&arguments.study, &options, &|stage| console.stage(stage));
    finish(&console, arguments.threads, work, |summary| console.summary(summary))
}

/// A command that reads a study and writes a folder of its own.
fn folder_command<T>(
    quiet: bool,
    threads: Option<u16>,
    out: &Option<PathBuf>,
    work: impl FnOnce(&Options, &(dyn Fn(Stage) + Sync)) -> Result<T, Failure>,
    print: impl FnOnce(&Console, &T),
) -> ExitCode {
    let console = Console::new(quiet);
    let options = Options { out: out.clone(), language: None, codes: None, formats: Vec::new() };
    finish(&console, threads, || work(&options, &|stage| console.stage(stage)), |summary| print(&console, summary))
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
