//! Dialects as they are met in published files; each is written by hand, with what a reader would say it is.

use super::*;

fn seen(text: &str) -> (String, Option<char>, Option<char>) {
    let found = detect(text, &Reading::default()).dialect;
    (found.delimiter, found.quote, found.escape)
}

#[test]
fn usual_delimiters_are_told_apart() {
    let cases = [
        (";", "Län;kr\nÖrebro;1,5\nUppsala;2,5\n"),
        (",", "name,amount\nÖrebro,1.5\nUppsala,2.5\n"),
        (",", "name,amount\n\"Berg, Anna\",1.5\n\"Ek, Bo\",2.5\n"),
        ("\t", "Län\tkr\tdatum\nÖrebro\t1,5\t2024-01-01 12:00\nUppsala\t2,5\t2024-01-02 12:00\n"),
        ("|", "Län|kr|text\nÖrebro|1,5|a, b; c\nUppsala|2,5|d, e; f\n"),
        (",", "a,b,c\n1;2,3,4\n5;6,7,8\n9;1,2,3\n"),
        (";", "id;tid;värde\n1;12:30;0,5\n2;13:30;0,7\n3;14:30;1,1\n"),
        (",", "datum,tid,värde\n2024-01-01,12:00,5\n2024-01-02,13:00,6\n"),
        (";", "Namn;Adress\nAnna Berg;Storgatan 1, Örebro\nBo Ek;Lillgatan 2, Uppsala\n"),
        (";", "a;b\n"),
        (",", "a,b\n1,2"),
        // Ids, dates and spans have hyphens in every line, and semicolons in texts make rows uneven.
        (";", "Start-datum;Namn\n2025-01;Allt om a\n2025-02;Allt; om b\n2025-03;Allt; om; c\n2025-04;x;y;z;t\n"),
        (";", "Kod-nr;Namn\n01-02;Allt om a\n01-03;Allt; om b\n01-04;Allt; om; c\n01-05;x\n"),
    ];
    for (expected, text) in cases {
        assert_eq!(seen(text).0, expected, "{text:?}");
    }
}

#[test]
fn unusual_delimiters_are_found() {
    let cases = [
        ("||", "a||b||c\n1||2||3\n4||||6\n"),
        ("::", "namn::kr::år\nÖrebro::1,5::2024\nUppsala::2,5::2024\n"),
        ("~|~", "a~|~b\nx y~|~2\nz~|~3\n"),
        ("^", "a^b^c\n1^2^3\n4^5^6\n"),
        ("#", "Örebro#1,5#ja\nUppsala#2,5#nej\nKalmar#3,5#ja\n"),
        ("¤", "Län¤kr\nÖrebro¤1,5\nUppsala¤2,5\n"),
        (" ", "a b c\n1 2 3\n4 5 6\n7 8 9\n"),
    ];
    for (expected, text) in cases {
        assert_eq!(seen(text).0, expected, "{text:?}");
    }
}

#[test]
fn quotes_and_escapes_are_found() {
    let cases = [
        ("a,b\n'x, y',2\n'z, w',3\n", (",", Some('\''), None)),
        ("a;b\n`x; y`;2\n`z; w`;3\n", (";", Some('`'), None)),
        ("a,b\n~x, y~,2\n~z, w~,3\n", (",", Some('~'), None)),
        ("a,b\n\"say \\\"hi\\\", now\",2\n\"c, d\",3\n", (",", Some('"'), Some('\\'))),
        ("a,b,c\nx\\, y,2,3\nz\\, w,3,4\nv,5,6\n", (",", Some('"'), Some('\\'))),
        ("a;b\nit's;1\nthat's;2\n", (";", Some('"'), None)),
        ("a;b\nC:\\temp;1\nC:\\mapp;2\n", (";", Some('"'), None)),
        ("\"a\";\"b\"\n\"1\n2\";\"3\"\n\"4\";\"5\"\n", (";", Some('"'), None)),
    ];
    for (text, (delimiter, quote, escape)) in cases {
        assert_eq!(seen(text), (delimiter.to_owned(), quote, escape), "{text:?}");
    }
}

#[test]
fn preambles_and_footnotes_do_not_confuse() {
    let text = "Statistik över insatser, hela landet\nUttag: 2024-05-01\n\nLän;Antal;Belopp\nÖrebro;5;1,5\nUppsala;7;2,5\n\
                Kalmar;8;2,0\nGävle;9;3,0\n\nKälla: Socialstyrelsen, 2024\n";
    assert_eq!(seen(text).0, ";");
}

#[test]
fn what_is_declared_is_taken() {
    let declared = Reading { delimiter: Some(",".to_owned()), quote: Some(None), ..Reading::default() };
    let found = detect("a;b,c\n1;2,3\n", &declared);
    assert_eq!((found.dialect.delimiter.as_str(), found.dialect.quote), (",", None));
    assert_eq!(found.certainty, Certainty::Certain);
}

#[test]
fn a_close_call_is_unsure_and_names_the_other() {
    // Every line has one comma and one semicolon, and either reads well.
    let found = detect("rött;blått,grönt\nsvart;vitt,grått\ngult;lila,rosa\n", &Reading::default());
    assert_eq!((found.certainty, found.alternative.as_deref()), (Certainty::Unsure, Some(",")));
}
