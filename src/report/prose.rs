//! A text that somebody wrote in Markdown, as blocks; numbers are filled in where the text asks for them in braces.
//!
//! What stands in braces is taken out before Markdown is read, so that a sign in it marks nothing, and comes back as it is in code: there
//! braces are braces.

mod reader;

use std::ops::Range;

use pulldown_cmark::{Options, Parser};

use reader::Reader;

use super::blank::{Asking, Blank};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;

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
    /// The Markdown.
    source: Asking,
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

impl Prose {
    /// Reads a text.
    ///
    /// # Errors
    /// Everything in it that cannot be shown, each with its line.
    pub fn parse(text: &str, file: &str, callout: bool) -> Result<Self, Diagnostics> {
        let source = text.chars().filter(|c| ![OPEN, CLOSE].contains(c)).collect();
        let mut source = Asking::new(source, |line| Place::line(file, line));
        let marked = source.marked(mark);
        let mut reader = Reader::new(&marked, file, &source);
        let parser = Parser::new_ext(&marked, KNOWN);
        let definitions = parser.reference_definitions().iter().map(|(_, definition)| definition.span.clone());
        let definitions: Vec<Range<usize>> = definitions.collect();
        // Markdown shows nothing of them, and somebody may have meant them as text.
        definitions.iter().for_each(|range| reader.refuse(range, msg!("prose-definition")));
        parser.into_offset_iter().for_each(|(event, range)| reader.take(event, &range));
        let (mut blocks, wrong, in_code) = reader.finish();
        in_code.into_iter().for_each(|at| source.put_in_code(at));
        if wrong.has_errors() {
            return Err(wrong);
        }
        headings_in_order(&mut blocks, &mut Vec::new());
        if blocks.is_empty() {
            return Err(Diagnostic::error(Place::file(file), msg!("prose-blank")).into());
        }
        Ok(Self { blocks, callout, file: file.to_owned(), source })
    }

    /// What is still to be filled in, each with its position.
    pub fn blanks(&self) -> impl Iterator<Item = (usize, &Blank)> {
        self.source.blanks()
    }

    /// Whether numbers stand in it that were asked for.
    pub fn has_numbers(&self) -> bool {
        self.source.has_blanks()
    }

    /// Fills in what was asked for at a position.
    pub fn fill(&mut self, at: usize, value: &str) {
        let mark = mark(at);
        runs(&mut self.blocks, &mut |run| {
            if run.text.contains(&mark) {
                run.text = run.text.replace(&mark, value);
            }
        });
        self.source.fill(at, value);
    }

    /// The Markdown with everything filled in, line by line as it was written.
    pub fn filled(&self) -> String {
        self.source.filled().0
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

/// What stands for a blank while Markdown is read.
fn mark(at: usize) -> String {
    format!("{OPEN}{at}{CLOSE}")
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
