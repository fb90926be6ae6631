//! Reads a study and prints how many interventions and kronor every code has.
//!
//! ```sh
//! cargo run --release --example codes -- input/lagesrapport-2024
//! ```

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use insats::ledger::Selection;
use insats::run::count;
use insats::wording::Language;

fn main() -> Result<(), Box<dyn Error>> {
    let folder: PathBuf = std::env::args_os().nth(1).ok_or("which study folder?")?.into();
    std::io::stdout().write_all(table(&folder)?.as_bytes())?;
    Ok(())
}

/// One part for each area of a study: its totals, and a line for each code. An intervention counts in full under each of its
/// codes, so lines may sum to more than the total.
pub fn table(folder: &Path) -> Result<String, Box<dyn Error>> {
    let counted = count(folder, None, &|_| {})?;
    let (ledger, book) = (&counted.ledger, &counted.book);
    let mut text = String::new();
    for area in ledger.totals() {
        let all = ledger.counted(Selection::Area(ledger.area_id(&area.area).ok_or("an area without an id")?));
        writeln!(text, "{}: {} interventions, {} kr", area.area, all.number, Language::English.bare_amount(all.funds))?;
        for line in ledger.codes().into_iter().filter(|line| ledger.areas[line.area.at()].total.area == area.area) {
            let code = line.code.map_or_else(|state| Some(state.word()), |code| ledger.code(line.domain, code));
            let code = code.unwrap_or_default();
            let label = book.code(line.domain, code).map_or("", |code| code.label.get(Language::Swedish));
            let (domain, kronor) = (line.domain.word(), Language::English.bare_amount(line.funds));
            let cells = format!("{domain:<10}{code:<9}{:>5}{kronor:>15} kr  {label}", line.interventions);
            writeln!(text, "{}", cells.trim_end())?;
        }
    }
    Ok(text)
}
