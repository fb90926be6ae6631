//! What stays of people's decisions while answers go on arriving: which text a coding was given to, and what has become of that
//! text since.
//!
//! A coding hangs on what was read, not on the id under which it stood. `fingerprint` tells texts apart, `lock` is the file that
//! keeps what a coding sheet was made for, `definition` tells what its codes meant, `compare` says of every answer whether it is
//! the one that was coded, and `log` is what people have decided beside the sheets. `texts` keeps the texts themselves in a private
//! folder, for as long as somebody wants to see old wording; `apart` shows where it differs.

mod apart;
mod compare;
mod definition;
mod fingerprint;
mod lock;
pub mod log;
mod texts;

pub use apart::apart;
pub use compare::{Change, Compared, Read, Standing, compare};
pub use definition::Definition;
pub use fingerprint::Fingerprint;
pub use lock::Lock;
pub use log::Log;
pub use texts::{KeptTexts, Wording};
