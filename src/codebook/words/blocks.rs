//! Classifies the bytes of a text, 64 at a time and without branches, and gathers the classes in bit sets.

/// How many bytes are classified at a time.
pub(super) const BLOCK: usize = 64;

/// A text by bytes; the buffers are kept for the next.
#[derive(Default)]
pub(super) struct Blocks {
    /// The text between zero bytes.
    padded: Vec<u8>,
    /// The text with small letters in the place of capitals, and zero bytes after it.
    pub small: Vec<u8>,
    /// A bit for each byte: whether a word begins or ends there.
    pub edges: Vec<u64>,
    /// A bit for each byte: whether it belongs to a character beyond ASCII and the Latin letters. The bits of `edges` do not
    /// hold for words with such characters.
    pub non_latin: Vec<u64>,
}

impl Blocks {
    /// Classifies every byte of a text.
    pub fn classify(&mut self, bytes: &[u8]) {
        let Self { padded, small, edges, non_latin } = self;
        let length = bytes.len().next_multiple_of(BLOCK);
        padded.clear();
        padded.push(0);
        padded.extend_from_slice(bytes);
        padded.resize(1 + length + BLOCK, 0);
        small.clear();
        small.resize(length + BLOCK, 0);
        edges.clear();
        non_latin.clear();
        let around = padded.as_chunks().0.iter().zip(padded[1..].as_chunks().0);
        // Whether the byte before is a letter, and belongs to a word.
        let (mut letter, mut within) = (0, 0);
        for (at, (small, (before, bytes))) in small[..length].as_chunks_mut().0.iter_mut().zip(around).enumerate() {
            *small = small_letters(before, bytes);
            let letters = pack(&bytes.map(may_be_letter));
            let next = u64::from(may_be_letter(padded[1 + (at + 1) * BLOCK])) << (BLOCK - 1);
            let held = (letters << 1 | letter) & (letters >> 1 | next);
            let runs = letters | pack_if_any(&bytes.map(is_plain_joiner)) & held;
            edges.push(runs ^ (runs << 1 | within));
            (letter, within) = (letters >> (BLOCK - 1), runs >> (BLOCK - 1));
            non_latin.push(pack_if_any(&non_latin_bytes(before, bytes)));
        }
    }
}

/// Latin letters in UTF-8 are this byte and another. In the other, small letters differ from capitals by one bit; without it
/// the signs `×` and `÷` are the same. `ß` is small, and its capital is elsewhere.
const LATIN: u8 = 0xc3;
const SMALL: u8 = 0x20;
const SIGN: u8 = 0x97;
const SHARP_S: u8 = 0x9f;

/// 1 for ASCII letters and digits and for all that is not ASCII, until it is looked at; 0 for others.
fn may_be_letter(byte: u8) -> u8 {
    u8::from(((byte | SMALL).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10) | (byte >= 0x80))
}

/// 1 for the joiners that are ASCII; 0 for others.
fn is_plain_joiner(byte: u8) -> u8 {
    u8::from((byte == b'-') | (byte == b':') | (byte == b'\''))
}

fn is_latin(first: u8, second: u8) -> bool {
    (first == LATIN) & (second & !SMALL != SIGN)
}

/// Small letters in the place of capitals.
fn small_letters(before: &[u8; BLOCK], bytes: &[u8; BLOCK]) -> [u8; BLOCK] {
    std::array::from_fn(|at| {
        let byte = bytes[at];
        let latin = is_latin(before[at], byte) & (byte.wrapping_sub(0x80) < SHARP_S - 0x80);
        let capital = (byte.wrapping_sub(b'A') < 26) | latin;
        byte | (u8::from(capital) * SMALL)
    })
}

/// 1 for a byte of characters beyond the Latin letters, and for the second of a sign among these; 0 for others.
fn non_latin_bytes(before: &[u8; BLOCK], bytes: &[u8; BLOCK]) -> [u8; BLOCK] {
    std::array::from_fn(|at| {
        let byte = bytes[at];
        u8::from((byte >= 0x80) & (byte != LATIN) & !is_latin(before[at], byte))
    })
}

/// [`pack`], for bytes that are mostly all 0.
fn pack_if_any(bytes: &[u8; BLOCK]) -> u64 {
    if bytes.iter().fold(0, |any, byte| any | byte) == 0 { 0 } else { pack(bytes) }
}

/// Bytes that are 1 or 0 as bits. Multiplied so, eight of them gather in the highest byte, each at its place.
fn pack(bytes: &[u8; BLOCK]) -> u64 {
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = bytes.as_chunks::<8>();
    let byte = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56;
    eights.iter().rev().fold(0, |bits, eight| bits << 8 | byte(eight))
}

/// The positions of the bits that are set.
pub(super) struct Bits<'a> {
    /// What is left of the block that is looked at, and where the next one begins.
    left: u64,
    next: usize,
    blocks: std::slice::Iter<'a, u64>,
}

impl<'a> Bits<'a> {
    pub fn of(blocks: &'a [u64]) -> Self {
        Self { left: 0, next: 0, blocks: blocks.iter() }
    }
}

impl Iterator for Bits<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            self.left = *self.blocks.next()?;
            self.next += BLOCK;
        }
        let at = self.next - BLOCK + self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        Some(at)
    }
}
