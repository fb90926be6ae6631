//! The command line: parses, prints, and sets the exit code. Everything else is the library's.

mod cli;
mod console;

use std::io::ErrorKind;
use std::path::Path;
use std::process::ExitCode;

use clap::FromArgMatches;
use insats::msg;
use insats::output::Target;
use insats::peek::{Wishes, peek};
use insats::run::{
    Asker, AuditOptions, Author, Failure, FillOptions, Marking, Measuring, Options, Settling, SheetOptions, Stage,
    accepting, agreement, allocate, audit, check, check_codebook, code, collect, decision_log, diff, diff_codebooks,
    draft_claims, draw_audit, evaluate, evaluate_audit, explain, export_codebook, fill_manuscript, forget,
    import_codebook, init, learn, list_to_decide, lock, migrate_codebook, reviewing, roll_manuscript, run, schema,
    sheet, start_manuscript, status, suggest, verify, verify_marked, watched,
};
use insats::schema::Declared;
use insats::study::Reading;
use insats::wording::{Language, library_says};
use insats::workbench::{Serving, serve};

use cli::{
    AcceptArguments, AllocateArguments, AuditArguments, CheckArguments, CheckFormat, ClaimsCommand, Cli,
    CodebookArguments, CodebookCommand, CollectArguments, Command, CompletionsArguments, DiffArguments, DraftArguments,
    EvaluateArguments, ExplainArguments, ExportArguments, FillArguments, FolderArguments, ForgetArguments,
    ImportArguments, InitArguments, LearnArguments, LockArguments, Manner, ManuscriptCommand, MigrateArguments,
    PeekArguments, ReviewArguments, RollArguments, RunArguments, SchemaArguments, SheetArguments, SinceArguments,
    StartArguments, StatusArguments, SuggestArguments, VerifyArguments, Written, help, locale, wrong,
};
use console::Console;

/// A study of a million rows is a hundred million small pieces of memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const MEND_YOUR_FILES: u8 = 1;
const FAULT: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let mut terminal = Terminal { language: locale::language(&arguments), texts: false };
    let parsed = help::commands(terminal.language).try_get_matches_from(arguments);
    let cli = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(answer) => return terminal.told(&answer),
    };
    terminal.texts = cli.show_texts;
    let speak = std::panic::take_hook();
    // What panics in the reader of a foreign format is a damaged file, and reported as one.
    std::panic::set_hook(Box::new(move |panic| {
        if !insats::read::is_reading() {
            speak(panic);
        }
    }));
    // A panic is a fault of ours: say so in one line and give the exit code for it.
    std::panic::catch_unwind(|| terminal.command(&cli.command)).unwrap_or_else(|_| {
        terminal.console(true).fault(&msg!("program-failed"));
        ExitCode::from(FAULT)
    })
}

/// Hears of every stage of a command's work.
type Progress<'a> = &'a (dyn Fn(Stage) + Sync);

/// Does what is asked, and tells it in the person's language.
struct Terminal {
    language: Language,
    /// Whether what respondents wrote is shown in a file, too.
    texts: bool,
}

impl Terminal {
    fn console(&self, quiet: bool) -> Console {
        Console::new(quiet, self.texts, self.language)
    }

    fn command(&self, command: &Command) -> ExitCode {
        match command {
            Command::Run(arguments) => self.run_study(arguments),
            Command::Check(arguments) => self.check_study(arguments),
            Command::Agreement(folder) => self.folder_command(folder, None, agreement, Console::agreement),
            Command::Code(folder) => self.folder_command(folder, None, code, Console::coded),
            Command::Evaluate(EvaluateArguments { folder, model, details }) => {
                let measuring = Measuring { model: model.as_deref(), details: *details };
                let work =
                    |study: &Path, options: &Options, stage: Progress| evaluate(study, options, measuring, stage);
                self.folder_command(folder, None, work, Console::evaluated)
            }
            Command::Suggest(SuggestArguments { folder, model, minutes }) => {
                let minutes = *minutes as f64;
                let work = |study: &Path, options: &Options, stage: Progress| {
                    suggest(study, options, model.as_deref(), minutes, stage)
                };
                self.folder_command(folder, None, work, Console::suggested)
            }
            Command::Allocate(AllocateArguments { folder, language }) => {
                self.folder_command(folder, *language, allocate, Console::allocations)
            }
            Command::Learn(LearnArguments { studies, out, predictions, force, promise, manner }) => {
                let target = Target { path: out, force: *force };
                let work = |stage: Progress| learn(studies, target, predictions.as_deref(), *promise, stage);
                self.finish(*manner, work, Console::learned)
            }
            Command::Lock(LockArguments { study, again, codes, manner }) => {
                self.finish(*manner, |stage| lock(study, again, codes, stage), Console::locked)
            }
            Command::Accept(arguments) => self.accept(arguments),
            Command::Review(arguments) => self.review(arguments),
            Command::Forget(ForgetArguments { study, all, manner }) => {
                self.finish(*manner, |_| forget(study, *all), Console::forgotten)
            }
            Command::Status(StatusArguments { study, out, force, format, manner }) => {
                let target = out.as_deref().map(|path| Target { path, force: *force });
                let json = *format == CheckFormat::Json;
                let print = |console: &Console, summary: &_| console.status(summary, json);
                self.finish(*manner, |stage| status(study, target, stage), print)
            }
            Command::Sheet(arguments) => self.give_out(arguments),
            Command::Collect(arguments) => self.collect(arguments),
            Command::Audit(arguments) => self.audit(arguments),
            Command::Diff(SinceArguments { study, since, out, force, format, manner }) => {
                let target = out.as_deref().map(|path| Target { path, force: *force });
                let json = *format == CheckFormat::Json;
                let print = |console: &Console, summary: &_| console.since(summary, json);
                self.finish(*manner, |stage| diff(study, since, target, stage), print)
            }
            Command::Explain(ExplainArguments { study, what, codes, manner }) => {
                let page = |console: &Console, page: &String| console.page(page);
                let asker = Asker { language: self.language, sees_texts: console::shows_texts(self.texts) };
                self.finish(*manner, |stage| explain(study, what, *codes, asker, stage), page)
            }
            Command::Codebook(CodebookCommand::Check(CodebookArguments { codebook, study, all, manner })) => {
                let work = |stage: Progress| check_codebook(codebook, study.as_deref(), *all, stage);
                self.finish(*manner, work, |console, summary| console.codebook(summary, *all))
            }
            Command::Codebook(CodebookCommand::Export(arguments)) => {
                let ExportArguments { codebook, out, language, force, manner } = arguments;
                let language = language.unwrap_or(self.language);
                self.finish(*manner, |_| export_codebook(codebook, out.as_deref(), *force, language), Console::exported)
            }
            Command::Codebook(CodebookCommand::Import(ImportArguments { file, out, force, manner })) => {
                self.finish(*manner, |_| import_codebook(file, out.as_deref(), *force), Console::imported)
            }
            Command::Codebook(CodebookCommand::Diff(DiffArguments { old, new, format })) => {
                let json = *format == CheckFormat::Json;
                self.finish(
                    Manner::default(),
                    |_| diff_codebooks(old, new),
                    |console, changes| console.compared(changes, json),
                )
            }
            Command::Codebook(CodebookCommand::Migrate(arguments)) => {
                let MigrateArguments { study, map, write, out, force, who, why, manner } = arguments;
                let lists = out.as_deref().map(|path| Target { path, force: *force });
                let author = who.clone().zip(why.clone()).map(|(who, why)| Author { who, why, when: console::now() });
                let work = |stage: Progress| migrate_codebook(study, map, lists, author.as_ref(), *write, stage);
                self.finish(*manner, work, Console::migrated)
            }
            Command::Init(arguments) => self.draft_study(arguments),
            Command::Peek(arguments) => self.show_file(arguments),
            Command::Verify(arguments) => self.verify_claims(arguments),
            Command::Claims(ClaimsCommand::Draft(arguments)) => self.write_draft(arguments),
            Command::Manuscript(ManuscriptCommand::Fill(arguments)) => self.fill_manuscript(arguments),
            Command::Manuscript(ManuscriptCommand::Start(arguments)) => self.start_manuscript(arguments),
            Command::Manuscript(ManuscriptCommand::Roll(arguments)) => self.roll_manuscript(arguments),
            Command::Schema(arguments) => self.write_schemas(arguments),
            Command::Completions(arguments) => self.write_completions(arguments),
        }
    }

    /// Help, the version, or what is wrong with what was typed.
    fn told(&self, answer: &clap::Error) -> ExitCode {
        let code = u8::try_from(answer.exit_code()).map_or(ExitCode::from(FAULT), ExitCode::from);
        if let Some(message) = wrong::message(answer, self.language) {
            self.console(true).wrong_use(&message);
            return code;
        }
        match answer.print() {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                self.console(true).fault(&console::not_whole(&error));
                ExitCode::from(FAULT)
            }
            _ => code,
        }
    }

    fn run_study(&self, arguments: &RunArguments) -> ExitCode {
        let RunArguments { study, out, language, codes, csv, formats, template, manner } = arguments;
        let options = Options {
            out: out.clone(),
            language: *language,
            codes: *codes,
            formats: formats.clone(),
            csv: *csv,
            template: template.clone(),
        };
        self.finish(*manner, |stage| run(study, &options, stage), Console::summary)
    }

    fn accept(&self, arguments: &AcceptArguments) -> ExitCode {
        let AcceptArguments { study, who, why, unit, domain, undo, log, list, force, from, manner } = arguments;
        let (who, why, domain) = (who.as_deref().unwrap_or_default(), why.as_deref(), domain.as_deref());
        if *log {
            return self.finish(*manner, |stage| decision_log(study, stage), |console, lines| console.decisions(lines));
        }
        if *list {
            return self.finish(*manner, |stage| list_to_decide(study, *force, stage), Console::list_written);
        }
        if let Some(file) = from {
            let work = |stage: Progress| {
                let mut accepting = accepting(study, who, stage)?;
                let taken = accepting.take_list(file, why, &console::now())?;
                accepting.end().map(|()| taken)
            };
            return self.finish(*manner, work, Console::taken_back);
        }
        if let Some(of) = undo {
            let work = |console: &Console, stage: Progress| {
                let mut accepting = accepting(study, who, stage)?;
                console.stages_done();
                let line = accepting.line(of.as_deref(), domain)?;
                console.take_back(&mut accepting, line, why)
            };
            return self.finish_with(*manner, work, Console::undone);
        }
        let work = |console: &Console, stage: Progress| {
            let mut accepting = accepting(study, who, stage)?;
            console.stages_done();
            let all = match unit.is_empty() {
                true => {
                    let waits = accepting.waiting(domain)?;
                    console.left_to_readers(waits.left_to_readers);
                    waits.codings
                }
                false => accepting.of(unit, domain)?,
            };
            let asked = console.ask(&mut accepting, &all, why)?;
            accepting.end().map(|()| asked)
        };
        self.finish_with(*manner, work, Console::asked)
    }

    fn review(&self, arguments: &ReviewArguments) -> ExitCode {
        let ReviewArguments { study, coder, port, no_browser, manner } = arguments;
        let work = |console: &Console, stage: Progress| {
            let session = reviewing(study, coder, self.language, stage)?;
            console.stages_done();
            let secrets = console::secrets()?;
            let ready = |address: &str| console.serving(address, !no_browser);
            serve(session, Serving { port: *port, secrets, now: console::now, ready: &ready })
        };
        self.finish_with(*manner, work, |console, ()| console.served())
    }

    fn give_out(&self, arguments: &SheetArguments) -> ExitCode {
        let SheetArguments { study, coders, double, areas, with_suggestions, seed, language, force, manner } =
            arguments;
        let options = SheetOptions {
            coders: coders.clone(),
            double: *double,
            areas: areas.clone(),
            with_suggestions: *with_suggestions,
            seed: *seed,
            language: *language,
            force: *force,
        };
        self.finish(*manner, |stage| sheet(study, &options, &console::now(), stage), Console::given_out)
    }

    fn audit(&self, arguments: &AuditArguments) -> ExitCode {
        let AuditArguments { study, size, per, domain, seed, coders, double, evaluate, out, manner } = arguments;
        if *evaluate {
            let options = Options { out: out.clone(), ..Options::default() };
            return self.finish(*manner, |stage| evaluate_audit(study, &options, stage), Console::audit_evaluated);
        }
        let Some(size) = *size else {
            return self.finish(*manner, |stage| audit(study, stage), Console::audit);
        };
        let options = AuditOptions {
            size,
            per_area: per.is_some(),
            domains: domain.clone(),
            seed: *seed,
            coders: coders.clone(),
            double: *double,
        };
        self.finish(*manner, |stage| draw_audit(study, &options, &console::now(), stage), Console::drawn)
    }

    fn collect(&self, arguments: &CollectArguments) -> ExitCode {
        let CollectArguments { study, files, coder, settle, who, why, sheet, force, manner } = arguments;
        let settling = settle.as_deref().zip(who.as_deref());
        let settling = settling.map(|(file, who)| Settling { file, who, why: why.as_deref() });
        let target = sheet.as_deref().map(|path| Target { path, force: *force });
        let work = |stage: Progress| collect(study, files, coder.as_deref(), settling, target, &console::now(), stage);
        self.finish(*manner, work, Console::collected)
    }

    /// A command that reads a study and writes a folder of its own.
    fn folder_command<T>(
        &self,
        folder: &FolderArguments,
        language: Option<Language>,
        work: impl FnOnce(&Path, &Options, Progress) -> Result<T, Failure>,
        print: impl FnOnce(&Console, &T),
    ) -> ExitCode {
        let options = Options { out: folder.out.clone(), language, ..Options::default() };
        self.finish(folder.manner, |stage| work(&folder.study, &options, stage), print)
    }

    fn check_study(&self, arguments: &CheckArguments) -> ExitCode {
        let json = arguments.format == CheckFormat::Json;
        let mut sound = true;
        // A program that reads the answer wants nothing else.
        let manner = Manner { quiet: arguments.manner.quiet || json, ..arguments.manner };
        let work = |stage: Progress| Ok(check(&arguments.study, stage));
        let code = self.finish(manner, work, |console, checked| {
            sound = !checked.messages.has_errors();
            console.checked(checked, json);
        });
        if sound || code != ExitCode::SUCCESS { code } else { ExitCode::from(MEND_YOUR_FILES) }
    }

    fn draft_study(&self, arguments: &InitArguments) -> ExitCode {
        let InitArguments { folder, from, force, manner } = arguments;
        let mut none = false;
        let code = self.finish(
            *manner,
            |_| init(folder, from.as_deref(), *force, self.language),
            |console, done| {
                // Without an export there is no study yet, whatever stands beside.
                none = from.is_none() && done.draft.surveys.is_empty();
                console.initialised(done);
            },
        );
        if none && code == ExitCode::SUCCESS { ExitCode::from(MEND_YOUR_FILES) } else { code }
    }

    fn show_file(&self, arguments: &PeekArguments) -> ExitCode {
        let wishes = Wishes {
            reading: Reading {
                encoding: arguments.encoding.map(|encoding| encoding.0),
                delimiter: arguments.delimiter.clone(),
                quote: arguments.quote.map(|sign| sign.0),
                escape: arguments.escape.map(|sign| sign.0),
                skip: arguments.skip,
            },
            header_rows: arguments.header_rows,
            sheet: arguments.sheet.clone(),
        };
        let print = if arguments.csv { Console::table } else { Console::sight };
        let manner = Manner { quiet: true, ..Manner::default() };
        let file = arguments.file.as_path();
        self.finish(manner, |_| watched(&[file], || peek(file, &wishes).map_err(Failure::Input)), print)
    }

    /// A failing claim is something to mend: exit code 1.
    fn verify_claims(&self, arguments: &VerifyArguments) -> ExitCode {
        let VerifyArguments { study, text, mark, uncovered, force, all, language, manner } = arguments;
        let options = Options { language: *language, ..Options::default() };
        let mut wrong = false;
        let marked = mark.as_deref().zip(text.as_deref());
        let work = |stage: Progress| match marked {
            Some((path, text)) => {
                let marking = Marking { target: Target { path, force: *force }, uncovered: *uncovered };
                verify_marked(study, text, marking, &options, stage)
            }
            None => verify(study, text.as_deref(), &options, stage),
        };
        let code = self.finish(*manner, work, |console, summary| {
            wrong = summary.is_wrong();
            console.verify(summary, *all);
        });
        if wrong && code == ExitCode::SUCCESS { ExitCode::from(MEND_YOUR_FILES) } else { code }
    }

    fn start_manuscript(&self, arguments: &StartArguments) -> ExitCode {
        let StartArguments { study, template, written } = arguments;
        let options = Options { language: written.language, template: template.clone(), ..Options::default() };
        let target = (written.out.as_deref(), written.force);
        self.finish(written.manner, |stage| start_manuscript(study, &options, target, stage), Console::started)
    }

    fn fill_manuscript(&self, arguments: &FillArguments) -> ExitCode {
        let FillArguments { study, manuscript, accept, written } = arguments;
        let wanted = filling(written, *accept);
        self.finish(written.manner, |stage| fill_manuscript(study, manuscript, &wanted, stage), Console::filled)
    }

    fn roll_manuscript(&self, arguments: &RollArguments) -> ExitCode {
        let RollArguments { study, manuscript, all, claims, written } = arguments;
        let wanted = filling(written, false);
        let work = |stage: Progress| roll_manuscript(study, manuscript, (&wanted, claims.as_deref()), stage);
        self.finish(written.manner, work, |console, summary| console.rolled(summary, *all))
    }

    fn write_draft(&self, arguments: &DraftArguments) -> ExitCode {
        let DraftArguments { study, out, force, language, manner } = arguments;
        let options = Options { language: *language, ..Options::default() };
        let target = out.as_deref().map(|path| Target { path, force: *force });
        self.finish(*manner, |stage| draft_claims(study, &options, target, stage), Console::draft)
    }

    fn write_schemas(&self, arguments: &SchemaArguments) -> ExitCode {
        let SchemaArguments { what, language, out, force } = arguments;
        let declared = what.map_or_else(|| Declared::WORDS.map(|(_, declared)| declared).to_vec(), |one| vec![one]);
        let target = out.as_deref().map(|path| Target { path, force: *force });
        let work = |_: Progress| schema(&declared, language.unwrap_or(self.language), target);
        self.finish(Manner::default(), work, Console::schemas)
    }

    fn write_completions(&self, arguments: &CompletionsArguments) -> ExitCode {
        let mut script = Vec::new();
        clap_complete::generate(arguments.shell, &mut help::commands(self.language), "insats", &mut script);
        let print = |console: &Console, script: &Vec<u8>| console.page(&String::from_utf8_lossy(script));
        self.finish(Manner::default(), |_| Ok(script), print)
    }

    /// Does a command's work with so many threads, prints what came of it, and gives the exit code.
    fn finish<T>(
        &self,
        manner: Manner,
        work: impl FnOnce(Progress) -> Result<T, Failure>,
        print: impl FnOnce(&Console, &T),
    ) -> ExitCode {
        self.finish_with(manner, |_, stage| work(stage), print)
    }

    /// The same where the work speaks with the person.
    fn finish_with<T>(
        &self,
        manner: Manner,
        work: impl FnOnce(&Console, Progress) -> Result<T, Failure>,
        print: impl FnOnce(&Console, &T),
    ) -> ExitCode {
        let console = self.console(manner.quiet);
        let threads = manner.threads.unwrap_or(0);
        if let Err(error) = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global() {
            console.fault(&msg!("program-fault", reason = library_says(error)));
            return ExitCode::from(FAULT);
        }
        let result = work(&console, &|stage| console.stage(stage));
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
                console.failure(&failure);
                ExitCode::from(FAULT)
            }
        }
    }
}

/// How a manuscript is to be filled or rolled.
fn filling(written: &Written, plainly: bool) -> FillOptions {
    let Written { out, force, language, .. } = written;
    FillOptions { out: out.clone(), force: *force, plainly, language: *language }
}
