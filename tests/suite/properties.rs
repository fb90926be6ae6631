//! What must hold whatever the data: sums, order of rows, number of threads.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use insats::money::Amount;
use insats::register::{Level, recipients};
use insats::render::Format;
use insats::weighting::divide;
use proptest::prelude::*;

use crate::support::{UNDRAWN, files, project, run_into};

proptest! {
    #[test]
    fn divided_kronor_sum_to_the_total_and_stay_within_a_krona(
        total in 0_i64..5_000_000_000,
        parts in prop::collection::vec(0_i64..100_000_000_000, 1..60),
    ) {
        let amounts: Vec<Amount> = parts.iter().map(|ore| Amount::from_ore(*ore)).collect();
        let sum: i128 = parts.iter().map(|p| i128::from(*p)).sum();
        match divide(total, &amounts) {
            None => prop_assert_eq!(sum, 0),
            Some(shares) => {
                prop_assert_eq!(shares.iter().sum::<i64>(), total);
                for (share, part) in shares.iter().zip(&parts) {
                    // |share − T·x/S| < 1, in integers.
                    let off = i128::from(*share) * sum - i128::from(total) * i128::from(*part);
                    prop_assert!(off.abs() < sum, "{share} for {part}");
                }
            }
        }
    }

    #[test]
    fn an_amount_reads_back_from_any_way_of_writing_it(kronor in 0_i64..1_000_000_000_000, way in 0..5_usize) {
        let digits = kronor.to_string();
        let grouped = |sign: &str| {
            let mut text = String::new();
            for (index, digit) in digits.chars().enumerate() {
                if index > 0 && (digits.len() - index).is_multiple_of(3) {
                    text.push_str(sign);
                }
                text.push(digit);
            }
            text
        };
        let written = [digits.clone(), grouped(" "), grouped("\u{a0}"), grouped("."), format!("{} kr", grouped("\u{202f}"))];
        let cell = insats::read::Cell::Text(written[way].clone());
        let expected = Amount::from_kronor(kronor);
        prop_assert_eq!(insats::read::amount::amount(&cell, 1), Ok(expected));
    }

    #[test]
    fn no_text_makes_the_amount_reader_panic(text in "\\PC{0,40}") {
        let _ = insats::read::amount::amount(&insats::read::Cell::Text(text.clone()), 1);
        let _ = insats::register::resolve(Level::municipality(), &text);
    }
}

/// A random study of regions: amounts and codes per intervention.
fn small_study() -> impl Strategy<Value = Vec<Vec<(u32, usize)>>> {
    prop::collection::vec(prop::collection::vec((0_u32..5_000_000, 0_usize..4), 1..4), 2..9)
}

const CODES: [&str; 4] = ["G1.1", "\"G1.1; G5.2\"", "G2", ""];

/// Writes the study, its rows in the given order.
fn write_study(folder: &Path, respondents: &[Vec<(u32, usize)>], order: &[usize]) {
    fs::create_dir_all(folder).expect("a folder");
    let study = "title = \"Slump\"\nyear = 2024\ncodebook = \"codebook.json\"\n\
        [complete]\nrequires = [\"activity\", \"funds\"]\n\
        [[requisitions]]\nfile = \"medel.csv\"\nlevel = \"region\"\ncode = \"Kod\"\nareas = { Medel = \"a\" }\n\
        [[coding]]\nrole = \"final\"\nfile = \"koder.csv\"\nintervention = \"Id\"\ndomains = { activity = \"Aktivitet\" }\n\
        [[survey]]\narea = \"a\"\nlevel = \"region\"\nfile = \"svar.csv\"\nrespondent = { id = \"Id\", name = \"Region\" }\n\
        [survey.intervention]\nactivity = \"Insats {n} text\"\nfunds = \"Insats {n} kr\"\n\
        [survey.question.q]\njoined = \"Fråga\"\n";
    let report = "[[item]]\nid = \"figur-1\"\nkind = \"bubble\"\narea = \"a\"\ndomains = [\"activity\"]\ntitle = \"T\"\n\
        [[item]]\nid = \"figur-2\"\nkind = \"bars\"\narea = \"a\"\nquestion = \"q\"\ntitle = \"T\"\n";
    let mut answers =
        String::from("Id;Region;Insats 1 text;Insats 1 kr;Insats 2 text;Insats 2 kr;Insats 3 text;Insats 3 kr;Fråga\n");
    let (mut funds, mut codes) = (String::from("Kod;Medel\n"), String::from("Id;Aktivitet\n"));
    for index in order.iter().copied() {
        let recipient = &recipients(Level::region())[index];
        let _ = write!(answers, "R{index:02};{}", recipient.name);
        for block in 0..3 {
            match respondents[index].get(block) {
                Some((kronor, code)) => {
                    let _ = write!(answers, ";text;{kronor}");
                    let _ = writeln!(codes, "R{index:02}-{};{}", block + 1, CODES[*code]);
                }
                None => answers.push_str(";;"),
            }
        }
        let _ = writeln!(answers, ";{}", ["\"Ö; A\"", "B", "\"Å; Ä\"", ""][index % 4]);
        let _ = writeln!(funds, "{};{}", recipient.code, 1_000_003 * (index + 1));
    }
    let codebook = fs::read_to_string(project("codebook/psykisk-halsa.json")).expect("the codebook");
    for (name, text) in [
        ("study.toml", study),
        ("report.toml", report),
        ("svar.csv", &answers),
        ("medel.csv", &funds),
        ("koder.csv", &codes),
        ("codebook.json", &codebook),
    ] {
        fs::write(folder.join(name), text).expect("a file");
    }
}

fn output_of(folder: &Path, threads: usize) -> std::collections::BTreeMap<String, Vec<u8>> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let out = folder.join("out");
    let formats = [&UNDRAWN[..], &[Format::Svg]].concat();
    pool.install(|| run_into(folder, &out, &formats)).expect("a run");
    let mut all = files(&out);
    // Hashes of inputs differ when the order of their rows does, and so do the lines that notices name: in the packages
    // they stand on the first page, on the guide's sheet, and in the last appendix.
    for changes in ["manifest.json", "data/notices.csv", "rapport.docx", "rapport-bilagor.docx", "tables/tables.xlsx"] {
        all.remove(changes);
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn neither_the_order_of_rows_nor_the_number_of_threads_changes_a_byte(
        (respondents, shuffled) in small_study().prop_flat_map(|study| {
            let order: Vec<usize> = (0..study.len()).collect();
            (Just(study), Just(order).prop_shuffle())
        }),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let sorted: Vec<usize> = (0..respondents.len()).collect();
        // The folder's name is the study's name, which the output holds: both studies have the same.
        let (one, other) = (folder.path().join("1/study"), folder.path().join("2/study"));
        write_study(&one, &respondents, &sorted);
        write_study(&other, &respondents, &shuffled);
        let (one, other) = (output_of(&one, 1), output_of(&other, 3));
        prop_assert!(one.keys().eq(other.keys()));
        let different: Vec<_> = one.iter().filter(|(name, bytes)| other[*name] != **bytes).map(|(name, _)| name).collect();
        prop_assert!(different.is_empty(), "{different:?} differ");
    }

    #[test]
    fn every_recipient_gets_its_target_or_is_not_attributed(respondents in small_study()) {
        let folder = tempfile::tempdir().expect("a folder");
        let order: Vec<usize> = (0..respondents.len()).collect();
        write_study(folder.path(), &respondents, &order);
        output_of(folder.path(), 2);
        let interventions = crate::support::rows(&folder.path().join("out/data/interventions.csv"));
        let weights = crate::support::rows(&folder.path().join("out/data/weights.csv"));
        prop_assert!(!weights.is_empty() && !interventions.is_empty());
        for weight in weights {
            let own = interventions.iter().filter(|i| i["recipient_code"] == weight["recipient_code"]);
            let sum: i64 = own.map(|i| i["weighted_kr"].parse::<i64>().expect("kronor")).sum();
            let not_attributed: i64 = weight["not_attributed_kr"].parse().expect("kronor");
            prop_assert_eq!((sum + not_attributed).to_string(), weight["target_kr"].clone());
        }
    }
}
