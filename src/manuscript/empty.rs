//! A text in a control in which nothing stands yet.

use super::control::{Control, Level};
use super::rewrite::text;
use super::space::Space;
use super::xml::{Edits, Id, Tree};

/// Writes a text into an empty control, in the format that the control gives, else in that of the text before it. Says whether it could:
/// it cannot where rows or several cells have no text.
pub(super) fn write(tree: &Tree, control: &Control, value: &str, edits: &mut Edits) -> bool {
    let w = tree.prefix(Space::Word, control.sdt).unwrap_or_default();
    let run = format!("<{w}r>{}{}</{w}r>", format_of(tree, control), text(value, &w));
    let Some(content) = control.content else {
        let last = tree.child(control.sdt, "sdtEndPr").unwrap_or(control.properties);
        let inner = if control.level == Level::Run { run } else { format!("<{w}p>{run}</{w}p>") };
        edits.insert(tree.whole(last).end, format!("<{w}sdtContent>{inner}</{w}sdtContent>"));
        return matches!(control.level, Level::Run | Level::Block);
    };
    let paragraphs: Vec<Id> = tree.inside(content).filter(|id| tree.word(*id) == "p").collect();
    match (control.level, paragraphs.as_slice()) {
        (Level::Run, _) if control.is_placeholder || tree.is_empty(content) => fill(tree, content, &run, edits),
        // What else stands there, as the reference of a note, stays.
        (Level::Run, _) => edits.insert(tree.inner(content).end, run),
        (Level::Block, []) => fill(tree, content, &format!("<{w}p>{run}</{w}p>"), edits),
        (Level::Block, [first, others @ ..]) => {
            into_paragraph(tree, *first, control, &run, edits);
            let gone = others.iter().filter(|id| control.is_placeholder && tree.parent(**id) == Some(content));
            gone.for_each(|id| edits.replace(tree.whole(*id), ""));
        }
        (Level::Row | Level::Cell, [only]) => into_paragraph(tree, *only, control, &run, edits),
        (Level::Row | Level::Cell, _) => return false,
    }
    shows_text(tree, control, edits);
    true
}

/// Takes away the mark by which Word shows a control's content as a word to fill in.
pub(super) fn shows_text(tree: &Tree, control: &Control, edits: &mut Edits) {
    let marks = tree.children(control.properties).filter(|id| tree.word(*id) == "showingPlcHdr");
    marks.for_each(|mark| edits.replace(tree.whole(mark), ""));
}

/// Puts something into an element in the place of all that it holds.
pub(super) fn fill(tree: &Tree, id: Id, inner: &str, edits: &mut Edits) {
    if tree.is_empty(id) {
        let tag = tree.source()[tree.tag(id)].trim_end_matches('>').trim_end_matches('/').trim_end();
        edits.replace(tree.tag(id), format!("{tag}>{inner}</{}>", tree.name(id)));
    } else {
        edits.replace(tree.inner(id), inner);
    }
}

fn into_paragraph(tree: &Tree, paragraph: Id, control: &Control, run: &str, edits: &mut Edits) {
    let properties = tree.child(paragraph, "pPr");
    if control.is_placeholder || tree.is_empty(paragraph) {
        let kept = properties.map_or("", |properties| tree.written(properties));
        fill(tree, paragraph, &format!("{kept}{run}"), edits);
    } else {
        edits.insert(tree.inner(paragraph).end, run);
    }
}

/// The properties of the new run: those that the control gives to what is written into it, else those of the run before it.
fn format_of<'t>(tree: &'t Tree, control: &Control) -> &'t str {
    if let Some(own) = tree.child(control.properties, "rPr") {
        return tree.written(own);
    }
    if control.level != Level::Run {
        return "";
    }
    let Some(parent) = tree.parent(control.sdt) else { return "" };
    let before = tree.children(parent).take_while(|id| *id != control.sdt).filter(|id| tree.word(*id) == "r").last();
    let format = before.and_then(|run| tree.child(run, "rPr"));
    format.filter(|format| tree.child(*format, "rPrChange").is_none()).map_or("", |format| tree.written(format))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::control::controls;

    fn written(inner: &str) -> String {
        let document = |inner: &str| format!("<w:body xmlns:w=\"{}\">{inner}</w:body>", Space::Word.address(false));
        let tree = Tree::read(document(inner).into_bytes()).ok().unwrap();
        let mut edits = Edits::default();
        for control in controls(&tree) {
            assert!(write(&tree, &control, "Tolv", &mut edits));
        }
        let made = edits.apply(tree.source());
        let start = document("").len() - "</w:body>".len();
        made[start..made.len() - "</w:body>".len()].to_owned()
    }

    #[test]
    fn an_empty_control_is_filled_in_the_format_that_it_gives() {
        let tag = "<w:tag w:val=\"insats:claim/A\"/>";
        let run = "<w:t xml:space=\"preserve\">Tolv</w:t>";
        let before = "<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r>";
        assert_eq!(
            written(&format!(
                "<w:p>{before}<w:sdt><w:sdtPr>{tag}<w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val=\"P\"/></w:rPr><w:t>Fyll i</w:t></w:r></w:sdtContent></w:sdt></w:p>"
            )),
            format!(
                "<w:p>{before}<w:sdt><w:sdtPr>{tag}</w:sdtPr><w:sdtContent><w:r><w:rPr><w:b/></w:rPr>{run}</w:r></w:sdtContent></w:sdt></w:p>"
            )
        );
        assert_eq!(
            written(&format!(
                "<w:sdt><w:sdtPr><w:rPr><w:i/></w:rPr>{tag}</w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val=\"Y\"/></w:pPr></w:p></w:sdtContent></w:sdt>"
            )),
            format!(
                "<w:sdt><w:sdtPr><w:rPr><w:i/></w:rPr>{tag}</w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val=\"Y\"/></w:pPr><w:r><w:rPr><w:i/></w:rPr>{run}</w:r></w:p></w:sdtContent></w:sdt>"
            )
        );
        assert_eq!(
            written(&format!("<w:sdt><w:sdtPr>{tag}</w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>")),
            format!("<w:sdt><w:sdtPr>{tag}</w:sdtPr><w:sdtContent><w:p><w:r>{run}</w:r></w:p></w:sdtContent></w:sdt>")
        );
        assert_eq!(
            written(&format!("<w:p><w:sdt><w:sdtPr>{tag}</w:sdtPr></w:sdt></w:p>")),
            format!("<w:p><w:sdt><w:sdtPr>{tag}</w:sdtPr><w:sdtContent><w:r>{run}</w:r></w:sdtContent></w:sdt></w:p>")
        );
    }
}
