//! The dictionary coder: the codebook's rules over the texts, each code with the evidence for it.
//!
//! A rule lists patterns. A pattern is one word, a phrase of several words, or a regular expression. The words of patterns are
//! globs: words in which `*` and `?` stand for other letters (`codebook::pattern`).
//!
//! # The stages of a text
//!
//! `reader` leads a text through them: `scan` does 1 to 3, `apply_rules` the others. Each file uses only files above it here.
//!
//! | stage | file | what it does |
//! |---|---|---|
//! | shared types | `postings` | what a pattern is for: its roles in rules and guards, and the domains of these |
//! | | `matches` | a match: a pattern found in a text; whether it counts |
//! | | `verdict` | the result: codes with score and evidence, and doubts |
//! | types | `pattern_index` | all patterns, and an Aho-Corasick automaton that finds which globs a word matches |
//! | | `word_types` | what is known of a type, that is of a distinct word form |
//! | | `type_cache` | the types so far, each with its entries: the patterns that may match where it stands |
//! | 1 tokenise | `tokens` | divides the text into tokens and sentences (`codebook::words`), and looks the type of each up |
//! | 2 phrase search | `phrase_search` | patterns of one word by their type, phrases by comparing the tokens around their anchor word |
//! | 3 expressions | `expressions` | regular expressions, on the text itself |
//! | | `scan` | does 1 to 3; sorts the matches |
//! | 4 negation, guards | `negation`, `guards` | mark the matches that do not count, and why |
//! | rules | `rulebook` | the codebook's rules, compiled |
//! | | `compile` | compiles them, once for a run |
//! | 5 evidence | `evidence` | matches by the rules that they stand in, where the text has all that the rule requires |
//! | 6 firing | `fire` | which rules fire, by sentence or text; evidence nested in longer evidence is suppressed |
//! | 7 score | `score` | adds weights up by code, subtracts counter-evidence, keeps the codes that pass |
//! | | `reader` | leads a text through 1 to 7 |
//! | a study | `stored`, `results` | the codes of all interventions in little memory, and how they are asked for |
//! | | `fields`, `characters` | which texts a domain is read from; bytes as characters |
//! | | `study` | codes all interventions in parallel |
//!
//! `plain` is the specification: it applies the rules slowly, straight off the codebook, and a property test compares the two.
//!
//! # An example
//!
//! Code `G` has the pattern `utbild*`, code `A` the phrase `en väg in`; `inte` negates up to three words after it. The text is
//! "Vi utbildade personal. Det finns inte en väg in."
//!
//! 1. There are nine tokens in two sentences.
//! 2. The type `utbildade` matches the glob `utbild*`. The type `väg` is the anchor word of `en väg in`: `en` stands before it
//!    and `in` after it, in the same sentence, so the phrase matches.
//! 3. There are no regular expressions.
//! 4. `inte` stands one word before `en väg in`, which is negated.
//! 5. Both matches are evidence: their rules require nothing else.
//! 6. The rule of `G` fires. That of `A` does not, for its only evidence is negated.
//! 7. `G` scores 1, which passes the threshold of 1. It is weak, because it passes only just. `A` would have passed without the
//!    negation; that is told as a doubt.
//!
//! # Why it is made so
//!
//! All domains are coded in one pass over an intervention's texts; a domain is a bit in a `DomainMask`. Most time goes into cache
//! misses and mispredicted branches. So patterns are compared with a type once, not with every token; what is needed together is
//! stored together; and buffers are kept from text to text. Decisions 0032, 0033 and 0034 say more.

mod characters;
mod compile;
mod evidence;
mod expressions;
mod fields;
mod fire;
mod guards;
mod matches;
mod negation;
mod pattern_index;
mod phrase_search;
#[cfg(test)]
mod plain;
mod postings;
mod reader;
mod results;
mod rulebook;
mod scan;
mod score;
mod stored;
mod study;
mod tokens;
mod type_cache;
mod verdict;
mod word_types;

pub use fields::{domains_of, text};
pub use matches::Match;
pub use reader::Reader;
pub use results::{DomainReading, PatternMatch, RuleCode, RuleCodings, Span};
pub use rulebook::Rulebook;
pub use verdict::{Doubt, Found, Reading};
