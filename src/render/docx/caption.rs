//! A caption by itself, for an item that is put into a document of somebody's own.

use super::number::Counters;
use super::setting::Setting;
use super::styles::id;
use super::xml::Xml;
use crate::report::Item;

/// The caption of an item as a paragraph in the document's style of captions, its number a field that counts. The prefix `w` must be bound.
pub fn caption(item: &Item, setting: &Setting) -> String {
    let mut x = Xml::default();
    super::field::paragraph(&mut x, setting.styles.of(id::CAPTION), |x| {
        if Counters::default().alone(x, item) {
            super::field::run(x, ". ");
        }
        super::field::run(x, item.headline.as_ref().map_or(&item.title, |headline| &headline.text));
    });
    x.into_text()
}
