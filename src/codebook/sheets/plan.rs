//! Which sheets a codebook's workbook has, with which columns.

use super::words::{CONDITIONS, SCOPES, SETTINGS, UNITS, Word, YES_NO, is_called};
use crate::msg;
use crate::wording::{Message, Say};

/// What a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// Codes, a row each.
    Codes,
    /// Rules, a row for each group of patterns.
    Rules,
    /// The code systems.
    Systems,
    /// The domains.
    Domains,
    /// What keeps evidence from counting.
    Guards,
    /// Everything else.
    Settings,
}

/// A column of a sheet.
pub struct Column {
    /// Its heading.
    pub heading: Say,
    /// Its width, in characters.
    pub width: f64,
    /// What its cells hold.
    pub holds: Holds,
}

/// What the cells of a column hold.
#[derive(Clone, Copy)]
pub enum Holds {
    /// Any text.
    Text,
    /// A number.
    Number,
    /// One of these words.
    Word(&'static [Word]),
}

const fn text(heading: Say, width: f64) -> Column {
    Column { heading, width, holds: Holds::Text }
}

const fn number(heading: Say) -> Column {
    Column { heading, width: 10.0, holds: Holds::Number }
}

const fn word(heading: Say, width: f64, words: &'static [Word]) -> Column {
    Column { heading, width, holds: Holds::Word(words) }
}

/// Columns of [`SheetKind::Codes`] by place.
pub(super) mod codes {
    pub(in super::super) const SYSTEM: usize = 0;
    pub(in super::super) const ID: usize = 1;
    pub(in super::super) const PARENT: usize = 2;
    pub(in super::super) const LABEL: usize = 3;
    pub(in super::super) const DEFINITION: usize = 5;
}

/// Columns of [`SheetKind::Rules`] by place.
pub(super) mod rules {
    pub(in super::super) const CODE: usize = 0;
    pub(in super::super) const NUMBER: usize = 1;
    pub(in super::super) const CONDITION: usize = 2;
    pub(in super::super) const PATTERNS: usize = 3;
    pub(in super::super) const WITH: usize = 4;
    pub(in super::super) const WITHIN: usize = 5;
    pub(in super::super) const DOMAINS: usize = 6;
    pub(in super::super) const SCOPE: usize = 7;
    pub(in super::super) const WEIGHT: usize = 8;
}

/// Columns of [`SheetKind::Systems`] by place.
pub(super) mod systems {
    pub(in super::super) const ID: usize = 0;
    pub(in super::super) const LABEL: usize = 1;
}

/// Columns of [`SheetKind::Domains`] by place.
pub(super) mod domains {
    pub(in super::super) const ID: usize = 0;
    pub(in super::super) const LABEL: usize = 1;
    pub(in super::super) const PLURAL: usize = 3;
    pub(in super::super) const SYSTEM: usize = 5;
    pub(in super::super) const UNIT: usize = 6;
    pub(in super::super) const TEXTS: usize = 7;
    pub(in super::super) const OPTIONAL: usize = 8;
    pub(in super::super) const ATTAINS: usize = 9;
    pub(in super::super) const RESULT_OF: usize = 10;
}

/// Columns of [`SheetKind::Guards`] by place.
pub(super) mod guards {
    pub(in super::super) const DOMAIN: usize = 0;
    pub(in super::super) const NAME: usize = 1;
    pub(in super::super) const ANY: usize = 2;
    pub(in super::super) const NONE: usize = 3;
    pub(in super::super) const SCOPE: usize = 4;
}

/// Columns of [`SheetKind::Settings`] by place.
pub(super) mod settings {
    pub(in super::super) const SETTING: usize = 0;
    pub(in super::super) const DOMAIN: usize = 1;
    pub(in super::super) const VALUE: usize = 2;
}

const CODES: &[Column] = &[
    text(|| msg!("book-column-system"), 16.0),
    text(|| msg!("book-column-code"), 10.0),
    text(|| msg!("book-column-parent"), 12.0),
    text(|| msg!("book-column-label-sv"), 34.0),
    text(|| msg!("book-column-label-en"), 34.0),
    text(|| msg!("book-column-definition-sv"), 70.0),
    text(|| msg!("book-column-definition-en"), 70.0),
];

const RULES: &[Column] = &[
    text(|| msg!("book-column-code"), 10.0),
    number(|| msg!("book-column-rule")),
    word(|| msg!("book-column-condition"), 20.0, CONDITIONS),
    text(|| msg!("book-column-patterns"), 46.0),
    text(|| msg!("book-column-with"), 34.0),
    number(|| msg!("book-column-within")),
    text(|| msg!("book-column-domains"), 24.0),
    word(|| msg!("book-column-scope"), 14.0, SCOPES),
    number(|| msg!("book-column-weight")),
];

const SYSTEMS: &[Column] = &[
    text(|| msg!("book-column-system"), 16.0),
    text(|| msg!("book-column-label-sv"), 40.0),
    text(|| msg!("book-column-label-en"), 40.0),
];

const DOMAINS: &[Column] = &[
    text(|| msg!("book-column-domain"), 16.0),
    text(|| msg!("book-column-label-sv"), 26.0),
    text(|| msg!("book-column-label-en"), 26.0),
    text(|| msg!("book-column-plural-sv"), 26.0),
    text(|| msg!("book-column-plural-en"), 26.0),
    text(|| msg!("book-column-system"), 16.0),
    word(|| msg!("book-column-unit"), 14.0, UNITS),
    text(|| msg!("book-column-texts"), 20.0),
    word(|| msg!("book-column-optional"), 12.0, YES_NO),
    text(|| msg!("book-column-attains"), 14.0),
    text(|| msg!("book-column-result-of"), 14.0),
];

const GUARDS: &[Column] = &[
    text(|| msg!("book-column-domain"), 16.0),
    text(|| msg!("book-column-guard"), 24.0),
    text(|| msg!("book-column-guard-any"), 46.0),
    text(|| msg!("book-column-guard-none"), 34.0),
    word(|| msg!("book-column-scope"), 14.0, SCOPES),
];

const SETTINGS_COLUMNS: &[Column] = &[
    word(|| msg!("book-column-setting"), 44.0, SETTINGS),
    text(|| msg!("book-column-domain"), 16.0),
    text(|| msg!("book-column-value"), 70.0),
];

impl SheetKind {
    /// All, in the order of the workbook.
    pub const ALL: [Self; 6] = [Self::Codes, Self::Rules, Self::Systems, Self::Domains, Self::Guards, Self::Settings];

    /// Its name.
    pub fn name(self) -> Message {
        self.say()()
    }

    fn say(self) -> Say {
        match self {
            Self::Codes => || msg!("book-sheet-codes"),
            Self::Rules => || msg!("book-sheet-rules"),
            Self::Systems => || msg!("book-sheet-systems"),
            Self::Domains => || msg!("book-sheet-domains"),
            Self::Guards => || msg!("book-sheet-guards"),
            Self::Settings => || msg!("book-sheet-settings"),
        }
    }

    /// What the first sheet says of it.
    pub fn explained(self) -> Message {
        match self {
            Self::Codes => msg!("book-explain-codes"),
            Self::Rules => msg!("book-explain-rules"),
            Self::Systems => msg!("book-explain-systems"),
            Self::Domains => msg!("book-explain-domains"),
            Self::Guards => msg!("book-explain-guards"),
            Self::Settings => msg!("book-explain-settings"),
        }
    }

    /// Its columns.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Codes => CODES,
            Self::Rules => RULES,
            Self::Systems => SYSTEMS,
            Self::Domains => DOMAINS,
            Self::Guards => GUARDS,
            Self::Settings => SETTINGS_COLUMNS,
        }
    }

    /// Whether a sheet of this name is it, in either language.
    pub(super) fn is_called(self, name: &str) -> bool {
        is_called(name, self.say())
    }
}
