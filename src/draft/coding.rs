//! Coding sheets: which columns and files have the final codes, and which those of coders.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::programme::Programme;
use super::sheets::Sheets;
use super::survey::Guess;
use super::table::Table;
use super::words;
use crate::codebook::Domain;
use crate::diagnostic::shown;
use crate::msg;
use crate::wording::{Arg, Message, joined};

/// A coding sheet.
pub struct CodingDraft {
    /// The file.
    pub file: String,
    /// The sheet, where the file has several.
    pub sheet: Option<String>,
    /// The coder's name; none for the final sheet.
    pub coder: Guess<Option<String>>,
    /// The column of the intervention's id.
    pub intervention: String,
    /// The columns of domains.
    pub domains: Vec<(Domain, String)>,
    /// The sign between codes.
    pub separator: char,
    /// The ids of the interventions.
    pub ids: BTreeSet<String>,
    /// What names say of its codes.
    pub says: Says,
}

/// What the name of a file, a sheet or a column says of codes, from the weakest claim to be final to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    /// They are a coder's own.
    Coder,
    /// They are not settled yet, or no longer: `preliminär`, `gammal`.
    Unsettled,
    /// Nothing.
    Nothing,
    /// They are final.
    Final,
}

impl Says {
    fn of(name: &str) -> Self {
        const FINAL: [&str; 15] = [
            "slutlig",
            "slutgiltig",
            "slutkod",
            "final",
            "facit",
            "gemensam",
            "beslut",
            "konsensus",
            "consensus",
            "avstäm",
            "avstam",
            "samstäm",
            "fastställ",
            "faststall",
            "agreed",
        ];
        const UNSETTLED: [&str; 15] = [
            "ej ", "inte ", "icke", "prelim", "utkast", "draft", "gammal", "gamla", "tidigare", "äldre", "arkiv",
            "backup", "förslag", "forslag", "kopia",
        ];
        const CODER: [&str; 5] = ["kodare", "coder", "bedömare", "bedomare", "kodad av"];
        let name = name.to_lowercase().replace(['_', '-', '.'], " ");
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        match () {
            () if has(&UNSETTLED) => Self::Unsettled,
            () if has(&FINAL) => Self::Final,
            () if has(&CODER) => Self::Coder,
            () => Self::Nothing,
        }
    }

    /// What a sheet's name says, or its file's; their folder's only where these say nothing.
    fn of_sheet(file: &str, sheet: Option<&str>) -> Self {
        let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
        let parts = [sheet.unwrap_or_default(), name, folder];
        parts.into_iter().map(Self::of).find(|says| *says != Self::Nothing).unwrap_or(Self::Nothing)
    }
}

/// Codes, as `G1.2` or several of them.
fn is_codes(text: &str) -> bool {
    static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^[A-ZÅÄÖ]{1,3}\d{1,2}(\.\d{1,2})*(\s*[;,|/]\s*[A-ZÅÄÖ]{1,3}\d{1,2}(\.\d{1,2})*)*[;,]?$").ok()
    });
    FORM.as_ref().is_some_and(|form| form.is_match(text.trim()))
}

/// A column of codes in a domain, with the words of its name that are not the domain's: `kodare a`.
struct Coded {
    domain: Domain,
    column: usize,
    label: String,
}

/// The column of the interventions' ids, and those of codes.
fn id_and_codes(table: &Table<'_>) -> Option<(usize, Vec<usize>)> {
    let with_codes: Vec<usize> = table.columns().filter(|c| table.share(*c, is_codes) > 0.8).collect();
    let named = table.columns().find(|c| words::names_intervention_id(&table.names[*c]));
    let short = |c: &usize| !with_codes.contains(c) && table.share(*c, |t| t.chars().count() <= 30) > 0.99;
    let intervention = named.or_else(|| table.columns().find(short))?;
    Some((intervention, with_codes.into_iter().filter(|c| *c != intervention).collect()))
}

/// What to declare of a file that was not recognised and has codes, where no header says of which domain they are.
pub fn without_domain(file: &Sheets<'_>) -> Option<Message> {
    file.tables.iter().find_map(|table| {
        let (intervention, with_codes) = id_and_codes(table)?;
        let says_code = |column: &usize| ["kod", "code"].iter().any(|word| words::has(&table.names[*column], word));
        let first = shown(&table.names[*with_codes.iter().find(|column| says_code(column))?]);
        let names: Vec<String> = with_codes.iter().map(|column| shown(&table.names[*column])).collect();
        let of_sheet = file.sheet_name(table).map(|name| format!("sheet = {}, ", shown(&name))).unwrap_or_default();
        Some(msg!(
            "unsure-no-domain",
            file = shown(&file.source.file),
            columns = joined(names, ", "),
            of_sheet,
            intervention = shown(&table.names[intervention]),
            first,
            domain = table.programme.domains().next().map_or("", Domain::word),
            domains = joined(table.programme.domains().map(Domain::word), ", "),
        ))
    })
}

/// The codings in a sheet: one, or the final one and those of coders that stand beside it.
pub fn coding(sheets: &Sheets<'_>, table: &Table<'_>) -> Vec<CodingDraft> {
    let (file, sheet) = (sheets.source.file.clone(), sheets.sheet_name(table));
    let Some((intervention, with_codes)) = id_and_codes(table) else { return Vec::new() };
    let of_column = |column: &usize| {
        let (column, name) = (*column, table.names[*column].as_str());
        let label = label(&table.programme, name);
        let domains = table.programme.domains_in(name).into_iter();
        domains.map(move |domain| Coded { domain, column, label: label.clone() })
    };
    let mut coded: Vec<Coded> = with_codes.iter().flat_map(of_column).collect();
    coded.sort_by_key(|one| one.domain);
    let says = Says::of_sheet(&file, table.grid.sheet.as_deref());
    let draft = |of: &[&Coded], coder: Guess<Option<String>>, says: Says| {
        let joined = |sign: char| of.iter().any(|coded| table.share(coded.column, |t| t.contains(sign)) > 0.0);
        CodingDraft {
            file: file.clone(),
            sheet: sheet.clone(),
            coder,
            intervention: table.names[intervention].clone(),
            domains: of.iter().map(|coded| (coded.domain, table.names[coded.column].clone())).collect(),
            separator: [';', ',', '|', '/'].into_iter().find(|sign| joined(*sign)).unwrap_or(';'),
            ids: table.values(intervention).map(str::to_owned).collect(),
            says,
        }
    };
    let (chosen, others) = versions(&coded);
    if chosen.is_empty() {
        return Vec::new();
    }
    let mut used: Vec<usize> = chosen.iter().map(|coded| coded.column).collect();
    let mut all = Vec::new();
    for other in &others {
        let Some(first) = other.first() else { continue };
        // `Aktivitet A` is a coder's; `Aktivitet 2` may be a second code.
        let alone = first.label.chars().count() <= 2 && first.label.chars().any(char::is_alphabetic);
        if Says::of(&first.label) == Says::Coder || alone {
            let doubt = alone.then(|| msg!("unsure-coders-own", column = shown(&table.names[first.column])));
            let name = Some(last_word(&first.label));
            all.push(draft(other, Guess { value: name, doubt }, Says::Coder));
            used.extend(other.iter().map(|coded| coded.column));
        }
    }
    let says = match Says::of(&chosen.first().map(|coded| coded.label.clone()).unwrap_or_default()) {
        Says::Nothing => says,
        of_column => of_column,
    };
    let value = (says == Says::Coder).then(|| match &chosen[..] {
        [first, ..] if Says::of(&first.label) == Says::Coder => last_word(&first.label),
        _ => coder_name(table.grid.sheet.as_deref(), &file),
    });
    let left: Vec<String> = with_codes.iter().filter(|c| !used.contains(c)).map(|c| shown(&table.names[*c])).collect();
    let of_label = |group: &[&Coded]| group.first().map_or(Says::Nothing, |coded| Says::of(&coded.label));
    let settled = of_label(&chosen) == Says::Final && others.iter().all(|group| of_label(group) != Says::Final);
    let rivals: Vec<String> = others.iter().flatten().map(|coded| shown(&table.names[coded.column])).collect();
    let plain = chosen.iter().all(|coded| coded.label.is_empty())
        && others.iter().all(|group| group.is_empty() || of_label(group) == Says::Coder);
    let doubt = match () {
        () if !(rivals.is_empty() || settled || plain && says == Says::Final) => {
            Some(msg!("unsure-codes-elsewhere", columns = joined(rivals, ", ")))
        }
        () if several_rows(table, intervention) => Some(msg!("unsure-several-rows")),
        () if !left.is_empty() => Some(msg!("unsure-codes-left-out", columns = joined(left, ", "))),
        () if says == Says::Unsettled => Some(msg!("unsure-not-final")),
        () if says == Says::Nothing => Some(nothing_said()),
        () => None,
    };
    all.insert(0, draft(&chosen, Guess { value, doubt }, says));
    all
}

/// Whether interventions come back.
fn several_rows(table: &Table<'_>, intervention: usize) -> bool {
    let ids: BTreeSet<&str> = table.values(intervention).collect();
    ids.len() < table.filled(intervention).len()
}

/// Names say nothing of whose codes they are.
fn nothing_said() -> Message {
    msg!("unsure-whose-codes")
}

/// The columns that are the likeliest final codes, one a domain, and the others, by the words that tell them apart.
fn versions(coded: &[Coded]) -> (Vec<&Coded>, Vec<Vec<&Coded>>) {
    let rivals = |one: &Coded| coded.iter().filter(|other| other.domain == one.domain).count() > 1;
    let mut labels: Vec<&str> = Vec::new();
    for one in coded.iter().filter(|one| rivals(one)) {
        if !labels.contains(&one.label.as_str()) {
            labels.push(&one.label);
        }
    }
    // The earlier of equals.
    let best = labels.iter().rev().max_by_key(|label| Says::of(label)).copied().unwrap_or_default();
    let (mut chosen, mut others): (Vec<&Coded>, Vec<Vec<&Coded>>) = (Vec::new(), vec![Vec::new(); labels.len()]);
    let domains: BTreeSet<Domain> = coded.iter().map(|one| one.domain).collect();
    for domain in domains {
        let of_domain = || coded.iter().filter(move |one| one.domain == domain);
        let own = of_domain().find(|one| one.label == best || !rivals(one));
        // A column belongs to one domain.
        chosen.extend(own.filter(|one| !chosen.iter().any(|known| known.column == one.column)));
    }
    for (label, group) in labels.iter().zip(&mut others) {
        let is_other = |one: &&Coded| one.label == **label && !chosen.iter().any(|known| known.column == one.column);
        for one in coded.iter().filter(is_other) {
            if !group.iter().any(|known: &&Coded| known.domain == one.domain || known.column == one.column) {
                group.push(one);
            }
        }
    }
    (chosen, others)
}

/// The words of a column's name that are neither the domain's nor that for codes.
fn label(programme: &Programme, name: &str) -> String {
    let lower = name.to_lowercase();
    let parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_domain = |word: &&str| programme.names_domain(word);
    let is_code = |word: &&str| ["kod", "koder", "koden", "kodning", "code", "codes"].contains(word);
    parts.filter(|word| !is_domain(word) && !is_code(word)).collect::<Vec<_>>().join(" ")
}

fn last_word(text: &str) -> String {
    let last = text.rsplit(' ').next().unwrap_or_default();
    if last.chars().count() <= 2 { last.to_uppercase() } else { last.to_owned() }
}

/// The last word of a file's or sheet's name, as `A` of `kodare-a.csv`.
fn coder_name(sheet: Option<&str>, file: &str) -> String {
    let name = |text: &str| {
        let stem = text.rsplit('/').next().unwrap_or(text).split('.').next().unwrap_or_default().to_owned();
        let last = stem.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
        if last.chars().count() <= 2 { last.to_uppercase() } else { last }
    };
    let is_word = |n: &String| ["kodare", "coder"].contains(&n.to_lowercase().as_str());
    sheet
        .map(name)
        .filter(|n| !is_word(n) && sheet.is_some_and(|s| s.to_lowercase().contains("kodare")))
        .unwrap_or_else(|| name(file))
}

/// Of several sheets that may have the final codes, one is final: the one whose name says so most. Others are coders' own,
/// which has to be looked at.
pub fn one_final(codings: &mut [CodingDraft]) {
    let place = |c: &CodingDraft| {
        let whole: Arg = shown(&c.file).into();
        c.sheet
            .as_ref()
            .map_or(whole, |sheet| msg!("column-in-file", column = shown(sheet), file = shown(&c.file)).into())
    };
    let finals: Vec<usize> = (0..codings.len()).filter(|at| codings[*at].coder.value.is_none()).collect();
    let Some(chosen) = finals.iter().rev().copied().max_by_key(|at| codings[*at].says) else {
        sort(codings);
        return;
    };
    let (name, says) = (place(&codings[chosen]), codings[chosen].says);
    let rivals: Vec<Arg> = finals
        .iter()
        .filter(|at| **at != chosen && (codings[**at].says == says || says != Says::Final))
        .map(|at| place(&codings[*at]))
        .collect();
    for at in finals.into_iter().filter(|at| *at != chosen) {
        codings[at].coder = Guess {
            value: Some(coder_name(codings[at].sheet.as_deref(), &codings[at].file)),
            doubt: Some(msg!("unsure-final-elsewhere", name = name.clone())),
        };
    }
    let only = codings.len() == 1;
    let doubt = &mut codings[chosen].coder.doubt;
    if !rivals.is_empty() {
        *doubt = Some(msg!("unsure-final-also", others = joined(rivals, ", ")));
    } else if only && *doubt == Some(nothing_said()) {
        // Somebody's codes are final, and there are no others.
        *doubt = None;
    }
    sort(codings);
}

/// The final sheet first, then coders by their names; every coder has another name.
fn sort(codings: &mut [CodingDraft]) {
    for at in 1..codings.len() {
        let taken = |name: &String, before: &[CodingDraft]| before.iter().any(|c| c.coder.value.as_ref() == Some(name));
        let (before, after) = codings.split_at_mut(at);
        let Some(own) = after.first_mut() else { continue };
        if let Some(name) = own.coder.value.clone().filter(|name| taken(name, before)) {
            own.coder.value = (2..).map(|number| format!("{name}-{number}")).find(|name| !taken(name, before));
            own.coder.doubt = Some(msg!("unsure-coder-twice", name = shown(&name)));
        }
    }
    codings.sort_by_key(|c| (c.coder.value.is_some(), c.coder.value.clone()));
}
