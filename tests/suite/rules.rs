//! Coding by rules: what quanteda's documentation says of dictionary lookup, what guards and negation do, and how the
//! shipped rules do against people.

use std::collections::BTreeMap;
use std::path::Path;

use insats::codebook::Codebook;
use insats::coding::rules::{Doubt, Rulebook};
use insats::run::{Asker, Options, code, explain};
use insats::wording::Language;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{files, project, rows, run_into, shown};

/// A codebook of codes (id, main code, rules), used for activity (one code) and effect (all that pass).
fn book(codes: &[(&str, Option<&str>, Value)], coding: Value) -> Codebook {
    let codes: Vec<_> = codes
        .iter()
        .map(|(id, parent, rules)| {
            let mut code = json!({ "id": id, "label": { "sv": id }, "definition": { "sv": id }, "rules": rules });
            if let Some(parent) = parent {
                code["parent"] = json!(parent);
            }
            code
        })
        .collect();
    let used = |id: &str| json!({ "id": id, "label": { "sv": id }, "plural": { "sv": id }, "system": "s" });
    let whole = json!({
        "id": "test", "version": "1", "title": { "sv": "Test" }, "coding": coding,
        "domains": [used("activity"), used("effect")],
        "systems": [{ "id": "s", "label": { "sv": "S" }, "codes": codes }],
    });
    Codebook::parse(&whole.to_string(), "test.json").unwrap_or_else(|messages| panic!("{}", shown(&messages)))
}

fn codes_in(book: &Codebook, domain: &str, text: &str) -> Vec<String> {
    let rulebook = Rulebook::new(book).expect("rules that have been checked");
    let domain = book.domain(domain).expect("a domain");
    let reading = rulebook.reader().code(domain, text);
    reading.found.iter().map(|found| rulebook.code(domain, found.code).to_owned()).collect()
}

fn codes(book: &Codebook, text: &str) -> Vec<String> {
    codes_in(book, "effect", text)
}

fn any(patterns: &[&str]) -> Value {
    json!([{ "any": patterns }])
}

/// The text that the module's documentation follows through the coder.
#[test]
fn the_example_of_the_documentation_goes_as_it_is_told() {
    let coding = json!({ "negation": { "before": ["inte"], "within": 3 } });
    let book = book(&[("G", None, any(&["utbild*"])), ("A", None, any(&["en väg in"]))], coding);
    let rulebook = Rulebook::new(&book).expect("rules");
    let reading = rulebook
        .reader()
        .code(book.domain("effect").expect("a domain"), "Vi utbildade personal. Det finns inte en väg in.");
    let found: Vec<_> = reading.found.iter().map(|found| (found.code, found.score)).collect();
    assert_eq!(found, [(0, 1.0)]);
    assert_eq!(reading.doubts, [Doubt::Weak(0), Doubt::Negated(1)]);
}

/// The dictionary of quanteda's page on `tokens_lookup()`: "New York" within "New York Times".
fn paper_and_city(scope: &str) -> Codebook {
    let codes = [("paper", None, any(&["New York Times"])), ("city", None, any(&["New York"]))];
    book(&codes, json!({ "nested_scope": scope }))
}

/// "This longer-match priority is applied only within the key": both keys are found.
#[test]
fn nested_scope_key_counts_what_is_nested_in_another_code() {
    assert_eq!(codes(&paper_and_city("key"), "I read the New York Times."), ["paper", "city"]);
}

/// "… or applied across all keys": only the longer match counts, unless the shorter stands elsewhere, too.
#[test]
fn nested_scope_dictionary_gives_the_longer_match_priority() {
    assert_eq!(codes(&paper_and_city("dictionary"), "I read the New York Times."), ["paper"]);
    assert_eq!(codes(&paper_and_city("dictionary"), "The New York Times is a New York paper."), ["paper", "city"]);
}

/// Within one key the longer match has priority in both scopes: one piece of evidence, not two.
#[test]
fn nested_matches_of_one_code_count_once() {
    for scope in ["key", "dictionary"] {
        let book = book(&[("a", None, any(&["a b", "a b c"]))], json!({ "nested_scope": scope }));
        let rulebook = Rulebook::new(&book).expect("rules");
        let reading = rulebook.reader().code(book.domain("effect").expect("a domain"), "a b c");
        assert_eq!((reading.found[0].score, reading.found[0].evidence.len()), (1.0, 1), "{scope}");
    }
}

/// The hierarchical dictionary of the same page: level 1 is the main code, level 2 its subcode.
#[test]
fn levels_lower_codes_stand_for_the_higher_ones() {
    let oceans = any(&["Atlantic", "Pacific"]);
    let codes_of = [
        ("US", None, json!([])),
        ("US.Countries", Some("US"), any(&["States"])),
        ("US.oceans", Some("US"), oceans),
        ("Europe", None, any(&["Irish Sea"])),
        ("Europe.Countries", Some("Europe"), any(&["Britain", "Ireland"])),
    ];
    let book = book(&codes_of, json!({}));
    let first = "The United States has the Atlantic Ocean and the Pacific Ocean.";
    assert_eq!(codes(&book, first), ["US.Countries", "US.oceans"]);
    // A main code that passes beside its subcode is implied by it.
    let second = "Britain and Ireland have the Irish Sea and the English Channel.";
    assert_eq!(codes(&book, second), ["Europe.Countries"]);
    let main = |id: &str| book.code(book.domain("effect").expect("a domain"), id).expect("a code").main().to_owned();
    assert_eq!(codes(&book, first).iter().map(|id| main(id)).collect::<Vec<_>>(), ["US", "US"]);
}

/// "glob" values: `*` any number of characters, `?` one; a space makes a phrase of consecutive words; case is ignored.
#[test]
fn globs_and_phrases_match_as_documented() {
    let law =
        book(&[("law", None, any(&["law*", "constitution"])), ("country", None, any(&["united states"]))], json!({}));
    assert_eq!(codes(&law, "The LAWS of the United States"), ["law", "country"]);
    assert_eq!(codes(&law, "unlawful constitutions; states united"), [""; 0]);
    let one = book(&[("a", None, any(&["m?n"]))], json!({}));
    assert_eq!((codes(&one, "men").len(), codes(&one, "mn").len(), codes(&one, "moon").len()), (1, 0, 0));
}

/// exclusive: what no pattern matches gives nothing; such an answer is listed as uncoded.
#[test]
fn what_no_pattern_matches_has_no_code() {
    let book = book(&[("a", None, any(&["word"]))], json!({}));
    assert!(codes(&book, "nothing known here").is_empty() && codes(&book, "").is_empty());
}

#[test]
fn conditions_hold_within_a_sentence_unless_told_otherwise() {
    let rule = |scope: &str| json!([{ "any": ["utbild*"], "all": [["personal*", "medarbetare*"]], "none": ["föräldr*"], "scope": scope }]);
    let sentence = book(&[("a", None, rule("sentence"))], json!({}));
    assert_eq!(codes(&sentence, "Utbildning för medarbetare. Stöd till föräldrar."), ["a"]);
    assert!(codes(&sentence, "Utbildning. Personalen är nöjd.").is_empty());
    let text = book(&[("a", None, rule("text"))], json!({}));
    assert_eq!(codes(&text, "Utbildning. Personalen är nöjd."), ["a"]);
    assert!(codes(&text, "Utbildning för medarbetare. Stöd till föräldrar.").is_empty());
}

#[test]
fn near_counts_words_and_neighbours_are_one_apart() {
    let rule = |within: usize| json!([{ "near": [{ "any": ["minska*"], "with": ["väntetid*"], "within": within }] }]);
    // "Minskade köer och väntetider": väntetider is the third word after minskade.
    let text = "Minskade köer och väntetider";
    assert_eq!(codes(&book(&[("a", None, rule(3))], json!({})), text), ["a"]);
    assert!(codes(&book(&[("a", None, rule(2))], json!({})), text).is_empty());
    assert_eq!(codes(&book(&[("a", None, rule(3))], json!({})), "Väntetiderna har minskat"), ["a"], "either way round");
    assert!(codes(&book(&[("a", None, rule(9))], json!({})), "Vi har minskat. Väntetid finns.").is_empty());
}

#[test]
fn weights_and_what_speaks_against_add_up() {
    let rules =
        json!([{ "any": [{ "pattern": "kurs*", "weight": 2 }, "dag*"], "against": ["brukare"], "weight": 1.5 }]);
    let book = book(&[("a", None, rules)], json!({ "domains": { "effect": { "threshold": 2.5 } } }));
    let score = |text: &str| {
        let rulebook = Rulebook::new(&book).expect("rules");
        rulebook.reader().code(book.domain("effect").expect("a domain"), text).found.first().map(|found| found.score)
    };
    // (2 + 1) × 1.5 = 4.5; a pattern counts once, however often it stands there.
    assert_eq!(score("kurser, kurser och dagar"), Some(4.5));
    // 4.5 − 1 = 3.5; 3 − 1 = 2 is below the threshold.
    assert_eq!(score("kurser och dagar för brukare"), Some(3.5));
    assert_eq!(score("kurser för brukare"), None);
}

/// Two patterns of a code that match the same word are one piece of evidence, with the greater weight.
#[test]
fn a_span_counts_once_for_a_code() {
    let score = |rules: &Value, text: &str| {
        let book = book(&[("a", None, rules.clone())], json!({ "domains": { "effect": { "threshold": 0.1 } } }));
        let found =
            Rulebook::new(&book).expect("rules").reader().code(book.domain("effect").expect("a domain"), text).found;
        (found[0].score, found[0].evidence.len())
    };
    let same = any(&["british", "brit*"]);
    // Both matches are shown, and count as one; "brits" is a span that `brit*` alone matches.
    assert_eq!(score(&same, "British"), (1.0, 2));
    assert_eq!(score(&same, "British and Brits"), (2.0, 3));
    let weighted = json!([{ "any": ["british", { "pattern": "brit*", "weight": 1.5 }] }]);
    // `brit*` weighs more and has both spans, so `british` has none of its own.
    assert_eq!(score(&weighted, "British and Brits"), (1.5, 3));
    let two_rules = json!([{ "any": ["british"] }, { "any": ["british"], "weight": 0.5 }]);
    assert_eq!(score(&two_rules, "British").0, 1.0);
    let against = json!([{ "any": [{ "pattern": "museum", "weight": 3 }], "against": ["british", "brit*"] }]);
    assert_eq!(score(&against, "British Museum"), (2.0, 1));
}

#[test]
fn a_span_that_two_patterns_match_does_not_make_a_code_dominant() {
    let coding = json!({ "domains": { "activity": { "choose": "dominant" } } });
    let book = book(&[("a", None, any(&["british", "brit*"])), ("b", None, any(&["museum"]))], coding);
    assert_eq!(codes_in(&book, "activity", "A museum, a British one"), ["b"]);
}

#[test]
fn negation_takes_away_what_it_governs_and_no_more() {
    let negation = json!({ "negation": {
        "before": ["ingen", "inte"], "after": ["ställdes in"], "within": 3, "except": ["inte bara"], "stop": ["men"],
    } });
    let book = book(&[("a", None, any(&["utbild*"])), ("b", None, any(&["handled*"]))], negation);
    assert!(codes(&book, "Ingen utbildning genomfördes").is_empty());
    assert!(codes(&book, "Vi har inte genomfört någon utbildning").is_empty());
    assert!(codes(&book, "Utbildningen ställdes in").is_empty());
    assert_eq!(codes(&book, "Inte bara utbildning utan handledning"), ["a", "b"]);
    assert_eq!(codes(&book, "Ingen utbildning men handledning gavs"), ["b"]);
    assert_eq!(codes(&book, "Ingen kom. Utbildning gavs."), ["a"]);
}

#[test]
fn an_effect_is_a_change_that_has_been_achieved() {
    let guards = json!([
        { "name": "too-early", "any": ["för tidigt att *"], "scope": "text" },
        { "name": "expected", "any": ["förväntas", "på sikt"], "none": ["redan"] },
    ]);
    let book = book(&[("a", None, any(&["öka* trygghet*"]))], json!({ "domains": { "effect": { "guards": guards } } }));
    assert_eq!(codes(&book, "Vi ser ökad trygghet."), ["a"]);
    assert!(codes(&book, "Det är för tidigt att säga. Ökad trygghet är målet.").is_empty());
    assert!(codes(&book, "På sikt väntar vi ökad trygghet.").is_empty());
    assert_eq!(codes(&book, "På sikt mer, men redan ökad trygghet."), ["a"]);
    // The guard is the effect's own: what was done is done.
    assert_eq!(codes_in(&book, "activity", "På sikt väntar vi ökad trygghet."), ["a"]);
}

#[test]
fn one_code_is_chosen_where_one_is_allowed_and_ties_are_told() {
    let coding = json!({ "domains": { "activity": { "choose": "dominant" } } });
    let book = book(&[("a", None, any(&["utbild*"])), ("b", None, any(&["handled*", "stöd*"]))], coding);
    assert_eq!(codes_in(&book, "activity", "Utbildning, handledning och stöd"), ["b"]);
    let rulebook = Rulebook::new(&book).expect("rules");
    let tie = rulebook.reader().code(book.domain("activity").expect("a domain"), "Handledning och utbildning");
    // One piece of evidence each: the one that the text names first.
    assert_eq!(rulebook.code(book.domain("activity").expect("a domain"), tie.found[0].code), "b");
    assert!(format!("{:?}", tie.doubts).contains("Tie([1, 0])"), "{:?}", tie.doubts);
    assert_eq!(codes(&book, "Utbildning, handledning"), ["a", "b"]);
}

#[test]
fn a_rule_may_yield_to_another_code() {
    let yields = json!([{ "any": ["möte*"], "without": ["b"] }]);
    let book = book(&[("a", None, yields), ("b", None, json!([])), ("b.1", Some("b"), any(&["SIP-möte*"]))], json!({}));
    assert_eq!(codes(&book, "Möten hölls"), ["a"]);
    assert_eq!(codes(&book, "Möten och SIP-möten hölls"), ["b.1"]);
}

/// What the rules doubt of a text beside a code that is just enough, as "negated: a".
fn suppressed(book: &Codebook, domain: &str, text: &str) -> Vec<String> {
    let domain = book.domain(domain).expect("a domain");
    let rulebook = Rulebook::new(book).expect("rules");
    let told = |doubt: &Doubt| match doubt {
        Doubt::Negated(code) => Some(format!("negated: {}", rulebook.code(domain, *code))),
        Doubt::Guarded(code, guard) => Some(format!("guard {guard}: {}", rulebook.code(domain, *code))),
        _ => None,
    };
    rulebook.reader().code(domain, text).doubts.iter().filter_map(told).collect()
}

/// "utbildade" gives G5.1. Three words of the second sentence at most stand between "ingen" and what it negates: "samverkan
/// med" (G3.2), "samverkan" (G3 twice, once `without` G5) and "vården" (G1.5 `without` G5). G5.1 belongs to G5, so what is
/// `without` G5 could not fire, negated or not. Without the negation, "samverkan" would lie inside "samverkan med" and not
/// count. So one doubt is left.
#[test]
fn what_could_not_have_fired_is_not_told_as_negated() {
    let book = Codebook::load(&project("codebook/psykisk-halsa.json"), "psykisk-halsa.json").expect("the codebook");
    let text = "Vi utbildade personalen inom elevhälsan. Ingen samverkan med vården.";
    assert_eq!(codes_in(&book, "activity", text), ["G5.1"]);
    assert_eq!(suppressed(&book, "activity", text), ["negated: G3.2"]);
}

#[test]
fn negation_and_guards_are_told_where_they_made_the_difference() {
    let guards = json!([{ "name": "expected", "any": ["på sikt"] }]);
    let coding = json!({
        "negation": { "before": ["inte"], "within": 1 }, "domains": { "effect": { "guards": guards, "threshold": 2 } },
    });
    let rules = json!([
        { "any": ["x"], "all": ["y"] },
        { "any": ["z"], "none": ["q"] },
        { "any": ["w", "w w"], "without": ["b"] },
        { "any": ["u", "u*"] },
    ]);
    let b = json!([{ "any": [{ "pattern": "b", "weight": 2 }] }]);
    let book = book(&[("a", None, rules), ("b", None, b), ("c", None, any(&["z z"]))], coding);
    for (text, doubts) in [
        ("inte x", vec![]),
        ("inte x men y", vec!["negated: a"]),
        ("på sikt x och y", vec!["guard 0: a"]),
        ("på sikt x", vec![]),
        ("inte z", vec!["negated: a"]),
        ("inte z men q", vec![]),
        ("inte w", vec!["negated: a"]),
        ("inte w. Sedan b", vec![]),
        ("på sikt w. Sedan b", vec![]),
        // The rule counts the pattern elsewhere; `ux` is another pattern's, which would have added to it.
        ("w och inte w", vec![]),
        ("u och inte u", vec![]),
        ("ux och inte u", vec!["negated: a"]),
        // Inside "z z", which is as negated as "z", only the longer one would have counted.
        ("på sikt z z", vec!["guard 0: c"]),
    ] {
        assert_eq!(suppressed(&book, "effect", text), doubts, "{text}");
    }
}

#[test]
fn every_code_of_the_shipped_codebook_has_rules_in_its_domains() {
    let book = Codebook::load(&project("codebook/psykisk-halsa.json"), "psykisk-halsa.json").expect("the codebook");
    for domain in book.domains() {
        let codes = book.codes(domain);
        assert!(!codes.is_empty(), "{domain} has no codes");
        for code in codes.iter().filter(|code| !codes.iter().any(|c| c.parent.as_deref() == Some(&code.id))) {
            let has = code.rules.iter().any(|rule| rule.is_for(domain));
            // Forms and contents of collaboration and the like that never occur in a domain are said in the definition.
            assert!(has, "{} has no rule for {domain}", code.id);
        }
    }
}

/// `codes-best`: B-1-4 (400 000 kr) is coded by nobody, and rules find weak evidence, so that half of its kronor are uncertain; of B-1-1
/// (100 000 kr) the final sheet contradicts the rules; B-1-2 and B-1-3 leave nothing open but what coders differ on.
#[test]
fn code_lists_what_to_look_at_by_the_kronor_at_stake() {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options { out: Some(folder.path().join("out")), ..Options::default() };
    code(&project("tests/cases/codes-best"), &options, &|_| {}).expect("codes");
    let list = rows(&folder.path().join("out/data/review.csv"));
    let row = |row: &BTreeMap<String, String>| {
        ["intervention_id", "domain", "weighted_kr", "uncertain_kr", "codes"]
            .map(|column| row[column].clone())
            .join(" ")
    };
    assert_eq!(
        list.iter().map(row).collect::<Vec<_>>(),
        [
            "B-1-4 activity 400000 200000 G1.2",
            "B-1-4 output 400000 200000 G1.1; G1.2",
            "B-1-1 activity 100000 50000 G2",
        ]
    );
    assert!(list.iter().all(|row| !row.contains_key("text")), "the study lets no texts out");
}

#[test]
fn codings_of_rules_have_their_evidence() {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options { out: Some(folder.path().join("out")), ..Options::default() };
    code(&project("input/lagesrapport-2024"), &options, &|_| {}).expect("codes");
    let codings = rows(&folder.path().join("out/data/codings.csv"));
    assert!(codings.len() > 1000, "only {} codings", codings.len());
    for row in codings {
        assert_eq!(row["source"], "rules");
        assert!(row["evidence"].contains('@'), "{row:?}");
    }
}

#[test]
fn explain_goes_both_ways() {
    let study = project("input/lagesrapport-2024");
    let explain = |words: &[&str]| {
        let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
        explain(&study, &words, None, Asker { language: Language::English, sees_texts: true }, &|_| {})
    };
    // 93 interventions of figure 13 have the goal R3, with 147.6 million kronor: expected/codes.csv.
    let behind = explain(&["figur-13", "goal", "R3"]).expect("a page");
    let expected = rows(&project("tests/lagesrapport-2024/expected/codes.csv"));
    let row = expected.iter().find(|r| r["area"] == "samsjuklighet-lan" && r["domain"] == "goal" && r["code"] == "R3");
    let interventions = &row.expect("the row")["interventions"];
    assert!(behind.starts_with(&format!(
        "figur-13, goal R3 Ökad samverkan, samarbete och samordning: {interventions} interventions"
    )));
    assert_eq!(behind.lines().count(), interventions.parse::<usize>().expect("a number") + 2);
    let first = behind.lines().nth(2).and_then(|line| line.split_whitespace().find(|word| word.starts_with("SAM-")));
    let page = explain(&[first.expect("an id")]).expect("a page");
    assert!(page.contains("figur-13:") && page.contains("goal R3") && page.contains("J = T / S ="));
    assert!(explain(&["figur-13", "goal", "G1"]).is_err() && explain(&["nobody"]).is_err());
}

/// Threads and the order of rows leave no trace in codes.
#[test]
fn threads_do_not_change_codes() {
    let study = project("input/lagesrapport-2024");
    let with = |threads: usize, out: &Path| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let options = Options { out: Some(out.to_owned()), ..Options::default() };
        pool.install(|| code(&study, &options, &|_| {})).expect("codes");
        files(out)
    };
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(with(1, &folder.path().join("one")), with(3, &folder.path().join("three")));
}

/// A figure drawn from rule codes says so; the default run uses the final sheet and says nothing.
#[test]
fn figures_from_rule_codes_say_so() {
    let study = project("tests/cases/codes-best");
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    run_into(&study, &out, &[insats::render::Format::Svg, insats::render::Format::Csv]).expect("a run");
    let svg = std::fs::read_to_string(out.join("figures/figur-01.svg")).expect("a figure");
    assert!(svg.contains("kodbokens regler"), "the note is missing");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the text, coding it ends, and evidence lies in the text at letters.
    #[test]
    fn any_text_can_be_coded(text in "(\\PC|[åäö .,!?\n-]|inte |utbildning|SIP|en väg in){0,60}") {
        let codes_of = [("a", None, any(&["utbild*", "en väg in", "re:s.p", "*", "å?"][..3])), ("b", None, any(&["*n*", "SIP *"]))];
        let negation = json!({ "negation": { "before": ["inte"], "within": 2 } });
        let book = book(&codes_of, negation);
        let rulebook = Rulebook::new(&book).expect("rules");
        for found in rulebook.reader().code(book.domain("effect").expect("a domain"), &text).found {
            for m in found.evidence {
                prop_assert!(text.get(m.start as usize..m.end as usize).is_some_and(|part| !part.is_empty()));
            }
        }
    }

    /// A sentence without a pattern changes nothing, wherever it stands.
    #[test]
    fn sentences_without_patterns_change_nothing(before in "[a-h ]{0,40}", after in "[a-h ]{0,40}") {
        let book = book(&[("a", None, any(&["utbild*"])), ("b", None, any(&["stöd till *"]))], json!({}));
        let text = "Utbildning och stöd till unga.";
        prop_assert_eq!(codes(&book, &format!("{before}.\n{text}\nX{after}.")), codes(&book, text));
    }
}
