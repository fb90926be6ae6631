//! Codebooks as workbooks: nothing is lost, what is wrong is told at its cell, and what changed is told.

use std::collections::BTreeMap;
use std::path::Path;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use indexmap::IndexMap;
use insats::codebook::diff::{Changes, CodeChangeKind};
use insats::codebook::{
    Alternatives, Choose, Code, Codebook, CodingSettings, DomainCoding, Evidence, Guard, Near, Negation, NestedScope,
    Rule, Scope, System, WeightedPattern,
};
use insats::output::OutputError;
use insats::run::{Failure, diff_codebooks, export_codebook, import_codebook};
use insats::wording::{Language, Text};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::json;

use crate::support::project;

pub const SHIPPED: [&str; 3] =
    ["codebook/psykisk-halsa.json", "input/foreningsbidrag-2025/kodbok.json", "input/prehospital-2024/kodbok.json"];

#[test]
fn shipped_codebooks_come_back_byte_for_byte_in_both_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    for (at, (file, (_, language))) in
        SHIPPED.into_iter().flat_map(|file| Language::WORDS.map(|language| (file, language))).enumerate()
    {
        let workbook = folder.path().join(format!("{at}.xlsx"));
        let exported = export_codebook(&project(file), Some(&workbook), false, language).expect("a workbook");
        let imported = import_codebook(&workbook, None, false).expect("a codebook");
        assert_eq!((imported.codes, Some(imported.rules)), (exported.codes, exported.rules));
        assert!(imported.changes.is_none() && imported.notices.is_empty(), "{:?}", imported.notices);
        let [there, back] = [project(file), imported.file].map(|path| std::fs::read(path).expect("a file"));
        assert!(there == back, "{file} has changed on its way");
        let again = std::fs::read(&workbook).expect("a workbook");
        export_codebook(&project(file), Some(&workbook), true, language).expect("a workbook");
        assert!(std::fs::read(&workbook).expect("a workbook") == again, "two exports of {file} differ");
    }
}

/// Texts as people write them, and texts that no cell can hold as they stand.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zåäöA-Z0-9 ,.:;()!?-]{0,30}",
        1 => "\\PC{0,12}",
        1 => any::<String>(),
        1 => prop::sample::select(vec![
            "", " ", "#N/A", "#SAKNAS!", "Err:502", "=1+1", "@a", "'a", "\"a\"", "\"a\" b", "_x0041_", "a\r\nb", "a\nb",
            "\t", "2025.1", "1e5", "TRUE", "\u{feff}a", "(2) a", "\u{ffff}", "\u{7f}", "a,b;c",
        ]).prop_map(ToOwned::to_owned),
    ]
}

fn both() -> impl Strategy<Value = Text> {
    (text(), prop::option::of(text())).prop_map(|(sv, en)| Text { sv, en })
}

/// Patterns that a codebook may have; space around them is read away.
fn pattern() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zåäö]{1,8}[*]?( [a-zåäö]{1,6}[*?]?){0,2}",
        1 => "[ \n\t]?[a-z]{1,5}[ \n]{1,2}[a-z]{1,5}\u{200b}?[ \r]?",
        1 => prop::sample::select(vec!["re:\\(2\\) a", "re:a|\"b\"", "re:#N/A", "re: _x0041_", "SIP-möte", "SIP:en", "24", "re:a,b;c\n"])
            .prop_map(ToOwned::to_owned),
    ]
}

fn weight() -> impl Strategy<Value = f64> {
    prop_oneof![Just(1.0), Just(0.5), Just(3.0), 0.000_1..100.0]
}

fn evidence() -> impl Strategy<Value = Evidence> {
    prop_oneof![
        pattern().prop_map(Evidence::Plain),
        (pattern(), weight()).prop_map(|(pattern, weight)| Evidence::Weighted(WeightedPattern { pattern, weight })),
    ]
}

fn some<S: Strategy>(of: S, least: usize) -> impl Strategy<Value = Vec<S::Value>> {
    prop::collection::vec(of, least..3)
}

fn near() -> impl Strategy<Value = Near> {
    (some(evidence(), 1), some(evidence(), 1), 1..50_usize).prop_map(|(any, with, within)| Near { any, with, within })
}

fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![Just(Scope::Sentence), Just(Scope::Text)]
}

/// A rule; its codes and domains are chosen where they are known.
fn rule() -> impl Strategy<Value = (Rule, Vec<Index>, Vec<Index>)> {
    let all = prop_oneof![evidence().prop_map(Alternatives::One), some(evidence(), 1).prop_map(Alternatives::Several)];
    let conditions = (some(evidence(), 0), some(all, 0), some(evidence(), 0), some(near(), 0), some(evidence(), 0));
    (conditions, scope(), weight(), some(any::<Index>(), 0), some(any::<Index>(), 0)).prop_map(
        |((mut any, all, none, near, against), scope, weight, without, domains)| {
            if any.is_empty() && all.is_empty() && near.is_empty() && against.is_empty() {
                any.push(Evidence::Plain("ord".to_owned()));
            }
            (Rule { any, all, none, near, against, scope, weight, ..Rule::default() }, without, domains)
        },
    )
}

type Drawn = (Text, Text, bool, Vec<(Rule, Vec<Index>, Vec<Index>)>);

/// Codes of a system: some are subcodes of the main code before them.
fn codes(system: usize, drawn: Vec<Drawn>, domains: &[String]) -> Vec<Code> {
    let ids: Vec<String> = (0..drawn.len()).map(|at| format!("{system}.{at}")).collect();
    let mut main: Option<String> = None;
    let code = |(at, (label, definition, below, rules)): (usize, Drawn)| {
        let parent = main.clone().filter(|_| below);
        if parent.is_none() {
            main = Some(ids[at].clone());
        }
        let rules = rules.into_iter().map(|(rule, without, of)| {
            let chosen = |from: &[String], indices: Vec<Index>| -> Vec<String> {
                if from.is_empty() { Vec::new() } else { indices.iter().map(|index| index.get(from).clone()).collect() }
            };
            Rule { without: chosen(&ids, without), domains: chosen(domains, of), ..rule }
        });
        Code { id: ids[at].clone(), parent, label, definition, rules: rules.collect() }
    };
    drawn.into_iter().enumerate().map(code).collect()
}

fn coding(domains: Vec<String>) -> impl Strategy<Value = Option<CodingSettings>> {
    let words = || some(pattern(), 0);
    let negation = (words(), words(), words(), words(), 0..50_usize)
        .prop_map(|(before, after, except, stop, within)| Negation { before, after, except, stop, within });
    let guard =
        (text(), words(), words(), scope()).prop_map(|(name, any, none, scope)| Guard { name, any, none, scope });
    let of_domain = (prop_oneof![Just(Choose::All), Just(Choose::Dominant)], weight(), some(guard, 0))
        .prop_map(|(choose, threshold, guards)| DomainCoding { choose, threshold, guards });
    let per_domain = prop::collection::vec(prop::option::of(of_domain), domains.len());
    let nested = prop_oneof![Just(NestedScope::Dictionary), Just(NestedScope::Key)];
    prop::option::of((nested, prop::option::of(negation), per_domain).prop_map(move |(nested_scope, negation, own)| {
        let named = domains.iter().cloned().zip(own).filter_map(|(domain, own)| Some((domain, own?)));
        CodingSettings { nested_scope, negation, domains: named.rev().collect::<IndexMap<_, _>>() }
    }))
}

/// The names of the domains that are declared.
const DOMAINS: [&str; 3] = ["activity", "goal", "theme"];

/// A codebook that loads.
pub fn book() -> impl Strategy<Value = Codebook> {
    let drawn = || prop::collection::vec((both(), both(), any::<bool>(), some(rule(), 0)), 0..4);
    let systems = prop::collection::vec((text(), both(), drawn()), 1..3);
    let head = (text(), text(), both(), prop::option::of(text()), prop::option::of(Just(1_u32)));
    let domain = (both(), both(), any::<Index>(), 0..4_usize, some(text(), 0), prop::option::of(any::<bool>()));
    let domains = prop::collection::vec(domain, DOMAINS.len());
    let coding = coding(DOMAINS.map(ToOwned::to_owned).into());
    (head, systems, domains, coding).prop_map(|((id, version, title, schema, format), systems, domains, coding)| {
        let ids: Vec<String> = systems.iter().enumerate().map(|(at, (id, ..))| format!("{at}{id}")).collect();
        let of_domain: Vec<&String> = domains.iter().map(|(_, _, system, ..)| system.get(&ids)).collect();
        let declared = domains.iter().enumerate().map(|(at, (label, plural, _, unit, texts, optional))| {
            let mut own = json!({
                "id": DOMAINS[at], "label": label, "plural": plural, "system": of_domain[at], "texts": texts,
                "optional": optional,
            });
            if let Some(unit) = ["intervention", "respondent", "recipient"].get(*unit) {
                own["unit"] = (*unit).into();
            }
            if at == 1 {
                own["attains"] = DOMAINS[0].into();
            }
            own
        });
        let declared: Vec<_> = declared.collect();
        let system = |(at, (_, label, drawn)): (usize, (String, Text, Vec<Drawn>))| {
            let own = DOMAINS.iter().zip(&of_domain).filter(|(_, system)| ***system == ids[at]);
            let own: Vec<String> = own.map(|(domain, _)| (*domain).to_owned()).collect();
            System { id: ids[at].clone(), label, codes: codes(at, drawn, &own) }
        };
        let systems: Vec<System> = systems.into_iter().enumerate().map(system).collect();
        let mut book = json!({ "id": id, "version": version, "title": title, "domains": declared, "systems": systems });
        let more = [("$schema", json!(schema)), ("format", json!(format)), ("coding", json!(coding))];
        more.into_iter().filter(|(_, value)| !value.is_null()).for_each(|(key, value)| book[key] = value);
        Codebook::parse(&book.to_string(), "book").unwrap_or_else(|messages| panic!("{messages}\n{book}"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_codebook_comes_back_from_a_workbook_as_it_was(book in book(), swedish in any::<bool>()) {
        let folder = tempfile::tempdir().expect("a folder");
        let [file, workbook, back] = ["a.json", "a.xlsx", "b.json"].map(|name| folder.path().join(name));
        let text = book.to_json().expect("JSON");
        prop_assert_eq!(&Codebook::parse(&text, "a.json").expect("what was written"), &book);
        std::fs::write(&file, &text).expect("a file");
        let language = if swedish { Language::Swedish } else { Language::English };
        export_codebook(&file, Some(&workbook), false, language).map_err(|failure| TestCaseError::fail(failure.to_string()))?;
        import_codebook(&workbook, Some(&back), false).map_err(|failure| TestCaseError::fail(failure.to_string()))?;
        prop_assert_eq!(std::fs::read_to_string(&back).expect("a file"), text);
    }
}

/// A workbook with changed cells: sheet, row and column counted from 0, and the text; a row beyond the last is added.
pub fn edited(from: &Path, to: &Path, edits: &[(&str, usize, usize, &str)]) {
    let mut book: Xlsx<_> = open_workbook(from).expect("a workbook");
    let mut new = rust_xlsxwriter::Workbook::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).expect("a sheet");
        let sheet = new.add_worksheet();
        sheet.set_name(&name).expect("a name");
        let own = edits.iter().filter(|(sheet, ..)| *sheet == name);
        let own: BTreeMap<_, _> = own.map(|(_, row, column, text)| ((*row, *column), *text)).collect();
        for (row, column, cell) in range.used_cells().filter(|(row, column, _)| !own.contains_key(&(*row, *column))) {
            match cell {
                Data::Float(number) => sheet.write(row as u32, column as u16, *number),
                other => sheet.write(row as u32, column as u16, other.to_string()),
            }
            .expect("a cell");
        }
        for ((row, column), text) in own.iter().filter(|(_, text)| !text.is_empty()) {
            sheet.write(*row as u32, *column as u16, *text).expect("a cell");
        }
    }
    new.save(to).expect("a workbook");
}

/// A codebook of three codes, and its workbook.
fn small(folder: &Path) {
    let text = r#"{ "id": "b", "version": "1", "title": { "sv": "B" },
        "domains": [{ "id": "activity", "label": { "sv": "A" }, "plural": { "sv": "A" }, "system": "s" }],
        "systems": [{ "id": "s", "label": { "sv": "S" }, "codes": [
            { "id": "A", "label": { "sv": "Utbildning" }, "definition": { "sv": "Kurser." },
              "rules": [{ "any": ["utbild*", { "pattern": "kurs*", "weight": 2 }] }] },
            { "id": "A1", "parent": "A", "label": { "sv": "Ledare" }, "definition": { "sv": "För ledare." } },
            { "id": "B", "label": { "sv": "Stöd" }, "definition": { "sv": "Råd." } }] }] }"#;
    std::fs::write(folder.join("bok.json"), text).expect("a file");
    export_codebook(&folder.join("bok.json"), None, false, Language::Swedish).expect("a workbook");
}

#[test]
fn what_is_edited_is_read_and_told() {
    let folder = tempfile::tempdir().expect("a folder");
    small(folder.path());
    let [book, workbook, new] = ["bok.json", "bok.xlsx", "ny.xlsx"].map(|name| folder.path().join(name));
    let edits = [
        // A is renamed, A1 moved below B, B redefined, C new; the rule of A has "lär*" for "kurs*", and B gets a rule.
        ("Koder", 1, 3, "Kompetens"),
        ("Koder", 2, 2, "B"),
        ("Koder", 2, 1, "B1"),
        ("Koder", 3, 5, "Råd och stöd."),
        ("Koder", 4, 0, "s"),
        ("Koder", 4, 1, "C"),
        ("Koder", 4, 3, "Annat"),
        ("Regler", 1, 3, "utbild*\n(0,5) lär*"),
        ("Regler", 2, 0, "B"),
        ("Regler", 2, 1, "1"),
        ("Regler", 2, 2, "Something like this"),
        ("Inställningar", 3, 2, "Boken"),
    ];
    edited(&workbook, &new, &edits);
    let failed = import_codebook(&new, Some(&book), true).expect_err("a problem");
    let told = failed.to_string();
    assert!(told.contains("sheet \"Regler\", cell C3") && told.contains("Something like this"), "{told}");

    let mended: Vec<_> = edits.into_iter().filter(|(_, _, _, text)| !text.starts_with("Something")).collect();
    // B1 stands above B: a subcode before its main code, told at its cell by the check of all codebooks.
    let with_rule = [&mended[..], &[("Regler", 2, 2, "ONE OF"), ("Regler", 2, 3, "stöd*")]].concat();
    edited(&workbook, &new, &with_rule);
    let told = import_codebook(&new, Some(&book), true).expect_err("a problem").to_string();
    assert!(told.contains("sheet \"Koder\", cell B3") && told.contains("stands before its parent"), "{told}");

    let moved =
        [&with_rule[..], &[("Koder", 2, 1, "A1"), ("Koder", 2, 2, ""), ("Regler", 2, 3, "stöd*\na/b")]].concat();
    edited(&workbook, &new, &moved);
    let told = import_codebook(&new, Some(&book), true).expect_err("a problem").to_string();
    assert!(told.contains("sheet \"Regler\", cell D3") && told.contains("a/b"), "{told}");

    let sound = [&moved[..], &[("Regler", 2, 3, "stöd*")]].concat();
    edited(&workbook, &new, &sound);
    let refused = import_codebook(&new, Some(&book), false);
    assert!(matches!(refused, Err(Failure::Output(OutputError::Exists(_)))), "{refused:?}");
    let imported = import_codebook(&new, Some(&book), true).expect("a codebook");
    let changes = imported.changes.expect("changes");
    let of_codes: Vec<_> = changes.codes.iter().map(|change| (change.code.as_str(), change.change)).collect();
    use CodeChangeKind::{Moved, New, Redefined, Renamed, Rules};
    let expected = [("A", Renamed), ("A", Rules), ("A1", Moved), ("B", Redefined), ("B", Rules), ("C", New)];
    assert_eq!(of_codes, expected);
    let keys: Vec<_> = changes.settings.iter().map(|change| change.key.as_str()).collect();
    assert_eq!((keys, changes.domains.len(), changes.systems.len()), (vec!["title.sv"], 0, 0));
    let notices: Vec<_> = imported.notices.iter().map(|notice| notice.name()).collect();
    assert_eq!(notices, ["book-version-unchanged"]);
    assert!(imported.kept.is_some_and(|kept| kept.ends_with("bok.json.bak")));
    let text = std::fs::read_to_string(&book).expect("a file");
    assert!(text.contains(r#""rules": [{ "any": ["utbild*", { "pattern": "lär*", "weight": 0.5 }] }]"#), "{text}");
    assert!(text.contains(r#""rules": [{ "any": ["stöd*"] }]"#), "{text}");

    // A column and a sheet of one's own may hold anything; the column is told.
    edited(&new, &workbook, &[("Koder", 0, 8, "Anteckning"), ("Koder", 1, 8, "#N/A"), ("Läs mig", 0, 0, "#N/A")]);
    let noted = import_codebook(&workbook, Some(&book), false).expect("a codebook");
    assert_eq!(noted.notices.iter().map(|notice| notice.name()).collect::<Vec<_>>(), ["book-column-unknown"]);
    edited(&new, &workbook, &[("Koder", 1, 3, "#N/A")]);
    let told = import_codebook(&workbook, Some(&book), false).expect_err("a problem").to_string();
    assert!(told.contains("sheet \"Koder\", cell D2") && told.contains("#N/A"), "{told}");

    // What is the same already is not written, and needs no leave.
    let again = import_codebook(&new, Some(&book), false).expect("a codebook");
    assert!(!again.written && again.kept.is_none() && again.notices.is_empty());
}

#[test]
fn what_differs_between_two_codebooks_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = std::fs::read_to_string(project("input/foreningsbidrag-2025/kodbok.json")).expect("a codebook");
    let new =
        old.replace("\"Voluntary work\"", "\"Volunteering\"").replace("\"läxhjälp*\"", "\"läxhjälp*\", \"läxstöd\"");
    let [old, new] = [("old.json", &old), ("new.json", &new)].map(|(name, text)| {
        std::fs::write(folder.path().join(name), text).expect("a file");
        folder.path().join(name)
    });
    let changes = diff_codebooks(&old, &new).expect("changes");
    let told: Vec<_> = changes.codes.iter().map(|change| (change.code.as_str(), change.change)).collect();
    assert_eq!(told, [("R1", CodeChangeKind::Renamed), ("A4.1", CodeChangeKind::Rules)]);
    assert!(changes.lacks_version() && !changes.same);
    assert!(diff_codebooks(&old, &old).expect("changes").same);
    let back: Changes = diff_codebooks(&new, &old).expect("changes");
    assert_eq!(back.codes[0].from["en"], "Volunteering");

    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_insats"));
    let output =
        program.args(["codebook", "diff"]).args([&old, &new]).env("LC_ALL", "C").output().expect("the program");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let expected = [
        "from \"foreningsbidrag 2025.1\" to \"foreningsbidrag 2025.1\":",
        "codes:",
        "  R1 has another label: \"Voluntary work\", now \"Volunteering\"",
        "  A4.1 (Läxhjälp) has other rules; new patterns: \"läxstöd\"; gone: –",
    ];
    assert_eq!(text.lines().collect::<Vec<_>>(), expected);
}
