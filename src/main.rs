//! The command line: parses, prints, and sets the exit code. Everything else is the library's.

mod cli;
mod console;

use std::process::ExitCode;

use clap::Parser;
use insats::run::{Failure, Options, run};

use cli::{Cli, Command, RunArguments};
use console::Console;

const MEND_YOUR_FILES: u8 = 1;
const FAULT: u8 = 2;

fn main() -> ExitCode {
    let cli = Cli::parse();
    // A panic is a fault of ours: say so in one line and give the exit code for it.
    match std::panic::catch_unwind(|| match cli.command {
        Command::Run(arguments) => run_study(&arguments),
    }) {
        Ok(code) => code,
        Err(_) => {
            Console::new(true).fault("the program failed; nothing was written. Please report this message.");
            ExitCode::from(FAULT)
        }
    }
}

fn run_study(arguments: &RunArguments) -> ExitCode {
    let console = Console::new(arguments.quiet);
    let threads = usize::from(arguments.threads.unwrap_or(0));
    if let Err(error) = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global() {
        console.fault(&error.to_string());
        return ExitCode::from(FAULT);
    }
    let options =
        Options { out: arguments.out.clone(), language: arguments.language, formats: arguments.formats.clone() };
    let result = run(&arguments.study, &options, &|stage| console.stage(stage));
    console.stages_done();
    match result {
        Ok(summary) => {
            console.summary(&summary);
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
