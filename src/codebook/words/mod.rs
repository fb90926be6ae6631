//! Words, as patterns and texts are divided into them: `word` defines them, `blocks` classifies the bytes of a text, `tokenizer`
//! divides it into tokens and sentences.

mod blocks;
mod tokenizer;
mod word;

pub(crate) use tokenizer::{Tokenizer, sentences};
pub(crate) use word::{Letters, PREFIX_BYTES, Token, TokenSink, fold_into, is_joiner, is_letter};
