//! No number without a word: what figures leave out, and what stands under an authority's name.
