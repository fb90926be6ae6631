//! Words for money.

use super::any;

/// Whether a name speaks of money.
pub fn names_money(name: &str) -> bool {
    any(
        name,
        &[
            "belopp",
            "kr.",
            "kronor",
            "tkr.",
            "mnkr.",
            "sek.",
            "medel",
            "summa",
            "amount",
            "bidrag.",
            "stimulansmedel",
            "rekvirera",
            "återbetal",
        ],
    )
}

/// Whether a text speaks of funds that were repaid.
pub fn speaks_of_repayment(text: &str) -> bool {
    any(text, &["återbet", "aterbet", "återkrav", "aterkrav", "repaid", "repayment"])
}

/// What amounts a name says that it counts.
pub fn unit_of(name: &str) -> &'static str {
    if any(name, &["tkr", "ksek", "tusen"]) {
        "tkr"
    } else if any(name, &["mnkr", "mkr", "msek", "miljon"]) {
        "mnkr"
    } else {
        "kr"
    }
}

/// Whether a label is that of a total.
pub fn is_total(text: &str) -> bool {
    any(text, &["summa.", "totalt.", "total.", "totalsumma", "hela riket", "riket.", "samtliga"])
}
