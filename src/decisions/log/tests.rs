use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::decisions::Fingerprint;

fn file(name: &str, text: impl Into<Vec<u8>>) -> Appended {
    Appended { name: name.to_owned(), bytes: Arc::from(text.into()) }
}

fn text(number: usize) -> Option<Fingerprint> {
    Fingerprint::of_texts(std::iter::once(format!("text {number}").as_str()))
}

fn decision(who: &str, codes: &[&str], read: usize, after: &[LineId]) -> String {
    let line = Line::Decision(Decision {
        who: who.to_owned(),
        when: Moment::of_unix(0),
        purpose: Purpose::Final,
        unit: "R-1-1".to_owned(),
        domain: "activity".to_owned(),
        codes: codes.iter().map(|code| (*code).to_owned()).collect(),
        read: text(read),
        codebook: "b 1".to_owned(),
        defined: BTreeMap::new(),
        was: None,
        why: "read it".to_owned(),
        unsure: false,
        after: after.to_vec(),
    });
    line.to_text().unwrap_or_default()
}

fn undo(who: &str, undo: LineId) -> String {
    let line = Undo { who: who.to_owned(), when: Moment::of_unix(1), undo, why: "a slip".to_owned() };
    Line::Undo(line).to_text().unwrap_or_default()
}

fn log(lines: &[&str]) -> (Log, Vec<String>) {
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    of_files(&[file("decisions/anna.jsonl", format!("{}\n{text}", first()))])
}

fn of_files(files: &[Appended]) -> (Log, Vec<String>) {
    let mut messages = Diagnostics::new();
    let log = Log::read(files, &mut messages);
    (log, messages.sorted().iter().map(|told| format!("{} {}", told.name(), told.place)).collect())
}

/// The codes that stand of a text; `None` where nothing was decided of it.
fn codes(log: &Log, read: usize) -> Option<Option<Vec<String>>> {
    let stands = log.stands(&log.carrying("b 1"));
    stands.values().next()?.get(&text(read)).map(|said| said.codes.clone())
}

fn only(code: &str) -> Option<Option<Vec<String>>> {
    Some(Some(vec![code.to_owned()]))
}

#[test]
fn a_line_is_read_as_it_is_written() -> Result<(), serde_json::Error> {
    let lines =
        [decision("Anna", &["G1"], 1, &[]), decision("Bo", &[], 2, &[LineId::of("x")]), undo("Bo", LineId::of("y"))];
    for line in lines {
        let Ok(Some(read)) = line::parse(&line) else { panic!("{line}") };
        assert_eq!(read.to_text()?, line);
    }
    Ok(())
}

/// `printf '%s' '<line>' | sha256sum`.
#[test]
fn a_line_is_called_by_its_hash() {
    assert_eq!(LineId::of("abc\r\n").to_string(), "ba7816bf8f01cfea414140de5dae2223");
    assert_eq!("ba7816bf8f01cfea414140de5dae2223".parse(), Ok(LineId::of("abc")));
}

#[test]
fn what_follows_counts() {
    let one = decision("Anna", &["G1"], 1, &[]);
    let two = decision("Bo", &["G2"], 1, &[LineId::of(&one)]);
    assert_eq!(codes(&log(&[&one]).0, 1), only("G1"));
    for order in [[&one, &two], [&two, &one]] {
        let (log, told) = log(&[order[0], order[1]]);
        assert_eq!(codes(&log, 1), only("G2"));
        assert!(told.is_empty(), "{told:?}");
    }
}

#[test]
fn two_that_do_not_know_of_each_other_are_unsettled_where_they_differ() {
    let one = decision("Anna", &["G1"], 1, &[]);
    let two = decision("Bo", &["G2"], 1, &[]);
    assert_eq!(codes(&log(&[&one, &two]).0, 1), Some(None));
    assert_eq!(codes(&log(&[&one, &decision("Bo", &["G1"], 1, &[])]).0, 1), only("G1"));
    // Of another text it is no contradiction.
    let (log_, _) = log(&[&one, &decision("Bo", &["G2"], 2, &[])]);
    assert_eq!((codes(&log_, 1), codes(&log_, 2)), (only("G1"), only("G2")));
    // A new one that knows of both settles it.
    let three = decision("Anna", &["G3"], 1, &[LineId::of(&one), LineId::of(&two)]);
    assert_eq!(codes(&log(&[&three, &one, &two]).0, 1), only("G3"));
}

#[test]
fn what_is_taken_back_stands_as_before_and_may_come_back() {
    let one = decision("Anna", &["G1"], 1, &[]);
    let two = decision("Anna", &["G2"], 1, &[LineId::of(&one)]);
    let back = undo("Anna", LineId::of(&two));
    let again = undo("Bo", LineId::of(&back));
    let gone = undo("Bo", LineId::of(&one));
    assert_eq!(codes(&log(&[&one, &two, &back]).0, 1), only("G1"));
    assert_eq!(codes(&log(&[&again, &back, &two, &one]).0, 1), only("G2"));
    assert_eq!(codes(&log(&[&gone, &back, &two, &one]).0, 1), None);
    // Taking back what somebody has decided anew since changes nothing.
    assert_eq!(codes(&log(&[&gone, &two, &one]).0, 1), only("G2"));
    // What follows a line that takes back follows what was taken back, too, should that come back.
    let three = decision("Anna", &["G3"], 1, &[LineId::of(&back)]);
    assert_eq!(codes(&log(&[&three, &again, &back, &two, &one]).0, 1), only("G3"));
}

#[test]
fn what_was_carried_over_is_read_so() {
    let one = decision("Anna", &["G1", "G2"], 1, &[]);
    let step = |from: &str, to: &str, old: &str, new: &str| {
        format!(
            "{{\"who\":\"A\",\"when\":\"1970-01-01T00:00:00Z\",\"why\":\"w\",\"migrate\":{{\"from\":\"{from}\",\"to\":\"{to}\",\
             \"codes\":{{\"activity\":{{\"{old}\":\"{new}\"}}}}}}}}"
        )
    };
    let (log, told) = log(&[&one, &step("b 1", "b 2", "G1", "A1"), &step("b 2", "b 3", "A1", "B1")]);
    assert!(told.is_empty(), "{told:?}");
    let of = |book: &str| {
        let stands = log.stands(&log.carrying(book));
        stands.values().next().and_then(|own| own[&text(1)].codes.clone()).unwrap_or_default()
    };
    assert_eq!([of("b 1"), of("b 2"), of("b 3"), of("b 4")], [["G1", "G2"], ["A1", "G2"], ["B1", "G2"], ["G1", "G2"]]);
}

#[test]
fn files_are_read_whatever_became_of_them() {
    let (one, two) = (decision("Anna", &["G1"], 1, &[]), decision("Bo", &["G2"], 2, &[]));
    let whole = format!("{}\n{one}\n", first());
    let with = |rest: &str| of_files(&[file("a.jsonl", format!("{whole}{rest}"))]);
    for (rest, expected, second) in [
        ("", &[][..], None),
        // Put together with cat, with Windows' line ends and the mark of its editors; a line twice.
        (&*format!("\u{feff}{}\r\n{two}\r\n\r\n{one}\n", first()), &[], only("G2")),
        // Half a line at the end, and half a line that another has come behind.
        (&two[..40], &["decision-line-half a.jsonl, line 3"], None),
        // An editor leaves out the last line's end.
        (&two, &[], only("G2")),
        (&*format!("{}#cut\n{two}\n", &two[..40]), &[], only("G2")),
        (&*format!("{}\n{two}\n", &two[..40]), &["decision-line-unreadable a.jsonl, line 3"], only("G2")),
        (&*format!("<<<<<<< a\n{two}\n=======\n>>>>>>> b\n"), &["decisions-in-conflict a.jsonl, line 3"], only("G2")),
        ("{\"insats decisions\":2}\n", &["decisions-of-other-version a.jsonl, line 3"], None),
        (&two[..two.len() - 1], &["decision-line-half a.jsonl, line 3"], None),
        (&*two.replace("\"who\"", "\"whom\""), &["decision-line-unreadable a.jsonl, line 3"], None),
        (&*(two.replace("\"who\"", "\"whom\"") + "\n"), &["decision-line-unreadable a.jsonl, line 3"], None),
        (&*(two.replace("\"was\":null,", "") + "\n"), &["decision-line-unreadable a.jsonl, line 3"], None),
        (&*(two.replace("}", ",\"more\":1}") + "\n"), &["decision-line-unreadable a.jsonl, line 3"], None),
    ] {
        let (log, told) = with(rest);
        assert_eq!(told, expected, "{rest}");
        assert_eq!((codes(&log, 1), codes(&log, 2)), (only("G1"), second), "{rest}");
    }
    assert_eq!(of_files(&[file("a.jsonl", format!("{one}\n"))]).1, ["decisions-without-version a.jsonl, line 1"]);
    assert_eq!(of_files(&[file("a.jsonl", [0xff, b'\n'])]).1, ["decision-line-not-utf8 a.jsonl, line 1"]);
    assert!(of_files(&[file("a.jsonl", "")]).1.is_empty());
    let (_, told) = log(&[&decision("Anna", &["G1"], 1, &[LineId::of("elsewhere")])]);
    assert_eq!(told, ["decision-predecessor-missing decisions/anna.jsonl, line 2"]);
}

#[test]
fn what_is_written_before_a_line_leaves_half_a_line_alone() {
    let says = format!("{}\n", first());
    for (written, expected) in [
        (String::new(), says.clone()),
        (says.clone(), String::new()),
        (format!("{says}{{\"who\""), "#cut\n".to_owned()),
        ("{\"insats dec".to_owned(), format!("#cut\n{says}")),
        (first(), "\n".to_owned()),
        (format!("{says}{{\"who\":1}}"), "\n".to_owned()),
    ] {
        assert_eq!(cut(written.as_bytes()), expected, "{written}");
    }
}

/// What somebody does.
#[derive(Clone, Debug)]
enum Act {
    Decide { who: usize, code: usize, read: usize },
    TakeBack { who: usize, which: usize },
    Fetch { who: usize, from: usize },
}

fn act() -> impl Strategy<Value = Act> {
    let people = 0..3_usize;
    prop_oneof![
        3 => (people.clone(), 0..3_usize, 0..2_usize).prop_map(|(who, code, read)| Act::Decide { who, code, read }),
        2 => (people.clone(), 0..64_usize).prop_map(|(who, which)| Act::TakeBack { who, which }),
        2 => (people.clone(), people).prop_map(|(who, from)| Act::Fetch { who, from }),
    ]
}

/// A line as whoever keeps book of everything sees it.
struct Seen {
    line: String,
    /// The text and code, or the line that is taken back.
    is: Result<(usize, usize), usize>,
    /// What its writer knew.
    knew: BTreeSet<usize>,
}

/// Whether a line was taken back, by a line that was not.
fn is_undone(all: &[Seen], at: usize) -> bool {
    (0..all.len()).any(|other| all[other].is == Err(at) && !is_undone(all, other))
}

/// The codes that stand, by a bookkeeper who knows what everybody knew.
fn truth(all: &[Seen], read: usize) -> BTreeSet<usize> {
    let own = |at: &usize| all[*at].is.is_ok_and(|(text, _)| text == read) && !is_undone(all, *at);
    let left =
        (0..all.len()).filter(own).filter(|at| !(0..all.len()).filter(own).any(|other| all[other].knew.contains(at)));
    left.filter_map(|at| all[at].is.ok()).map(|(_, code)| code).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever two or three people do, and however their lines are put together, the same stands: what nobody took back, and
    /// nobody who knew of it decided anew.
    #[test]
    fn files_are_merged_by_putting_lines_together(
        acts in prop::collection::vec(act(), 1..24),
        order in prop::collection::vec(any::<u32>(), 24),
    ) {
        let mut all: Vec<Seen> = Vec::new();
        let mut known = [BTreeSet::new(), BTreeSet::new(), BTreeSet::new()];
        for (at, act) in acts.iter().enumerate() {
            let (who, line, is) = match *act {
                Act::Fetch { who, from } => {
                    let fetched = known[from].clone();
                    known[who].extend(fetched);
                    continue;
                }
                Act::Decide { who, code, read } => {
                    let lines: Vec<&str> = known[who].iter().map(|at: &usize| all[*at].line.as_str()).collect();
                    let heads = log(&lines).0.heads().into_values().next().unwrap_or_default();
                    // Why makes every line another.
                    let line = decision(&format!("P{who}"), &[["G1", "G2", "G3"][code]], read, &heads);
                    (who, line.replace("read it", &format!("read it {at}")), Ok((read, code)))
                }
                Act::TakeBack { who, which } => {
                    let Some(target) = known[who].iter().nth(which % known[who].len().max(1)).copied() else { continue };
                    let line = undo(&format!("P{who}"), LineId::of(&all[target].line));
                    (who, line.replace("a slip", &format!("a slip {at}")), Err(target))
                }
            };
            all.push(Seen { line, is, knew: known[who].clone() });
            known[who].insert(all.len() - 1);
        }
        let mut shuffled: Vec<(u32, &str)> = order.iter().copied().cycle().zip(all.iter().map(|seen| seen.line.as_str())).collect();
        for _ in 0..2 {
            shuffled.sort();
            // Two files, of which the second has some lines of the first, too.
            let half = shuffled.len() / 2;
            let of = |lines: &[(u32, &str)]| first() + "\n" + &lines.iter().map(|(_, line)| format!("{line}\n")).collect::<String>();
            let (log, told) = of_files(&[file("a.jsonl", of(&shuffled[..half + 1.min(shuffled.len())])), file("b.jsonl", of(&shuffled[half..]))]);
            prop_assert!(told.is_empty(), "{told:?}");
            for read in 0..2 {
                let stands = truth(&all, read);
                let expected = match stands.len() {
                    0 => None,
                    1 => Some(stands.iter().map(|code| vec![["G1", "G2", "G3"][*code].to_owned()]).next()),
                    _ => Some(None),
                };
                prop_assert_eq!(codes(&log, read), expected, "{:?}", acts);
            }
            shuffled.iter_mut().for_each(|(key, _)| *key = key.rotate_left(16));
        }
    }
}
