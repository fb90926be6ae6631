//! The command line: parses, prints, and sets the exit code. Everything else is the library's.

mod cli;
mod console;

use std::io::ErrorKind;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use insats::output::Target;
use insats::peek::{Wishes, peek};
use insats::run::{
    Failure, Options, Stage, agreement, allocate, check, check_codebook, code, draft_claims, evaluate, explain, init,
    learn, run, suggest, verify, watched,
};

use insats::study::Reading;
use insats::wording::Language;

use cli::{
    AllocateArguments, CheckArguments, CheckFormat, ClaimsCommand, Cli, CodebookArguments, CodebookCommand, Command,
    DraftArguments, EvaluateArguments, ExplainArguments, FolderArguments, InitArguments, LearnArguments, Manner,
    PeekArguments, RunArguments, SuggestArguments, VerifyArguments,
};
use console::Console;

const MEND_YOUR_FILES: u8 = 1;
const FAULT: u8 = 2;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(answer) => return told(&answer),
    };
    let speak = std::panic::take_hook();
    // What panics in the reader of a foreign format is a damaged file, and reported as one.
    std::panic::set_hook(Box::new(move |panic| {
        if !insats::read::is_reading() {
            speak(panic);
        }
    }));
    // A panic is a fault of ours: say so in one line and give the exit code for it.
    let command = || match &cli.command {
        Command::Run(arguments) => run_study(arguments),
        Command::Check(arguments) => check_study(arguments),
        Command::Agreement(folder) => folder_command(folder, None, agreement, Console::agreement),
        Command::Code(folder) => folder_command(folder, None, code, Console::coded),
        Command::Evaluate(EvaluateArguments { folder, model }) => {
            let work =
                |study: &Path, options: &Options, stage: Progress| evaluate(study, options, model.as_deref(), stage);
            folder_command(folder, None, work, Console::evaluated)
        }
        Command::Suggest(SuggestArguments { folder, model, minutes }) => {
            let minutes = f64::from(*minutes);
            let work = |study: &Path, options: &Options, stage: Progress| {
                suggest(study, options, model.as_deref(), minutes, stage)
            };
            folder_command(folder, None, work, Console::suggested)
        }
        Command::Allocate(AllocateArguments { folder, language }) => {
            folder_command(folder, *language, allocate, Console::allocations)
        }
        Command::Learn(LearnArguments { studies, out, force, promise, manner }) => {
            let target = Target { path: out, force: *force };
            finish(*manner, |stage| learn(studies, target, *promise, stage), Console::learned)
        }
        Command::Explain(ExplainArguments { study, what, codes, manner }) => {
            finish(*manner, |stage| explain(study, what, *codes, stage), |console, page| console.page(page))
        }
        Command::Codebook(CodebookCommand::Check(CodebookArguments { codebook, study, manner })) => {
            finish(*manner, |stage| check_codebook(codebook, study.as_deref(), stage), Console::codebook)
        }
        Command::Init(arguments) => draft_study(arguments),
        Command::Peek(arguments) => show_file(arguments),
        Command::Verify(arguments) => verify_claims(arguments),
        Command::Claims(ClaimsCommand::Draft(arguments)) => write_draft(arguments),
    };
    std::panic::catch_unwind(command).unwrap_or_else(|_| {
        Console::new(true).fault("the program failed; nothing was written. Please report this message.");
        ExitCode::from(FAULT)
    })
}

/// Help, the version, or what is wrong with what was typed.
fn told(answer: &clap::Error) -> ExitCode {
    match answer.print() {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Console::new(true).fault(&console::not_whole(&error));
            ExitCode::from(FAULT)
        }
        _ => u8::try_from(answer.exit_code()).map_or(ExitCode::from(FAULT), ExitCode::from),
    }
}

/// Hears of every stage of a command's work.
type Progress<'a> = &'a (dyn Fn(Stage) + Sync);

fn run_study(arguments: &RunArguments) -> ExitCode {
    let RunArguments { study, out, language, codes, formats, manner } = arguments;
    let options = Options { out: out.clone(), language: *language, codes: *codes, formats: formats.clone() };
    finish(*manner, |stage| run(study, &options, stage), Console::summary)
}

/// A command that reads a study and writes a folder of its own.
fn folder_command<T>(
    folder: &FolderArguments,
    language: Option<Language>,
    work: impl FnOnce(&Path, &Options, Progress) -> Result<T, Failure>,
    print: impl FnOnce(&Console, &T),
) -> ExitCode {
    let options = Options { out: folder.out.clone(), language, codes: None, formats: Vec::new() };
    finish(folder.manner, |stage| work(&folder.study, &options, stage), print)
}

fn check_study(arguments: &CheckArguments) -> ExitCode {
    let json = arguments.format == CheckFormat::Json;
    let mut sound = true;
    // A program that reads the answer wants nothing else.
    let manner = Manner { quiet: arguments.manner.quiet || json, ..arguments.manner };
    let work = |stage: Progress| Ok(check(&arguments.study, stage));
    let code = finish(manner, work, |console, checked| {
        sound = !checked.messages.has_errors();
        console.checked(checked, json);
    });
    if sound || code != ExitCode::SUCCESS { code } else { ExitCode::from(MEND_YOUR_FILES) }
}

fn draft_study(arguments: &InitArguments) -> ExitCode {
    let InitArguments { folder, from, force, manner } = arguments;
    let mut none = false;
    let code = finish(
        *manner,
        |_| init(folder, from.as_deref(), *force),
        |console, done| {
            // Without an export there is no study yet, whatever stands beside.
            none = from.is_none() && done.draft.surveys.is_empty();
            console.initialised(done);
        },
    );
    if none && code == ExitCode::SUCCESS { ExitCode::from(MEND_YOUR_FILES) } else { code }
}

fn show_file(arguments: &PeekArguments) -> ExitCode {
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
    let print = if arguments.csv { Console::table } else { Console::sight };
    let manner = Manner { quiet: true, ..Manner::default() };
    let file = arguments.file.as_path();
    finish(manner, |_| watched(&[file], || peek(file, &wishes).map_err(Failure::Input)), print)
}

/// A failing claim is something to mend: exit code 1.
fn verify_claims(arguments: &VerifyArguments) -> ExitCode {
    let VerifyArguments { study, text, language, manner } = arguments;
    let options = Options { language: *language, ..Options::default() };
    let mut wrong = false;
    let work = |stage: Progress| verify(study, text.as_deref(), &options, stage);
    let code = finish(*manner, work, |console, summary| {
        wrong = summary.is_wrong();
        console.verify(summary);
    });
    if wrong && code == ExitCode::SUCCESS { ExitCode::from(MEND_YOUR_FILES) } else { code }
}

fn write_draft(arguments: &DraftArguments) -> ExitCode {
    let DraftArguments { study, out, force, language, manner } = arguments;
    let options = Options { language: *language, ..Options::default() };
    let target = out.as_deref().map(|path| Target { path, force: *force });
    finish(*manner, |stage| draft_claims(study, &options, target, stage), Console::draft)
}

/// Does a command's work with so many threads, prints what came of it, and gives the exit code.
fn finish<T>(
    manner: Manner,
    work: impl FnOnce(Progress) -> Result<T, Failure>,
    print: impl FnOnce(&Console, &T),
) -> ExitCode {
    let console = Console::new(manner.quiet);
    let threads = manner.threads.unwrap_or(0).into();
    if let Err(error) = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global() {
        console.fault(&error.to_string());
        return ExitCode::from(FAULT);
    }
    let result = work(&|stage| console.stage(stage));
    console.stages_done();
    match result {
        Ok(summary) => {
            print(&console, &summary);
            match console.lost() {
                None => ExitCode::SUCCESS,
                Some(lost) => {
                    console.fault(&lost);
                    ExitCode::from(FAULT)
                }
            }
        }
        Err(Failure::Input(messages)) => {
            console.messages(&messages);
            ExitCode::from(MEND_YOUR_FILES)
        }
        Err(failure) => {
            console.fault(&failure.to_string());
            ExitCode::from(FAULT)
        }
    }
}
