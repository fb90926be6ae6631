//! Items as bytes, one file per format. Pure: nothing is read, there is no clock and no setting.

mod axis;
mod bars;
mod bubble;
mod canvas;
mod csv;
mod figure;
mod font;
mod labels;
mod likert;
mod parquet;
mod png;
mod reliability;
mod style;
mod svg;
mod xlsx;

pub use bubble::{BubbleLayout, Placed, layout as bubble_layout};
pub use canvas::Rect;
pub use csv::csv;
pub use figure::svg;
pub use labels::Label;
pub use parquet::parquet;
pub use png::Rasteriser;
pub use reliability::{ReliabilityPoint, reliability_svg};
pub use xlsx::xlsx;

/// A format of output files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Figures as vector drawings.
    Svg,
    /// Figures as pictures.
    Png,
    /// Figures' data and tables as text.
    Csv,
    /// Text alternatives.
    Txt,
    /// All tables as a workbook.
    Xlsx,
    /// Interventions and codings for statistics programs.
    Parquet,
}

impl Format {
    /// The words of settings.
    pub const WORDS: [(&'static str, Self); 6] = [
        ("svg", Self::Svg),
        ("png", Self::Png),
        ("csv", Self::Csv),
        ("txt", Self::Txt),
        ("xlsx", Self::Xlsx),
        ("parquet", Self::Parquet),
    ];

    /// The word of settings.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, format)| *format == self).map_or("", |(word, _)| word)
    }
}
