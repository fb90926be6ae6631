//! Reads Markdown into blocks, and refuses what cannot be shown.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Asking, Block, Run, mark};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::wording::Message;

/// Blocks that are being read, and a list's items before them.
#[derive(Default)]
struct Open {
    blocks: Vec<Block>,
    list: Option<(Option<u64>, Vec<Vec<Block>>)>,
}

pub(super) struct Reader<'m> {
    marked: &'m str,
    file: &'m str,
    source: &'m Asking,
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
    pub(super) fn new(marked: &'m str, file: &'m str, source: &'m Asking) -> Self {
        Self {
            marked,
            file,
            source,
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

    /// The blocks, what cannot be shown, and which blanks stand in code.
    pub(super) fn finish(mut self) -> (Vec<Block>, Diagnostics, Vec<usize>) {
        self.flush();
        (self.open.pop().map(|open| open.blocks).unwrap_or_default(), self.wrong, self.in_code)
    }

    pub(super) fn take(&mut self, event: Event<'_>, range: &Range<usize>) {
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
        for at in 0..self.source.len() {
            let mark = mark(at);
            if written.contains(&mark) {
                written = written.replace(&mark, self.source.written(at));
                self.in_code.push(at);
            }
        }
        written
    }

    pub(super) fn refuse(&mut self, range: &Range<usize>, message: Message) {
        if self.refused == 0 {
            self.tell(range, message);
        }
    }

    fn tell(&mut self, range: &Range<usize>, message: Message) {
        let line = self.marked[..range.start].matches('\n').count() + 1;
        self.wrong.push(Diagnostic::error(Place::line(self.file, line), message));
    }
}
