//! What must hold of every distribution of pots, whatever the key and whoever shares.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use insats::register::{Level, recipients};
use insats::run::{Options, allocate};
use proptest::prelude::*;

use crate::support::rows;

/// A pot: what everyone gets first, what the first two of the register get beside it, and what the key divides.
#[derive(Clone, Debug)]
struct Pot {
    each: i64,
    supplement: i64,
    rest: i64,
}

/// A grant: its pots, and the keys of some regions in hundredths; the first two, who get the supplement, among them.
#[derive(Clone, Debug)]
struct Grant {
    pots: Vec<Pot>,
    keys: Vec<i64>,
}

impl Pot {
    fn fixed(&self, recipient: usize) -> i64 {
        self.each + if recipient < 2 { self.supplement } else { 0 }
    }

    fn whole(&self, recipients: usize) -> i64 {
        self.rest + (0..recipients).map(|recipient| self.fixed(recipient)).sum::<i64>()
    }
}

fn grants() -> impl Strategy<Value = Grant> {
    let pot = (0_i64..5_000_000, 0_i64..3_000_000, 0_i64..2_000_000_000).prop_map(|(each, supplement, rest)| Pot {
        each,
        supplement,
        rest,
    });
    // Keys from a short range, too: equal remainders must not depend on the order of rows.
    let keys = prop_oneof![prop::collection::vec(0_i64..250_000_000, 2..21), prop::collection::vec(0_i64..4, 2..21)];
    let shared = |keys: &Vec<i64>| keys.iter().any(|key| *key > 0);
    (prop::collection::vec(pot, 1..4), keys.prop_filter("somebody has a key", shared))
        .prop_map(|(pots, keys)| Grant { pots, keys })
}

/// Writes the study with its rows in the given order, and distributes; gives the table and its bytes.
fn distributed(folder: &Path, grant: &Grant, order: &[usize], rounding: &str) -> (Vec<Vec<i64>>, Vec<u8>) {
    let regions = recipients(Level::region());
    let mut study = format!(
        "title = \"Slump\"\nyear = 2026\n[[account]]\nid = \"svar\"\nlevel = \"region\"\nfile = \"svar.csv\"\n\
         recipient = \"Kod\"\n[account.field]\nnyckel = {{ number = \"Nyckel\" }}\n\
         [[allocation]]\nid = \"medel\"\nrounding = \"{rounding}\"\ntotals = \"unrounded\"\n"
    );
    for (at, pot) in grant.pots.iter().enumerate() {
        let _ = write!(
            study,
            "[[allocation.part]]\nid = \"p{at}\"\npot = {}\neach = {}\nkey = \"nyckel\"\n\
             supplement = [{{ amount = {}, recipients = [\"{}\", \"{}\"] }}]\n",
            pot.whole(grant.keys.len()),
            pot.each,
            pot.supplement,
            regions[0].code,
            regions[1].code
        );
    }
    let mut returns = String::from("Kod;Nyckel\n");
    for recipient in order {
        let key = grant.keys[*recipient];
        let _ = writeln!(returns, "{};{},{:02}", regions[*recipient].code, key / 100, key % 100);
    }
    fs::create_dir_all(folder).expect("a folder");
    for (name, text) in [("study.toml", study.as_str()), ("report.toml", ""), ("svar.csv", &returns)] {
        fs::write(folder.join(name), text).expect("a file");
    }
    let out = folder.join("out");
    let options = Options { out: Some(out.clone()), ..Options::default() };
    allocate(folder, &options, &|_| {}).expect("a distribution");
    let file = out.join("allocation-medel.csv");
    let number = |text: &String| text.parse::<i64>().expect("whole kronor");
    let columns: Vec<String> = (0..grant.pots.len()).map(|at| format!("p{at}")).chain(["total".to_owned()]).collect();
    let table = rows(&file).into_iter().map(|row| columns.iter().map(|column| number(&row[column])).collect());
    (table.collect(), fs::read(&file).expect("the table"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn largest_remainders_sum_to_every_pot_and_the_order_of_rows_does_not_matter(
        (grant, order) in grants().prop_flat_map(|grant| {
            let order: Vec<usize> = (0..grant.keys.len()).collect();
            (Just(grant), Just(order).prop_shuffle())
        }),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let sorted: Vec<usize> = (0..grant.keys.len()).collect();
        let (table, bytes) = distributed(&folder.path().join("1"), &grant, &sorted, "largest-remainder");
        let (_, shuffled) = distributed(&folder.path().join("2"), &grant, &order, "largest-remainder");
        prop_assert_eq!(bytes, shuffled);
        let all: i128 = grant.keys.iter().map(|key| i128::from(*key)).sum();
        let (totals, cells) = table.split_last().expect("a row of totals");
        for (at, pot) in grant.pots.iter().enumerate() {
            prop_assert_eq!(cells.iter().map(|row| row[at]).sum::<i64>(), pot.whole(grant.keys.len()));
            prop_assert_eq!(totals[at], pot.whole(grant.keys.len()));
            for (recipient, row) in cells.iter().enumerate() {
                // |cell − fixed − rest·key/all| < 1, in integers; who has no key gets the fixed amounts.
                let share = i128::from(row[at] - pot.fixed(recipient));
                let exact = i128::from(pot.rest) * i128::from(grant.keys[recipient]);
                prop_assert!((share * all - exact).abs() < all, "{row:?} of {grant:?}");
            }
        }
    }

    #[test]
    fn halves_go_up_in_every_cell_by_itself_and_in_totals_of_unrounded_parts(grant in grants()) {
        let folder = tempfile::tempdir().expect("a folder");
        let order: Vec<usize> = (0..grant.keys.len()).rev().collect();
        let (table, _) = distributed(folder.path(), &grant, &order, "half-up");
        let all: i128 = grant.keys.iter().map(|key| i128::from(*key)).sum();
        let (_, cells) = table.split_last().expect("a row of totals");
        for (recipient, row) in cells.iter().enumerate() {
            let key = i128::from(grant.keys[recipient]);
            let (total, parts) = row.split_last().expect("a total");
            // −1/2 < cell − exact ≤ 1/2, doubled and times the sum of the keys.
            let rounds = |cell: i64, fixed: i64, rest: i64| {
                let off = 2 * (i128::from(cell - fixed) * all - i128::from(rest) * key);
                -all < off && off <= all
            };
            for (cell, pot) in parts.iter().zip(&grant.pots) {
                prop_assert!(rounds(*cell, pot.fixed(recipient), pot.rest), "{row:?} of {grant:?}");
            }
            let fixed = grant.pots.iter().map(|pot| pot.fixed(recipient)).sum();
            let rest = grant.pots.iter().map(|pot| pot.rest).sum();
            prop_assert!(rounds(*total, fixed, rest), "the total of {row:?} of {grant:?}");
        }
    }
}
