//! What a document says of itself: title, publisher, language, and the day that its data are of. No clock.

use super::language_tag;
use super::xml::{Attribute, Xml};
use crate::report::Document;

/// The part `docProps/core.xml`.
pub fn core(document: &Document, title: &str) -> Vec<u8> {
    let mut x = Xml::part();
    let namespaces: [Attribute<'_>; 4] = [
        ("xmlns:cp", &"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", &"http://purl.org/dc/terms/"),
        ("xmlns:xsi", &"http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let made_from = &document.front.made_from;
    x.element("cp:coreProperties", &namespaces, |x| {
        x.text("dc:title", &[], title);
        if !document.publisher.is_empty() {
            x.text("dc:creator", &[], &document.publisher);
            x.text("cp:lastModifiedBy", &[], &document.publisher);
        }
        let made_with = format!("{}, SHA-256 {}", made_from.program, made_from.fingerprint);
        let parts = [document.provenance.as_str(), &made_with];
        x.text("dc:description", &[], parts.join(" ").trim_start());
        x.text("dc:language", &[], &language_tag(document.language));
        if let Some(day) = document.data_date {
            for name in ["dcterms:created", "dcterms:modified"] {
                x.text(name, &[("xsi:type", &"dcterms:W3CDTF")], &format!("{day}T00:00:00Z"));
            }
        }
    });
    x.into_bytes()
}

/// The part `docProps/app.xml`.
pub(super) fn app(document: &Document) -> Vec<u8> {
    let mut x = Xml::part();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    x.element("Properties", &[("xmlns", &namespace)], |x| {
        x.text("Application", &[], "insats");
        if !document.publisher.is_empty() {
            x.text("Company", &[], &document.publisher);
        }
    });
    x.into_bytes()
}
