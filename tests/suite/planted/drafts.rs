//! Kind 3: a draft that is wrong without saying that it is unsure.

use std::fs;
use std::path::Path;

use insats::run::init;

use super::edit;
use super::{Base, Fault, shown};

/// The draft of a folder whose declarations have been removed.
fn drafted(study: &Path) -> Result<String, String> {
    for name in ["study.toml", "report.toml"] {
        fs::remove_file(study.join(name)).map_err(|error| error.to_string())?;
    }
    let draft = init(study, None, false, insats::wording::Language::Swedish)
        .map(|made| made.draft.study)
        .map_err(|failure| failure.to_string())?;
    // What is not drafted at all cannot be wrong; it must not count as right, either.
    if draft.contains("\n[[survey]]") { Ok(draft) } else { Err(format!("the draft declares no survey:\n{draft}")) }
}

/// Complains where a draft declares something wrong and is not unsure of it: no `UNSURE` in the four lines before or the
/// line itself.
fn unless_unsure(draft: &str, wrong: &str) -> Result<(), String> {
    let lines: Vec<&str> = draft.lines().collect();
    let bare = lines.iter().enumerate().find(|(at, line)| {
        line.contains(wrong)
            && !line.trim_start().starts_with('#')
            && !lines[at.saturating_sub(4)..=*at].iter().any(|line| line.contains("UNSURE"))
    });
    bare.map_or(Ok(()), |(_, line)| Err(format!("the draft says {line}")))
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).expect("a file");
}

pub fn faults() -> Vec<Fault> {
    vec![
        shown(3, "codes beside the repaid amounts", Base::Small, |study, random| {
            let header = *random.pick(&["Kod", "Länskod", "Mottagarkod"]);
            let list = format!(
                "Mottagare;Område;{header};Återbetalt\nRegion Uppsala;psykiatri;03;200000\nVGR;psykiatri;14;50000\n"
            );
            write(&study.join("aterbetalningar.csv"), &list);
            let draft = drafted(study)?;
            unless_unsure(&draft, &format!("amount = \"{header}\""))
        }),
        shown(3, "years beside the paid amounts", Base::Small, |study, _| {
            write(&study.join("medel.csv"), "Kod;År;Belopp\n03;2025;2000000\n14;2025;2000000\n");
            let draft = drafted(study)?;
            unless_unsure(&draft, "År = ")?;
            unless_unsure(&draft, "\"År\" = ")
        }),
        shown(3, "a block without its space", Base::Small, |study, _| {
            edit::table(&study.join("svar.csv"), |rows| {
                let more = [["Insats3: Vad gjordes?", "Insats3: Kronor"], ["Tredje", "500 000"], ["", ""]];
                rows.iter_mut().zip(more).for_each(|(row, cells)| row.extend(cells.map(str::to_owned)));
            });
            let draft = drafted(study)?;
            unless_unsure(&draft, "items = \"Insats3")?;
            unless_unsure(&draft, "ticked = \"Insats3")?;
            unless_unsure(&draft, "\"500 000\"")
        }),
        shown(3, "options that hold the separator", Base::Small, |study, _| {
            edit::table(&study.join("svar.csv"), |rows| {
                for (row, value) in
                    rows.iter_mut().zip(["Vilka målgrupper?", "Barn, unga och äldre, Vuxna", "Barn, unga och äldre"])
                {
                    row.push(value.to_owned());
                }
            });
            let draft = drafted(study)?;
            unless_unsure(&draft, "\"unga och äldre\"")?;
            unless_unsure(&draft, "joined = \"Vilka målgrupper?\"")
        }),
        shown(3, "telephone numbers among amounts", Base::Small, |study, _| {
            edit::table(&study.join("svar.csv"), |rows| {
                for (row, value) in rows.iter_mut().zip(["Insats 1: Nås på", "0701234567", "0812345678"]) {
                    row.push(value.to_owned());
                }
            });
            unless_unsure(&drafted(study)?, "Nås på")
        }),
    ]
}
