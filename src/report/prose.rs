//! A text that somebody wrote in Markdown, as blocks; numbers are filled in where the text asks for them in braces.
//!
//! What stands in braces is taken out before Markdown is read, so that a sign in it marks nothing, and comes back as it is in code: there
//! braces are braces.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::wording::Message;

/// What stands for a blank while Markdown is read: these around its number. No text has them.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// What of Markdown is known, so that it is refused where it cannot be shown.
const KNOWN: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// A text as it is shown.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Whether it stands in a box of its own.
    pub callout: bool,
    /// The file, as messages call it.
    pub file: String,
    source: String,
    blanks: Vec<Blank>,
}

/// A block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading, from level 1; none is more than one level below that before it.
    Heading(usize, Vec<Run>),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A list: the number of its first item where they are numbered, and the items.
    List(Option<u64>, Vec<Vec<Block>>),
    /// Lines as they stand, as formulas.
    Code(String),
}

/// A part of a paragraph that looks alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Its text; `\n` where a line ends.
    pub text: String,
    /// Whether it is strong.
    pub strong: bool,
    /// Whether it is emphasised.
    pub emphasis: bool,
    /// Whether it is code.
    pub code: bool,
}

/// What a text asks for in braces.
#[derive(Clone, Debug)]
pub struct Blank {
    /// What stands in the braces.
    pub asked: String,
    /// Where.
    pub place: Place,
    range: Range<usize>,
    value: Option<String>,
    /// Whether it stands in code, where braces are braces.
    is_code: bool,
}

impl Prose {
    /// Reads a text.
    ///
    /// # Errors
    /// Everything in it that cannot be shown, each with its line.
    pub fn parse(text: &str, file: &str, callout: bool) -> Result<Self, Diagnostics> {
        let source: String = text.chars().filter(|c| ![OPEN, CLOSE].contains(c)).collect();
        let (marked, mut blanks) = marked(&source, file);
        let mut reader = Reader::new(&marked, file, &source, &blanks);
        let parser = Parser::new_ext(&marked, KNOWN);
        let definitions = parser.reference_definitions().iter().map(|(_, definition)| definition.span.clone());
        let definitions: Vec<Range<usize>> = definitions.collect();
        // Markdown shows nothing of them, and somebody may have meant them as text.
        definitions.iter().for_each(|range| reader.refuse(range, msg!("prose-definition")));
        parser.into_offset_iter().for_each(|(event, range)| reader.take(event, &range));
        reader.flush();
        let Reader { mut open, wrong, in_code, .. } = reader;
        in_code.into_iter().for_each(|at| blanks[at].is_code = true);
        if wrong.has_errors() {
            return Err(wrong);
        }
        let mut blocks = open.pop().map(|open| open.blocks).unwrap_or_default();
        headings_in_order(&mut blocks, &mut Vec::new());
        if blocks.is_empty() {
            return Err(Diagnostic::error(Place::file(file), msg!("prose-blank")).into());
        }
        Ok(Self { blocks, callout, file: file.to_owned(), source, blanks })
    }

    /// What is still to be filled in, each with its position.
    pub fn blanks(&self) -> impl Iterator<Item = (usize, &Blank)> {
        self.blanks.iter().enumerate().filter(|(_, blank)| blank.value.is_none() && !blank.is_code)
    }

    /// Whether numbers stand in it that were asked for.
    pub fn has_numbers(&self) -> bool {
        self.blanks.iter().any(|blank| !blank.is_code)
    }

    /// Fills in what was asked for at a position.
    pub fn fill(&mut self, at: usize, value: &str) {
        let mark = format!("{OPEN}{at}{CLOSE}");
        runs(&mut self.blocks, &mut |run| {
            if run.text.contains(&mark) {
                run.text = run.text.replace(&mark, value);
            }
        });
        if let Some(blank) = self.blanks.get_mut(at) {
            blank.value = Some(value.to_owned());
        }
    }

    /// The Markdown with everything filled in, line by line as it was written.
    pub fn filled(&self) -> String {
        let (mut filled, mut from) = (String::new(), 0);
        for blank in self.blanks.iter().filter(|blank| !blank.is_code) {
            filled.push_str(&self.source[from..blank.range.start]);
            filled.push_str(blank.value.as_deref().unwrap_or_default());
            from = blank.range.end;
        }
        filled + &self.source[from..]
    }

    /// The paragraphs without their looks.
    pub fn plain(&self) -> Vec<String> {
        let mut lines = Vec::new();
        self.blocks.iter().for_each(|block| plain(block, ("", ""), &mut lines));
        lines
    }
}

/// The mark before the item of a list.
pub fn item_mark(first: Option<u64>, at: usize) -> String {
    first.map_or_else(|| "•".to_owned(), |first| format!("{}.", first + at as u64))
}

/// How far a list stands in from what is around it.
const INDENT: &str = "  ";

/// The lines of a block behind an indent; its first has a mark.
fn plain(block: &Block, (indent, mark): (&str, &str), lines: &mut Vec<String>) {
    match block {
        Block::Heading(_, runs) | Block::Paragraph(runs) => {
            let text: String = runs.iter().map(|run| run.text.as_str()).collect();
            lines.push(format!("{indent}{mark}{}", text.replace('\n', &format!("\n{indent}"))));
        }
        Block::Code(text) => lines.push(text.trim_end().to_owned()),
        Block::List(first, items) => {
            for (at, item) in items.iter().enumerate() {
                let mark = item_mark(*first, at) + " ";
                for (nth, block) in item.iter().enumerate() {
                    match (nth, block) {
                        (0, Block::Heading(..) | Block::Paragraph(_)) => plain(block, (indent, &mark), lines),
                        _ => plain(block, (&format!("{indent}{INDENT}"), ""), lines),
                    }
                }
            }
        }
    }
}

/// Gives headings the levels that they have among those above them: somebody may begin at `##` and skip `####`.
fn headings_in_order(blocks: &mut [Block], above: &mut Vec<usize>) {
    for block in blocks {
        match block {
            Block::Heading(level, _) => {
                above.retain(|own| *own < *level);
                above.push(*level);
                *level = above.len();
            }
            Block::List(_, items) => items.iter_mut().for_each(|item| headings_in_order(item, above)),
            Block::Paragraph(_) | Block::Code(_) => {}
        }
    }
}

fn runs(blocks: &mut [Block], change: &mut dyn FnMut(&mut Run)) {
    for block in blocks {
        match block {
            Block::Heading(_, own) | Block::Paragraph(own) => own.iter_mut().for_each(&mut *change),
            Block::List(_, items) => items.iter_mut().for_each(|item| runs(item, change)),
            Block::Code(_) => {}
        }
    }
}

/// The text with a mark for everything in braces, and what stood there. Braces close on their line.
fn marked(source: &str, file: &str) -> (String, Vec<Blank>) {
    let (mut marked, mut blanks, mut start) = (String::new(), Vec::new(), 0);
    for (line, text) in source.split_inclusive('\n').enumerate() {
        let (mut rest, mut at) = (text, start);
        while let Some((before, after)) = rest.split_once('{') {
            let Some((asked, behind)) = after.split_once('}').filter(|(asked, _)| !asked.contains('\n')) else { break };
            let from = at + before.len();
            let range = from..from + asked.len() + 2;
            marked.push_str(&format!("{before}{OPEN}{}{CLOSE}", blanks.len()));
            at = range.end;
            blanks.push(Blank {
                asked: asked.trim().to_owned(),
                place: Place::line(file, line + 1),
                range,
                value: None,
                is_code: false,
            });
            rest = behind;
        }
        marked.push_str(rest);
        start += text.len();
    }
    (marked, blanks)
}

/// Blocks that are being read, and a list's items before them.
#[derive(Default)]
struct Open {
    blocks: Vec<Block>,
    list: Option<(Option<u64>, Vec<Vec<Block>>)>,
}

struct Reader<'m> {
    marked: &'m str,
    file: &'m str,
    source: &'m str,
    blanks: &'m [Blank],
    open: Vec<Open>,
    runs: Vec<Run>,
    strong: usize,
    emphasis: usize,
    code: Option<String>,
    /// Within what is refused nothing more is told.
    refused: usize,
    in_code: Vec<usize>,
    wrong: Diagnostics,
}

impl<'m> Reader<'m> {
    fn new(marked: &'m str, file: &'m str, source: &'m str, blanks: &'m [Blank]) -> Self {
        Self {
            marked,
            file,
            source,
            blanks,
            open: vec![Open::default()],
            runs: Vec::new(),
            strong: 0,
            emphasis: 0,
            code: None,
            refused: 0,
            in_code: Vec::new(),
            wrong: Diagnostics::new(),
        }
    }

    fn take(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.begin(tag, range),
            Event::End(end) => self.end(end),
            Event::Text(text) => match self.code.take() {
                Some(code) => self.code = Some(code + &self.as_written(&text)),
                None => {
                    if text.contains('{') && self.refused == 0 {
                        self.tell(range, msg!("placeholder-not-closed"));
                    }
                    self.push(&text, false);
                }
            },
            Event::Code(text) => {
                let text = self.as_written(&text);
                self.push(&text, true);
            }
            Event::SoftBreak => self.push(" ", false),
            Event::HardBreak => self.push("\n", false),
            Event::InlineHtml(_) => self.refuse(range, msg!("prose-html")),
            Event::Rule | Event::TaskListMarker(_) => self.refuse(range, msg!("prose-other")),
            Event::FootnoteReference(_) => self.refuse(range, msg!("prose-footnote")),
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let refused = match tag {
            Tag::Paragraph | Tag::Heading { .. } => return,
            Tag::Strong => return self.strong += 1,
            Tag::Emphasis => return self.emphasis += 1,
            Tag::CodeBlock(_) => {
                self.flush();
                return self.code = Some(String::new());
            }
            Tag::List(first) => {
                self.flush();
                return self.open.push(Open { blocks: Vec::new(), list: Some((first, Vec::new())) });
            }
            Tag::Item => return self.open.push(Open::default()),
            Tag::HtmlBlock => msg!("prose-html"),
            Tag::Image { .. } => msg!("prose-image"),
            Tag::Table(_) => msg!("prose-table"),
            Tag::Link { .. } => msg!("prose-link"),
            Tag::FootnoteDefinition(_) => msg!("prose-footnote"),
            Tag::TableHead | Tag::TableRow | Tag::TableCell => return,
            _ => msg!("prose-other"),
        };
        self.refuse(range, refused);
        self.refused += 1;
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Paragraph => self.flush(),
            TagEnd::Heading(level) => {
                let runs = std::mem::take(&mut self.runs);
                self.add(Block::Heading(level as usize, runs));
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.add(Block::Code(code));
            }
            TagEnd::Item => {
                self.flush();
                let item = self.open.pop().map(|open| open.blocks).unwrap_or_default();
                if let Some((_, items)) = self.open.last_mut().and_then(|open| open.list.as_mut()) {
                    items.push(item);
                }
            }
            TagEnd::List(_) => {
                if let Some((first, items)) = self.open.pop().and_then(|open| open.list) {
                    self.add(Block::List(first, items));
                }
            }
            TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell => {}
            _ => self.refused = self.refused.saturating_sub(1),
        }
    }

    fn add(&mut self, block: Block) {
        if let Some(open) = self.open.last_mut() {
            open.blocks.push(block);
        }
    }

    /// Ends a paragraph; the items of a short list have none of their own.
    fn flush(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if runs.iter().any(|run| !run.text.trim().is_empty()) {
            self.add(Block::Paragraph(runs));
        }
    }

    fn push(&mut self, text: &str, code: bool) {
        let text = crate::signs::harmless(text);
        let look = Run { text: String::new(), strong: self.strong > 0, emphasis: self.emphasis > 0, code };
        match self.runs.last_mut() {
            Some(last) if Run { text: String::new(), ..last.clone() } == look => last.text.push_str(&text),
            _ => self.runs.push(Run { text: text.into_owned(), ..look }),
        }
    }

    /// What stands in code, with its braces as they are.
    fn as_written(&mut self, text: &str) -> String {
        let mut written = crate::signs::harmless(text).into_owned();
        for (at, blank) in self.blanks.iter().enumerate() {
            let mark = format!("{OPEN}{at}{CLOSE}");
            if written.contains(&mark) {
                written = written.replace(&mark, &self.source[blank.range.clone()]);
                self.in_code.push(at);
            }
        }
        written
    }

    fn refuse(&mut self, range: &Range<usize>, message: Message) {
        if self.refused == 0 {
            self.tell(range, message);
        }
    }

    fn tell(&mut self, range: &Range<usize>, message: Message) {
        let line = self.marked[..range.start].matches('\n').count() + 1;
        self.wrong.push(Diagnostic::error(Place::line(self.file, line), message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_blocks_and_is_filled_in() {
        let text = "# A\n\nEtt **{interventions:a}** *av* `{x}`\noch {= areas | %}.\n\n1. en\n2. två\n   - tre\n\n```\nΣ {i} x\n```\n";
        let mut prose = Prose::parse(text, "t.md", false).unwrap_or_else(|wrong| panic!("{wrong:?}"));
        let asked: Vec<(usize, String)> = prose.blanks().map(|(at, blank)| (at, blank.asked.clone())).collect();
        assert_eq!(asked, [(0, "interventions:a".to_owned()), (2, "= areas | %".to_owned())]);
        prose.fill(0, "1 200");
        prose.fill(2, "7 %");
        let expected = ["A", "Ett 1 200 av {x} och 7 %.", "1. en", "2. två", "  • tre", "Σ {i} x"];
        assert_eq!(prose.plain(), expected);
        assert_eq!(prose.filled(), text.replace("{interventions:a}", "1 200").replace("{= areas | %}", "7 %"));
        assert_eq!(prose.blanks().count(), 0);
    }

    #[test]
    fn headings_skip_no_level() {
        let text = "### A\n\n##### B\n\n- ###### C\n\n## D\n\n### E\n";
        let prose = Prose::parse(text, "t.md", false).unwrap_or_else(|wrong| panic!("{wrong:?}"));
        fn levels(blocks: &[Block]) -> Vec<usize> {
            let of = |block: &Block| match block {
                Block::Heading(level, _) => vec![*level],
                Block::List(_, items) => items.iter().flat_map(|item| levels(item)).collect(),
                Block::Paragraph(_) | Block::Code(_) => Vec::new(),
            };
            blocks.iter().flat_map(of).collect()
        }
        assert_eq!(levels(&prose.blocks), [1, 2, 3, 1, 2]);
    }

    #[test]
    fn what_cannot_be_shown_is_told_with_its_line() {
        let text = "Text <b>fet</b>\n\n<div>\n\n![b](b.png)\n\n| a |\n|---|\n| 1 |\n\n{öppen\n\n> citat\n\n[l](x)\n";
        let wrong = Prose::parse(text, "t.md", false).err().unwrap_or_else(|| panic!("an error"));
        let mut lines: Vec<String> = wrong.sorted().iter().map(|own| own.place.to_string()).collect();
        lines.dedup();
        assert_eq!(lines, [1, 3, 5, 7, 11, 13, 15].map(|line| format!("t.md, line {line}")));
    }

    #[test]
    fn nothing_of_a_text_is_lost() {
        // A definition, and one whose name nobody uses; struck out; to do.
        let text = "[Obs]: Siffrorna\n\n[1]: http://x.se\n\n~~bort~~\n\n- [ ] kvar\n";
        let wrong = Prose::parse(text, "t.md", false).err().unwrap_or_else(|| panic!("an error"));
        let lines: Vec<String> = wrong.sorted().iter().map(|own| own.place.to_string()).collect();
        assert_eq!(lines, [1, 3, 5, 7].map(|line| format!("t.md, line {line}")));
        let prose = Prose::parse("\\[Obs]: rad ett\\\nrad två  \n*rad tre*\n", "t.md", false);
        let prose = prose.unwrap_or_else(|wrong| panic!("{wrong:?}"));
        assert_eq!(prose.plain(), ["[Obs]: rad ett\nrad två\nrad tre"]);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in "[ -~åäö\\n{}#*`<>|]{0,80}") {
            let _ = Prose::parse(&text, "t.md", false);
        }
    }
}
