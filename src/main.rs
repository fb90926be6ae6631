//! The command line: parses, prints, and sets the exit code. Everything else is the library's.

mod cli;
mod console;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use insats::peek::{Wishes, peek};
use insats::run::{
    Failure, Options, Stage, check, draft_claims, init, run, run_agreement, run_allocate, run_check_codebook, run_code,
    run_evaluate, run_explain, run_learn, run_suggest, verify,
};

use insats::study::Reading;

use cli::{
    AllocateArguments, CheckArguments, CheckFormat, ClaimsCommand, Cli, CodebookCommand, Command, DraftArguments,
    EvaluateArguments, FolderArguments, InitArguments, LearnArguments, PeekArguments, RunArguments, SuggestArguments,
    VerifyArguments,
};
use console::Console;

const MEND_YOUR_FILES: u8 = 1;
const FAULT: u8 = 2;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let speak = std::panic::take_hook();
    // What panics in the reader of a foreign format is a damaged file, and reported as one.
    std::panic::set_hook(Box::new(move |panic| {
        if !insats::input::is_reading() {
            speak(panic);
        }
    }));
    // A panic is a fault of ours: say so in one line and give the exit code for it.
    let command = || match &cli.command {
        Command::Run(arguments) => run_study(arguments),
        Command::Check(arguments) => check_study(arguments),
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
        Command::Init(arguments) => draft_study(arguments),
        Command::Peek(arguments) => show_file(arguments),
        Command::Verify(arguments) => verify_claims(arguments),
        Command::Claims(ClaimsCommand::Draft(arguments)) => write_draft(arguments),
        Command::Allocate(arguments) => distribute(arguments),
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

fn check_study(arguments: &CheckArguments) -> ExitCode {
    let console = Console::new(arguments.quiet || arguments.format == CheckFormat::Json);
    let mut sound = true;
    let work = || Ok(check(&arguments.study, &|stage| console.stage(stage)));
    let code = finish(&console, arguments.threads, work, |checked| {
        sound = !checked.messages.has_errors();
        console.checked(checked, arguments.format == CheckFormat::Json);
    });
    if sound { code } else { ExitCode::from(MEND_YOUR_FILES) }
}

fn draft_study(arguments: &InitArguments) -> ExitCode {
    let console = Console::new(arguments.quiet);
    let work = || init(&arguments.folder, arguments.from.as_deref(), arguments.force);
    finish(&console, None, work, |initialised| console.initialised(initialised))
}

fn show_file(arguments: &PeekArguments) -> ExitCode {
    let console = Console::new(true);
    let wishes = Wishes {
        reading: Reading {
            encoding: arguments.encoding.map(|encoding| encoding.0),
            delimiter: arguments.delimiter.clone(),
            quote: arguments.quote.map(|sign| sign.0),
            escape: arguments.escape.map(|sign| sign.0),
            skip: arguments.skip.map(|lines| lines as usize),
        },
        header_rows: arguments.header_rows.map(usize::from),
        sheet: arguments.sheet.clone(),
    };
    let work = || peek(&arguments.file, &wishes).map_err(Failure::Input);
    finish(&console, None, work, |sight| if arguments.csv { console.table(sight) } else { console.sight(sight) })
}

/// A failing claim is something to mend: exit code 1.
fn verify_claims(arguments: &VerifyArguments) -> ExitCode {
    let console = Console::new(arguments.quiet);
    let options = Options { language: arguments.language, ..Options::default() };
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
    let options = Options { language: arguments.language, ..Options::default() };
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

fn distribute(arguments: &AllocateArguments) -> ExitCode {
    let console = Console::new(arguments.quiet);
    let options =
        Options { out: arguments.out.clone(), language: arguments.language, codes: None, formats: Vec::new() };
    let work = || run_allocate(&arguments.study, &options, &|stage| console.stage(stage));
    finish(&console, arguments.threads, work, |summary| console.allocations(summary))
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
        Err(Failure::Changed(files)) => {
            let files = files.join(", ");
            console.fault(&format!("changed while they were read, so nothing was written; run again: {files}"));
            ExitCode::from(FAULT)
        }
        Err(Failure::Fault(error)) => {
            console.fault(&format!("a fault of the program: {error}"));
            ExitCode::from(FAULT)
        }
    }
}
