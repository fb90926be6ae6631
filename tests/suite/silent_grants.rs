//! Grants and their reports with one fault that people make: none goes without a word, and no word is said without one.

use std::fs;
use std::path::Path;

use insats::run::check;

use crate::support::{copy_folder, project, shown};

/// What `check` says of a case with changes: file, what stands there, what is put in its place.
fn told(case: &str, changes: &[(&str, &str, &str)]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("cases").join(case);
    copy_folder(&project(&format!("tests/cases/{case}")), &study);
    fs::copy(project("tests/cases/codebook.json"), folder.path().join("cases/codebook.json")).expect("the codebook");
    for (name, from, to) in changes {
        let text = fs::read_to_string(study.join(name)).expect("the file");
        assert!(text.contains(from), "{name}: {from}");
        fs::write(study.join(name), text.replacen(from, to, 1)).expect("the file");
    }
    said(&study)
}

fn said(study: &Path) -> String {
    shown(&check(study, &|_| {}).messages)
}

/// What `check` says of files.
fn of_files(files: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    said(folder.path())
}

#[test]
fn keys_that_are_inhabitants_are_those_of_their_recipients() {
    // The register: Uppsala 407 912, Gotland about 61 000, Skåne about 1 430 000; the case has 400 000, 60 000, 1 400 000.
    assert!(!told("readme-grant", &[]).contains("inhabitants"));
    let wrong = |changes: &[(&str, &str, &str)], count: usize| {
        let text = told("readme-grant", changes);
        assert!(text.contains(&format!("{count} of the 3 numbers of \"folkmangd\"")), "{text}");
        text
    };
    for number in ["470912", "0", "400", "400.7", "4000000"] {
        let text = wrong(&[("svar.csv", "Uppsala;400000", &format!("Uppsala;{number}"))], 1);
        assert!(text.contains("warning: svar.csv, line 2, column B") && text.contains("(register: 407"), "{text}");
    }
    // Two exchanged.
    wrong(&[("svar.csv", "Uppsala;400000", "Uppsala;60000"), ("svar.csv", "Gotland;60000", "Gotland;400000")], 2);
    // All in thousands is the same key.
    let thousands = [
        ("svar.csv", "Uppsala;400000", "Uppsala;400"),
        ("svar.csv", "Gotland;60000", "Gotland;60"),
        ("svar.csv", "Skåne;1400000", "Skåne;1400"),
    ];
    assert!(!told("readme-grant", &thousands).contains("inhabitants"));
    let either = told("readme-grant", &[("svar.csv", "Uppsala;400000", "Uppsala;407,698")]);
    assert!(either.contains("error: svar.csv, line 2, column B") && either.contains("one thing only"), "{either}");
}

#[test]
fn a_key_that_regions_and_counties_share_is_told_once() {
    // Halland has about 345 000 inhabitants: the digits changed places.
    let account = |id: &str, level: &str| {
        format!(
            "[[account]]\nid = \"{id}\"\nlevel = \"{level}\"\nfile = \"folk.csv\"\nrecipient = \"Kod\"\n\
             [account.field]\nfolk = {{ number = \"Folk\" }}\n[[allocation]]\nid = \"a{id}\"\naccount = \"{id}\"\n\
             rounding = \"largest-remainder\"\npart = [{{ id = \"a\", pot = 1000, key = \"folk\" }}]\n"
        )
    };
    let study = format!("title = \"T\"\nyear = 2026\n{}{}", account("r", "region"), account("c", "county"));
    let of = |halland: &str| {
        let folk = format!("Kod;Folk\n03;407698\n12;1428503\n13;{halland}\n");
        of_files(&[("study.toml", &study), ("report.toml", ""), ("folk.csv", &folk)])
    };
    assert!(!of("345000").contains("far from"));
    let text = of("543000");
    assert_eq!(text.matches("1 of the 3 numbers of \"folk\" is far from").count(), 1, "{text}");
}

/// A grant to all regions but those of some codes, by the inhabitants and by a fixed amount.
fn all_but(without: &[&str], part: &str) -> String {
    let study = format!(
        "title = \"Alla\"\nyear = 2026\n[[account]]\nid = \"folk\"\nlevel = \"region\"\nfile = \"folk.csv\"\n\
         recipient = \"Kod\"\n[account.field]\nfolk = {{ register = \"population\" }}\n[[allocation]]\nid = \"medel\"\n\
         rounding = \"largest-remainder\"\npart = [{part}]\n"
    );
    let codes: Vec<String> =
        (1..=25).map(|code| format!("{code:02}")).filter(|code| !["02", "11", "15", "16"].contains(&&**code)).collect();
    let rows: String =
        codes.iter().filter(|code| !without.contains(&code.as_str())).map(|code| format!("{code};x\n")).collect();
    of_files(&[("study.toml", &study), ("report.toml", ""), ("folk.csv", &format!("Kod;Not\n{rows}"))])
}

#[test]
fn a_region_without_a_row_gets_nothing_and_is_named() {
    let by_key = "{ id = \"a\", pot = 1000, key = \"folk\" }";
    // 21 regions, 100 kr each.
    let fixed = "{ id = \"a\", pot = 2100, each = 100 }";
    assert!(!all_but(&[], by_key).contains("Gotland") && !all_but(&[], fixed).contains("error"));
    assert!(all_but(&["09"], by_key).contains("gives nothing to Region Gotland"));
    let text = all_but(&["09", "10"], fixed);
    assert!(
        text.contains("fixed amounts leave 200 kr") && text.contains("no row of Region Gotland, Region Blekinge"),
        "{text}"
    );
    // Some were never meant to share.
    assert!(!all_but(&["01", "03", "04", "05", "06", "07"], by_key).contains("gives nothing"));
}

#[test]
fn who_got_money_and_has_no_row_is_named() {
    let study = "title = \"Två\"\nyear = 2026\n[[account]]\nid = \"folk\"\nlevel = \"region\"\nfile = \"folk.csv\"\n\
                 recipient = \"Region\"\n[account.field]\nfolk = { number = \"Folk\" }\n[[account]]\nid = \"svar\"\n\
                 level = \"region\"\nfile = \"svar.csv\"\nrecipient = \"Region\"\n[account.field]\n\
                 fatt = { money = \"Fått\", allocated = \"medel.total\" }\n[[allocation]]\nid = \"medel\"\naccount = \"folk\"\n\
                 rounding = \"largest-remainder\"\npart = [{ id = \"a\", pot = 1000000, key = \"folk\" }]\n";
    // 3 : 5 : 0 of 1 000 000 kr; who got nothing need not return an account.
    let folk = "Region;Folk\nUppsala;3\nSkåne;5\nGotland;0\n";
    let of = |returns: &str| {
        of_files(&[("study.toml", study), ("report.toml", ""), ("folk.csv", folk), ("svar.csv", returns)])
    };
    assert!(!of("Region;Fått\nUppsala;375000\nSkåne;625000\n").contains("no row here"));
    let text = of("Region;Fått\nUppsala;375000\n");
    assert!(text.contains("warning: svar.csv\n") && text.contains("no row here: Region Skåne (625,000 kr)"), "{text}");
}

#[test]
fn a_year_in_another_unit_is_told_wherever_it_is_declared() {
    // 2021 900 000 kr declared; 2023 3 000 tkr; 2024 3 600.5 tkr.
    assert!(!told("grant-years", &[]).contains("warning"));
    let declared = told("grant-years", &[("tidigare.csv", "900000", "900")]);
    let expected = "\"beviljat\" is 900 in 2021, but 3,000,000 in 2023 and 3,600,500 in 2024";
    assert!(declared.contains("warning: tidigare.csv, line 2") && declared.contains(expected), "{declared}");
    let earlier = told("grant-years", &[("2023/study.toml", "unit = \"tkr\"", "unit = \"kr\"")]);
    let expected = "\"beviljat\" is 3,000 in 2023, but 900,000 in 2021 and 3,600,500 in 2024";
    assert!(earlier.contains("warning: 2023/study.toml") && earlier.contains(expected), "{earlier}");
    // What is odd in the data of an earlier study is told with its file: 1 kr beside 2 000 000 kr.
    let odd = told("grant-years", &[("2023/svar.csv", "Uppsala;1 000;", "Uppsala;0,1;")]);
    assert!(odd.contains("warning: 2023/svar.csv, line 2"), "{odd}");
}

#[test]
fn what_a_report_shows_or_counts_twice_is_told() {
    let unchanged = told("readme-grant", &[]);
    assert!(!unchanged.contains("shows the same") && !unchanged.contains("above 100 percent"), "{unchanged}");
    let column = "id = \"anvant\", label = \"Använt (kr)\", field = \"anvant\"";
    let same = told(
        "readme-grant",
        &[("report.toml", column, &column.replace("field = \"anvant\"", "field = \"rekvirerat\""))],
    );
    assert!(same.contains("the column \"anvant\" shows the same numbers as \"rekvirerat\""), "{same}");
    // 2 505 376 of 2 400 000, 1 225 807 of itself, 6 268 818 of 6 300 000; in all 10 000 001 of 9 925 807: above.
    let share = "percent = \"anvant\", of = \"rekvirerat\"";
    let exchanged = told("readme-grant", &[("report.toml", share, "percent = \"rekvirerat\", of = \"anvant\"")]);
    assert!(exchanged.contains("the column \"andel\" shows 1 of 3 shares above 100 percent"), "{exchanged}");
    let year = "years = [2021, 2022, 2023, 2024]";
    let years = told("grant-years", &[("report.toml", year, "years = [2021, 2022, 2023, 2023, 2024]")]);
    assert!(years.contains("error: report.toml") && years.contains("named twice: \"2023\""), "{years}");
    let added = "{ id = \"summa\", added = [\"anvant\", \"anvant\"] },\n    { id = \"andel\"";
    let twice = told("readme-grant", &[("report.toml", "{ id = \"andel\"", added)]);
    assert!(
        twice.contains("error: report.toml") && twice.contains("\"anvant\" stands twice under \"added\""),
        "{twice}"
    );
    // The second table with the columns of the first, under another title and with other names.
    let table = "rows = \"options\"\ntitle = \"Vad medlen användes till\"\ncolumn = [{ id = \"antal\", label = \"Antal regioner (n\u{a0}=\u{a0}{base})\", count = \"insatser\" }]";
    let other = "rows = \"recipients\"\ntitle = \"Vad medlen användes till\"\ncolumn = [\n\
                 { id = \"a\", field = \"anvant\" },\n{ id = \"r\", field = \"rekvirerat\" },\n\
                 { id = \"p\", percent = \"a\", of = \"r\" }]";
    let tables = told("readme-grant", &[("report.toml", table, other)]);
    assert!(tables.contains("the item \"tabell-2\" shows the same as \"tabell-1\""), "{tables}");
}

#[test]
fn options_of_an_account_that_are_written_otherwise_are_told() {
    // Utbildning stands alone once and beside another once.
    assert!(!told("readme-grant", &[]).contains("insatser"));
    let comma = told("readme-grant", &[("svar.csv", "Utbildning; Ny mottagning", "Utbildning, Ny mottagning")]);
    assert!(
        comma.contains("may be several answers in one") && comma.contains("\"Utbildning, Ny mottagning\""),
        "{comma}"
    );
    let plural = told("readme-grant", &[("svar.csv", "Digitala besök; Utbildning", "Digitala besök; Utbildningar")]);
    assert!(plural.contains("\"Utbildningar\" (1) beside \"Utbildning\" (2)"), "{plural}");
}

#[test]
fn who_was_asked_a_follow_up_and_left_it_blank_is_counted() {
    // "Ja" by Q-1, Q-2 and Q-4, of whom Q-4 ticked nothing; "Vet ej" by Q-3, who ticked one; "Nej" by Q-1, Q-2, Q-3.
    let case = "asked_if = { question = \"influence\", answers = [\"Ja\"] }";
    let text = told("follow-up", &[]);
    assert!(text.contains("1 of the 3 who were asked \"influence_type\" left it blank"), "{text}");
    let wider = told("follow-up", &[("study.toml", case, &case.replace("[\"Ja\"]", "[\"Ja\", \"Vet ej\"]"))]);
    assert!(wider.contains("1 of the 4 who were asked \"influence_type\" left it blank"), "{wider}");
}

#[test]
fn rows_whose_sum_is_not_theirs_are_named() {
    let study = "title = \"Summor\"\nyear = 2026\n[[account]]\nid = \"svar\"\nlevel = \"region\"\nfile = \"svar.csv\"\n\
                 recipient = \"Region\"\n[account.field]\nlon = { money = \"Lön\" }\nresor = { money = \"Resor\" }\n";
    let of = |rows: &str| of_files(&[("study.toml", study), ("report.toml", ""), ("svar.csv", rows)]);
    let head = "Region;Lön;Resor;Summa";
    let rows = "Skåne;100000;50000;150000\nGotland;200000;60000;260000\nHalland;300000;70000;370000";
    let right = of(&format!("{head}\n{rows}\nUppsala;400000;80000;480000\n"));
    assert!(!right.contains("Summa"), "{right}");
    // Uppsala's 400 000 became 4 000: the sum would be 84 000 kr.
    let wrong = of(&format!("{head}\n{rows}\nUppsala;4000;80000;480000\n"));
    assert!(wrong.contains("warning: svar.csv, line 5, column D"), "{wrong}");
    assert!(
        wrong.contains("in 1 of 4 rows") && wrong.contains("Uppsala (row 5) 480,000 kr, the sum is 84,000 kr"),
        "{wrong}"
    );
}
