//! Word comments by this program: one at a place, kept where it still holds, taken away where it does not.

use std::collections::BTreeSet;
use std::ops::Range;

use super::letters::{AUTHOR, is_own};
use super::package::{HEAD, Package};
use super::revision::Stamp;
use super::space::Space;
use super::xml::{Edits, Id, Tree, escaped};
use crate::diagnostic::Diagnostic;

const KIND: &str = "comments";
const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// The comments of a document while a command adds to them.
pub(super) struct Comments {
    /// Those of this program that are there: number, text, and whether somebody has answered or marked them as done.
    own: Vec<(String, String, bool)>,
    /// The text and the prefix of the part, where there is one.
    part: Option<(String, String, Tree)>,
    /// Those that go.
    gone: BTreeSet<String>,
    new: String,
}

impl Comments {
    /// The comments of a document.
    pub(super) fn read(package: &mut Package) -> Result<Self, Diagnostic> {
        let main = package.main().to_owned();
        let name = package.related(&main, KIND)?.filter(|name| package.has(name));
        let Some(name) = name else {
            return Ok(Self { own: Vec::new(), part: None, gone: BTreeSet::new(), new: String::new() });
        };
        let tree = package.tree(&name)?;
        let answered = answered(package)?;
        let mut own = Vec::new();
        for comment in tree.children(tree.root()).filter(|id| tree.word(*id) == "comment" && is_own(&tree, *id)) {
            let inside = || tree.inside(comment);
            let text = inside().filter(|id| tree.word(*id) == "t").map(|id| tree.text(id)).collect();
            let paragraphs =
                inside().filter(|id| tree.word(*id) == "p").filter_map(|id| tree.local_attribute(id, "paraId"));
            let is_kept = paragraphs.into_iter().any(|id| answered.contains(&id));
            own.push((tree.attribute(comment, Space::Word, "id").unwrap_or_default(), text, is_kept));
        }
        let prefix = tree.prefix(Space::Word, tree.root()).unwrap_or_default();
        Ok(Self { own, part: Some((name, prefix, tree)), gone: BTreeSet::new(), new: String::new() })
    }

    /// The text of the part, if there is one.
    pub(super) fn source(&self) -> Option<&str> {
        self.part.as_ref().map(|(.., tree)| tree.source())
    }

    /// Whether a comment of this program says so already.
    pub(super) fn has(&self, text: &str) -> bool {
        self.own.iter().any(|(_, own, _)| *own == flat(text))
    }

    /// Whether somebody has answered a comment of this program that says so, or marked it as done.
    pub(super) fn is_answered(&self, text: &str) -> bool {
        self.own.iter().any(|(_, own, is_kept)| *is_kept && *own == flat(text))
    }

    /// Lets those of former fillings go that are no longer wanted and that nobody has answered; says which numbers they have.
    pub(super) fn let_go(&mut self, former: &BTreeSet<String>, wanted: &BTreeSet<String>) -> &BTreeSet<String> {
        let others = self.own.iter().map(|(_, text, _)| text.clone());
        let is_former = |text: &String| former.iter().any(|own| flat(own) == *text);
        let kept: BTreeSet<String> = others.filter(|text| !is_former(text)).chain(wanted.iter().cloned()).collect();
        self.keep_only(&kept)
    }

    /// Lets those of this program go that are not among these texts and that nobody has answered; says which numbers they have.
    pub(super) fn keep_only(&mut self, wanted: &BTreeSet<String>) -> &BTreeSet<String> {
        let wanted: BTreeSet<String> = wanted.iter().map(|text| flat(text)).collect();
        let gone = self.own.iter().filter(|(_, text, is_kept)| !is_kept && !wanted.contains(text));
        self.gone = gone.map(|(number, ..)| number.clone()).collect();
        &self.gone
    }

    /// Adds a comment at bytes of a tree's part; they lie between runs.
    pub(super) fn add(&mut self, text: &str, at: Range<usize>, w: &str, stamp: &mut Stamp, edits: &mut Edits) {
        let number = stamp.number();
        let own = self.part.as_ref().map_or("w:", |(_, prefix, _)| prefix);
        let date = stamp.date().map_or(String::new(), |date| format!(" {own}date=\"{date}\""));
        let mut paragraphs = String::new();
        for (nth, line) in text.split('\n').enumerate() {
            let mark = if nth == 0 { format!("<{own}r><{own}annotationRef/></{own}r>") } else { String::new() };
            let line = escaped(line);
            paragraphs +=
                &format!("<{own}p>{mark}<{own}r><{own}t xml:space=\"preserve\">{line}</{own}t></{own}r></{own}p>");
        }
        self.new += &format!(
            "<{own}comment {own}id=\"{number}\" {own}author=\"{AUTHOR}\"{date} {own}initials=\"{AUTHOR}\">{paragraphs}</{own}comment>"
        );
        self.own.push((number.to_string(), flat(text), false));
        edits.insert(at.start, format!("<{w}commentRangeStart {w}id=\"{number}\"/>"));
        edits.insert(
            at.end,
            format!("<{w}commentRangeEnd {w}id=\"{number}\"/><{w}r><{w}commentReference {w}id=\"{number}\"/></{w}r>"),
        );
    }

    /// Puts the comments into the document.
    pub(super) fn write(self, package: &mut Package) -> Result<(), Diagnostic> {
        if self.new.is_empty() && self.gone.is_empty() {
            return Ok(());
        }
        let Some((name, _, tree)) = self.part else {
            let main = package.main().to_owned();
            let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
            let name = match format!("{folder}comments.xml") {
                name if package.has(&name) => package.free_name(&format!("{folder}comments"), "xml"),
                name => name,
            };
            let address = Space::Word.address(package.is_strict());
            package.put(&name, format!("{HEAD}<w:comments xmlns:w=\"{address}\">{}</w:comments>", self.new));
            package.declare(&name, CONTENT_TYPE)?;
            return package.relate(&main, KIND, &name).map(drop);
        };
        let mut edits = Edits::default();
        let root = tree.root();
        for comment in tree.children(root) {
            if tree.attribute(comment, Space::Word, "id").is_some_and(|number| self.gone.contains(&number)) {
                edits.replace(tree.whole(comment), "");
            }
        }
        if tree.is_empty(root) {
            let tag = tree.source()[tree.tag(root)].trim_end_matches("/>").to_owned();
            let end = tag.trim_start_matches('<').split_whitespace().next().unwrap_or_default().to_owned();
            edits.replace(tree.tag(root), format!("{tag}>{}</{end}>", self.new));
        } else {
            edits.insert(tree.inner(root).end, self.new);
        }
        let text = edits.apply(tree.source());
        package.put(&name, text);
        Ok(())
    }
}

/// A comment's text without its divisions, as it is read back.
fn flat(text: &str) -> String {
    text.replace('\n', "")
}

/// The paragraphs of comments that somebody has answered or marked as done.
fn answered(package: &mut Package) -> Result<BTreeSet<String>, Diagnostic> {
    let main = package.main().to_owned();
    let Some(name) = package.related(&main, "commentsExtended")?.filter(|name| package.has(name)) else {
        return Ok(BTreeSet::new());
    };
    let tree = package.tree(&name)?;
    let get = |id: Id, name: &str| tree.local_attribute(id, name);
    let of = |id: Id| {
        let own = get(id, "done").filter(|done| ["1", "true"].contains(&done.as_str())).and_then(|_| get(id, "paraId"));
        [get(id, "paraIdParent"), own]
    };
    Ok(tree.children(tree.root()).flat_map(of).flatten().collect())
}

/// Takes the marks of comments that are gone out of a part.
pub(super) fn take_marks(tree: &Tree, gone: &BTreeSet<String>, edits: &mut Edits) {
    for id in 0..tree.len() {
        let name = tree.word(id);
        if !["commentRangeStart", "commentRangeEnd", "commentReference"].contains(&name)
            || !tree.attribute(id, Space::Word, "id").is_some_and(|number| gone.contains(&number))
        {
            continue;
        }
        // The run that holds nothing else goes with it.
        let alone = tree.parent(id).filter(|run| {
            name == "commentReference" && tree.children(*run).all(|child| child == id || tree.word(child) == "rPr")
        });
        edits.replace(tree.whole(alone.unwrap_or(id)), "");
    }
}

/// Where a comment on an element of the text is to begin and end: around runs of one paragraph. None where Word has no
/// comments, as in headers.
pub(super) fn place(tree: &Tree, id: Id) -> Option<Range<usize>> {
    // A text box has no comments of its own: the run that holds it has.
    let boxed = tree.above(id).filter(|above| tree.word(*above) == "txbxContent").last();
    let id = match boxed {
        Some(content) => tree.above(content).find(|above| tree.word(*above) == "r")?,
        None => id,
    };
    let is_paragraph = |id: &Id| tree.word(*id) == "p";
    if tree.above(id).any(|above| is_paragraph(&above)) {
        return Some(tree.whole(id));
    }
    let inside: Vec<Id> = std::iter::once(id).chain(tree.inside(id)).filter(is_paragraph).collect();
    let first = inside.iter().copied().find(|p| !tree.is_empty(*p))?;
    let last = inside
        .iter()
        .copied()
        .rfind(|p| !tree.is_empty(*p))
        .filter(|p| tree.parent(*p) == tree.parent(first))
        .unwrap_or(first);
    let from = tree.child(first, "pPr").map_or(tree.inner(first).start, |properties| tree.whole(properties).end);
    Some(from..tree.inner(last).end.max(from))
}
