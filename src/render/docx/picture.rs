//! Pictures: the PNG of a figure, of which Word shows the chart alone. Title, note and source are text in the document, so
//! that part of the picture is cropped away; an editor who wants the whole figure resets the crop.

use super::emus;
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

/// A picture in the document.
pub(super) struct Placed<'a> {
    /// 1, 2, …: names its part and its relation.
    number: usize,
    item: &'a Item,
    /// The PNG's bytes.
    pub(super) png: &'a [u8],
    /// Shown width and height, in millimetres.
    size: (f64, f64),
    /// What is cropped away above and below, in thousandths of a percent of the height.
    crop: (i64, i64),
}

impl<'a> Placed<'a> {
    pub(super) fn new(number: usize, item: &'a Item, picture: &'a Picture) -> Self {
        let Picture { png, window } = picture;
        let shown = window.bottom - window.top;
        let scale = (TALLEST / shown).min(1.0);
        let share = |part: f64| (part / window.height * 100_000.0).round() as i64;
        Self {
            number,
            item,
            png,
            size: (window.width * scale, shown * scale),
            crop: (share(window.top), share(window.height - window.bottom)),
        }
    }

    /// The name of its part, below `word/`.
    pub(super) fn part(&self) -> String {
        format!("media/{}.png", self.item.id)
    }

    /// The id of its relation.
    pub(super) fn relation(&self) -> String {
        format!("picture{}", self.number)
    }

    /// Writes it as part of a paragraph.
    pub(super) fn write(&self, x: &mut Xml) {
        let (width, height) = (emus(self.size.0), emus(self.size.1));
        let name = self.item.name();
        x.element("w:r", &[], |x| {
            x.element("w:drawing", &[], |x| {
                x.element("wp:inline", &[("distT", &0), ("distB", &0), ("distL", &0), ("distR", &0)], |x| {
                    x.leaf("wp:extent", &[("cx", &width), ("cy", &height)]);
                    x.leaf(
                        "wp:docPr",
                        &[("id", &self.number), ("name", &name), ("descr", &self.item.alternative.trim())],
                    );
                    x.raw("<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>");
                    x.element("a:graphic", &[], |x| {
                        x.element("a:graphicData", &[("uri", &super::PICTURE)], |x| {
                            x.element("pic:pic", &[], |x| {
                                x.element("pic:nvPicPr", &[], |x| {
                                    x.leaf(
                                        "pic:cNvPr",
                                        &[("id", &self.number), ("name", &format!("{}.png", self.item.id))],
                                    );
                                    x.leaf("pic:cNvPicPr", &[]);
                                });
                                x.element("pic:blipFill", &[], |x| {
                                    x.leaf("a:blip", &[("r:embed", &self.relation())]);
                                    x.leaf("a:srcRect", &[("t", &self.crop.0), ("b", &self.crop.1)]);
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
                        })
                    });
                });
            })
        });
    }
}
