//! Codebooks as programs for qualitative analysis exchange them (REFI-QDA 1.5, `.qdc`): written valid, read in the dialects of
//! several programs, and nothing lost that the file or the codebook in place holds.

use std::path::Path;

use insats::codebook::diff::CodeChangeKind;
use insats::codebook::{Code, Codebook};
use insats::run::{Failure, ImportedCodebook, export_codebook, import_codebook};
use insats::wording::{Language, Text};
use proptest::prelude::*;
use roxmltree::{Document, Node};
use serde_json::{Value, json};

use crate::edited_codebook::{SHIPPED, book};
use crate::support::{not_allowed, project};

/// Imports a text as the file `x.qdc`; the codebook in place, where there is one, is `x.json`.
fn import(folder: &Path, text: &[u8], force: bool) -> Result<ImportedCodebook, Failure> {
    let file = folder.join("x.qdc");
    std::fs::write(&file, text).expect("a file");
    import_codebook(&file, None, force)
}

/// The codebook that a text is, with no codebook in place, and what was told in English.
fn made(text: &str) -> (Value, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let imported = import(folder.path(), text.as_bytes(), false).expect("a codebook");
    let book = std::fs::read_to_string(folder.path().join("x.json")).expect("a file");
    let told: Vec<String> = imported.notices.iter().map(|notice| notice.text(Language::English)).collect();
    (serde_json::from_str(&book).expect("JSON"), told.join("\n"))
}

/// What an import is refused with, in English.
fn refused(text: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let told = import(folder.path(), text, false).expect_err("a message");
    assert!(!folder.path().join("x.json").exists(), "a codebook was written all the same");
    told.text(Language::English)
}

/// Ids, main codes and labels of a system.
fn codes<'b>(book: &'b Value, system: usize) -> Vec<(&'b str, &'b str, &'b str)> {
    let codes = book["systems"][system]["codes"].as_array().expect("codes");
    let said = |value: &'b Value| value.as_str().unwrap_or_default();
    codes.iter().map(|code| (said(&code["id"]), said(&code["parent"]), said(&code["label"]["sv"]))).collect()
}

fn file(origin: &str, namespace: &str, inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:{namespace}\" origin=\"{origin}\">{inside}</CodeBook>"
    )
}

/// What XML can hold of a text.
fn held(text: &str) -> String {
    let is_lost = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(|c| !is_lost(*c)).collect()
}

/// A name that is blank is the id.
fn name(label: &Text, id: &str) -> String {
    held(if held(&label.sv).trim().is_empty() { id } else { &label.sv })
}

/// The codebook that is made of a file without the codebook that it comes from: Swedish texts, and what stands where.
fn projected(book: &Codebook) -> Value {
    let domain = |used: &insats::codebook::DomainUse| {
        let label = json!({ "sv": name(&used.label, used.id.word()) });
        json!({ "id": used.id.word(), "label": label, "plural": label, "system": held(&used.system) })
    };
    let code = |code: &Code| {
        let text = |text: &Text| json!({ "sv": held(&text.sv) });
        let mut own = json!({ "id": code.id, "label": text(&code.label), "definition": text(&code.definition) });
        if let Some(parent) = &code.parent {
            own["parent"] = json!(parent);
        }
        own
    };
    let system = |system: &insats::codebook::System| {
        let mains = system.codes.iter().filter(|code| code.parent.is_none());
        let below = |main: &Code| {
            let id = main.id.clone();
            system.codes.iter().filter(move |code| code.parent.as_ref() == Some(&id))
        };
        let codes: Vec<Value> = mains.flat_map(|main| std::iter::once(main).chain(below(main))).map(code).collect();
        json!({ "id": held(&system.id), "label": { "sv": name(&system.label, &system.id) }, "codes": codes })
    };
    json!({
        "id": "x", "version": "1", "title": { "sv": "x" },
        "domains": book.domains.iter().map(domain).collect::<Vec<_>>(),
        "systems": book.systems.iter().map(system).collect::<Vec<_>>(),
    })
}

/// A codebook goes out and comes back, to the codebook in place and to none.
fn goes_and_comes(book: &Codebook) -> Result<(), TestCaseError> {
    let fail = |failure: Failure| TestCaseError::fail(failure.to_string());
    let folder = tempfile::tempdir().expect("a folder");
    let [there, qdc] = ["x.json", "x.qdc"].map(|name| folder.path().join(name));
    let text = book.to_json().expect("JSON");
    std::fs::write(&there, &text).expect("a file");
    export_codebook(&there, Some(&qdc), false, Language::Swedish).map_err(fail)?;
    is_valid(&std::fs::read_to_string(&qdc).expect("a file"));
    let imported = import_codebook(&qdc, None, false).map_err(fail)?;
    prop_assert!(!imported.written, "the codebook has changed");
    std::fs::remove_file(&there).expect("a file");
    import_codebook(&qdc, None, false).map_err(fail)?;
    let back: Value = serde_json::from_str(&std::fs::read_to_string(&there).expect("a file")).expect("JSON");
    prop_assert_eq!(back, projected(book));
    Ok(())
}

#[test]
fn shipped_codebooks_come_back_unchanged_from_exchange() {
    for file in SHIPPED {
        let book = Codebook::load(&project(file), file).expect("a codebook");
        goes_and_comes(&book).unwrap_or_else(|error| panic!("{file}: {error}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_codebook_comes_back_from_exchange_as_it_was(book in book()) {
        goes_and_comes(&book)?;
    }

    #[test]
    fn no_file_makes_the_import_panic(at in any::<prop::sample::Index>(), with in "[<>&\"\\PC]{0,6}", cut in any::<bool>()) {
        let text = file("MAXQDA", "1.0", NESTED);
        let at = (0..=at.index(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let rest = if cut { "" } else { &text[at..] };
        let folder = tempfile::tempdir().expect("a folder");
        let _ = import(folder.path(), format!("{}{with}{rest}", &text[..at]).as_bytes(), false);
    }
}

fn elements<'a, 'i>(of: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    of.children().filter(Node::is_element).collect()
}

/// Holds what the schema of the standard says of a codebook against a file.
fn is_valid(text: &str) {
    let document = Document::parse(text).expect("XML");
    let root = document.root_element();
    let named = |of: Node<'_, '_>| elements(of).iter().map(|own| own.tag_name().name().to_owned()).collect::<Vec<_>>();
    assert!(matches!(&*named(root).join(" "), "Codes" | "Codes Sets"), "{:?}", named(root));
    let mut guids = std::collections::BTreeSet::new();
    for own in document.descendants().filter(Node::is_element) {
        assert_eq!(own.tag_name().namespace(), Some("urn:QDA-XML:codebook:1.0"));
        let below = named(own);
        let attributes: Vec<&str> = own.attributes().map(|own| own.name()).collect();
        let guid = own.attribute("guid");
        let is_guid = |guid: &str| {
            guid.len() == 36
                && guid.char_indices().all(|(at, c)| match at {
                    8 | 13 | 18 | 23 => c == '-',
                    _ => c.is_ascii_digit() || ('A'..='F').contains(&c),
                })
        };
        assert!(guid.is_none_or(is_guid), "{guid:?}");
        match own.tag_name().name() {
            "CodeBook" => assert_eq!(attributes, ["origin"]),
            "Codes" => assert!(!below.is_empty() && below.iter().all(|name| name == "Code")),
            "Sets" => assert!(!below.is_empty() && below.iter().all(|name| name == "Set")),
            "Code" => {
                assert_eq!(attributes, ["guid", "name", "isCodable"]);
                assert!(below.iter().skip(1).all(|name| name == "Code"), "{below:?}");
                assert!(below.first().is_none_or(|name| name == "Code" || name == "Description"));
                assert!(guids.insert(guid.expect("a guid").to_owned()), "{guid:?} stands twice");
            }
            "Set" => {
                assert_eq!(attributes, ["guid", "name"]);
                assert!(below.iter().skip(1).all(|name| name == "MemberCode"), "{below:?}");
            }
            "MemberCode" => assert!(guids.contains(guid.expect("a guid"))),
            other => assert!(other == "Description" && attributes.is_empty() && below.is_empty(), "{other}"),
        }
    }
}

/// As MAXQDA and NVivo nest: main codes are codes, and a code may stand below a subcode.
const NESTED: &str = r##"<Codes>
  <Code guid="{6F1B2C3D-0000-9999-0000-00000000000A}" name="Mat" isCodable="true" color="#F00"><Description>Att äta &amp; dricka.</Description>
    <Code guid="6f1b2c3d-0000-9999-0000-00000000000b" name="Frukost">
      <Code guid="6f1b2c3d-0000-9999-0000-00000000000c" name="Gröt" isCodable="1"/>
    </Code>
  </Code>
  <Code guid="6f1b2c3d-0000-9999-0000-00000000000d" name="Frukost" isCodable="true" color="rött"/>
</Codes>"##;

#[test]
fn every_dialect_of_the_namespace_is_read_alike() {
    for namespace in ["1.0", "0:4", "1:0", "0.4"] {
        let (book, told) = made(&file("MAXQDA", namespace, NESTED));
        let expected =
            [("mat", "", "Mat"), ("frukost", "mat", "Frukost"), ("gröt", "mat", "Gröt"), ("frukost-2", "", "Frukost")];
        assert_eq!(codes(&book, 0), expected);
        assert_eq!(book["systems"][0]["codes"][0]["definition"]["sv"], "Att äta & dricka.");
        assert_eq!((&book["domains"][0]["id"], &book["domains"][0]["system"]), (&json!("x"), &json!("x")));
        assert_eq!(book["domains"].as_array().map(Vec::len), Some(1));
        assert!(told.contains("ids were made") && told.contains("one code stands"), "{told}");
    }
    let prefixed = file("x", "1.0", "").replace("xmlns=", "xmlns:q=").replace("CodeBook", "q:CodeBook");
    let prefixed = prefixed.replace("></", "><q:Codes><q:Code name=\"A\"/></q:Codes></");
    assert_eq!(codes(&made(&prefixed).0, 0), [("a", "", "A")]);
}

#[test]
fn categories_at_the_top_are_domains() {
    let text = file(
        "QualCoder",
        "1.0",
        r#"<Codes>
        <Code guid="1" name="Vad som gjordes" isCodable="false">
          <Code guid="2" name="Möten" isCodable="false"><Code guid="3" name="Möten"/><Code guid="4" name="Nätverk"/></Code>
        </Code>
        <Code guid="5" name="Vad det gav" isCodable="false"><Code guid="6" name="Kortare kö"/></Code>
        <Code guid="7" name="Övrigt"/></Codes><Sets><Set guid="8" name="Egen"><MemberCode guid="3"/></Set></Sets>"#,
    );
    let (book, told) = made(&text);
    assert_eq!(codes(&book, 0), [("möten", "", "Möten"), ("nätverk", "möten", "Nätverk")]);
    assert_eq!(codes(&book, 1), [("kortare-kö", "", "Kortare kö")]);
    assert_eq!(codes(&book, 2), [("övrigt", "", "Övrigt")]);
    let ids: Vec<&Value> = book["domains"].as_array().expect("domains").iter().map(|domain| &domain["id"]).collect();
    assert_eq!(ids, ["vad-som-gjordes", "vad-det-gav", "x"]);
    assert!(told.contains("one set of codes names no domain"), "{told}");
}

#[test]
fn dots_of_taguette_are_levels_and_those_of_others_are_not() {
    let inside = r#"<Codes><Code guid="1" name="mat.frukost"/><Code guid="2" name="mat"/><Code guid="3" name="resor.buss.natt"/>
        <Code guid="4" name="m.m."/></Codes><Sets/>"#;
    let (book, told) = made(&file("Taguette 1.4.1", "1.0", inside));
    let expected = [
        ("mat", "", "mat"),
        ("frukost", "mat", "frukost"),
        ("resor", "", "resor"),
        ("buss-natt", "resor", "buss.natt"),
        ("m", "", "m"),
        ("m-2", "m", "m."),
    ];
    assert_eq!(codes(&book, 0), expected);
    assert!(told.contains("3 codes have a dot"), "{told}");
    let (book, _) = made(&file("NVivo", "1.0", inside));
    assert_eq!(codes(&book, 0)[0], ("mat-frukost", "", "mat.frukost"));
}

#[test]
fn ids_that_begin_the_names_are_kept() {
    let inside = r#"<Codes><Code name="A1 Möten" guid="1"><Code name="A1.2 Nätverk" guid="2"/></Code></Codes>"#;
    assert_eq!(codes(&made(&file("MAXQDA", "1.0", inside)).0, 0), [("A1", "", "Möten"), ("A1.2", "A1", "Nätverk")]);
}

#[test]
fn hostile_files_are_refused_with_a_message() {
    let bomb = r#"<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><CodeBook><Codes><Code name="&c;"/></Codes></CodeBook>"#;
    let outside = r#"<!DOCTYPE a SYSTEM "file:///etc/passwd"><CodeBook><Codes><Code name="a"/></Codes></CodeBook>"#;
    assert!(
        refused(bomb.as_bytes()).contains("document type") && refused(outside.as_bytes()).contains("document type")
    );
    let deep = |levels: usize| {
        let (open, close) = ("<Code name=\"a\">".repeat(levels), "</Code>".repeat(levels));
        refused(file("x", "1.0", &format!("<Codes>{open}{close}</Codes>")).as_bytes())
    };
    assert!(deep(65).contains("64 levels"), "{}", deep(65));
    assert!(deep(100_000).contains("64 levels"));
    let many = "<Code name=\"a\"/>".repeat(10_001);
    assert!(
        refused(file("x", "1.0", &format!("<Codes>{many}</Codes>")).as_bytes())
            .replace("\u{a0}", " ")
            .contains("than 10")
    );
    for (inside, expected) in [
        ("<Codes/>", "has no codes"),
        ("", "has no codes"),
        ("<Codes><Code guid=\"1\"/></Codes>", "has no name"),
        ("<Codes><Code name=\"a\"></Codes>", "no XML"),
        ("<Codes><Code name=\"&nbsp;\"/></Codes>", "no XML"),
    ] {
        let told = refused(file("x", "1.0", inside).as_bytes());
        assert!(told.contains(expected), "{inside}: {told}");
    }
    assert!(refused(b"<Project/>").contains("Project"));
    assert!(refused(b"<CodeBook>\xff</CodeBook>").contains("UTF-8"));
    assert!(refused(b"").contains("no XML"));
    let twice = "<Codes>\n<Code name=\"A1 a\"/>\n<Code name=\"A1 b\"/></Codes>";
    let told = refused(file("insats", "1.0", twice).as_bytes());
    assert!(told.contains("A1") && told.contains("x.qdc"), "{told}");
}

/// A codebook with all that a file cannot hold.
const RICH: &str = r#"{ "id": "b", "version": "3", "title": { "sv": "B" },
    "domains": [
        { "id": "activity", "label": { "sv": "Aktivitet" }, "plural": { "sv": "Aktiviteter" }, "system": "s" },
        { "id": "output", "label": { "sv": "Prestation" }, "plural": { "sv": "Prestationer" }, "system": "s" }],
    "systems": [{ "id": "s", "label": { "sv": "System", "en": "System" }, "codes": [
        { "id": "A", "label": { "sv": "Utbildning", "en": "Training" }, "definition": { "sv": "Kurser." },
          "rules": [{ "any": ["utbild*"] }] },
        { "id": "A1", "parent": "A", "label": { "sv": "Ledare", "en": "Leaders" }, "definition": { "sv": "" } },
        { "id": "B", "label": { "sv": "Möten", "en": "Meetings" }, "definition": { "sv": "Möten.", "en": "Meetings." } }] }] }"#;

/// The file of that codebook, and the codebook that comes back when it was edited.
fn edited(edit: impl Fn(String) -> String) -> (Codebook, ImportedCodebook) {
    let folder = tempfile::tempdir().expect("a folder");
    let [book, qdc] = ["x.json", "x.qdc"].map(|name| folder.path().join(name));
    std::fs::write(&book, RICH).expect("a file");
    export_codebook(&book, Some(&qdc), false, Language::Swedish).expect("a file");
    let text = edit(std::fs::read_to_string(&qdc).expect("a file"));
    let imported = import(folder.path(), text.as_bytes(), true).expect("a codebook");
    (Codebook::load(&book, "x.json").expect("a codebook"), imported)
}

#[test]
fn a_file_is_written_as_the_standard_has_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let [book, qdc] = ["x.json", "x.qdc"].map(|name| folder.path().join(name));
    let long = "m".repeat(62);
    std::fs::write(
        &book,
        RICH.replace("Möten.", "<Möten> & \\\"mer\\\".").replace("\"Ledare\"", &format!("\"{long}\"")),
    )
    .expect("a file");
    let exported = export_codebook(&book, Some(&qdc), false, Language::Swedish).expect("a file");
    let text = std::fs::read_to_string(&qdc).expect("a file");
    is_valid(&text);
    assert!(
        text.contains("name=\"A Utbildning\" isCodable=\"true\"")
            && text.contains("name=\"System\" isCodable=\"false\"")
    );
    assert!(text.contains("&lt;Möten&gt; &amp; &quot;mer&quot;."), "{text}");
    assert_eq!(text.matches("name=\"A Utbildning\"").count(), 1, "a system of two domains stands once");
    assert_eq!(text.matches("<Set ").count(), 2);
    let told: Vec<String> = exported.notices.iter().map(|notice| notice.text(Language::English)).collect();
    assert!(told[0].contains("longer than 63") && told[0].contains("A1"), "{told:?}");
    let guid = |text: &str| text.split("guid=\"").nth(2).expect("a guid")[..36].to_owned();
    std::fs::write(&book, RICH.replace("Utbildning", "Kurser")).expect("a file");
    export_codebook(&book, Some(&qdc), true, Language::English).expect("a file");
    assert_eq!(
        guid(&std::fs::read_to_string(&qdc).expect("a file")),
        guid(&text),
        "an identifier is of the id, not the name"
    );
    std::fs::write(&book, r#"{ "id": "b", "version": "1", "title": { "sv": "" }, "domains": [], "systems": [] }"#)
        .expect("a file");
    let told = export_codebook(&book, Some(&qdc), true, Language::English).expect_err("a message").to_string();
    assert!(told.contains("kodsystem") || told.contains("code system"), "{told}");
}

#[test]
fn what_was_edited_elsewhere_comes_back_and_the_rest_is_kept() {
    let old = Codebook::parse(RICH, "x.json").expect("a codebook");
    let (book, imported) = edited(|text| {
        text.replace("A Utbildning", "A Kurser").replace(
            "<Description>Möten.</Description>",
            "<Description>Alla möten.</Description><Code guid=\"9\" name=\"B2 Nätverk\"/>",
        )
    });
    let code =
        |id: &str| &book.systems[0].codes[book.systems[0].codes.iter().position(|code| code.id == id).expect(id)];
    assert_eq!((&*code("A").label.sv, code("A").label.en.as_deref()), ("Kurser", Some("Training")));
    assert_eq!(
        (&code("A").rules, &code("A").definition),
        (&old.systems[0].codes[0].rules, &old.systems[0].codes[0].definition)
    );
    assert_eq!((&*code("B").definition.sv, code("B").definition.en.as_deref()), ("Alla möten.", Some("Meetings.")));
    assert_eq!(code("B2").parent.as_deref(), Some("B"));
    assert_eq!((&book.domains, &book.version), (&old.domains, &old.version));
    let kinds: Vec<_> =
        imported.changes.expect("changes").codes.iter().map(|change| (change.code.clone(), change.change)).collect();
    let expected = [("A", CodeChangeKind::Renamed), ("B", CodeChangeKind::Redefined), ("B2", CodeChangeKind::New)];
    assert_eq!(kinds, expected.map(|(code, kind)| (code.to_owned(), kind)));
    let told: String = imported.notices.iter().map(|notice| notice.text(Language::English)).collect();
    assert!(told.contains("one code is new") && told.contains("English one was kept: \"A\""), "{told}");
}

#[test]
fn what_programs_lose_on_the_way_is_kept() {
    let old = Codebook::parse(RICH, "x.json").expect("a codebook");
    // New identifiers, no sets, another order, another origin: what QualCoder gives back.
    let (book, _) = edited(|text| {
        let other = text.replace("guid=\"", "guid=\"0").replace("origin=\"insats\"", "origin=\"QualCoder\"");
        let sets = other.find("<Sets>").expect("sets")..other.find("</CodeBook>").expect("an end");
        let mut other = other.clone();
        other.replace_range(sets, "");
        other
    });
    assert_eq!(book, old);
    // Names alone, as Taguette gives back.
    let flat = r#"<Codes><Code guid="1" name="B Möten"/><Code guid="2" name="A1 Ledare"/><Code guid="3" name="A Utbildning"/></Codes><Sets/>"#;
    let (book, _) = edited(|_| file("Taguette", "1.0", flat));
    assert_eq!(book, old);
    // Categories that were made codes, braces and small letters, a name without its id.
    let (book, _) = edited(|text| {
        let lower: String = text
            .split_inclusive('"')
            .scan(false, |is_guid, part| {
                let own = if *is_guid {
                    format!("{{{}}}\"", part.trim_end_matches('"').to_lowercase())
                } else {
                    part.to_owned()
                };
                *is_guid = part.ends_with("guid=\"");
                Some(own)
            })
            .collect();
        lower.replace("isCodable=\"false\"", "isCodable=\"true\"").replace("\"B Möten\"", "\"Möten\"")
    });
    assert_eq!(book, old);
}

#[test]
fn a_codebook_in_place_that_cannot_be_read_is_not_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("x.json"), "{").expect("a file");
    let told = import(folder.path(), file("x", "1.0", NESTED).as_bytes(), true).expect_err("a message");
    assert!(told.to_string().contains("x.json"), "{told}");
}

/// The schema of the standard, by a validator that knows nothing of this program: what is written is valid, and what is broken in
/// a way that a reader would notice is not.
#[test]
#[ignore = "needs Python with lxml, and the schema of the standard, which INSATS_QDC_XSD names"]
fn the_schema_of_the_standard_holds() {
    let Some(schema) = std::env::var_os("INSATS_QDC_XSD") else {
        return not_allowed("the_schema_of_the_standard_holds", "INSATS_QDC_XSD names no schema");
    };
    const VALIDATE: &str = "import sys\nfrom lxml import etree\nschema = etree.XMLSchema(etree.parse(sys.argv[1]))\n\
        for name in sys.argv[2:]: print(schema.validate(etree.parse(name)), schema.error_log)\n";
    let python = std::env::var_os("INSATS_PYTHON").unwrap_or_else(|| "python3".into());
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let mut files = Vec::new();
    for (number, shipped) in SHIPPED.iter().enumerate() {
        let [book, written] = ["json", "qdc"].map(|ending| at(&format!("{number}.{ending}")));
        std::fs::copy(project(shipped), &book).expect("a codebook");
        for language in [Language::Swedish, Language::English] {
            export_codebook(&book, Some(&written), true, language).expect("a file");
            let kept = at(&format!("{number}-{language:?}.qdc"));
            std::fs::copy(&written, &kept).expect("a file");
            files.push(kept);
        }
    }
    let valid = files.len();
    let text = std::fs::read_to_string(&files[0]).expect("a file");
    for (number, (from, to)) in
        [("isCodable=", "isCoded="), ("<Codes>", "<Sets/><Codes>"), ("guid=\"", "guid=\"x")].iter().enumerate()
    {
        assert!(text.contains(from), "{from}");
        let broken = at(&format!("broken-{number}.qdc"));
        std::fs::write(&broken, text.replacen(from, to, 1)).expect("a file");
        files.push(broken);
    }
    let mut python = std::process::Command::new(python);
    let output = python.args(["-c", VALIDATE]).arg(schema).args(&files).output().expect("Python");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let verdicts: Vec<bool> =
        said.lines().filter_map(|line| line.split(' ').next()?.to_lowercase().parse().ok()).collect();
    let expected: Vec<bool> = (0..files.len()).map(|at| at < valid).collect();
    assert_eq!(verdicts, expected, "{said}");
}

/// QualCoder's own import code, run without its windows: it makes a category of every code system, and codes with their
/// definitions in it or below their main codes.
#[test]
#[ignore = "needs Python and a checkout of QualCoder, which INSATS_QUALCODER names"]
fn qualcoder_reads_what_is_written() {
    let Some(checkout) = std::env::var_os("INSATS_QUALCODER") else {
        return not_allowed("qualcoder_reads_what_is_written", "INSATS_QUALCODER names no checkout");
    };
    let folder = tempfile::tempdir().expect("a folder");
    for shipped in SHIPPED {
        let written = folder.path().join("x.qdc");
        export_codebook(&project(shipped), Some(&written), true, Language::Swedish).expect("a file");
        let mut python = std::process::Command::new("python3");
        let script = project("tests/qualcoder/imported.py");
        let output = python.arg(script).arg(&checkout).arg(&written).env("PYTHONUTF8", "1").output().expect("Python");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let book = Codebook::load(&project(shipped), shipped).expect("a codebook");
        let categories = book.systems.iter().map(|system| json!([system.label.sv, format!("id: {}", system.id)]));
        assert_eq!(found["categories"], Value::from_iter(categories), "{shipped}");
        let name = |code: &Code| format!("{} {}", code.id, code.label.sv);
        let codes = book.systems.iter().flat_map(|system| {
            system.codes.iter().map(move |code| {
                let main = system.codes.iter().find(|main| code.parent.as_ref() == Some(&main.id));
                let category = main.is_none().then_some(&system.label.sv);
                json!([name(code), code.definition.sv, category, main.map(name)])
            })
        });
        assert_eq!(found["codes"], Value::from_iter(codes), "{shipped}");
    }
}
