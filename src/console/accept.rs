//! The dialogue of `insats accept`: what waits is shown, one coding after the other, and what somebody types is decided. A line
//! that says that something is saved stands there only when it is.

use std::io::{self, BufRead};
use std::time::{SystemTime, UNIX_EPOCH};

use insats::codebook::Domain;
use insats::coding::Given;
use insats::coding::status::ToDecide;
use insats::decisions::Change;
use insats::decisions::log::{Line, LineId, Moment};
use insats::diagnostic::printable;
use insats::mask::without_contacts;
use insats::msg;
use insats::run::{Accepting, Failure, ListSummary, LogLine, TakenBack};
use insats::wording::{Message, joined};

use super::{Console, shown_path};

/// What came of a dialogue.
#[derive(Debug)]
pub struct Asked {
    /// Codings that were decided.
    decided: usize,
    /// Those that still wait.
    left: usize,
}

/// What somebody typed.
enum Typed {
    Codes(Vec<String>),
    Skip,
    Undo,
    Quit,
    Help,
    /// It is none of these; why.
    Wrong(Vec<Message>),
}

/// The time, as the clock of the machine has it.
pub fn now() -> Moment {
    Moment::of_unix(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()))
}

/// A line of the standard input without its end; `None` where there is no more.
fn line() -> Option<String> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().read_until(b'\n', &mut bytes).ok()?;
    (read > 0).then(|| String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned())
}

impl Console {
    /// Goes through codings, one after the other; `why` is said of all where it is given.
    pub fn ask(&self, accepting: &mut Accepting<'_>, all: &[ToDecide], why: Option<&str>) -> Result<Asked, Failure> {
        let (mut at, mut last_why) = (0, why.map(str::to_owned));
        let mut saved: Vec<(usize, LineId)> = Vec::new();
        let mut shown = None;
        while let Some(about) = all.get(at) {
            if shown.replace(at) != Some(at) {
                self.shown(accepting, about, (at + 1, all.len()));
            }
            match self.typed(accepting, about) {
                Typed::Codes(codes) => {
                    let reason = match why {
                        Some(why) => Some(why.to_owned()),
                        None => self.why(last_why.as_deref()),
                    };
                    let Some(reason) = reason else { break };
                    let lines = accepting.decide(&[(about, codes.clone(), reason.clone())], &now())?;
                    last_why = Some(reason);
                    for id in lines {
                        self.saved(id, about, &codes);
                        saved.push((at, id));
                    }
                    at += 1;
                }
                Typed::Skip => at += 1,
                Typed::Undo => match saved.pop() {
                    Some((before, id)) => {
                        let why = self.text(msg!("accept-undone-at-once"));
                        accepting.undo(id, why.trim(), &now())?;
                        self.say(msg!("accept-undone", id = id.short()));
                        (at, shown) = (before, None);
                    }
                    None => self.say(msg!("accept-nothing-to-undo")),
                },
                Typed::Help => self.say(msg!("accept-help")),
                Typed::Wrong(wrong) => wrong.into_iter().for_each(|wrong| self.say(wrong)),
                Typed::Quit => break,
            }
        }
        let decided = saved.len();
        Ok(Asked { decided, left: all.len() - decided })
    }

    /// How a dialogue ended.
    pub fn asked(&self, asked: &Asked) {
        let Asked { decided, left } = asked;
        self.say(msg!("accept-done", decided = *decided, left = *left));
    }

    fn say(&self, message: Message) {
        if !self.quiet {
            self.print(&format!("{}\n", self.text(message)));
        }
    }

    /// Says what belongs to what was said before.
    fn say_below(&self, message: Message) {
        if !self.quiet {
            self.print(&format!("  {}\n", self.text(message)));
        }
    }

    fn prompt(&self, message: Message) {
        if !self.quiet {
            self.print(&format!("{} ", self.text(message)));
        }
    }

    /// Why something is decided: what is typed, or the reason of the one before.
    pub fn why(&self, last: Option<&str>) -> Option<String> {
        loop {
            match last {
                Some(last) => self.prompt(msg!("accept-why-as-before", why = printable(last).into_owned())),
                None => self.prompt(msg!("accept-why")),
            }
            let typed = line()?.trim().to_owned();
            match (typed.is_empty(), last) {
                (false, _) => return Some(typed),
                (true, Some(last)) => return Some(last.to_owned()),
                (true, None) => self.say(msg!("accept-why-missing")),
            }
        }
    }

    /// What somebody types for a coding.
    fn typed(&self, accepting: &Accepting<'_>, about: &ToDecide) -> Typed {
        match about.kept() {
            Some(_) => self.prompt(msg!("accept-prompt-with-keep")),
            None => self.prompt(msg!("accept-prompt")),
        }
        let Some(typed) = line() else { return Typed::Quit };
        let typed = typed.trim();
        // A code may be a letter that means something else here.
        let wrong = match accepting.codes(about.domain, typed) {
            Ok(codes) if !codes.is_empty() => return Typed::Codes(codes),
            Ok(_) => Vec::new(),
            Err(wrong) => wrong,
        };
        match (typed, about.kept()) {
            ("k" | "keep", Some(kept)) => Typed::Codes(kept.to_vec()),
            ("k" | "keep", None) => Typed::Wrong(vec![msg!("accept-nothing-to-keep")]),
            ("n" | "none", _) => Typed::Codes(Vec::new()),
            ("s" | "skip", _) => Typed::Skip,
            ("u" | "undo", _) => Typed::Undo,
            ("q" | "quit", _) => Typed::Quit,
            ("" | "?" | "h" | "help", _) => Typed::Help,
            _ => Typed::Wrong(wrong),
        }
    }

    fn shown(&self, accepting: &Accepting<'_>, about: &ToDecide, (at, all): (usize, usize)) {
        let money = accepting.money();
        let funds = about.funds.zip(money).map(|(funds, money)| self.language.amount(funds, money.currency()));
        let own = [Some(about.unit.clone()), Some(about.recipient.clone()), Some(self.domain(about.domain)), funds];
        let what = own.into_iter().flatten().map(|part| printable(&part).into_owned()).collect::<Vec<_>>().join("  ");
        if at > 1 && !self.quiet {
            self.print("\n");
        }
        self.say(msg!("accept-at", at, all, what, why = why_it_waits(about)));
        for given in &about.given {
            self.say_below(self.given(accepting, about, given));
        }
        if let Some(old) = accepting.old(about) {
            self.say_below(msg!("accept-read", text = self.wording(on_a_line(&old))));
        }
        self.say_below(msg!("accept-reads", text = self.wording(on_a_line(&about.text))));
    }

    fn given(&self, accepting: &Accepting<'_>, about: &ToDecide, given: &Given) -> Message {
        let codes = self.labelled(accepting, about.domain, &given.codes);
        let who = given.who.as_deref().map(|who| printable(who).into_owned());
        let under = if given.unit == about.unit { String::new() } else { format!(" ({})", printable(&given.unit)) };
        match who {
            Some(who) => msg!("accept-given-by", who, under, codes),
            None => msg!("accept-given", under, codes),
        }
    }

    /// Codes with their labels.
    fn labelled(&self, accepting: &Accepting<'_>, domain: Domain, codes: &[String]) -> String {
        if codes.is_empty() {
            return self.text(msg!("accept-none"));
        }
        let label = |code: &String| {
            let label = accepting.book().code(domain, code).map_or("", |own| own.label.get(self.language));
            format!("{code} {label}").trim_end().to_owned()
        };
        codes.iter().map(label).collect::<Vec<_>>().join("; ")
    }

    fn saved(&self, id: LineId, about: &ToDecide, codes: &[String]) {
        let codes = if codes.is_empty() { self.text(msg!("accept-none")) } else { codes.join("; ") };
        let unit = printable(&about.unit).into_owned();
        self.say(msg!("accept-saved", id = id.short(), unit, domain = about.domain.word(), codes));
    }

    /// The list of what waits.
    pub fn list_written(&self, ListSummary { file, waiting, left_to_readers, kept }: &ListSummary) {
        self.say(msg!("accept-listed", waiting = *waiting, file = shown_path(file)));
        self.left_to_readers(*left_to_readers);
        if !self.quiet {
            self.print(&self.kept_as(kept));
        }
    }

    /// How many codings of an audit are left to those who read its sample.
    pub fn left_to_readers(&self, count: usize) {
        if count > 0 {
            self.say(msg!("accept-left-to-readers", count));
        }
    }

    /// What a filled-in list said.
    pub fn taken_back(&self, TakenBack { decided, blank, same }: &TakenBack) {
        self.say(msg!("accept-taken-from-list", decided = decided.len(), blank = *blank, same = *same));
    }

    /// A line that was taken back.
    pub fn undone(&self, id: &LineId) {
        self.say(msg!("accept-undone", id = id.short()));
    }

    /// Takes back a line; why is asked where it is not given.
    pub fn take_back(&self, accepting: &mut Accepting<'_>, id: LineId, why: Option<&str>) -> Result<LineId, Failure> {
        let Some(why) = why.map(str::to_owned).or_else(|| self.why(None)) else { return Ok(id) };
        accepting.undo(id, &why, &now())?;
        Ok(id)
    }

    /// Every decision, the oldest first.
    pub fn decisions(&self, lines: &[LogLine]) {
        let text: String = lines.iter().map(|line| self.log_line(line) + "\n").collect();
        self.print(&text);
    }

    fn log_line(&self, LogLine { id, line, subject, undone }: &LogLine) -> String {
        let about = subject.as_ref().map(|own| format!("{} {}", own.unit, own.domain)).unwrap_or_default();
        let said = match line {
            Line::Decision(own) if own.codes.is_empty() => self.text(msg!("accept-none")),
            Line::Decision(own) => own.codes.join("; "),
            Line::Undo(own) => self.text(msg!("accept-takes-back", id = own.undo.short())),
            Line::Migration(own) => format!("{} → {}", own.migrate.from, own.migrate.to),
            Line::Rule(own) => format!("{} ← {} ({})", own.rule.code, own.rule.pattern, own.rule.to),
            Line::Assignment(own) => {
                let count = |(coder, units): (&String, &Vec<String>)| format!("{coder} {}", units.len());
                own.assign.iter().map(count).collect::<Vec<_>>().join(", ")
            }
        };
        let undone = if *undone { self.text(msg!("accept-taken-back")) } else { String::new() };
        let parts =
            [line.when().to_string(), id.short(), line.who().to_owned(), about, said, undone, line.why().to_owned()];
        let parts = parts.iter().filter(|part| !part.is_empty()).map(|part| printable(part).into_owned());
        joined(parts, "  ").text(self.language)
    }
}

/// Why a coding waits.
fn why_it_waits(about: &ToDecide) -> Message {
    use insats::coding::State;
    match (about.change, about.state) {
        (Some(Change::Edited), _) => msg!("accept-edited"),
        (Some(Change::Unclear), _) => msg!("accept-unclear"),
        (_, Some(State::Unsettled)) => msg!("accept-unsettled"),
        (Some(Change::Doubled), Some(State::NotCoded)) => msg!("accept-doubled"),
        (_, Some(State::NotCoded)) => msg!("accept-not-coded"),
        _ => msg!("accept-coded"),
    }
}

/// A text on one line, contact data masked.
fn on_a_line(text: &str) -> String {
    let text = without_contacts(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    printable(&words.join(" ")).into_owned()
}
