//! Pictures: the PNG of a figure, of which Word shows the chart alone. Title, note and source are text in the document, so
//! that part of the picture is cropped away; an editor who wants the whole figure resets the crop.

use super::page::emus;
use super::setting::Setting;
use super::short::short;
use super::styles::id;
use super::xml::Xml;
use crate::render::figure::Window;
use crate::report::Item;

/// A figure's picture, and where in it the chart is.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The PNG's bytes.
    pub png: Vec<u8>,
    /// The part that the document shows.
    pub window: Window,
}

/// A picture taller than this, in millimetres, is made smaller, so that its caption and note keep to its page.
const TALLEST: f64 = 200.0;

/// What a picture is called within its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The number of its drawing, which no other has.
    pub drawing: u64,
    /// The id of its relation.
    pub relation: String,
    /// The name of its part, from the folder of the main one.
    pub part: String,
}

/// The paragraph of a picture. Its alternative text is as long as Word's readers have it read out.
pub(super) fn write(x: &mut Xml, item: &Item, picture: &Picture, named: &Named, setting: &Setting) {
    let Window { width, height, top, bottom } = picture.window;
    let scale = (TALLEST / (bottom - top)).min(setting.column / width).min(1.0);
    let size = [emus(width * scale), emus((bottom - top) * scale)];
    let share = |part: f64| (part / height * 100_000.0).round() as i64;
    let crop = [share(top), share(height - bottom)];
    super::field::paragraph(x, setting.styles.of(id::FIGURE), |x| {
        x.element("w:r", &[], |x| x.element("w:drawing", &[], |x| inline(x, item, named, setting, (size, crop))));
    });
}

/// A drawing that stands in its line; it names its own vocabularies, since not every document does.
fn inline(x: &mut Xml, item: &Item, named: &Named, setting: &Setting, ([width, height], crop): ([i64; 2], [i64; 2])) {
    let dialect = setting.dialect;
    let of_drawing = [("xmlns:wp", dialect.placed()), ("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
    let of_drawing: Vec<super::xml::Attribute<'_>> =
        of_drawing.iter().map(|(name, value)| (*name, value as _)).collect();
    x.element("wp:inline", &of_drawing, |x| {
        x.leaf("wp:extent", &[("cx", &width), ("cy", &height)]);
        let alternative = short(&item.alternative);
        x.leaf("wp:docPr", &[("id", &named.drawing), ("name", &item.name()), ("descr", &alternative)]);
        x.element("wp:cNvGraphicFramePr", &[], |x| {
            x.leaf("a:graphicFrameLocks", &[("xmlns:a", &dialect.drawing()), ("noChangeAspect", &1)]);
        });
        x.element("a:graphic", &[("xmlns:a", &dialect.drawing())], |x| {
            x.element("a:graphicData", &[("uri", &dialect.picture())], |x| {
                x.element("pic:pic", &[("xmlns:pic", &dialect.picture())], |x| {
                    x.element("pic:nvPicPr", &[], |x| {
                        x.leaf("pic:cNvPr", &[("id", &named.drawing), ("name", &format!("{}.png", item.id))]);
                        x.leaf("pic:cNvPicPr", &[]);
                    });
                    x.element("pic:blipFill", &[], |x| {
                        x.leaf("a:blip", &[("xmlns:r", &dialect.relations()), ("r:embed", &named.relation)]);
                        x.leaf("a:srcRect", &[("t", &crop[0]), ("b", &crop[1])]);
                        x.raw("<a:stretch><a:fillRect/></a:stretch>");
                    });
                    x.element("pic:spPr", &[], |x| {
                        x.element("a:xfrm", &[], |x| {
                            x.leaf("a:off", &[("x", &0), ("y", &0)]);
                            x.leaf("a:ext", &[("cx", &width), ("cy", &height)]);
                        });
                        x.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
                    });
                });
            });
        });
    });
}
