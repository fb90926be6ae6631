//! Which columns of an intervention are its fields.

use std::collections::BTreeMap;

use super::heading::Heading;
use super::layout;
use super::money;
use super::survey::Guess;
use super::table::Table;
use super::words;
use crate::msg;
use crate::study::Field;
use crate::wording::{Message, joined};

/// The fields of an intervention, the headings that are left, and of those the patterns of running text.
pub struct Fields {
    /// The column of each field.
    pub found: BTreeMap<Field, Guess<String>>,
    /// The other headings.
    pub rest: Vec<Heading>,
    /// Which of them hold running text.
    pub texts: Vec<String>,
}

/// The fields among the headings, each the one whose name and cells speak most for it.
pub fn fields(table: &Table<'_>, headings: &[Heading]) -> Fields {
    let mut points: Vec<(usize, Field, usize)> = Vec::new();
    // What a tool fills itself says nothing of an intervention.
    let own = |(_, heading): &(usize, &Heading)| !layout::names_record(&heading.bare);
    for (index, heading) in headings.iter().enumerate().filter(own) {
        let amounts = share(table, heading, |cell| matches!(money::amount(cell, 1), Ok(Some(_))));
        let texts = |fewest: usize| {
            share(table, heading, |cell| cell.text().chars().filter(|c| c.is_alphabetic()).count() >= fewest)
        };
        // A name may be a word; what was done, and what came of it, is said in more.
        let (words, sentences) = (texts(2), texts(7));
        // The form beside an export by codes says what they ask.
        let asked = table.asked_in_form(&heading.bare).and_then(|asked| asked.label.as_deref());
        let name = asked.unwrap_or(&heading.bare);
        let ambiguous = table.programme.is_ambiguous(name);
        for field in table.programme.fields() {
            let named = table.programme.points(name, field);
            let fits = match field {
                Field::Funds => amounts >= 0.5 && !heading.columns.iter().any(|c| money::counts_other(table, *c)),
                Field::Text(text) if text.is_title() => words >= 0.4 && amounts < 0.5,
                Field::Text(_) => sentences >= 0.4 && amounts < 0.5 && !ambiguous,
            };
            if named > 0 && fits {
                points.push((named, field, index));
            }
        }
    }
    // Planned or total costs come after those that were used.
    let other = |field: Field, index: usize| speaks_of_other(&headings[index].bare, field);
    points.sort_by_key(|(points, field, index)| (other(*field, *index), std::cmp::Reverse(*points), *index, *field));
    let mut found: BTreeMap<Field, Guess<String>> = BTreeMap::new();
    let mut used: BTreeMap<usize, Field> = BTreeMap::new();
    for (named, field, index) in &points {
        if used.contains_key(index) {
            continue;
        }
        let pattern = &headings[*index].pattern;
        match found.get_mut(field) {
            None => {
                used.insert(*index, *field);
                found.insert(*field, Guess::sure(pattern.clone()));
            }
            Some(guess) if guess.doubt.is_none() => {
                let of_winner = points.iter().find(|(_, f, i)| f == field && headings[*i].pattern == guess.value);
                if of_winner.is_some_and(|(points, ..)| points == named) {
                    guess.doubt = Some(msg!("unsure-also-seen", others = crate::diagnostic::shown(pattern)));
                }
            }
            Some(_) => {}
        }
    }
    // Of several columns of amounts nobody can be sure.
    let winner = |index: usize| found.get(&Field::Funds).is_some_and(|guess| guess.value == headings[index].pattern);
    let rivals = points.iter().filter(|(_, field, index)| *field == Field::Funds && !winner(*index));
    let rivals: Vec<String> = rivals.map(|(.., index)| crate::diagnostic::shown(&headings[*index].pattern)).collect();
    if let Some(funds) = found.get_mut(&Field::Funds).filter(|_| !rivals.is_empty()) {
        funds.doubt = Some(msg!("unsure-also-seen", others = joined(rivals, ", ")));
    }
    for (field, guess) in found.iter_mut().filter(|(_, guess)| guess.doubt.is_none()) {
        let bare = headings.iter().find(|h| h.pattern == guess.value).map_or("", |h| h.bare.as_str());
        guess.doubt = other_doubt(bare, *field);
    }
    // Without words that say so, the longest texts are what was done.
    let main = table.programme.main().filter(|main| !found.contains_key(main) && table.programme.takes_longest());
    if let Some(main) = main {
        let longest = (0..headings.len())
            .filter(|index| !used.contains_key(index))
            .map(|index| (mean_length(table, &headings[index]), index))
            .filter(|(length, _)| *length >= RUNNING_TEXT)
            .max_by_key(|(length, index)| (*length, std::cmp::Reverse(*index)));
        if let Some((_, index)) = longest {
            used.insert(index, main);
            let doubt = Some(msg!("unsure-longest-texts"));
            found.insert(main, Guess { value: headings[index].pattern.clone(), doubt });
        }
    }
    let rest = headings.iter().enumerate().filter(|(index, _)| !used.contains_key(index)).map(|(_, h)| h.clone());
    let rest: Vec<Heading> = rest.collect();
    let is_text = |heading: &&Heading| mean_length(table, heading) >= RUNNING_TEXT;
    let texts = rest.iter().filter(is_text).map(|heading| heading.pattern.clone()).collect();
    Fields { found, rest, texts }
}

/// The mean length from which cells are running text.
pub const RUNNING_TEXT: usize = 15;

/// Whether a name speaks of what was planned, or of other funds, rather than of what was done and used.
fn speaks_of_other(bare: &str, field: Field) -> bool {
    match field {
        Field::Funds => words::names_unused_funds(bare),
        _ => words::names_plan(bare),
    }
}

fn other_doubt(bare: &str, field: Field) -> Option<Message> {
    let name = crate::diagnostic::shown(bare);
    speaks_of_other(bare, field).then(|| match field {
        Field::Funds => msg!("unsure-unused-funds", name),
        _ => msg!("unsure-planned", name),
    })
}

/// The mean length of what stands under a heading, in characters.
pub fn mean_length(table: &Table<'_>, heading: &Heading) -> usize {
    let lengths: Vec<usize> =
        heading.columns.iter().flat_map(|c| table.values(*c)).map(|text| text.chars().count()).collect();
    lengths.iter().sum::<usize>() / lengths.len().max(1)
}

fn share(table: &Table<'_>, heading: &Heading, is: impl Fn(&crate::read::Cell) -> bool) -> f64 {
    let (mut all, mut so) = (0_usize, 0_usize);
    for filled in heading.columns.iter().flat_map(|column| table.filled(*column)) {
        all += 1;
        so += usize::from(is(filled.cell));
    }
    if all == 0 { 0.0 } else { so as f64 / all as f64 }
}
