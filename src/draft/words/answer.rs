//! Words for answers.

use super::any;

/// Whether an option is the one for everything else, behind which people write what they mean.
pub fn is_other(option: &str) -> bool {
    any(option, &["annat", "annan", "annan.", "andra.", "övrigt", "övriga", "other", "nämligen"])
}

/// Whether a text only says that there is none yet: nothing but signs, or words that put it off.
pub fn is_placeholder(text: &str) -> bool {
    const STEMS: [&str; 17] = [
        "bilaga",
        "bifogad",
        "ej klart",
        "inte klart",
        "tom.",
        "saknas.",
        "fylls i",
        "kompletteras",
        "hänvisar",
        "hänvisas",
        "enl. tidigare",
        "enligt tidigare",
        "samma som",
        "återkommer",
        "test.",
        "xxx",
        "n/a",
    ];
    const LONGEST: usize = 45;
    let text = text.trim();
    let signs = text.chars().count() <= 3 && !text.chars().any(char::is_alphabetic);
    text.chars().count() <= LONGEST && (signs || any(text, &STEMS))
}

/// The place of an answer on the scales that questionnaires use; answers of no scale have none.
pub fn answer_rank(answer: &str) -> Option<usize> {
    const ORDER: [&[&str]; 12] = [
        &["mycket stor", "mycket hög", "alltid", "instämmer helt", "mycket bra", "mycket viktig", "helt"],
        &["ja"],
        &[
            "ganska stor",
            "ganska hög",
            "ofta",
            "instämmer i stort",
            "instämmer till stor",
            "bra",
            "stor",
            "hög",
            "i stor",
        ],
        &["till viss del", "delvis", "ibland", "varken", "medel", "viss", "i viss"],
        &[
            "ganska liten",
            "ganska låg",
            "sällan",
            "instämmer delvis",
            "instämmer i liten",
            "liten",
            "låg",
            "i liten",
            "dålig",
        ],
        &["mycket liten", "mycket låg", "mycket dålig"],
        &["inte alls", "aldrig", "instämmer inte", "ingen"],
        &["nej"],
        &["annat", "annan", "övrigt", "other"],
        &["vet ej", "vet inte"],
        &["kan inte", "kan ej"],
        &["ej aktuell", "inte aktuell", "ej relevant"],
    ];
    let lower = answer.to_lowercase();
    let bare = lower.strip_prefix("i ").unwrap_or(&lower);
    let begins = |stem: &&str| {
        [lower.as_str(), bare].iter().any(|text| {
            text.strip_prefix(*stem).is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
                || (stem.contains(' ') && text.starts_with(*stem))
        })
    };
    // The most telling stem wins: "mycket stor" before "stor".
    let found = ORDER.iter().enumerate().flat_map(|(rank, stems)| stems.iter().map(move |stem| (rank, stem)));
    found.filter(|(_, stem)| begins(stem)).max_by_key(|(_, stem)| stem.len()).map(|(rank, _)| rank)
}
