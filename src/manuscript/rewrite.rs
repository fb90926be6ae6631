//! A new text in the place of letters: in the format of those that go, as tracked changes or plainly.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::letters::{Letter, State};
use super::revision::Stamp;
use super::space::Space;
use super::words::{Exchange, exchanges};
use super::xml::{Edits, Id, Tree, escaped};

/// How a text is written.
pub(super) enum Manner<'s> {
    /// As revisions that an editor accepts or rejects.
    Tracked(&'s mut Stamp),
    /// As if it had always stood there.
    Plain,
}

/// Why a text is left alone: what would have to change is the result of a field, or the end of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fixed;

/// What becomes of a run.
#[derive(Default)]
struct Plan {
    /// The letters that go, by their positions.
    goes: BTreeSet<usize>,
    /// What is put before or behind a letter: its position, whether behind, the text, and the run whose format it takes.
    comes: Vec<(usize, bool, String, Id)>,
}

/// Writes a text in the place of another; only the words that differ are touched.
///
/// # Errors
/// [`Fixed`]: nothing has been written then.
pub(super) fn rewrite(
    tree: &Tree,
    letters: &[Letter],
    new: &str,
    manner: &mut Manner<'_>,
    edits: &mut Edits,
) -> Result<(), Fixed> {
    rewrite_at(tree, letters, &[(0..letters.len(), new.to_owned())], manner, edits)
}

/// Writes texts in the place of some letters, each by itself: what comes stands where those stood, whatever is beside them.
///
/// # Errors
/// [`Fixed`]: nothing has been written then.
pub(super) fn rewrite_at(
    tree: &Tree,
    letters: &[Letter],
    places: &[(Range<usize>, String)],
    manner: &mut Manner<'_>,
    edits: &mut Edits,
) -> Result<(), Fixed> {
    let mut plans: BTreeMap<Id, Plan> = BTreeMap::new();
    for (place, new) in places {
        plan(letters, place.clone(), new, &mut plans)?;
    }
    for (run, plan) in &plans {
        let text = write(tree, letters, *run, plan, manner);
        edits.replace(tree.whole(*run), text);
    }
    Ok(())
}

/// Plans what becomes of the runs in which some letters stand.
fn plan(letters: &[Letter], place: Range<usize>, new: &str, plans: &mut BTreeMap<Id, Plan>) -> Result<(), Fixed> {
    let is_shown = |at: &usize| letters.get(*at).is_some_and(|own| matches!(own.state, State::Plain | State::Inserted));
    let shown: Vec<usize> = place.filter(is_shown).collect();
    let text: Vec<char> = shown.iter().map(|at| letters[*at].c).collect();
    for Exchange { old, new } in exchanges(&text, new) {
        let goes: Vec<usize> = old.clone().map(|at| shown[at]).collect();
        for at in &goes {
            let (run, _) = letters[*at].within.filter(|_| !letters[*at].is_fixed).ok_or(Fixed)?;
            plans.entry(run).or_default().goes.insert(*at);
        }
        if new.is_empty() {
            continue;
        }
        let behind =
            |at: &usize| letters[*at].within.filter(|_| !letters[*at].is_fixed).map(|(run, _)| (*at, true, run));
        let before = |at: &usize| behind(at).map(|(at, _, run)| (at, false, run));
        let place = match goes.last() {
            Some(last) => behind(last),
            None => old.start.checked_sub(1).and_then(|at| shown.get(at)).and_then(behind),
        };
        let (at, is_behind, run) = place.or_else(|| shown.get(old.start).and_then(before)).ok_or(Fixed)?;
        let format = goes.first().and_then(|at| letters[*at].within).map_or(run, |(run, _)| run);
        plans.entry(run).or_default().comes.push((at, is_behind, new, format));
    }
    Ok(())
}

/// A stretch of a run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Stays,
    Goes,
    /// With the run whose format it has.
    Comes(Id),
}

/// Writes a run anew.
fn write(tree: &Tree, letters: &[Letter], run: Id, plan: &Plan, manner: &mut Manner<'_>) -> String {
    let w = tree.prefix(Space::Word, run).unwrap_or_default();
    let mut parts: Vec<(Part, String)> = Vec::new();
    let mut add = |part: Part, xml: &str| match parts.last_mut() {
        Some((last, so_far)) if *last == part => so_far.push_str(xml),
        _ => parts.push((part, xml.to_owned())),
    };
    let known: BTreeMap<usize, usize> =
        (0..letters.len()).filter(|at| letters[*at].within.is_some()).map(|at| (letters[at].at.start, at)).collect();
    for child in tree.children(run).filter(|child| tree.word(*child) != "rPr") {
        let is_text = matches!(tree.word(child), "t" | "delText");
        let own = if is_text { tree.letters(child) } else { vec![(' ', tree.whole(child))] };
        if own.is_empty() {
            add(Part::Stays, tree.written(child));
        }
        for (c, bytes) in own {
            let xml = if is_text { format!("{LETTER}{c}") } else { tree.written(child).to_owned() };
            // What stands in the run and not in the text that is written anew stays, as the number before a title.
            let Some(at) = known.get(&bytes.start).copied() else {
                add(Part::Stays, &xml);
                continue;
            };
            let coming = |behind: bool| plan.comes.iter().filter(move |(of, is, ..)| *of == at && *is == behind);
            coming(false).for_each(|(.., text, format)| add(Part::Comes(*format), text));
            add(if plan.goes.contains(&at) { Part::Goes } else { Part::Stays }, &xml);
            coming(true).for_each(|(.., text, format)| add(Part::Comes(*format), text));
        }
    }
    let mut xml = String::new();
    for (part, inner) in parts {
        match (part, &mut *manner) {
            (Part::Stays, _) => xml.push_str(&as_run(tree, run, &spelled(&inner, &w, "t"))),
            (Part::Goes, Manner::Plain) => {}
            (Part::Goes, Manner::Tracked(stamp)) => {
                let inner = as_run(tree, run, &spelled(&inner, &w, "delText"));
                xml.push_str(&format!("<{w}del{}>{inner}</{w}del>", stamp.attributes(&w)));
            }
            (Part::Comes(format), Manner::Plain) => xml.push_str(&as_run(tree, format, &text(&inner, &w))),
            (Part::Comes(format), Manner::Tracked(stamp)) => {
                let inner = as_run(tree, format, &text(&inner, &w));
                xml.push_str(&inserted(tree, run, &w, &inner, stamp));
            }
        }
    }
    xml
}

/// Stands before a letter of the text while a run is put together; no part of XML can hold it.
const LETTER: char = '\u{1}';

/// Letters as one element, between elements as they are written.
fn spelled(inner: &str, w: &str, name: &str) -> String {
    let (mut xml, mut word) = (String::new(), String::new());
    let mut characters = inner.chars();
    let close = |xml: &mut String, word: &mut String| {
        if !word.is_empty() {
            xml.push_str(&format!("<{w}{name} xml:space=\"preserve\">{}</{w}{name}>", escaped(word)));
            word.clear();
        }
    };
    while let Some(c) = characters.next() {
        if c == LETTER {
            word.extend(characters.next());
        } else {
            close(&mut xml, &mut word);
            xml.push(c);
        }
    }
    close(&mut xml, &mut word);
    xml
}

/// A text as the inside of a run.
pub(super) fn text(text: &str, w: &str) -> String {
    let mut xml = String::new();
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            xml.push_str(&format!("<{w}br/>"));
        }
        for (number, piece) in line.split('\t').enumerate() {
            if number > 0 {
                xml.push_str(&format!("<{w}tab/>"));
            }
            if !piece.is_empty() {
                xml.push_str(&format!("<{w}t xml:space=\"preserve\">{}</{w}t>", escaped(piece)));
            }
        }
    }
    xml
}

/// A run with the properties of another.
pub(super) fn as_run(tree: &Tree, like: Id, inner: &str) -> String {
    let tag = &tree.source()[tree.tag(like)];
    let tag = tag.trim_end_matches('>').trim_end_matches('/').trim_end();
    let format = tree.child(like, "rPr").map_or("", |format| tree.written(format));
    format!("{tag}>{format}{inner}</{}>", tree.name(like))
}

/// A proposed insertion; within somebody's own it stands between two halves of that.
fn inserted(tree: &Tree, run: Id, w: &str, inner: &str, stamp: &mut Stamp) -> String {
    let own = format!("<{w}ins{}>{inner}</{w}ins>", stamp.attributes(w));
    let Some(around) = tree.parent(run).filter(|parent| tree.word(*parent) == "ins") else { return own };
    let tag = &tree.source()[tree.tag(around)];
    let old = tree.attribute(around, Space::Word, "id").unwrap_or_default();
    let again = tag.replacen(&format!("{w}id=\"{old}\""), &format!("{w}id=\"{}\"", stamp.number()), 1);
    format!("</{}>{own}{again}", tree.name(around))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::letters::{after, before, letters};

    fn document(inner: &str) -> String {
        format!("<w:p xmlns:w=\"{}\">{inner}</w:p>", Space::Word.address(false))
    }

    fn rewritten(inner: &str, new: &str, tracked: bool) -> Result<String, Fixed> {
        let tree = Tree::read(document(inner).into_bytes()).ok().unwrap();
        let found = letters(&tree, tree.root());
        let mut stamp = Stamp::new(None, std::iter::empty());
        let mut manner = if tracked { Manner::Tracked(&mut stamp) } else { Manner::Plain };
        let mut edits = Edits::default();
        rewrite(&tree, &found, new, &mut manner, &mut edits)?;
        let made = edits.apply(tree.source());
        // What is written is well-formed, reads as asked, and as before where it is rejected.
        let again = Tree::read(made.clone().into_bytes()).ok().unwrap();
        let letters = letters(&again, again.root());
        assert_eq!(after(&letters), new);
        if tracked {
            assert_eq!(before(&letters), before(&found));
        }
        Ok(made)
    }

    #[test]
    fn a_number_split_over_runs_is_exchanged_in_its_format() {
        let inner = "<w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>Av 1</w:t></w:r><w:r><w:t>2 svar</w:t></w:r>";
        let plain = rewritten(inner, "Av 13 svar", false).unwrap();
        assert_eq!(
            plain,
            document(
                "<w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Av </w:t></w:r>\
                <w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">13</w:t></w:r>\
                <w:r><w:t xml:space=\"preserve\"> svar</w:t></w:r>"
            )
        );
        let tracked = rewritten(inner, "Av 13 svar", true).unwrap();
        assert!(tracked.contains(
            "<w:del w:id=\"1\" w:author=\"insats\"><w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:delText xml:space=\"preserve\">1</w:delText></w:r></w:del>"
        ));
        assert!(tracked.contains("<w:ins w:id=\"3\" w:author=\"insats\"><w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">13</w:t></w:r></w:ins>"));
    }

    #[test]
    fn what_is_not_text_in_a_run_stays() {
        let inner = "<w:r><w:t>I 12</w:t><w:footnoteReference w:id=\"2\"/><w:t> av &amp;</w:t></w:r>";
        let made = rewritten(inner, "I 14 av &", true).unwrap();
        assert_eq!(made.matches("<w:footnoteReference w:id=\"2\"/>").count(), 1);
    }

    #[test]
    fn anothers_insertion_is_opened_and_closed_around_ours() {
        let inner = "<w:ins w:id=\"8\" w:author=\"Eva\"><w:r><w:t>I 12 av 21</w:t></w:r></w:ins>";
        let made = rewritten(inner, "I 14 av 21", true).unwrap();
        assert_eq!(made.matches("w:author=\"Eva\"").count(), 2);
        assert!(made.contains("</w:ins><w:ins w:id=\"2\" w:author=\"insats\">"));
    }

    #[test]
    fn results_of_fields_are_never_written_over() {
        let inner =
            "<w:fldSimple w:instr=\"REF x\"><w:r><w:t>figur 2</w:t></w:r></w:fldSimple><w:r><w:t> visar 3</w:t></w:r>";
        assert!(rewritten(inner, "figur 2 visar 4", true).is_ok());
        assert_eq!(rewritten(inner, "figur 3 visar 3", true), Err(Fixed));
    }

    proptest::proptest! {
        #[test]
        fn any_text_in_any_runs_becomes_any_other(runs in proptest::collection::vec("[ab12 ,.&<]{0,6}", 1..5), new in "[ab12 ,.&<]{1,20}") {
            let xml = |run: &String| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(run));
            let inner: String = runs.iter().map(xml).collect();
            if runs.iter().any(|run| !run.is_empty()) {
                let tree = Tree::read(document(&inner).into_bytes()).ok().unwrap();
                let found = letters(&tree, tree.root());
                for tracked in [false, true] {
                    let mut stamp = Stamp::new(None, std::iter::empty());
                    let mut manner = if tracked { Manner::Tracked(&mut stamp) } else { Manner::Plain };
                    let mut edits = Edits::default();
                    proptest::prop_assert!(rewrite(&tree, &found, &new, &mut manner, &mut edits).is_ok());
                    let again = Tree::read(edits.apply(tree.source()).into_bytes()).ok().unwrap();
                    let letters = letters(&again, again.root());
                    proptest::prop_assert!(super::super::words::same(&after(&letters), &new));
                    if tracked {
                        proptest::prop_assert_eq!(before(&letters), before(&found));
                    }
                }
            }
        }
    }
}
