//! The dictionary coder: the codebook's rules over the texts, each code with the evidence for it.
//!
//! The path of a text, which `reader` leads it along:
//!
//! 1. **Words** (`scan`, with `codebook::words`): the text is divided into words and sentences.
//! 2. **Matches** (`scan`): the `lexicon` knows for each word which patterns it matches and which phrases may stand around
//!    it; new words are run through one automaton of all patterns. Regular expressions are run on the text itself.
//!    Here most time goes into cache misses and mispredicted branches; `picked` filters without branches.
//! 3. **Status** (`negation`, `guards`): matches that are negated or guarded do not count.
//! 4. **Evidence** (`evidence`): matches by the rules that their patterns stand in, where the rule can fire at all.
//! 5. **Rules** (`fire`): which rules fire, sentence by sentence; what lies inside longer evidence is taken away.
//! 6. **Codes** (`score`): every span counts once for a code; the codes that pass become the `verdict`.
//!
//! `compile` makes a codebook ready for this (`rulebook`, `purposes`); `study` codes a whole study. All domains are coded in
//! one go, from one reading of the texts. `plain` is the specification: it reads the rules slowly off the codebook, and a
//! property test compares.
//!
//! Who uses whom; each file uses only files above it:
//!
//! | file | uses |
//! |---|---|
//! | `purposes` | – |
//! | `matches` | `purposes` |
//! | `verdict` | `matches` |
//! | `picked` | – |
//! | `lexicon` | `purposes`, `matches` |
//! | `scan` | `purposes`, `matches`, `lexicon`, `picked` |
//! | `negation`, `guards` | `purposes`, `matches` |
//! | `rulebook` | `purposes`, `scan`, `negation` |
//! | `compile` | `purposes`, `scan`, `negation`, `rulebook` |
//! | `evidence` | `purposes`, `matches`, `rulebook` |
//! | `fire` | `purposes`, `matches`, `rulebook`, `evidence` |
//! | `score` | `purposes`, `matches`, `rulebook`, `verdict`, `evidence`, `fire` |
//! | `reader` | `purposes`, `matches`, `verdict`, `scan`, `guards`, `rulebook`, `evidence`, `fire`, `score` |
//! | `study` | `purposes`, `matches`, `verdict`, `rulebook`, `reader` |

mod compile;
mod evidence;
mod fire;
mod guards;
mod lexicon;
mod matches;
mod negation;
mod picked;
#[cfg(test)]
mod plain;
mod purposes;
mod reader;
mod rulebook;
mod scan;
mod score;
mod study;
mod verdict;

pub use matches::Match;
pub use reader::Reader;
pub use rulebook::Rulebook;
pub use study::{DomainReading, PatternMatch, RuleCode, RuleCodings, Span, text};
pub use verdict::{Doubt, Found, Reading};
