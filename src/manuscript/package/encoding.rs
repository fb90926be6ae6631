//! How parts are encoded.

/// How a part is encoded, by the mark that it begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// UTF-8 without a mark.
    Plain,
    /// UTF-8 with a mark.
    Marked,
    /// UTF-16, the lower half first.
    Little,
    /// UTF-16, the upper half first.
    Big,
}

impl Encoding {
    pub(super) fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => Self::Marked,
            [0xff, 0xfe, ..] => Self::Little,
            [0xfe, 0xff, ..] => Self::Big,
            _ => Self::Plain,
        }
    }

    pub(super) fn read(self, bytes: &[u8]) -> Vec<u8> {
        let halves = |of: fn([u8; 2]) -> u16| {
            let halves = bytes[2..].chunks_exact(2).map(|pair| of([pair[0], pair[1]]));
            char::decode_utf16(halves)
                .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect::<String>()
                .into_bytes()
        };
        match self {
            Self::Plain => bytes.to_vec(),
            Self::Marked => bytes[3..].to_vec(),
            Self::Little => halves(u16::from_le_bytes),
            Self::Big => halves(u16::from_be_bytes),
        }
    }

    pub(super) fn write(self, text: &[u8]) -> Vec<u8> {
        let text = String::from_utf8_lossy(text);
        let halves = |of: fn(u16) -> [u8; 2]| std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(of).collect();
        match self {
            Self::Plain => text.into_owned().into_bytes(),
            Self::Marked => ["\u{feff}", &text].concat().into_bytes(),
            Self::Little => halves(u16::to_le_bytes),
            Self::Big => halves(u16::to_be_bytes),
        }
    }
}
