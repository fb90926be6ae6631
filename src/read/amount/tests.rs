//! Every form of an amount, its value worked out by hand.

use super::*;
use crate::money::Denomination;

fn read(text: &str, form: &MoneyForm) -> String {
    match amount_as(&Cell::Text(text.to_owned()), form) {
        Ok(Some(amount)) => amount.to_string(),
        Ok(None) => "blank".to_owned(),
        Err(error) => format!("{error:?}"),
    }
}

fn kronor(text: &str, unit: i64) -> String {
    read(text, &MoneyForm::of(unit))
}

#[test]
fn a_lone_point_is_in_doubt_where_another_cell_has_one_before_decimals() {
    let is_point = |text: &str| has_decimal_point(&Cell::Text(text.to_owned()), &MoneyForm::of(1));
    for text in ["749.50", "1 250.5", "125000.50 kr", "150000.0000000000"] {
        assert!(is_point(text), "{text}");
    }
    // Thousands, a comma, and another unit than that of bare numbers.
    for text in ["1.250", "1.250.000", "1.250,50", "749,50", "1.25 mnkr", "ca 749.50"] {
        assert!(!is_point(text), "{text}");
    }
    let form = MoneyForm { point: Some(Place::default()), ..MoneyForm::of(1) };
    assert_eq!(amount_as(&Cell::Text("1.250".to_owned()), &form), Err(NoAmount::Mixed(Place::default())));
    assert_eq!(read("1.250.000", &form), "1250000");
    assert_eq!(read("1.250,50", &form), "1250.50");
    assert_eq!(read("749.50", &form), "749.50");
    assert_eq!(read("1 250", &form), "1250");
    assert_eq!(kronor("1.250", 1), "1250");
}

#[test]
fn swedish_amounts_are_read() {
    let cases = [
        ("1 250 000", "1250000"),
        ("1\u{a0}250\u{a0}000", "1250000"),
        ("1\u{2009}250\u{202f}000 kr", "1250000"),
        ("1.250.000", "1250000"),
        ("1'250'000", "1250000"),
        ("1\u{2019}250\u{2019}000 kr", "1250000"),
        // Kronor have no third decimal.
        ("99.999", "99999"),
        ("125 000,00", "125000"),
        ("125000,50", "125000.50"),
        ("125000.5", "125000.50"),
        ("1 250,50", "1250.50"),
        ("1 250.50", "1250.50"),
        ("1.250.000,25 kr", "1250000.25"),
        // As survey tools write what they keep with ten decimals.
        ("150000.0000000000", "150000"),
        ("150000.5000", "150000.50"),
        ("450 tkr", "450000"),
        ("450 Tkr.", "450000"),
        ("450 kkr", "450000"),
        ("tkr 450", "450000"),
        ("SEK 450 000", "450000"),
        ("450 000 SEK", "450000"),
        ("450 000kr", "450000"),
        ("1,2 mnkr", "1200000"),
        ("1.25 Mkr", "1250000"),
        ("1,25 milj", "1250000"),
        ("1,25 milj. kr", "1250000"),
        ("1,25 mn kr", "1250000"),
        ("0,85 miljoner kronor", "850000"),
        ("0.850 mnkr", "850000"),
        // The comma is the Swedish decimal sign.
        ("1,250 tkr", "1250"),
        ("5 000:-", "5000"),
        ("450 000:-", "450000"),
        ("500,-", "500"),
        ("0", "0"),
        ("000", "0"),
        (" 7 ", "7"),
        ("  ", "blank"),
    ];
    for (text, expected) in cases {
        assert_eq!(kronor(text, 1), expected, "{text:?}");
    }
}

#[test]
fn what_is_uncertain_is_refused() {
    let cases = [
        "ca 300 000",
        "≈ 300",
        "<100",
        "80–90 tkr",
        "100 000–150 000",
        "100 000-150 000",
        "21 700 (prel.)",
        "drygt 15 060",
        "2x450",
        "2 x 450",
        "450'",
        "450kr/år",
        "12 34",
        "1 2500",
        "1 250 00",
        "tolv tusen",
        "10 000 eller 12 000",
        "1.25.000",
        "1 250'000",
        "#REF!",
        "0,000000001 mnkr",
        "½ mnkr",
        "kr 450 tkr",
        "50 %",
        // Two amounts on two lines are not one.
        "450\n300",
        "1 250\n000",
        // Digits of other scripts are no digits of an amount.
        "\u{664}\u{665}\u{660}",
        "\u{ff14}\u{ff15}\u{ff10}",
        "4\u{665}0",
        "1250,5050",
    ];
    for text in cases {
        assert_eq!(kronor(text, 1), "Uncertain", "{text:?}");
    }
    assert_eq!(kronor("1e6", 1), "Scientific");
    assert_eq!(kronor("1,25E+06", 1), "Scientific");
    assert_eq!(kronor("1e6 kr", 1), "Uncertain");
    for text in ["-5", "\u{2212}5 000", "\u{2013}5 000", "- 200 000 kr"] {
        assert_eq!(kronor(text, 1), "Negative", "{text:?}");
    }
    assert_eq!(kronor("99999999999999999999", 1), "TooLarge");
    assert_eq!(kronor("2 000 000 000 000", 1), "TooLarge");
    // More digits than any whole number of the program has, found by fuzzing.
    assert_eq!(kronor("94444444444444,444444444444444444 mnkr", 1), "TooLarge");
    assert_eq!(kronor("999999999999,000000000000000001 mnkr", 1), "Uncertain");
    assert_eq!(kronor("1,000000000000000001 mnkr", 1), "Uncertain");
}

#[test]
fn codes_and_telephone_numbers_are_no_amounts() {
    for text in ["0701234567", "03", "0180", "01,5"] {
        assert_eq!(kronor(text, 1), "Code", "{text:?}");
    }
}

#[test]
fn a_sign_that_may_be_either_is_refused_until_the_study_says_which() {
    let of = |unit, decimal| MoneyForm { decimal, ..MoneyForm::of(unit) };
    // Text, unit, then without a declaration, with a decimal point, with a decimal comma.
    let cases = [
        // One and a quarter million, or 1 250 million.
        ("1.250", 1_000_000, "Sign", "1250000", "1250000000"),
        ("9.087", 1_000_000, "Sign", "9087000", "9087000000"),
        ("1.25", 1_000_000, "1250000", "1250000", "Sign"),
        ("7.5", 1_000_000, "7500000", "7500000", "Sign"),
        ("1,25", 1_000_000, "1250000", "Sign", "1250000"),
        ("1.250", 1, "1250", "1.25", "1250"),
        ("1,250", 1, "Sign", "1250", "1.25"),
        ("1,250", 1_000, "1250", "1250000", "1250"),
        ("1250.000", 1, "Sign", "1250", "Sign"),
        ("1,250,000", 1, "Sign", "1250000", "Sign"),
        ("1.250.000", 1, "1250000", "Sign", "1250000"),
        ("1,250.50", 1, "Sign", "1250.50", "Sign"),
        ("1.250,50", 1, "1250.50", "Sign", "1250.50"),
        ("1 250,50", 1, "1250.50", "Sign", "1250.50"),
        ("1.250 tkr", 1, "Sign", "1250", "1250000"),
        ("450", 1_000, "450000", "450000", "450000"),
    ];
    for (text, unit, undeclared, point, comma) in cases {
        assert_eq!(read(text, &of(unit, None)), undeclared, "{text:?} without a declaration");
        assert_eq!(read(text, &of(unit, Some('.'))), point, "{text:?} with a decimal point");
        assert_eq!(read(text, &of(unit, Some(','))), comma, "{text:?} with a decimal comma");
    }
}

#[test]
fn the_declared_unit_counts_bare_numbers_only() {
    assert_eq!(kronor("12,5", 1_000), "12500");
    assert_eq!(kronor("12,5 kr", 1_000), "12.50");
    assert_eq!(amount(&Cell::Number(3936.703), 1_000), Ok(Some(Amount::from_ore(393_670_300))));
}

#[test]
fn formulas_may_leave_more_than_ore() {
    assert_eq!(amount(&Cell::Number(1000.0 / 3.0), 1), Ok(Some(Amount::from_ore(33_333))));
    assert_eq!(amount(&Cell::Number(0.1 + 0.2), 1), Ok(Some(Amount::from_ore(30))));
    assert_eq!(amount(&Cell::Number(f64::NAN), 1), Err(NoAmount::Uncertain));
    assert_eq!(amount(&Cell::Number(1e300), 1), Err(NoAmount::TooLarge));
    assert_eq!(amount(&Cell::Number(-0.01), 1), Err(NoAmount::Negative));
}

fn euro(text: &str) -> String {
    let denomination = Denomination { currency: Currency::Eur, decimals: 0 };
    read(text, &MoneyForm { denomination, ..MoneyForm::of(1) })
}

#[test]
fn euro_are_read_as_people_type_them() {
    for (text, expected) in [
        ("1 250,50 €", "1250.50"),
        ("1.250,50 €", "1250.50"),
        ("EUR 1,250.50", "1250.50"),
        ("€1,250,000", "1250000"),
        ("€ 12", "12"),
        ("1 250", "1250"),
        ("450 t€", "450000"),
        ("450 TEUR", "450000"),
        ("1,2 MEUR", "1200000"),
        ("1,2 m€", "1200000"),
        ("1,2 mn euro", "1200000"),
        ("0,85 miljoner euro", "850000"),
        ("2 tusen", "2000"),
        ("12.50", "12.50"),
    ] {
        assert_eq!(euro(text), expected, "{text:?}");
    }
}

#[test]
fn other_currencies_than_the_studys_are_refused() {
    assert_eq!(kronor("100 euro", 1), "Currency(Eur)");
    for text in ["1 250 kr", "450 tkr", "SEK 12", "12 miljoner kronor"] {
        assert_eq!(euro(text), "Currency(Sek)", "{text:?}");
    }
    assert_eq!(euro("$ 50"), "Currency(Usd)");
    assert_eq!(kronor("12 €", 1), "Currency(Eur)");
    // One euro or a thousand; and words that nobody knows.
    for (text, expected) in
        [("1,250", "Sign"), ("12 eurot", "Uncertain"), ("euro 12", "Uncertain"), ("-5 €", "Negative")]
    {
        assert_eq!(euro(text), expected, "{text:?}");
    }
}
