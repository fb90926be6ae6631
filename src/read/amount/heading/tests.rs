//! Headings and lines as evaluators' files have them, and what they say.

use super::*;
use Currency::{Dkk, Eur, Sek};

fn money(times: i64, currency: Currency) -> Option<Said> {
    Some(Said::Money(times, Some(currency)))
}

fn several(codes: &[&'static str]) -> Option<Said> {
    Some(Said::Several(codes.to_vec()))
}

#[test]
fn headings_say_their_unit() {
    let cases = [
        ("Belopp (tkr)", money(1_000, Sek)),
        ("Rekvirerat, mnkr", money(1_000_000, Sek)),
        ("kr i tusental", money(1_000, Sek)),
        ("Belopp i tusen kronor", money(1_000, Sek)),
        ("Insats 1: Kronor", money(1, Sek)),
        ("Använda medel (kr)", money(1, Sek)),
        ("Andel av medlen (%)", Some(Said::Percent)),
        ("Share of funds, per cent", Some(Said::Percent)),
        ("Hur mycket av de 300 miljonerna har ni använt (kr)?", money(1, Sek)),
        ("Miljoner till vården: Kronor", money(1, Sek)),
        ("Medel av 300 miljoner", None),
        ("Använda medel", None),
        ("Barn och unga", None),
        ("Belopp (1000-tal kr)", money(1_000, Sek)),
        ("Belopp (1 000 kr)", money(1_000, Sek)),
        ("Belopp (1\u{a0}000-tals kr)", money(1_000, Sek)),
        ("Belopp 1000 kr", money(1_000, Sek)),
        ("Belopp 1000 kr 2", money(1_000, Sek)),
        ("Belopp (000 kr)", money(1_000, Sek)),
        ("Belopp (t.kr)", money(1_000, Sek)),
        ("Belopp (kr, 1000-tal)", money(1_000, Sek)),
        ("Belopp i tusental (SEK)", money(1_000, Sek)),
        ("Belopp (SEK) i tusental", money(1_000, Sek)),
        ("Belopp 2024 tkr", money(1_000, Sek)),
        ("Belopp i tkr exkl moms", money(1_000, Sek)),
        ("Belopp i tusental", Some(Said::Money(1_000, None))),
        ("Belopp (miljarder)", Some(Said::Money(1_000_000_000, None))),
        ("Belopp i hela kronor utan öre", money(1, Sek)),
        ("Belopp (öre)", Some(Said::Hundredths("öre".to_owned()))),
        ("Belopp (utan öre)", None),
        ("Belopp i danska kronor", money(1, Dkk)),
        ("Belopp (norska tkr)", money(1_000, Currency::Nok)),
        ("Belopp x1000", Some(Said::Money(1_000, None))),
        ("Belopp x 1 000", Some(Said::Money(1_000, None))),
        ("Belopp (*1000)", Some(Said::Money(1_000, None))),
        ("Belopp (kr × 1 000)", money(1_000, Sek)),
        ("Belopp TSEK", money(1_000, Sek)),
        ("Belopp, Mkr", money(1_000_000, Sek)),
        ("Belopp MSEK", money(1_000_000, Sek)),
        ("Stöd 2 x 1000 per barn", None),
    ];
    for (heading, expected) in cases {
        assert_eq!(said(heading, Sek), expected, "{heading}");
    }
}

#[test]
fn headings_in_euro_say_their_unit() {
    let cases = [
        ("Paid (EUR '000)", money(1_000, Eur)),
        ("Paid (€k)", money(1_000, Eur)),
        ("Paid (1000 euro)", money(1_000, Eur)),
        ("Paid 1 000 €", money(1_000, Eur)),
        ("Paid in Tsd. EUR", money(1_000, Eur)),
        ("Paid in Mio. EUR", money(1_000_000, Eur)),
        ("Paid T€", money(1_000, Eur)),
        ("Paid, in thousands", Some(Said::Money(1_000, None))),
        ("Paid, thousands of euro", money(1_000, Eur)),
        ("Paid (€ thousand)", money(1_000, Eur)),
        ("Paid (EUR m)", money(1_000_000, Eur)),
        ("Paid (EUR bn)", money(1_000_000_000, Eur)),
        ("Paid (000s)", Some(Said::Money(1_000, None))),
        ("Paid (cents)", Some(Said::Hundredths("cents".to_owned()))),
        ("Paid in kronor", money(1, Sek)),
        ("Paid (US dollars)", money(1, Currency::Usd)),
        ("Paid (Canadian dollars)", Some(Said::Foreign("CAD"))),
        ("Paid (CZK)", Some(Said::Foreign("CZK"))),
        ("Paid CZK", Some(Said::Foreign("CZK"))),
        ("Paid (thousands of HUF)", Some(Said::Foreign("HUF"))),
        ("Amounts in TRY", Some(Said::Foreign("TRY"))),
        ("Paid (EUR/SEK)", several(&["EUR", "SEK"])),
        ("Paid (SEK→EUR)", several(&["EUR", "SEK"])),
        ("Paid (CZK/EUR)", several(&["CZK", "EUR"])),
    ];
    for (heading, expected) in cases {
        assert_eq!(said(heading, Eur), expected, "{heading}");
    }
}

#[test]
fn numbers_and_words_that_are_no_units_say_none() {
    for heading in [
        "Minst 1000 kr per person",
        "Har ni fått 1000 kr?",
        "Insatser (minst 1000 kr per person)",
        "Kostnad över 12,000 kr",
        "Bidrag 1 000 kr per elev",
        "Kostnad mellan 500 och 1000 kr",
        "Paid (ALL)",
        "MEDEL TOP",
        "Belopp SOS",
        "Insats 2025",
        "Belopp (ca 300 kr)",
    ] {
        assert_eq!(said(heading, Sek), None, "{heading}");
    }
}

#[test]
fn lines_beside_a_table_say_its_unit() {
    for (line, expected) in [
        ("Uttag 2025-04-08. Belopp i tusental kronor.", money(1_000, Sek)),
        ("Belopp i tkr", money(1_000, Sek)),
        ("Rekvirerade medel 2024 (mnkr)", money(1_000_000, Sek)),
        ("Uttag 2025-04-08. Belopp i kronor.", money(1, Sek)),
        ("Belopp i milj. kr", money(1_000_000, Sek)),
        ("Amounts in thousands of euro", money(1_000, Eur)),
        ("Belopp i euro", money(1, Eur)),
        ("Belopp i EUR och SEK", several(&["EUR", "SEK"])),
        ("Kurs: 11,43 SEK/EUR den 31 december 2024", None),
        ("Utbetalda medel enligt överenskommelsen 2024", None),
        ("Utbetalt av 300 miljoner", None),
    ] {
        assert_eq!(of_lines(line, Sek), expected, "{line}");
    }
}
