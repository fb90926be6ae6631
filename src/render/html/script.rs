//! The page's script: one script, in files by what they are about. They share one scope, so that nothing of the page is seen
//! outside it, and run in this order.
//!
//! It makes the static report interactive. Whatever it shows stands in the page already: the numbers in the tables, the
//! interventions in the embedded data. Text is set as text, never as markup.
//!
//! The page hears what happens to its figures and tables as a whole, so that it answers as soon as the script has run. What a
//! single figure or table needs besides, it gets when the reader comes near or does something with it, and otherwise while
//! nothing else is to be done.

/// The script as it stands in the page.
pub(super) const SCRIPT: &str = concat!(
    "(() => {\n",
    include_str!("script/basics.js"),
    include_str!("script/address.js"),
    include_str!("script/sort.js"),
    include_str!("script/downloads.js"),
    include_str!("script/citation.js"),
    include_str!("script/forms.js"),
    include_str!("script/marks.js"),
    include_str!("script/tip.js"),
    include_str!("script/behind.js"),
    include_str!("script/filters.js"),
    include_str!("script/front.js"),
    include_str!("script/search.js"),
    include_str!("script/place.js"),
    include_str!("script/waking.js"),
    include_str!("script/begin.js"),
    "})();\n"
);
