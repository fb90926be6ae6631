//! Estimates over several areas: claims about all areas have the interval of the whole sample, which is shorter than the sum of the areas'
//! own, and is the one of `estimates.csv`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use insats::ledger::{AreaId, Estimates, Selection};
use insats::render::Format;
use insats::run::{AuditOptions, Options, evaluate_audit, run, verify};
use insats::study::CodesFrom;
use insats::wording::Language;

use crate::audits::{change, code, draw, options, sample, texts, told, undrawn};
use crate::estimated::{Read, estimate};
use crate::support::rows;

/// Assertions on two areas with the same estimates: G1 120 (112 to 127) of 200 in each, 240 (228 to 251) over both, where sums of ends are
/// 224 to 254; G2 40 (33 to 49), and 80 (70 to 91) over both, where they are 66 to 98. Every intervention has 10 000 kr.
const CLAIMS: [(&str, &str); 14] = [
    ("holds", "interventions(activity = G1) >= 228"),
    ("open", "interventions(activity = G1) >= 229"),
    ("fails", "interventions(activity = G1) > 251"),
    ("holds", "kronor(activity = G1) <= 2510000 kr"),
    // 400 less 228 to 251; 228 of 400 are 57 percent.
    ("holds", "interventions(activity != G1) <= 172"),
    ("holds", "interventions(activity = G1) of interventions >= 57 %"),
    // 228 less 91; two intervals are as wide as they can be.
    ("holds", "interventions(activity = G1) - interventions(activity = G2) >= 137"),
    ("open", "interventions(activity = G1) - interventions(activity = G2) >= 138"),
    ("holds", "total(interventions(activity = G1) by area) >= 228"),
    ("holds", "largest(interventions by activity among G1, G2) >= 228"),
    // A condition that everybody meets leaves the estimate as it is; one that leaves nothing of an area leaves the other's.
    ("holds", "interventions(activity = G1 and level = municipality) >= 228"),
    ("holds", "interventions(kommunerna: activity = G1) >= 112"),
    ("open", "interventions(kommunerna: activity = G1) >= 113"),
    ("holds", "interventions(kommunerna, orterna: activity = G1) >= 228"),
];

#[test]
fn claims_on_all_areas_have_the_interval_over_all_areas() {
    let ids: Vec<String> = (0..CLAIMS.len()).map(|at| format!("C-{}", char::from(b'a' + at as u8))).collect();
    let claims: Vec<(&str, &str)> = ids.iter().zip(CLAIMS).map(|(id, (_, own))| (id.as_str(), own)).collect();
    let mut read = Read::over(&["kommunerna", "orterna"], &claims);
    let of_areas = read.estimates();
    let other = of_areas.iter().map(|(selection, own)| (selection.in_area(AreaId::new(1)), own.clone()));
    let twice = |own: &insats::ledger::Estimated| {
        let numbers = own.numbers.map_or([0, 0], |ends| [2 * ends.low, 2 * ends.high]);
        insats::ledger::Estimated { read: 120, of: 400, ..estimate([2 * own.number, numbers[0], numbers[1]]) }
    };
    let over = of_areas.iter().map(|(selection, own)| (selection.in_area(AreaId::ALL), twice(own)));
    let mut all: Estimates = of_areas.clone().into_iter().chain(other).chain(over).collect();
    for (code, own) in [("G1", [240, 228, 251]), ("G2", [80, 70, 91])] {
        all.insert(read.activity(code).in_area(AreaId::ALL), estimate(own));
    }
    read.ledger.take_estimates(all);
    let verdicts = read.verdicts(Language::Swedish);
    for (id, (wanted, assertion)) in ids.iter().zip(CLAIMS) {
        let [outcome, computed, reason] = &verdicts[id];
        assert_eq!(outcome, wanted, "{assertion}: {computed}; {reason}");
    }
    // What is behind a number of all areas is what is behind the areas'.
    let counted = read.ledger.counted(Selection::Area(AreaId::ALL));
    assert_eq!((counted.number, counted.base, counted.ids.interventions().count()), (400, 400, 400));
    let coded = read.ledger.as_coded(read.activity("G1.1").in_area(AreaId::ALL));
    assert_eq!((coded.number, coded.ids.interventions().count()), (120, 120));
}

/// `tests/cases/audit` before anything was drawn, with a second area in which the same was answered.
pub fn two_areas() -> (tempfile::TempDir, PathBuf) {
    let (place, study) = undrawn();
    let read = |file: &str| fs::read_to_string(study.join(file)).expect("a file");
    let write = |file: &str, text: String| fs::write(study.join(file), text).expect("a file");
    write("barn.csv", read("svar.csv").replace("\nR-", "\nB-"));
    let medel = read("medel.csv");
    let lines = medel.lines().enumerate();
    write("medel.csv", lines.map(|(at, own)| format!("{own};{}\n", if at == 0 { "Barn" } else { "500000" })).collect());
    let declared = read("study.toml");
    let (_, survey) = declared.split_once("[[survey]]").expect("a survey");
    let survey = survey.replace("\"psyk\"", "\"barn\"").replace("svar.csv", "barn.csv");
    let declared = declared.replace("\"Psykiatri\" = \"psyk\"", "\"Psykiatri\" = \"psyk\", \"Barn\" = \"barn\"");
    write("study.toml", format!("{declared}\n[[survey]]{survey}"));
    (place, study)
}

/// Draws twelve in each area, and codes them: everything with a course is G1, apps are G2, the rest G3.
pub fn draw_and_read(study: &Path) {
    let wanted = AuditOptions { per_area: true, ..options(12) };
    draw(study, &wanted).unwrap_or_else(|told| panic!("{told}"));
    let (first, mut by_code) = (texts(study), BTreeMap::<&str, Vec<String>>::new());
    for id in sample(study) {
        let text = first[&id].to_lowercase();
        let own = if text.contains("kurs") {
            "G1"
        } else if text.contains("app") {
            "G2"
        } else {
            "G3"
        };
        by_code.entry(own).or_default().push(id);
    }
    for (own, ids) in by_code {
        code(study, "Anna", ids, own);
    }
}

/// What `verify` computes is, number by number, what `audit --evaluate` writes of all areas.
#[test]
fn claims_on_all_areas_are_the_rows_of_estimates() {
    let (place, study) = two_areas();
    draw_and_read(&study);
    let to = |name: &str| Options { out: Some(place.path().join(name)), ..Options::default() };
    let evaluated = evaluate_audit(&study, &to("eval"), &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    let all = rows(&evaluated.folder.join("estimates.csv"));
    let mut list = "id,area,statement,assertion,precision,undecided\n".to_owned();
    for code in ["G1", "G2", "G3"] {
        list += &format!("{code},all,Så är det.,interventions(activity = {code}) >= 0,,\n");
    }
    fs::write(study.join("claims.csv"), list).expect("claims");
    let declared = fs::read_to_string(study.join("study.toml")).expect("declarations");
    fs::write(study.join("study.toml"), format!("claims = \"claims.csv\"\n{declared}")).expect("declarations");
    let out = place.path().join("out");
    let options = Options { out: Some(out.clone()), codes: Some(CodesFrom::Estimated), ..Options::default() };
    run(&study, &options, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    let claims = rows(&out.join("data/claims.csv"));
    let mut wider = 0;
    for claim in &claims {
        let row =
            |area: &str| all.iter().find(|row| row["area"] == area && row["code"] == claim["claim_id"]).expect("a row");
        let own = |area: &str, column: &str| row(area)[column].parse::<usize>().expect("a number");
        let [number, low, high] = ["interventions", "interventions_low", "interventions_high"].map(|id| own("all", id));
        let told = claim["computed"].replace('\u{a0}', " ");
        assert_eq!(told, format!("{number}, intervall {low}–{high}"));
        let sum = |column: &str| own("psyk", column) + own("barn", column);
        assert_eq!(number, sum("interventions"));
        wider += usize::from(sum("interventions_high") - sum("interventions_low") > high - low);
    }
    assert_eq!((claims.len(), wider), (3, 3));
}

/// Where a domain was not audited, its numbers are counted, and every place that has them says so: the theme, whose rules give B1 to the
/// twelve answers of each area that speak of a course.
#[test]
fn what_was_not_audited_is_told_wherever_it_is_counted() {
    let (place, study) = two_areas();
    change(
        &study,
        "codebook.json",
        "\"system\": \"s\" }\n  ],",
        "\"system\": \"s\" },\n    { \"id\": \"theme\", \"label\": { \"sv\": \"Tema\", \"en\": \"Theme\" }, \"plural\": { \"sv\": \"Teman\", \"en\": \"Themes\" }, \"system\": \"t\", \"texts\": [\"*\"], \"optional\": true }\n  ],",
    );
    change(
        &study,
        "codebook.json",
        "\"systems\": [",
        "\"systems\": [ { \"id\": \"t\", \"label\": { \"sv\": \"Teman\", \"en\": \"Themes\" }, \"codes\": [ { \"id\": \"B1\", \"label\": { \"sv\": \"Kurser\", \"en\": \"Courses\" }, \"definition\": { \"sv\": \"Kurser.\", \"en\": \"Courses.\" }, \"rules\": [{ \"any\": [\"kurs*\"] }] } ] },",
    );
    let table = "\n[[item]]\nid = \"tabell-02\"\nkind = \"bubble\"\narea = \"psyk\"\ndomains = [\"theme\"]\ntitle = \"Teman\"\n";
    let items = fs::read_to_string(study.join("report.toml")).expect("items");
    fs::write(study.join("report.toml"), items + table).expect("items");
    let claims = "id,area,statement,assertion,precision,undecided\n\
        C-1,all,Många är kurser.,interventions(theme = B1) = 24,,\n\
        C-2,all,Alla är kurser.,\"cell(tabell-02, 'B1', interventions) = 30\",,\n\
        C-3,all,Många är utbildning.,interventions(activity = G1) > 2,,\n\
        C-4,all,Det finns 48.,interventions = 48,,\n";
    fs::write(study.join("claims.csv"), claims).expect("claims");
    let declared = fs::read_to_string(study.join("study.toml")).expect("declarations");
    fs::write(study.join("study.toml"), format!("claims = \"claims.csv\"\n{declared}")).expect("declarations");
    draw_and_read(&study);
    let run_by = |codes: CodesFrom, name: &str| {
        let (out, formats) = (Some(place.path().join(name)), vec![Format::Html, Format::Docx, Format::Txt]);
        let options = Options { out, codes: Some(codes), formats, ..Options::default() };
        run(&study, &options, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)))
    };
    let summary = run_by(CodesFrom::Estimated, "estimated");
    let plain = |text: &str| text.replace('\u{a0}', " ");
    let by_id = |folder: &Path| -> BTreeMap<String, [String; 2]> {
        let all = rows(&folder.join("data/claims.csv")).into_iter();
        all.map(|row| (row["claim_id"].clone(), ["outcome", "computed"].map(|id| plain(&row[id])))).collect()
    };
    let found = by_id(&summary.folder);
    // Rules give B1 to twelve answers of each area, as they give G1.
    assert_eq!(found["C-1"], ["holds", "24 (efter koder som inte är granskade: tema)"]);
    assert_eq!(found["C-2"], ["fails", "12 (efter koder som inte är granskade: tema)"]);
    assert!(!found["C-3"][1].contains("granskade") && !found["C-4"][1].contains("granskade"), "{found:?}");
    let notices: Vec<String> =
        summary.notices.iter().map(|own| plain(&own.told(Language::Swedish).join(" "))).collect();
    let has = |part: &str| notices.iter().any(|notice| notice.contains(part));
    assert!(has("inte granskat: tema. 24 kodningar vilar där på regler"), "{notices:#?}");
    assert!(has("2 påståenden talar om det som inte är granskat (tema)"), "{notices:#?}");
    // The note of the item, and of no other.
    let note =
        |item: &str| fs::read_to_string(summary.folder.join(format!("figures/{item}.txt"))).expect("a description");
    let items: Vec<String> = ["tabell-01", "tabell-02"].map(|item| plain(&note(item))).into();
    assert!(items[1].contains("Inte granskat: tema; de talen är räknade och har inget intervall."), "{}", items[1]);
    assert!(!items[0].contains("Inte granskat"), "{}", items[0]);
    // The page says what numbers are estimates, and the Word file too: of 48 people have read 24.
    let page = plain(&fs::read_to_string(summary.folder.join("rapport.html")).expect("a page"));
    let said = "Antal och medel efter kod är skattningar i aktivitet: människor har läst 24 av 48 insatser, däribland ett slumpmässigt urval, och det som maskinen sade frystes 1970-01-01.";
    assert!(page.contains(said), "no word of estimates");
    assert!(page.contains("Antal efter kod i tema är räknade efter reglers eller förslags koder"), "no word of themes");
    // Verify tells it, also of claims that hold.
    let options = Options { codes: Some(CodesFrom::Estimated), ..Options::default() };
    let verified =
        verify(&study, None, &options, &|_| {}).unwrap_or_else(|failure| panic!("{}", crate::audits::told(&failure)));
    let doubts: Vec<String> = verified.doubts.iter().map(|own| plain(&own.told(Language::Swedish).join(" "))).collect();
    assert!(doubts.iter().any(|doubt| doubt.starts_with("2 påståenden talar")), "{doubts:?}");
    // Where nothing is estimated there is nothing to tell.
    let summary = run_by(CodesFrom::Best, "counted");
    assert_eq!(by_id(&summary.folder)["C-1"], ["holds", "24"]);
    let page = plain(&fs::read_to_string(summary.folder.join("rapport.html")).expect("a page"));
    assert!(!page.contains("Skattade tal") && !page.contains("inte granskat"), "told without estimates");
}
