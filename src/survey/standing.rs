//! What columns of a survey tool say of an answer as a whole: that it was sent in, only begun, or that it does not count.
//!
//! One vocabulary for surveys as they are read and for drafts. Names and texts are compared as [`folded`].

use crate::read::mark;
use crate::spelling::folded;

/// What a column says of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// How far an answer has come, in words.
    Status,
    /// What kind of answer it is, by the numbers of Qualtrics.
    Codes,
    /// Whether it was sent in: yes or no, or when.
    YesOrNo,
    /// When it was sent in, blank where it was not.
    Date,
    /// What somebody who looked it through says.
    Review,
    /// How far, in percent.
    Progress,
    /// By which way it came.
    Channel,
    /// Whether a form of REDCap is complete: 0, 1 and 2, or words.
    Form,
}

/// What a cell of such a column says of its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It was sent in.
    SentIn,
    /// Done, as is also said of interventions.
    Done,
    /// Nothing against it.
    Usual,
    /// It was begun only.
    Begun,
    /// It does not count.
    Refused,
}

impl Standing {
    /// Whether the answer counts.
    pub fn counts(self) -> bool {
        !matches!(self, Self::Begun | Self::Refused)
    }
}

impl Kind {
    /// The kind of a column, by its name and, where a number may be a code, by what stands in it.
    pub fn of(name: &str, texts: impl Iterator<Item = String>) -> Option<Self> {
        let bare = folded(name);
        let is = |names: &[&str]| names.contains(&bare.as_str());
        let kind = match () {
            () if is(&STATUS) => Self::Status,
            () if is(&YES_OR_NO) || is(&SENT) => Self::YesOrNo,
            () if is(&DATE) => Self::Date,
            () if is(&["reviewstate", "validationstatus", "submissionvalidationstatus"]) => Self::Review,
            () if bare == "progress" => Self::Progress,
            () if bare == "distributionchannel" => Self::Channel,
            () if bare == "complete" || name.trim().to_lowercase().ends_with("_complete") => Self::Form,
            () => return None,
        };
        Some(if kind == Self::Status && are_codes(texts) { Self::Codes } else { kind })
    }

    /// What a cell says; `None` where it says nothing of it.
    pub fn says(self, name: &str, text: &str) -> Option<Standing> {
        let bare = folded(text);
        if bare.is_empty() && text.trim().is_empty() {
            return self.of_blank(name);
        }
        let (of_word, of_mark) = (of_word(&bare), || mark(text).map(of_yes));
        match self {
            Self::Status => {
                of_word.or_else(|| of_mark().filter(|_| matches!(&*bare, "true" | "sant" | "false" | "falskt")))
            }
            Self::Codes => bare.parse().ok().and_then(of_code),
            Self::YesOrNo => of_word.or_else(of_mark).or_else(|| is_date(text).then_some(Standing::Usual)),
            Self::Date => of_word.or_else(of_mark).or(Some(Standing::Usual)),
            Self::Review | Self::Channel => of_word.or(Some(Standing::Usual)),
            Self::Progress => of_percent(text),
            Self::Form => of_form(&bare).or(of_word),
        }
    }

    /// What a blank cell says.
    fn of_blank(self, name: &str) -> Option<Standing> {
        match self {
            Self::Date => Some(Standing::Begun),
            Self::YesOrNo => SENT.contains(&folded(name).as_str()).then_some(Standing::Begun),
            Self::Review => Some(Standing::Usual),
            Self::Status | Self::Codes | Self::Progress | Self::Channel | Self::Form => None,
        }
    }

    /// Whether a cell says it only where another row says that it counts: nobody may have filled the column in.
    pub fn needs_another(self, text: &str) -> bool {
        self == Self::Form || text.trim().is_empty()
    }
}

/// Names of a column that says of an answer how far it has come.
const STATUS: [&str; 12] = [
    "status",
    "state",
    "svarsstatus",
    "svaretsstatus",
    "statusförsvaret",
    "svarstillstånd",
    "enkätstatus",
    "responsestatus",
    "responsetype",
    "surveystatus",
    "submissionstatus",
    "completionstatus",
];

/// Names of a column that says yes or no.
const YES_OR_NO: [&str; 10] = [
    "finished",
    "completed",
    "slutförd",
    "slutfört",
    "besvarad",
    "besvarat",
    "färdig",
    "iscomplete",
    "ärinskickad",
    "ärslutförd",
];

/// The same, where a blank cell is a no beside cells that are filled.
const SENT: [&str; 6] = ["submitted", "inskickad", "inskickat", "inlämnad", "inlämnat", "insänd"];

/// Names of a column of when an answer was sent in.
const DATE: [&str; 16] = [
    "submitdate",
    "datesubmitted",
    "submittedat",
    "submittedon",
    "submissiondate",
    "submissiontime",
    "datuminskickat",
    "datuminskickad",
    "inskickadden",
    "inskickatden",
    "inskickaddatum",
    "inskickningsdatum",
    "inlämnadden",
    "inlämnatden",
    "inlämningsdatum",
    "insändden",
];

/// What is only said of an answer.
const SENT_IN: [&str; 11] = [
    "inskickad",
    "inskickat",
    "skickad",
    "skickat",
    "inlämnad",
    "inlämnat",
    "insänd",
    "besvarad",
    "besvarat",
    "submitted",
    "sent",
];

/// What is also said of interventions.
const DONE: [&str; 9] =
    ["slutförd", "slutfört", "avslutad", "avslutat", "färdig", "complete", "completed", "finished", "komplett"];

/// What is said where nothing is said against an answer.
const USUAL: [&str; 6] = ["approved", "validationstatusapproved", "godkänd", "godkänt", "ipaddress", "imported"];

/// What is said of an answer that was begun, beside a no to what is said of one that was sent in or is done.
const BEGUN: [&str; 28] = [
    "påbörjad",
    "påbörjat",
    "ejpåbörjad",
    "intepåbörjad",
    "pågår",
    "pågående",
    "ejklar",
    "inteklar",
    "ofullständig",
    "ofullständigt",
    "ofärdig",
    "utkast",
    "sparad",
    "sparat",
    "delvis",
    "delvisbesvarad",
    "avbruten",
    "avbrutet",
    "draft",
    "incomplete",
    "partial",
    "partiallycomplete",
    "partiallycompleted",
    "inprogress",
    "started",
    "notstarted",
    "unverified",
    "overifierad",
];

/// What is said of an answer that does not count, beside a no to [`USUAL`].
const REFUSED: [&str; 42] = [
    "rejected",
    "avvisad",
    "avvisat",
    "underkänd",
    "underkänt",
    "makulerad",
    "makulerat",
    "makuleras",
    "annullerad",
    "annullerat",
    "återkallad",
    "återkallat",
    "återtagen",
    "återtaget",
    "borttagen",
    "borttaget",
    "raderad",
    "raderat",
    "ogiltig",
    "ogiltigt",
    "withdrawn",
    "cancelled",
    "canceled",
    "deleted",
    "invalid",
    "disqualified",
    "diskvalificerad",
    "screenedout",
    "screenout",
    "overquota",
    "quotafull",
    "spam",
    "possiblespam",
    "importedspam",
    "preview",
    "surveypreview",
    "surveypreviewspam",
    "offlinesurveypreview",
    "surveytest",
    "hasissues",
    "onhold",
    "validationstatusonhold",
];

/// What a word says.
fn of_word(bare: &str) -> Option<Standing> {
    let negated = ["ej", "inte", "not"].iter().find_map(|no| bare.strip_prefix(no));
    let negated = negated.or_else(|| bare.strip_prefix("validationstatusnot"));
    let is_sent = |word: &str| SENT_IN.contains(&word) || DONE.contains(&word);
    match bare {
        _ if SENT_IN.contains(&bare) => Some(Standing::SentIn),
        _ if DONE.contains(&bare) => Some(Standing::Done),
        _ if USUAL.contains(&bare) => Some(Standing::Usual),
        _ if REFUSED.contains(&bare) || negated.is_some_and(|word| USUAL.contains(&word)) => Some(Standing::Refused),
        _ if BEGUN.contains(&bare) || negated.is_some_and(is_sent) => Some(Standing::Begun),
        _ => None,
    }
}

fn of_yes(is_yes: bool) -> Standing {
    if is_yes { Standing::SentIn } else { Standing::Begun }
}

/// What a number of REDCap says.
fn of_form(bare: &str) -> Option<Standing> {
    match bare {
        "0" | "1" => Some(Standing::Begun),
        "2" | "complete" => Some(Standing::Usual),
        _ => None,
    }
}

fn of_percent(text: &str) -> Option<Standing> {
    const ALL: f64 = 100.0;
    let number: f64 = text.trim().trim_end_matches('%').trim().replace(',', ".").parse().ok()?;
    let is_percent = (0.0..=ALL).contains(&number);
    is_percent.then_some(if number < ALL { Standing::Begun } else { Standing::Usual })
}

/// What a number of Qualtrics says: previews, tests and spam do not count.
fn of_code(code: u32) -> Option<Standing> {
    match code {
        0 | 4 | 16 | 32 | 48 => Some(Standing::Usual),
        1 | 2 | 8 | 9 | 12 | 17 | 40 => Some(Standing::Refused),
        _ => None,
    }
}

/// Whether all texts are numbers of Qualtrics, and most of them say nothing against an answer.
fn are_codes(texts: impl Iterator<Item = String>) -> bool {
    let (mut all, mut usual) = (0_usize, 0_usize);
    for text in texts {
        let Some(standing) = text.trim().parse().ok().and_then(of_code) else { return false };
        all += 1;
        usual += usize::from(standing.counts());
    }
    2 * usual > all
}

/// Whether a text may be a date: so many digits.
fn is_date(text: &str) -> bool {
    const FEWEST: usize = 4;
    text.chars().filter(char::is_ascii_digit).count() >= FEWEST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(name: &str, text: &str) -> Option<Standing> {
        // Beside it stand answers that nothing is said against.
        let beside = ["0", "0", text].map(str::to_owned);
        Kind::of(name, beside.into_iter())?.says(name, text)
    }

    #[test]
    fn what_tools_say_of_answers_that_do_not_count_is_known() {
        for (name, text) in [
            ("ReviewState", "rejected"),
            ("ReviewState", "hasIssues"),
            ("_validation_status", "validation_status_not_approved"),
            ("_validation_status", "Not Approved"),
            ("_validation_status", "Not approved"),
            ("Response Type", "Survey Preview"),
            ("Response Type", "Spam"),
            ("Status", "1"),
            ("Status", "8"),
            ("DistributionChannel", "preview"),
            ("Status", "Makulerad"),
            ("Status", "Avvisad"),
            ("Status", "Återkallad"),
            ("Status", "Rejected"),
            ("Status", "Withdrawn"),
            ("Status", "Cancelled"),
            ("Response Status", "Disqualified"),
            ("Status", "Screened out"),
            ("Status", "Ej godkänd"),
        ] {
            assert_eq!(says(name, text), Some(Standing::Refused), "{name} {text}");
        }
    }

    #[test]
    fn what_is_said_of_answers_that_were_begun_is_known() {
        for (name, text) in [
            ("Progress", "40"),
            ("Progress", "99,5 %"),
            ("Complete?", "Incomplete"),
            ("Complete?", "Unverified"),
            ("insats_complete", "0"),
            ("insats_complete", "1"),
            ("submitdate", ""),
            ("Submitted", ""),
            ("Inskickad den", ""),
            ("Status", "Ej inskickad"),
            ("Status:", "Påbörjad"),
            ("Svarsstatus", "UTKAST"),
            ("Inskickad", "Nej"),
            ("Finished", "False"),
            ("Finished", "0"),
            ("Response status", "In Progress"),
            ("Response status", "Partial"),
        ] {
            assert_eq!(says(name, text), Some(Standing::Begun), "{name} {text}");
        }
    }

    #[test]
    fn answers_that_count_and_other_columns_are_left_alone() {
        for (name, text) in [
            ("Status", "Inskickad"),
            ("Inskickad", "Ja"),
            ("Inskickad", "2026-01-31"),
            ("Finished", "True"),
            ("Finished", ""),
            ("Status", "Klar"),
            ("Status", "0"),
            ("Status", "3"),
            ("Response Type", "IP Address"),
            ("DistributionChannel", "anonymous"),
            ("ReviewState", ""),
            ("ReviewState", "approved"),
            ("_validation_status", ""),
            ("Progress", "100"),
            ("insats_complete", "2"),
            ("submitdate", "2026-01-31 10:00:00"),
            ("Status för insatsen", "Makulerad"),
            ("Progress report", "40"),
        ] {
            assert!(says(name, text).is_none_or(Standing::counts), "{name} {text}");
        }
        // Where a 1 is the usual, it is no code.
        let most_are_one = ["1", "1", "0"].map(str::to_owned);
        assert_eq!(Kind::of("Status", most_are_one.into_iter()), Some(Kind::Status));
        assert_eq!(Kind::Status.says("Status", "1"), None);
    }
}
