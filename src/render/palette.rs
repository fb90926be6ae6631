//! Colour quantisation: indexed PNG with at most 256 colours, a quarter of the size of true colour.

use hashbrown::HashMap;

/// Red, green, blue.
pub(super) type Colour = [u8; 3];

/// How many colours a palette of one byte holds.
const MOST: usize = 256;
/// The largest squared distance in RGB by which a colour may be moved to one of the palette: anti-aliased edges, invisible at
/// 300 dots per inch.
const NEAR_ENOUGH: i32 = 3 * 24 * 24;

/// The colours of a picture, and for each pixel the position of its own.
pub(super) struct Palette {
    /// The most frequent colour first.
    pub colours: Vec<Colour>,
    /// One per pixel.
    pub indices: Vec<u8>,
}

impl Palette {
    /// The palette of a picture, whose pixels are given as runs of one colour: paper and marks are large. `None` where it has
    /// more colours than fit and some are too far from the most frequent.
    pub fn of(runs: &[(Colour, usize)]) -> Option<Self> {
        let mut counts: HashMap<Colour, usize> = HashMap::new();
        runs.iter().for_each(|(colour, length)| *counts.entry(*colour).or_default() += length);
        let mut by_frequency: Vec<(Colour, usize)> = counts.into_iter().collect();
        by_frequency.sort_by(|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
        let all: Vec<Colour> = by_frequency.into_iter().map(|(colour, _)| colour).collect();
        let (kept, moved) = all.split_at(all.len().min(MOST));
        let mut positions: HashMap<Colour, u8> = kept.iter().copied().zip(0..=u8::MAX).collect();
        for colour in moved {
            let nearest = (0..=u8::MAX).zip(kept).min_by_key(|(_, kept)| distance(colour, kept))?;
            if distance(colour, nearest.1) > NEAR_ENOUGH {
                return None;
            }
            positions.insert(*colour, nearest.0);
        }
        let mut indices = Vec::with_capacity(runs.iter().map(|(_, length)| length).sum());
        for (colour, length) in runs {
            let position = *positions.get(colour)?;
            indices.resize(indices.len() + length, position);
        }
        Some(Self { colours: kept.to_vec(), indices })
    }
}

fn distance(a: &Colour, b: &Colour) -> i32 {
    a.iter().zip(b).map(|(a, b)| (i32::from(*a) - i32::from(*b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(pixels: &[Colour]) -> Vec<(Colour, usize)> {
        pixels.chunk_by(|a, b| a == b).map(|run| (run[0], run.len())).collect()
    }

    #[test]
    fn few_colours_are_kept_as_they_are() {
        let pixels = [[9, 9, 9], [1, 2, 3], [1, 2, 3], [255, 255, 255]];
        let palette = Palette::of(&runs(&pixels)).expect("a palette");
        assert_eq!(palette.colours[0], [1, 2, 3], "the most frequent comes first");
        let back: Vec<Colour> = palette.indices.iter().map(|i| palette.colours[usize::from(*i)]).collect();
        assert_eq!(back, pixels);
    }

    #[test]
    fn rare_shades_move_to_the_nearest_and_strange_colours_keep_the_picture_whole() {
        let greys = || (0..=255).map(|grey| [grey; 3]);
        let mut pixels: Vec<Colour> = greys().chain(greys()).collect();
        pixels.push([100, 101, 100]);
        let palette = Palette::of(&runs(&pixels)).expect("a palette");
        assert_eq!(palette.colours.len(), 256);
        assert_eq!(palette.colours[usize::from(palette.indices[512])], [100; 3]);
        pixels.push([255, 0, 0]);
        assert!(Palette::of(&runs(&pixels)).is_none());
    }
}
