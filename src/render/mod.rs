//! Items as bytes, one file per format. Pure: nothing is read, there is no clock and no setting.

mod attained;
mod axis;
mod bars;
mod base64;
mod block;
mod bubble;
mod canvas;
mod change;
#[cfg(test)]
mod colour_vision;
mod columns;
mod csv;
mod dark;
pub mod docx;
mod drawing;
mod dumbbell;
mod figure;
mod flow;
mod font;
mod hatch;
mod heat;
mod html;
mod labels;
mod likert;
mod overview;
mod palette;
mod panels;
mod paper;
mod parquet;
mod picture;
mod places;
mod plane;
mod png;
mod reliability;
mod rows;
mod scale;
mod series;
mod slope;
mod spread;
mod stacked;
mod style;
mod svg;
mod xlsx;

pub use bubble::{BubbleLayout, Joint, Look, Placed, Size, layout as bubble_layout};
pub use canvas::Rect;
pub use csv::{CsvReader, csv, csv_for, plain_csv};
pub use docx::{Picture, appendices, docx};
pub use figure::{Figure, Figures, Window, svg};
pub use html::html;
pub use labels::Label;
pub use parquet::{ParquetWriter, batch};
pub use png::Rasteriser;
pub use reliability::{ReliabilityPoint, reliability_svg};
pub use xlsx::{codebook::codebook as codebook_xlsx, fill_in::fill_in, xlsx};

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
    /// The whole report as a page.
    Html,
    /// All tables and figures' data as a workbook.
    Xlsx,
    /// The whole report for word processors.
    Docx,
    /// Interventions and codings for statistics programs.
    Parquet,
}

impl Format {
    /// The words of settings.
    pub const WORDS: [(&'static str, Self); 8] = [
        ("svg", Self::Svg),
        ("png", Self::Png),
        ("csv", Self::Csv),
        ("txt", Self::Txt),
        ("html", Self::Html),
        ("xlsx", Self::Xlsx),
        ("docx", Self::Docx),
        ("parquet", Self::Parquet),
    ];

    /// The word of settings.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, format)| *format == self).map_or("", |(word, _)| word)
    }
}
