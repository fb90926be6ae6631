//! What the style of a page says of the colours in its drawings: other ones on dark paper, and the reader's own with patterns where
//! colours are forced.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use plotters::style::RGBColor;

use crate::render::Figures;
use crate::render::dark::dark;
use crate::render::style::{INK, PAPER, PATTERNS};

/// The patterns that stand for colours where these are forced; they lie in user units, millimetres.
pub(super) const PATTERNS_OF_PAGE: &str = include_str!("style/patterns.svg");
/// Where the rules stand.
const RULES: &str = include_str!("style/looks.css");

/// Rules for every colour in the drawings of a page.
pub(super) fn rules(figures: &Figures) -> String {
    let drawings: Vec<&str> = figures.values().flat_map(crate::render::Figure::drawings).collect();
    let mut of_dark = String::new();
    let mut of_forced = String::new();
    for property in ["fill", "stroke"] {
        let mut colours: BTreeSet<String> = drawings.iter().flat_map(|drawing| colours(drawing, property)).collect();
        colours.extend([INK, PAPER].map(hex));
        for colour in &colours {
            let Some(own) = parsed(colour) else { continue };
            let _ = writeln!(of_dark, ".chart [{property}=\"{colour}\"]{{{property}:{}}}", hex(dark(own)));
            if property == "fill" {
                let _ = write!(of_forced, "{}", forced(own, colour));
            }
        }
    }
    RULES.replace("/* dark */", of_dark.trim_end()).replace("/* forced */", of_forced.trim_end())
}

/// What stands for the colour of a mark. What is written on a plain one is of the ground's colour.
fn forced(own: RGBColor, colour: &str) -> String {
    let Some((_, pattern)) = PATTERNS.iter().find(|(mark, _)| *mark == own) else { return String::new() };
    let mark = format!(".chart svg [fill=\"{colour}\"]:not(text)");
    match pattern {
        Some(at) => format!("{mark}{{fill:url(\"#page:p{at}\")}}\n"),
        None => format!(
            "{mark}{{fill:CanvasText}}\n{mark}~text:is([fill=\"#ffffff\"],[fill=\"#000000\"]){{fill:Canvas;stroke:none}}\n"
        ),
    }
}

/// The colours of a drawing that stand in an attribute.
fn colours<'d>(drawing: &'d str, attribute: &str) -> impl Iterator<Item = String> + use<'d> {
    let begin = format!(" {attribute}=\"#");
    let found: Vec<usize> = drawing.match_indices(&begin).map(|(at, begin)| at + begin.len()).collect();
    found.into_iter().filter_map(|at| Some(format!("#{}", drawing.get(at..at + 6)?)))
}

fn parsed(colour: &str) -> Option<RGBColor> {
    let part = |at: usize| u8::from_str_radix(colour.get(at..at + 2)?, 16).ok();
    Some(RGBColor(part(1)?, part(3)?, part(5)?))
}

fn hex(RGBColor(r, g, b): RGBColor) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}
