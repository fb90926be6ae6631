//! Line breaking for labels: lines of about the same length, measured by their ink bounds.

use super::canvas::Rect;
use super::font;
use super::style::{LEADING, POINT};

/// A text in lines, with the space that its ink takes.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub lines: Vec<String>,
    /// Whether a line ends in a word that belongs to the next.
    pub parted: bool,
    widths: Vec<f64>,
    /// From the first line's baseline upwards.
    up: f64,
    /// From the last line's baseline downwards.
    down: f64,
    /// Between baselines.
    step: f64,
}

/// Words that belong to what follows them.
const LEADING_WORDS: [&str; 18] = [
    "och", "eller", "av", "i", "på", "för", "med", "till", "and", "or", "of", "in", "on", "for", "with", "to", "the",
    "a",
];

impl Block {
    /// Lines of a size, in points.
    pub(super) fn new(lines: Vec<String>, size: f64, bold: bool) -> Self {
        let widths = lines.iter().map(|line| font::width(line, size, bold)).collect();
        let up = lines.first().map_or(0.0, |line| font::reach(line, size, bold).0);
        let down = lines.last().map_or(0.0, |line| font::reach(line, size, bold).1);
        let parted = lines
            .iter()
            .rev()
            .skip(1)
            .any(|line| line.split(' ').next_back().is_some_and(|word| LEADING_WORDS.contains(&word)));
        Self { lines, parted, widths, up, down, step: LEADING * size * POINT }
    }

    /// A text in one line, in two and so on, each as narrow as it gets; fewer where it has too few words. Lines that keep
    /// together what belongs together come before narrower ones that do not.
    pub(super) fn wrappings(text: &str, (size, bold): (f64, bool), most_lines: usize) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for count in 1..=most_lines {
            let whole = font::in_lines(text, size, bold, count, |word| !LEADING_WORDS.contains(&word));
            let parted = font::in_lines(text, size, bold, count, |_| true);
            for lines in [whole, parted].into_iter().flatten() {
                if all.iter().all(|earlier| earlier.lines != lines) {
                    all.push(Self::new(lines, size, bold));
                }
            }
        }
        all
    }

    pub(super) fn width(&self) -> f64 {
        self.widths.iter().copied().fold(0.0, f64::max)
    }

    pub(super) fn height(&self) -> f64 {
        self.up + self.step * self.lines.len().saturating_sub(1) as f64 + self.down
    }

    /// The baselines of the lines, where the block begins at `top`.
    pub(super) fn baselines(&self, top: f64) -> impl Iterator<Item = f64> {
        let (first, step) = (top + self.up, self.step);
        (0..self.lines.len()).map(move |line| first + step * line as f64)
    }

    /// The space of every line, centred in the block's.
    pub(super) fn rows(&self, rect: &Rect) -> impl Iterator<Item = Rect> {
        let (middle, last) = (f64::midpoint(rect.left, rect.right), self.lines.len().saturating_sub(1));
        self.baselines(rect.top).zip(&self.widths).enumerate().map(move |(line, (baseline, width))| Rect {
            left: middle - width / 2.0,
            // Lines between the first and the last are as high as the one and hang as low as the other.
            top: baseline - self.up,
            right: middle + width / 2.0,
            bottom: if line == last { rect.bottom } else { baseline + self.down },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_about_as_long_and_keep_what_belongs_together() {
        let wrapped = Block::wrappings("Implementering och utveckling av nya arbetssätt och metoder", (8.0, false), 4);
        let whole: Vec<_> = wrapped.iter().filter(|b| !b.parted).map(|block| block.lines.join("|")).collect();
        assert_eq!(whole[1], "Implementering och utveckling|av nya arbetssätt och metoder");
        assert_eq!(whole[3], "Implementering|och utveckling|av nya arbetssätt|och metoder");
        assert_eq!(Block::wrappings("Samverkan", (8.0, false), 3).len(), 1);
    }

    #[test]
    fn the_space_is_that_of_the_ink() {
        let block = Block::new(vec!["Öga".to_owned(), "me".to_owned()], 8.0, false);
        let (up, _) = font::reach("Ö", 8.0, false);
        let (_, down) = font::reach("me", 8.0, false);
        assert!((block.height() - (up + LEADING * 8.0 * POINT + down)).abs() < 1e-9);
    }
}
