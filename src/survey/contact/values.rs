//! Cells that hold contact data.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::mask::contacts;
use crate::register::{self, Level};

/// The longest cell that names somebody; longer ones are texts.
const LONGEST: usize = 120;

/// First names that are common in Sweden: they tell a person where the header does not.
const FIRST_NAMES: &str = "agneta agnes ahmed albin alexander ali alice alva amanda amina amira anders andreas anette angelica \
    anita ann anna annika annelie anneli ann-marie anton arne astrid axel barbro bengt berit bernt birgitta björn bo britt britta \
    camilla carin carina carl carl-johan cecilia charlotte christer christian christina christoffer claes clara dag daniel david \
    dennis elin elisabet elisabeth elsa emelie emil emilia emma erik erika eva evelina fatima felix filip fredrik frida fatma \
    gabriel gabriella gerd gun gunilla gunnar gustaf gustav göran hanna hannah hans harald hassan helen helena helene henrik \
    henry hugo håkan ida inga inger ingela ingemar ingrid ingvar isabelle isak jakob jan jan-erik jane janne jasmine jennie jenny \
    jens jessica joakim johan johanna johannes john jonas jonathan josefin josefine julia jörgen kaj karin karl karolina katarina \
    katrin kenneth kent kerstin kicki kim kjell klas kristian kristin kristina kristoffer lars lars-erik lena leif lennart lina \
    linda linn linnea linnéa lisa lisbeth lotta louise lova lovisa lucas ludvig magdalena magnus maj maja malin margareta margaretha \
    margit maria mariam marianne marie martin martina mats matilda mattias maximilian michael mikael mikaela moa mohamed mohammed \
    monica monika mona nadia nils nina niklas nicklas nora olle olof olov ola oscar oskar ove patrik per per-olof pernilla peter \
    petra pia pontus ragnhild rasmus rebecka rickard richard robert robin roger roland rolf rune ronny rut sandra sanna sara \
    sebastian simon siv sofia sofie sonja staffan stefan stina stig sture susanne susanna sven sven-erik svetlana sören therese \
    thomas tobias tom tomas tommy tony torbjörn tore ulf ulla ulrica ulrika ulrik urban ursula vera veronica victor victoria viktor \
    viktoria vilhelm wilma william yasmin yvonne zahra åke åsa örjan östen";

/// Words that name no person but an office or an organisation.
const NO_PERSON: [&str; 24] = [
    "sekreterare",
    "kurator",
    "psykolog",
    "läkare",
    "sköterska",
    "pedagog",
    "chef",
    "strateg",
    "samordnare",
    "controller",
    "ekonom",
    "utredare",
    "ledare",
    "administratör",
    "registrator",
    "förvaltningen",
    "förvaltning",
    "nämnden",
    "nämnd",
    "kontoret",
    "enheten",
    "avdelningen",
    "verksamheten",
    "styrelsen",
];

/// Whether a cell is a mark, or an answer to a question that asks for yes or no.
pub(super) fn is_mark(cell: &str) -> bool {
    crate::read::mark(cell).is_some()
        || matches!(cell.to_lowercase().as_str(), "vet ej" | "vet inte" | "n/a" | "delvis")
}

/// Whether a cell holds an address of e-mail, a telephone number, a personal identity number, or a network address.
pub(super) fn is_contact(cell: &str, in_ids: bool) -> bool {
    if cell.chars().count() > LONGEST {
        return false;
    }
    let is = is_login(cell) || is_network(cell) || is_address(cell) || is_profile(cell);
    is || is_little_else(cell, &contacts(cell, in_ids))
}

/// Whether a cell is a person's first and last name as people log in, as `anna.ek` or `anna_ek2`.
pub(super) fn is_login(cell: &str) -> bool {
    let Some((first, last)) = cell.split_once(['.', '_']) else { return false };
    let last = last.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_word = |text: &str| text.chars().count() >= 2 && text.chars().all(char::is_alphabetic);
    // A name in small letters may be an everyday word, which no point joins to another.
    let mut signs = first.chars();
    let name: String = signs.next().into_iter().flat_map(char::to_uppercase).chain(signs).collect();
    is_word(first) && is_word(last) && has_first_name(&name)
}

/// Whether a cell has contact data and hardly a word beside: a text that mentions an address is a text.
fn is_little_else(cell: &str, found: &[Range<usize>]) -> bool {
    const MOST_WORDS: usize = 4;
    let inside = |at: usize| found.iter().any(|span| span.contains(&at));
    let beside: String = cell.char_indices().map(|(at, c)| if inside(at) { ' ' } else { c }).collect();
    let words = beside.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    !found.is_empty() && words <= MOST_WORDS
}

/// Whether a cell is a network address, with of either version.
fn is_network(cell: &str) -> bool {
    let v6 = cell.contains("::") || cell.matches(':').count() >= 7;
    if v6 && cell.len() > 2 && cell.split('%').next().is_some_and(|bare| bare.parse::<std::net::Ipv6Addr>().is_ok()) {
        return true;
    }
    let parts: Vec<&str> = cell.split('.').collect();
    parts.len() == 4 && parts.iter().all(|part| part.len() <= 3 && part.parse::<u8>().is_ok())
}

/// Whether a cell is an address for letters: `Storgatan 1`, `Box 123, 411 01 Göteborg`, `c/o Ek`.
fn is_address(cell: &str) -> bool {
    static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let street = r"\p{Lu}[\p{L}.' -]*(?:gatan|gata|vägen|väg|gränd|torget|torg|allén|allé|stigen|esplanaden)\s+\d{1,3}\s?[A-Za-z]?";
        let place = r"(?:.*[,\s])?(?:SE?-)?\d{3}\s?\d{2}\s+\p{Lu}\p{L}{2,}[\p{L} ]*";
        Regex::new(&format!(r"^(?:{street}(?:,.*)?|Box\s+\d{{1,5}}(?:,.*)?|[cC]/[oO]\s.+|{place})$")).ok()
    });
    FORM.as_ref().is_some_and(|form| form.is_match(cell))
}

/// Whether a cell is the address of a page on which somebody shows who they are.
fn is_profile(cell: &str) -> bool {
    static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let hosts =
            r"linkedin\.com|facebook\.com|instagram\.com|twitter\.com|x\.com|github\.com|orcid\.org|researchgate\.net";
        Regex::new(&format!(r"(?i)^(?:https?://)?(?:[a-z]{{2,3}}\.)?(?:{hosts})/\S+$")).ok()
    });
    FORM.as_ref().is_some_and(|form| form.is_match(cell))
}

/// Whether a cell says that no person is meant: a recipient, a number, an id, an office, a text.
pub(super) fn is_no_person(cell: &str) -> bool {
    if has_first_name(cell) {
        return false;
    }
    let lower = cell.to_lowercase();
    let last = lower.split_whitespace().next_back().unwrap_or_default();
    is_recipient(cell)
        || is_mark(cell)
        || cell.chars().count() > 60
        || !has_word(cell)
        || NO_PERSON.iter().any(|end| last.ends_with(end))
}

/// Whether three letters stand together, as in a name; ids have fewer.
fn has_word(cell: &str) -> bool {
    let digits = cell.chars().any(|c| c.is_ascii_digit());
    let longest = cell.split(|c: char| !c.is_alphabetic()).map(|word| word.chars().count()).max().unwrap_or(0);
    longest >= 3 || longest > 0 && !digits
}

pub(super) fn is_recipient(cell: &str) -> bool {
    Level::built_in().into_iter().any(|level| register::find(level, cell).is_some())
}

/// Whether a cell looks like a person: `Anna Ek`, `Ek, Anna`, `Chef, Anna Ek`.
pub(super) fn is_person(cell: &str) -> bool {
    if cell.chars().count() > LONGEST {
        return false;
    }
    if has_first_name(cell) {
        return true;
    }
    let parts: Vec<&str> =
        cell.split([',', ';', '/', '(', ')', '–']).map(str::trim).filter(|p| !p.is_empty()).collect();
    let turned = matches!(parts[..], [last, first] if is_name(last) && is_name(first));
    !is_recipient(cell) && (turned || parts.iter().any(|part| is_full_name(part)))
}

/// Whether a cell may be a person under a header that says nothing: two or three capitalised words, or an initial and a name,
/// none of them a word of everyday or of an authority.
pub(super) fn may_be_person(cell: &str) -> bool {
    const EVERYDAY: [&str; 58] = [
        "trygg",
        "första",
        "andra",
        "tredje",
        "linjen",
        "unga",
        "vuxna",
        "äldre",
        "hälsa",
        "vård",
        "omsorg",
        "skola",
        "stöd",
        "hemma",
        "svenska",
        "röda",
        "rädda",
        "norra",
        "södra",
        "östra",
        "västra",
        "mellersta",
        "stora",
        "lilla",
        "nya",
        "gamla",
        "övre",
        "nedre",
        "upplands",
        "sveriges",
        "nationella",
        "regionala",
        "lokala",
        "social",
        "ungdom",
        "familj",
        "team",
        "projekt",
        "center",
        "centrum",
        "grupp",
        "utbildning",
        "kurs",
        "samverkan",
        "mottagning",
        "metod",
        "insats",
        "ingen",
        "inga",
        "inte",
        "mycket",
        "ganska",
        "stor",
        "liten",
        "vet",
        "helt",
        "delvis",
        "annat",
    ];
    const ENDINGS: [&str; 22] = [
        "ning",
        "ningen",
        "ningar",
        "het",
        "heten",
        "erna",
        "arna",
        "orna",
        "isk",
        "iska",
        "linjen",
        "barnen",
        "korset",
        "kyrkan",
        "föreningen",
        "förbundet",
        "huset",
        "vården",
        "skolan",
        "verket",
        "aktiv",
        "stödet",
    ];
    let parts: Vec<&str> = cell.split(',').map(str::trim).collect();
    let words: Vec<&str> = cell.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let everyday = |word: &&str| {
        let lower = word.to_lowercase();
        EVERYDAY.contains(&lower.as_str()) || ENDINGS.iter().any(|end| lower.ends_with(end))
    };
    // Abbreviations are of authorities and methods; initials have a point or stand alone.
    let abbreviation = |word: &&str| {
        let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
        letters.len() > 1 && letters.iter().all(|c| c.is_uppercase())
    };
    let shape = match parts[..] {
        [name] => is_full_name(name),
        [last, first] => is_name(last) && is_name(first),
        _ => false,
    };
    (2..=3).contains(&words.len()) && shape && !words.iter().any(|word| everyday(word) || abbreviation(word))
}

/// Two to four capitalised words, none of which is that of an authority.
fn is_full_name(part: &str) -> bool {
    const PARTICLES: [&str; 8] = ["von", "af", "av", "de", "van", "der", "al", "el"];
    const AUTHORITIES: [&str; 8] = ["region", "kommun", "län", "landsting", "stad", "nämnd", "psykiatri", "barn"];
    let words: Vec<&str> = part.split_whitespace().collect();
    let authority = |word: &&str| AUTHORITIES.iter().any(|known| word.to_lowercase().starts_with(known));
    let named = words.iter().filter(|word| !PARTICLES.contains(word)).all(|word| is_name(word));
    (2..=4).contains(&words.len()) && named && !words.iter().any(authority)
}

/// A capitalised word of letters, or an initial.
fn is_name(word: &str) -> bool {
    let letters = word.trim_end_matches('.');
    letters.chars().next().is_some_and(char::is_uppercase)
        && letters.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
}

/// Whether a common first name stands before a family name, behind it, or alone.
pub(super) fn has_first_name(cell: &str) -> bool {
    static NAMES: LazyLock<std::collections::BTreeSet<&str>> =
        LazyLock::new(|| FIRST_NAMES.split_whitespace().collect());
    const MOST_WORDS: usize = 8;
    const LONGEST_NAME: usize = 80;
    if cell.len() > 2 * LONGEST_NAME {
        return false;
    }
    let lower = cell.to_lowercase();
    let is_first = |word: &str| NAMES.contains(word.trim_end_matches(['.', ',']));
    let words: Vec<&str> = cell.split([' ', ',', ';', '/', '(', ')', '\u{a0}']).filter(|w| !w.is_empty()).collect();
    if words.is_empty() || words.len() > MOST_WORDS {
        return false;
    }
    let lowercase = lower == cell;
    let low: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let family = |at: usize| words.get(at).is_some_and(|word| is_name(word) || lowercase && words.len() <= 3);
    // Small letters make some names everyday words: `per`, `tom`.
    if lowercase && low.iter().any(|word| ["per", "tom", "dag", "bo", "lova", "eller"].contains(&word.as_str())) {
        return false;
    }
    let alone = words.len() == 1;
    let turned = cell.contains(',') && words.len() == 2;
    // `Ek Anna`, as lists of persons have it.
    let behind = words.len() == 2 && family(0) && !lowercase;
    (0..words.len()).any(|at| is_first(&low[at]) && (alone || family(at + 1) || (turned || behind) && at == 1))
}
