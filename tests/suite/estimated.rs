//! Estimates in figures, tables and claims, with intervals made by hand: a study of two hundred interventions in one area, of
//! which people have read sixty. Every intervention has 10 000 kr; 120 have the activity G1, 40 G2, 30 G4, and 10 none.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use insats::claims::{Claims, Facts};
use insats::codebook::Codebook;
use insats::coding::blind::Blind;
use insats::coding::{Codings, State};
use insats::compare::Side;
use insats::diagnostic::Diagnostics;
use insats::grant::Grant;
use insats::ledger::{AreaId, Estimated, Estimates, Interval, Ledger, Selection};
use insats::money::Amount;
use insats::read::Files;
use insats::register::{Level, recipients};
use insats::report::explain::{Basis, explain};
use insats::report::{Declaration, Item, Material};
use insats::run::{Failure, Options, run};
use insats::study::{CodesFrom, Study};
use insats::survey::Input;
use insats::weighting::Weighting;
use insats::wording::Language;

use crate::support::{project, shown};

const STUDY: &str = r#"
title = "Estimates"
year = 2026
codebook = "kodbok.json"
claims = "claims.csv"

[complete]
requires = ["activity", "funds"]

[weighting]
per = "none"

[[coding]]
role = "final"
file = "koder.csv"
intervention = "Insats"
domains = { activity = "Aktivitet" }
none = "ingen"

[[survey]]
area = "kommunerna"
level = "municipality"
file = "svar.csv"
respondent = { id = "Id", name = "Kommun" }

[survey.intervention]
activity = "Insats {n}: Vad gjordes?"
funds = "Insats {n}: Kronor"
"#;

const REPORT: &str = r#"
[[item]]
id = "figur-01"
kind = "bubble"
area = "kommunerna"
domains = ["activity"]
title = "Aktiviteter"

[[item]]
id = "tabell-01"
kind = "table"
area = "kommunerna"
main = "G1"
domains = ["activity"]
title = "Inom G1"
"#;

/// Writes the study, with claims by id, each with its assertion. Further areas have the same answers.
fn write(folder: &Path, areas: &[&str], claims: &[(&str, &str)]) {
    let names = recipients(Level::municipality());
    let (mut answers, mut codes) = (
        "Id;Kommun;Insats 1: Vad gjordes?;Insats 1: Kronor;Insats 2: Vad gjordes?;Insats 2: Kronor\n".to_owned(),
        "Insats;Aktivitet\n".to_owned(),
    );
    for (at, recipient) in names.iter().take(100).enumerate() {
        let text = |n: usize| format!("Arbete nummer {n}");
        let _ = writeln!(answers, "K-{at};{};{};10000;{};10000", recipient.name, text(2 * at), text(2 * at + 1));
        for n in 0..2 {
            let code = match 2 * at + n {
                0..60 => "G1.1",
                60..120 => "G1",
                120..160 => "G2",
                160..190 => "G4",
                _ => "ingen",
            };
            let _ = writeln!(codes, "K-{at}-{};{code}", n + 1);
        }
    }
    let (mut declared, first) = (STUDY.to_owned(), codes.clone());
    for (at, area) in areas.iter().enumerate().skip(1) {
        let own = |text: &str| text.replace("K-", &format!("K{at}-"));
        fs::write(folder.join(format!("{area}.csv")), own(&answers)).expect("answers");
        codes += own(&first).split_once('\n').map_or("", |(_, rows)| rows);
        let (_, survey) = STUDY.split_once("[[survey]]").expect("a survey");
        let survey = survey.replace("\"kommunerna\"", &format!("\"{area}\"")).replace("svar", area);
        declared += &format!("\n[[survey]]{survey}");
    }
    let of = if areas.len() > 1 { "all" } else { "kommunerna" };
    let mut list = "id,area,statement,assertion,precision,undecided\n".to_owned();
    for (id, assertion) in claims {
        let _ = writeln!(list, "{id},{of},Så är det med {id}.,\"{}\",,", assertion.replace('"', "\"\""));
    }
    fs::copy(project("codebook/psykisk-halsa.json"), folder.join("kodbok.json")).expect("the codebook");
    for (name, text) in [
        ("study.toml", declared.as_str()),
        ("report.toml", REPORT),
        ("svar.csv", &answers),
        ("koder.csv", &codes),
        ("claims.csv", &list),
    ] {
        fs::write(folder.join(name), text).expect("a file");
    }
}

/// The study as it was read.
pub struct Read {
    study: Study,
    book: Codebook,
    declaration: Declaration,
    input: Input,
    weighting: Weighting,
    codings: Codings,
    pub ledger: Ledger,
    claims: Claims,
    grant: Grant,
}

impl Read {
    fn new(claims: &[(&str, &str)]) -> Self {
        Self::over(&["kommunerna"], claims)
    }

    /// The study with so many areas.
    pub fn over(areas: &[&str], claims: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), areas, claims);
        let mut messages = Diagnostics::new();
        let study = Study::load(folder.path()).unwrap_or_else(|wrong| panic!("{}", shown(&wrong)));
        let book = Codebook::load(&study.path("kodbok.json"), "kodbok.json").expect("the codebook");
        let declaration = insats::report::read(&study, Some(&book), &mut messages);
        let files = Files::read(&study, &mut messages);
        let input = Input::read(&study, &files, &mut messages);
        let mut codings = Codings::read(&study, &book, &input, &files, &mut messages);
        codings.settle(codings.choose(None, &study), &book, &input, &mut messages).expect("codes");
        let weighting = Weighting::new(&input, study.money, &mut messages);
        let ledger = Ledger::new(&study, &book, &input, &codings, &weighting).expect("counts");
        let claims = Claims::read(&study, &files, &mut messages);
        assert!(!messages.has_errors(), "{}", shown(&messages));
        Self { study, book, declaration, input, weighting, codings, ledger, claims, grant: Grant::default() }
    }

    /// The same with the estimates of the tests.
    fn estimated(claims: &[(&str, &str)]) -> Self {
        let mut read = Self::new(claims);
        read.ledger.take_estimates(read.estimates());
        read
    }

    /// What a code of activities comes to.
    pub fn activity(&self, code: &str) -> Selection {
        let domain = self.book.domain("activity").expect("a domain");
        Selection::Code(AreaId::new(0), domain, self.ledger.code_id(domain, code).expect("a code"))
    }

    /// Those without an activity, by why.
    fn without(&self, state: State) -> Selection {
        Selection::Without(AreaId::new(0), self.book.domain("activity").expect("a domain"), state)
    }

    pub fn estimates(&self) -> Estimates {
        let domain = self.book.domain("activity").expect("a domain");
        let zero = estimate([0, 0, 0]);
        let all = self.book.codes(domain).iter().map(|code| (self.activity(&code.id), zero.clone()));
        let mut estimates: Estimates = all.collect();
        estimates.extend([
            (self.activity("G1"), estimate([120, 112, 127])),
            (self.activity("G1.1"), estimate([58, 50, 66])),
            (self.activity("G2"), estimate([40, 33, 49])),
            (self.activity("G4"), estimate([30, 24, 38])),
            (self.activity("G5"), estimate([0, 0, 4])),
            (self.activity("G3"), Estimated { numbers: None, amounts: None, ..estimate([2, 0, 0]) }),
            (self.without(State::None), estimate([10, 6, 15])),
        ]);
        estimates
    }

    fn material(&self, language: Language) -> Material<'_> {
        let Self { study, input, weighting, ledger, book, grant, declaration, .. } = self;
        Material { study, input, weighting, ledger, book, grant, declaration, years: &[], language }
    }

    fn items(&self, language: Language) -> Vec<Item> {
        self.material(language).items(&mut Diagnostics::new())
    }

    /// What came of the claims: outcome, what was computed and why, by their ids.
    pub fn verdicts(&self, language: Language) -> BTreeMap<String, [String; 3]> {
        let items = self.items(language);
        let tables = items.iter().map(|item| (item.id.as_str(), &item.table));
        let Self { study, book, input, codings, weighting, ledger, .. } = self;
        let facts = Facts::new(Side { study, book, input, codings, weighting, ledger }, tables, &[], language);
        let mut messages = Diagnostics::new();
        let checked = self.claims.verify(&facts, &mut messages);
        assert!(!messages.has_errors(), "{}", shown(&messages));
        let verdict = |checked: insats::claims::Checked<'_>| {
            let insats::claims::Verdict { outcome, computed, reason, .. } = checked.verdict;
            (checked.claim.id.clone(), [outcome.word().to_owned(), computed.in_ids, reason])
        };
        checked.into_iter().map(verdict).collect()
    }
}

/// A number with what it may be at least and at most, and 10 000 kr for each.
pub fn estimate([number, low, high]: [usize; 3]) -> Estimated {
    let funds = |number: usize| Amount::from_kronor(10_000 * number as i64).expect("an amount");
    let amounts = Some(Interval { low: funds(low), high: funds(high) });
    Estimated { number, numbers: Some(Interval { low, high }), funds: funds(number), amounts, read: 60, of: 200 }
}

#[test]
fn estimates_take_the_place_of_what_was_counted() {
    let read = Read::estimated(&[]);
    let (g1, none) = (read.activity("G1.1"), read.without(State::None));
    let counted = read.ledger.counted(g1);
    assert_eq!((counted.number, counted.funds, counted.base), (58, estimate([58, 50, 66]).funds, 200));
    assert_eq!(counted.estimated, Some(&estimate([58, 50, 66])));
    // Who is behind the number is who is known to be.
    assert_eq!(counted.ids.interventions().count(), 60);
    assert_eq!(read.ledger.as_coded(g1).number, 60);
    // What has no code is estimated as a whole; nothing waits beside it.
    assert_eq!(read.ledger.counted(none).estimated, Some(&estimate([10, 6, 15])));
    for gap in State::GAPS.map(|state| read.without(state)) {
        assert_eq!(read.ledger.counted(gap).estimated, Some(&estimate([0, 0, 0])));
    }
}

#[test]
fn estimates_of_codes_that_were_never_audited_are_an_error() {
    let out = tempfile::tempdir().expect("a folder");
    let codes = Some(CodesFrom::Estimated);
    let options = Options { out: Some(out.path().join("out")), codes, ..Options::default() };
    match run(&project("tests/cases/claims"), &options, &|_| {}) {
        Err(Failure::Input(messages)) => {
            assert!(shown(&messages).contains("have not been audited"), "{}", shown(&messages))
        }
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it ran"),
    }
    assert_eq!(fs::read_dir(out.path()).expect("a folder").count(), 0);
}

/// Assertions with what the intervals say of them: G1 112 to 127 of 200, G2 33 to 49, G4 24 to 38, G5 0 to 4, no code 6 to 15.
const CLAIMS: [(&str, &str); 55] = [
    ("holds", "interventions(activity = G1) > 111"),
    ("open", "interventions(activity = G1) > 112"),
    ("fails", "interventions(activity = G1) > 127"),
    ("open", "interventions(activity = G1) = 120"),
    ("fails", "interventions(activity = G1) = 128"),
    ("holds", "interventions(activity = G1) != 111"),
    // 1 120 000 to 1 270 000 kr are within a tenth of a million of 1.2 millions, but not all of them below.
    ("holds", "kronor(activity = G1) is about 1.2 mnkr"),
    ("open", "kronor(activity = G1) is rounded 1.2 mnkr"),
    ("fails", "kronor(activity = G1) is rounded 1.4 mnkr"),
    ("open", "kronor(activity = G1) is under 1.2 mnkr"),
    // 112 of 200 are 56 percent, 127 are 63.5.
    ("holds", "interventions(activity = G1) of interventions is majority"),
    ("open", "interventions(activity = G1) of interventions is rounded 60 %"),
    ("fails", "interventions(activity = G1) of interventions is rounded 70 %"),
    ("open", "interventions(activity = G1) of interventions = 120 of 200"),
    ("fails", "interventions(activity = G1) of interventions = 120 of 201"),
    // Nobody can be above 30 and below 31.
    ("open", "interventions(activity = G4) is over 30"),
    ("fails", "interventions(activity = G4) is over 20"),
    // 200 less 112 to 127 are 73 to 88.
    ("holds", "interventions(activity != G1) < 89"),
    ("holds", "interventions(not activity = G1) >= 73"),
    ("open", "interventions(activity != G1) < 80"),
    // 112 + 33 and 127 + 49; 112 - 49.
    ("holds", "interventions(activity = G1) + interventions(activity = G2) >= 145"),
    ("open", "interventions(activity = G1) + interventions(activity = G2) >= 146"),
    ("fails", "interventions(activity = G1) + interventions(activity = G2) > 176"),
    ("holds", "interventions(activity = G1) - interventions(activity = G2) >= 63"),
    // Without a code, for whatever reason; together with G4 30 to 53.
    ("holds", "interventions(activity = uncoded) <= 15"),
    ("holds", "interventions(activity = G4, none) <= 53"),
    ("open", "interventions(activity = G4, none) <= 52"),
    ("holds", "interventions(activity = not-coded) = 0"),
    // A subcode and its main code are the subcode; of its main code at least 50 of 127 and at most 66 of 112.
    ("holds", "interventions(activity = G1 and activity = G1.1) <= 66"),
    ("holds", "interventions(activity = G1.1) of interventions(activity = G1) >= 50/127"),
    ("fails", "interventions(activity = G1.1) of interventions(activity = G1) > 66/112"),
    ("holds", "G1 first in interventions by activity besides G3"),
    // Of G3, whose interval was refused, nobody knows whether it has more.
    ("undecided", "G1 first in interventions by activity"),
    ("fails", "G4 first in interventions by activity"),
    ("open", "G2 second in interventions by activity among G1, G2, G4"),
    ("fails", "G4 first in interventions by activity among G1, G2, G4"),
    ("holds", "G1, G2, G4 present in kronor by activity"),
    ("open", "G5 present in interventions by activity"),
    ("holds", "interventions by activity among G1, G2 same order as kronor by activity among G1, G2"),
    ("holds", "total(interventions by activity among G1, G2, G4) >= 169"),
    ("holds", "interventions(activity = G1 and level = municipality) > 111"),
    // Cells of items as the measures that they show; their ends are numbers of their own.
    ("holds", "cell(figur-01, 'G1', interventions) > 111"),
    ("open", "cell(figur-01, 'G1', reported_kr) = 1200000 kr"),
    ("holds", "cell(figur-01, 'G1', interventions_high) = 127"),
    ("open", "cell(tabell-01, 'G1.1', activity) > 50"),
    ("fails", "sum(figur-01, interventions) > 431"),
    ("undecided", "rows(figur-01: reported_kr > 1270000 kr) = 0"),
    ("undecided", "rows(figur-01: reported_kr > 1200000 kr) = 0"),
    ("holds", "'G1.1' first in cells(tabell-01, activity)"),
    // Who is behind the numbers nobody knows.
    ("undecided", "interventions(activity = G1, G2) = 160"),
    ("undecided", "respondents(interventions(activity = G1) > 0) = 60"),
    ("undecided", "interventions(number(activity) > 1) = 0"),
    ("undecided", "interventions(activity = G1 and recipient = 'Upplands Väsby') > 0"),
    ("undecided", "interventions(activity = G3) > 0"),
    // One statement fails, whatever the other comes to.
    ("fails", "interventions(activity = G1) = 120; interventions(activity = G2) > 50"),
];

#[test]
fn claims_hold_for_all_values_of_the_intervals_for_none_or_for_some() {
    let letter = |at: usize| char::from(b'a' + at as u8);
    let ids: Vec<String> = (0..CLAIMS.len()).map(|at| format!("C-{}{}", letter(at / 26), letter(at % 26))).collect();
    let claims: Vec<(&str, &str)> =
        ids.iter().zip(CLAIMS).map(|(id, (_, assertion))| (id.as_str(), assertion)).collect();
    let verdicts = Read::estimated(&claims).verdicts(Language::Swedish);
    for (id, (wanted, assertion)) in ids.iter().zip(CLAIMS) {
        let [outcome, computed, reason] = &verdicts[id];
        assert_eq!(outcome, wanted, "{assertion}: {computed}; {reason}");
    }
}

#[test]
fn open_claims_say_their_interval_and_what_would_decide_them() {
    let read = Read::estimated(&[
        ("number", "interventions(activity = G2) > interventions(activity = G4)"),
        ("exact", "interventions(activity = G1) = 120"),
        ("share", "interventions(activity = G1) of interventions is rounded 60 %"),
        ("ranking", "G2 second in interventions by activity among G1, G2, G4"),
        ("several", "interventions(activity = G1, G2) = 160"),
        ("wrong", "interventions(activity = G1) = 128"),
    ]);
    let verdicts = read.verdicts(Language::Swedish);
    let told = |id: &str| verdicts[id].each_ref().map(|text| text.replace('\u{a0}', " "));
    // 40 less 7 and 30 more 8 parts of their intervals meet at 10/15; the widest of the 64ths below is 42/64. Then
    // 1/m = (42/64)² (1/60 - 1/200) + 1/200 = 0.0100244: 100 are to be read, 40 more.
    let more = "intervallet tillåter båda; ungefär 40 svar till som läses av människor skulle avgöra det";
    assert_eq!(told("number"), ["open", "40, intervall 33–49", more]);
    assert_eq!(told("ranking"), ["open", "G1 120 (112–127), G2 40 (33–49), G4 30 (24–38)", more]);
    let all = "intervallet tillåter båda; bara om de 140 svar som återstår också läses avgörs det";
    assert_eq!(told("exact"), ["open", "120, intervall 112–127", all]);
    assert_eq!(told("share")[1], "120 av 200 (60 %), intervall 56 %–63,5 %");
    assert!(told("several")[2].contains("säger ingen skattning"), "{:?}", told("several"));
    // What is true of a claim that fails is an interval, not a number to stand in its sentence.
    assert_eq!(
        told("wrong")[2],
        "Antalet insatser med aktivitet Implementering och utveckling av nya arbetssätt och metoder är 120, intervall 112–127."
    );
}

#[test]
fn tables_have_the_ends_of_intervals_beside_their_numbers() {
    let read = Read::estimated(&[]);
    let items = read.items(Language::Swedish);
    let csv = |item: &Item| String::from_utf8(insats::render::csv(&item.table).expect("a table")).expect("a text");
    // G5 is estimated at nothing and is no bubble; of G3 the interval was refused.
    let figure = "domain,code,label,interventions,interventions_low,interventions_high,reported_kr,reported_kr_low,reported_kr_high\n\
        activity,G1,Implementering och utveckling av nya arbetssätt och metoder,120,112,127,1200000,1120000,1270000\n\
        activity,G2,Personal- och resursförstärkning,40,33,49,400000,330000,490000\n\
        activity,G3,\"Samverkan, samarbete och samordning\",2,,,20000,,\n\
        activity,G4,\"Kartläggning, analys och utvärdering\",30,24,38,300000,240000,380000\n\
        activity,none,Ingen kod passar,10,6,15,100000,60000,150000\n";
    assert_eq!(csv(&items[0]), figure);
    assert!(csv(&items[1]).starts_with("code,label,activity,activity_low,activity_high\n"));
    assert!(csv(&items[1]).contains("58,50,66\n"), "{}", csv(&items[1]));
    // Data: what may occur is there, too.
    let codes = insats::report::data::codes(&read.ledger, &read.book, read.study.money, Language::Swedish);
    let codes = String::from_utf8(insats::render::csv(&codes).expect("a table")).expect("a text");
    assert!(codes.starts_with("area,domain,code,label,interventions,interventions_low,interventions_high,reported_kr,reported_kr_low,reported_kr_high\n"), "{codes}");
    assert!(codes.contains(",0,0,4,0,0,40000\n"), "{codes}");
    // Without estimates nothing is beside the numbers.
    let counted = Read::new(&[]).items(Language::Swedish);
    assert!(csv(&counted[0]).starts_with("domain,code,label,interventions,reported_kr\n"));
}

#[test]
fn notes_and_text_alternatives_say_what_numbers_rest_on() {
    let read = Read::estimated(&[]);
    let items = read.items(Language::Swedish);
    let plain = |text: &str| text.replace('\u{a0}', " ");
    let note = plain(&items[0].note);
    for said in [
        "Skattning: 60 av 200 insatser lästa av människor; strecken visar 95 procents intervall.",
        "För samverkan, samarbete och samordning är urvalet för litet för ett intervall.",
        "enligt intervallen har ingen av dem fler än 4 insatser.",
    ] {
        assert!(note.contains(said), "{note}");
    }
    assert!(plain(&items[1].note).contains("Skattning: 60 av 200 insatser lästa av människor; 95 procents intervall."));
    let words = plain(&items[0].alternative);
    let told = "Personal- och resursförstärkning (40 insatser, intervall 33–49; 0,4 mnkr, intervall 0,3 mnkr–0,5 mnkr)";
    assert!(words.contains(told), "{words}");
    let refused = "(2 insatser, utan intervall; ";
    assert!(words.contains(refused), "{words}");
    let counted = Read::new(&[]).items(Language::Swedish);
    assert!(!counted[0].note.contains("Skattning") && !counted[0].alternative.contains("intervall"));
}

#[test]
fn an_explanation_says_how_an_estimate_came() {
    let read = Read::estimated(&[]);
    let Read { input, codings, weighting, .. } = &read;
    let (material, language) = (read.material(Language::Swedish), Language::Swedish);
    let blind = Blind::default();
    let basis = Basis { material, input, codings, blind: &blind, weighting, audit: None, language, texts: false };
    let words = ["tabell-01", "activity", "G1.1"].map(str::to_owned);
    let page = explain(&basis, &words).expect("a cell").replace('\u{a0}', " ");
    let lines: Vec<&str> = page.lines().take(5).collect();
    // 60 were coded with G1.1, at 600 000 kr; 58 are estimated, between 50 and 66.
    let called = "tabell-01, activity G1.1 Arbete med handlingsplaner";
    let head = "är en skattning: 58, intervall 50–66. Människor och maskin har kodat 60; det som människor fann i urvalet rättar det med −2 (60 av 200 lästa av människor).";
    assert_eq!(lines[0], format!("{called} {head}"));
    assert_eq!(
        lines[1],
        "Medel: 580 000 kr, intervall 500 000 kr–660 000 kr; kodat 600 000 kr, rättat med −20 000 kr."
    );
    assert_eq!(lines[2], "Listan är vad människor och maskin har kodat, och inte skattningen:");
    assert!(lines[4].starts_with(&format!("{called}: 60 insatser")), "{page}");
    let page = explain(&basis, &["tabell-01".to_owned()]).expect("an item");
    assert!(page.contains("58 av 200    activity G1.1, intervall 50–66"), "{page}");
}

#[test]
fn without_estimates_nothing_is_open() {
    let read = Read::new(&[
        ("number", "interventions(activity = G1) = 120"),
        ("any", "interventions(activity = G1, G2) = 160"),
    ]);
    let verdicts = read.verdicts(Language::English);
    assert!(verdicts.values().all(|[outcome, ..]| outcome == "holds"), "{verdicts:?}");
}

/// A headline that claims what the data do not bear out, or what intervals leave open, is taken away, with the reason.
#[test]
fn a_headline_stands_only_where_all_that_it_claims_holds() {
    let reasons = |read: &Read, claim: Option<&str>| -> Vec<String> {
        let mut items = read.items(Language::English);
        let headline = items[0].headline.as_mut().expect("a headline");
        if let Some(claim) = claim {
            headline.claims[0].assertion = claim.to_owned();
        }
        let Read { study, book, input, codings, weighting, ledger, claims, .. } = read;
        let side = Side { study, book, input, codings, weighting, ledger };
        let facts = Facts::new(side, [], &[], Language::English);
        let unsaid = insats::claims::headlines::unsaid(&items, &facts, &claims.words);
        unsaid.into_iter().map(|(_, reason)| reason.text(Language::English)).collect()
    };
    let mut read = Read::new(&[]);
    read.declaration.items[0].headline = true;
    assert_eq!(reasons(&read, None), Vec::<String>::new());
    let fails = reasons(&read, Some("G2 first in interventions by activity"));
    assert!(fails[0].contains("\"G2 first in interventions by activity\" does not hold"), "{fails:?}");
    let of_nothing = reasons(&read, Some("interventions(activity = X9) = 1"));
    assert!(of_nothing[0].contains("cannot be decided: \"X9\" is no code"), "{of_nothing:?}");
    let mut headline = read.items(Language::English).remove(0).headline.expect("a headline");
    assert!(headline.claims.remove(0).assertion.starts_with("G1 first in interventions by activity; "));
    read.ledger.take_estimates(read.estimates());
    let items = read.items(Language::English);
    assert!(items[0].headline.is_none(), "G3 has no interval: it may be the largest");
}
