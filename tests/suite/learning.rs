//! Learning from coded years: same bytes whatever the threads, nothing of few respondents in the file, no model that does not
//! fit, and a score that is what the file says.

use std::collections::{BTreeMap, BTreeSet};

use insats::codebook::Codebook;
use insats::coding::{Codings, Source};
use insats::diagnostic::Diagnostics;
use insats::learning::features::Vocabulary;
use insats::learning::judge::Verdict;
use insats::learning::suggest::Scratch;
use insats::learning::{Example, Material, Model, Suggester, train};
use insats::read::Files;
use insats::run::{Measuring, Options, evaluate, learn, suggest};
use insats::study::{CodesFrom, Study};
use insats::survey::Input;
use serde_json::json;

use crate::support::{copy_folder, files, project, run_into, shown};

fn book(version: &str, extra: &[&str]) -> Codebook {
    let codes = ["a", "b", "c"].iter().chain(extra);
    let codes: Vec<_> =
        codes.map(|id| json!({ "id": id, "label": { "sv": id }, "definition": { "sv": id } })).collect();
    let used = |id: &str| json!({ "id": id, "label": { "sv": id }, "plural": { "sv": id }, "system": "s" });
    let whole = json!({
        "id": "test", "version": version, "title": { "sv": "Test" },
        "domains": [used("goal"), used("effect")],
        "systems": [{ "id": "s", "label": { "sv": "S" }, "codes": codes }],
    });
    Codebook::parse(&whole.to_string(), "test.json").unwrap_or_else(|messages| panic!("{}", shown(&messages)))
}

/// Words that speak for code a, b, c, and words that say nothing.
const WORDS: [&[&str]; 4] = [
    &["utbildning", "kurs", "föreläsning", "lärare", "handledning", "seminarium"],
    &["nätverk", "samverkan", "möte", "styrgrupp", "avtal", "länsgrupp"],
    &["samtal", "stödgrupp", "behandling", "mottagning", "terapi", "kurator"],
    &["under", "året", "flera", "kommuner", "personal", "barn", "unga", "vuxna", "med", "för", "ofta", "många"],
];

/// Thirty respondents with six answers each, all different.
pub fn material(book: &Codebook) -> Material {
    let mut material = Material::new(book);
    for system in &mut material.systems {
        for n in 0..180_usize {
            let code = n % 3;
            let word = |list: usize, k: usize| WORDS[list][(n * (2 * k + 5) + n / 7 + k * k) % WORDS[list].len()];
            let own = format!("{} {} {}", word(3, 1), word(code, 2), word(3, 3));
            let text = format!("{own} {} {} egenord{n}", word(code, 4), word(3, 5));
            system.examples.push(Example {
                study: "year".to_owned(),
                intervention: format!("I-{n}"),
                block: n / 3 % 2,
                area: ["north", "south"][n / 6 % 2].to_owned(),
                respondent: format!("respondent-{}", n / 6),
                text,
                rules: Vec::new(),
                labels: (0..system.codes.len()).map(|at| at == code).collect(),
                unseen: false,
            });
        }
    }
    material
}

fn learned() -> (Codebook, Material, Model) {
    let book = book("1", &[]);
    let material = material(&book);
    let model = train::learn(&material, &book, 0.9).model;
    (book, material, model)
}

#[test]
fn the_model_has_the_same_bytes_whatever_the_number_of_threads() {
    let book = book("1", &[]);
    let material = material(&book);
    let bytes = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| train::learn(&material, &book, 0.9).model.to_json().expect("a model"))
    };
    assert_eq!(bytes(1), bytes(3));
}

#[test]
fn the_model_holds_no_n_gram_of_fewer_than_three_respondents_and_no_name() {
    let (_, material, model) = learned();
    let system = &model.systems[0];
    assert!(system.ngrams.len() > 100, "something was learned");
    for ngram in &system.ngrams {
        let stands = |text: &str| match ngram.strip_prefix('=') {
            Some(words) => format!(" {text} ").contains(&format!(" {words} ")),
            None => format!("_{}_", text.replace(' ', "_")).contains(ngram.as_str()),
        };
        // Digits are written as 0 in n-grams.
        let text = |text: &str| text.chars().map(|c| if c.is_numeric() { '0' } else { c }).collect::<String>();
        let examples = material.systems[0].examples.iter().filter(|e| stands(&text(&e.text)));
        let respondents: BTreeSet<&str> = examples.map(|e| e.respondent.as_str()).collect();
        assert!(respondents.len() >= 3, "{ngram}: {respondents:?}");
    }
    assert!(!model.to_json().expect("a model").contains("respondent-"), "no name of a respondent");
}

#[test]
fn what_is_suggested_is_what_the_weights_of_the_file_say() {
    let (book, _, model) = learned();
    let suggester = Suggester::new(&model, &book);
    let goal = book.domain("goal").expect("goals");
    let (system, learned) = model.domain(goal).expect("goals");
    let vocabulary = Vocabulary::new(system.ngrams.clone(), system.rarity.clone());
    let mut scratch = Scratch::default();
    let several = ["Utbildning för personal, ofta.", "Utbildning!", "Nätverk med kommuner"];
    let texts = [&several[..], &["nätverk med kommuner"], &["helt okända ordklumpar"], &[""]];
    for sentences in texts {
        let text = sentences.join(" ");
        let found = suggester.scores(goal, &text, &mut scratch);
        for (code, found) in found.iter().enumerate() {
            let weights = learned.weights[code].as_ref().expect("weights").dense(system.ngrams.len());
            let score = |text: &str| {
                let vector = vocabulary.vector(text);
                let sum: f64 = vector.iter().map(|(at, v)| f64::from(weights[*at as usize]) * f64::from(*v)).sum();
                sum + f64::from(weights[system.ngrams.len()])
            };
            // Half by the whole text, half by the sentence that speaks most for the code.
            let best = sentences.iter().map(|sentence| score(sentence)).fold(f64::NEG_INFINITY, f64::max);
            let expected = (score(&text) + best) / 2.0;
            assert!((found - expected).abs() < 1e-4, "{text:?}: {found} {expected}");
        }
    }
}

#[test]
fn codes_are_learned_by_respondents_and_wordings_that_were_not_seen() {
    let (book, _, model) = learned();
    let goal = book.domain("goal").expect("goals");
    let quality = &model.domain(goal).expect("goals").1.quality;
    let count = quality.count("all", "main", "learning").expect("counts");
    assert_eq!((count.answers, count.found + count.missed), (90, 90), "every answer has one code");
    // Each code has words of its own; whoever learns anything finds most of them.
    assert!(count.hits().f1().is_some_and(|f1| f1 > 0.8), "{count:?}");
    assert!(quality.promise.iter().any(|p| p.accepted > 0), "nothing is accepted: {:?}", quality.promise);
    for promise in quality.promise.iter().filter(|p| p.accepted > 0) {
        assert!(promise.right as f64 >= 0.9 * promise.accepted as f64, "{promise:?}");
    }
}

/// The listed predictions are those that quality was measured on: accepted codings and right ones, by domain.
#[test]
fn predictions_are_what_quality_was_measured_on() {
    let book = book("1", &[]);
    let learned = train::learn(&material(&book), &book, 0.9);
    for word in ["goal", "effect"] {
        let domain = book.domain(word).expect("a domain");
        let own: Vec<_> = learned.predictions.iter().filter(|p| p.domain == domain).collect();
        let accepted: Vec<_> = own.iter().filter(|p| p.verdict == Verdict::Accepted).collect();
        let counted =
            [own.iter().filter(|p| p.right).count(), accepted.len(), accepted.iter().filter(|p| p.right).count()];
        let promise = &learned.model.domain(domain).expect("a domain").1.quality.promise[0];
        assert_eq!(counted, [promise.codings, promise.accepted, promise.right], "{word}");
        assert!(promise.accepted > 0 && own.iter().all(|p| p.right || p.probability >= 0.05), "{word}");
    }
    assert!(learned.predictions.is_sorted_by_key(|p| (&p.study, &p.intervention)));
}

#[test]
fn a_model_comes_back_as_it_was_written() {
    let (book, _, model) = learned();
    let text = model.to_json().expect("a model");
    let read = Model::parse(text.as_bytes(), "m.json", &book).expect("the model");
    assert_eq!(read.to_json().expect("a model"), text);
    assert_eq!(read.systems, model.systems);
}

#[test]
fn a_model_that_does_not_fit_is_refused_and_says_why() {
    let (own, _, model) = learned();
    let text = model.to_json().expect("a model");
    let refused = |text: &str, book: &Codebook| {
        Model::parse(text.as_bytes(), "m.json", book).err().map_or_else(String::new, |message| message.to_string())
    };
    let cut = refused(&text[..text.len() / 2], &own);
    assert!(cut.contains("no whole model file"), "{cut}");
    let changed = refused(&text.replacen("\"cost\":10.0", "\"cost\":11.0", 1), &own);
    assert!(changed.contains("checksum"), "{changed}");
    let format = refused(&text.replacen("\"format\":3", "\"format\":7", 1), &own);
    assert!(format.contains("format 7"), "{format}");
    let version = refused(&text, &book("2", &["d"]));
    assert!(version.contains("\"1\"") && version.contains("\"2\"") && version.contains("new codes: d"), "{version}");
    for (changed, differ) in [(book("1", &["d"]), "new codes: d"), (without_c(), "codes that are gone: c")] {
        let codes = refused(&text, &changed);
        assert!(codes.contains("have changed since the model was learned") && codes.contains(differ), "{codes}");
    }
    assert!(refused("{}", &own).contains("format"), "no model at all");
}

/// The codebook of the tests, of the same version, with a code less.
fn without_c() -> Codebook {
    let mut book = book("1", &[]);
    book.systems[0].codes.retain(|code| code.id != "c");
    book
}

#[test]
fn a_system_without_codes_is_left_out() {
    let mut book = book("1", &[]);
    book.systems[0].codes.clear();
    let material = Material::new(&book);
    assert!(material.systems.is_empty());
    assert!(train::learn(&material, &book, 0.95).model.systems.is_empty());
}

#[test]
fn a_file_too_large_is_refused_unread() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("m.json");
    std::fs::File::create(&path).and_then(|file| file.set_len(65 << 20)).expect("a file with a hole");
    let message = Model::load(&path, "m.json", &book("1", &[])).expect_err("too large").to_string();
    assert!(message.contains("65 MB") && message.contains("at most 64 MB"), "{message}");
}

/// Of the four interventions the final sheet has coded the first, two coders agree about the second, rules code activity and
/// output of the third and fourth. A model that wants something else everywhere gets only what nobody has said anything about:
/// the goals, for which no sheet has a column.
#[test]
fn accepted_suggestions_fill_gaps_and_overrule_nobody() {
    let study = Study::load(&project("tests/cases/codes-best")).unwrap_or_else(|m| panic!("{}", shown(&m)));
    let book = Codebook::load(&study.path("kodbok.json"), "kodbok.json").unwrap_or_else(|m| panic!("{}", shown(&m)));
    let mut messages = Diagnostics::new();
    let files = Files::read(&study, &mut messages);
    let input = Input::read(&study, &files, &mut messages);
    let mut codings = Codings::read(&study, &book, &input, &files, &mut messages);
    codings.settle(CodesFrom::Best, &book, &input, &mut messages).expect("rules that can be read");
    let ids = ["B-1-1", "B-1-2", "B-1-3", "B-1-4"];
    let domains = ["activity", "output", "goal"].map(|word| book.domain(word).expect("a domain"));
    let keys = || ids.into_iter().flat_map(|id| domains.map(|domain| (id, domain)));
    let of = |codings: &Codings| {
        let given = |(id, d)| codings.of(id, d).map(|(code, source)| (code.to_owned(), source)).collect::<Vec<_>>();
        keys().map(|key| (key, given(key))).collect::<BTreeMap<_, _>>()
    };
    let before = of(&codings);
    let wanted = |domain| if domain == domains[2] { "R1" } else { "G2" };
    let suggested = keys().map(|(id, domain)| ((id.to_owned(), domain), vec![wanted(domain).to_owned()])).collect();
    codings.add_suggestions(suggested, &input);
    let after = of(&codings);
    for (key, codes) in before {
        let expected = if key.1 == domains[2] { vec![("R1".into(), Source::Suggestions)] } else { codes };
        assert_eq!(after[&key], expected, "{key:?}");
    }
    // The final sheet leaves the first without an output; that is a decision, too.
    assert_eq!(after[&("B-1-1", domains[1])], []);
}

/// A model is the user's own choice on the command line; in study.toml it is a file like any other, which another person's
/// study must not fetch from anywhere.
#[test]
fn a_model_outside_the_study_is_read_only_where_the_user_names_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("study");
    copy_folder(&project("tests/cases/codes-best"), &study);
    let model = folder.path().join("m.json");
    learn(std::slice::from_ref(&study), &model, None, 0.95, &|_| {}).unwrap_or_else(|f| panic!("{f:?}"));
    let options = Options { out: Some(folder.path().join("s")), ..Options::default() };
    suggest(&study, &options, Some(&model), 5.0, &|_| {}).unwrap_or_else(|f| panic!("{f:?}"));
    let declared = std::fs::read_to_string(study.join("study.toml")).expect("study.toml");
    let declare = |before: &str, behind: &str| {
        std::fs::write(study.join("study.toml"), format!("{before}{declared}{behind}")).expect("study.toml");
        suggest(&study, &options, None, 5.0, &|_| {})
    };
    let refused = declare("model = \"../m.json\"\n", "").expect_err("outside").to_string();
    assert!(refused.contains("lies outside the study's folder"), "{refused}");
    let allowed = declare("model = \"../m.json\"\n", "\n[limits]\noutside = [\"..\"]\n");
    allowed.unwrap_or_else(|f| panic!("{f:?}"));
}

/// The whole way with a study: too small to learn from, so nothing is suggested, and everything is still written.
#[test]
fn learn_suggest_evaluate_and_run_work_together() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("study");
    copy_folder(&project("tests/cases/codes-best"), &study);
    let model = study.join("m.json");
    let predictions = folder.path().join("p.csv");
    let learned = learn(std::slice::from_ref(&study), &model, Some(&predictions), 0.95, &|_| {});
    learned.unwrap_or_else(|failure| panic!("{failure:?}"));
    // People gave the activity of one intervention a code, and left its output without. Nothing can be learned from one
    // answer: σ(−4) = 0.018.
    let predicted = std::fs::read_to_string(&predictions).expect("predictions");
    let lines: Vec<&str> = predicted.trim_start_matches('\u{feff}').lines().collect();
    let row = |code| format!("study,B-1-1,activity,{code},0.018,no,yes");
    assert_eq!(lines, ["study,intervention_id,domain,code,probability,verdict,right", &row("G1"), &row("G1.1")]);
    let options = |name: &str| Options { out: Some(folder.path().join(name)), ..Options::default() };
    let none = suggest(&study, &options("none"), None, 5.0, &|_| {}).expect_err("no model is declared");
    assert!(none.to_string().contains("no model is declared"), "{none}");
    suggest(&study, &options("s"), Some(&model), 5.0, &|_| {}).unwrap_or_else(|f| panic!("{f:?}"));
    let written: Vec<String> = files(&folder.path().join("s")).into_keys().collect();
    assert_eq!(written, ["data/drift.csv", "data/review.csv", "data/suggestions.csv", "manifest.json"]);
    let evaluated = evaluate(&study, &options("e"), Measuring { model: Some(&model), details: true }, &|_| {})
        .unwrap_or_else(|f| panic!("{f:?}"));
    assert!(evaluated.model.is_some_and(|m| m.learned_from), "it is the study that the model learned from");

    let before = run_into(&study, &folder.path().join("before"), &[]).expect("a run");
    let declared = std::fs::read_to_string(study.join("study.toml")).expect("study.toml");
    std::fs::write(study.join("study.toml"), format!("model = \"m.json\"\n{declared}")).expect("study.toml");
    run_into(&study, &folder.path().join("after"), &[]).unwrap_or_else(|f| panic!("{f:?}"));
    let data = |name: &str| files(&folder.path().join(name))["data/codings.csv"].clone();
    assert_eq!(data("before"), data("after"), "final codes, coders and rules come before suggestions");
    assert!(before.figures + before.tables > 0);
    let manifest = std::fs::read_to_string(folder.path().join("after/manifest.json")).expect("a manifest");
    assert!(manifest.contains("\"m.json\""), "the manifest names the model with its hash");
}
