//! What questions are about, and the ids that they get.

use unicode_normalization::UnicodeNormalization;

use super::has;

/// What exports are about in one agreement after the other, and the ids that the questions have got: all stems of a line
/// must be there.
const TOPICS: [(&str, &[&str]); 23] = [
    ("collaboration", &["samverkan", "utsträckning"]),
    ("collaboration", &["samverkan", "prioriterat"]),
    ("priority", &["prioritera", "följande"]),
    ("influence_type", &["på vilket sätt", "medverka"]),
    ("influence_type", &["på vilket sätt", "delaktig"]),
    ("influence_type", &["hur har", "medverka"]),
    ("influence", &["medverka"]),
    ("influence", &["delaktig"]),
    ("perspective", &["perspektiv"]),
    ("implemented", &["implementera"]),
    ("implemented", &["ordinarie verksamhet"]),
    ("method", &["metod"]),
    ("responsible", &["ansvarig"]),
    ("responsible", &["ansvarat"]),
    ("partners", &["samarbetspartner"]),
    ("partners", &["partner"]),
    ("partners", &["samarbetat"]),
    ("partners", &["samarbetar"]),
    ("partners", &["samarbete."]),
    ("targets", &["målgrupp"]),
    ("targets", &["insatsen till för"]),
    ("targets", &["riktar sig"]),
    ("main_area", &["huvudsaklig", "område"]),
];

/// A question's id: that of its topic, or its first telling words.
pub fn question_id(stem: &str) -> String {
    const MOST_WORDS: usize = 3;
    const EMPTY: [&str; 34] = [
        "har", "hur", "vilka", "vilken", "vilket", "i", "på", "av", "för", "att", "och", "en", "ett", "den", "det",
        "de", "som", "med", "till", "om", "är", "era", "ert", "er", "ni", "varit", "eller", "samt", "under", "sätt",
        "the", "of", "to", "in",
    ];
    let found = TOPICS.iter().find(|(_, stems)| stems.iter().all(|s| has(stem, s)));
    if let Some((id, _)) = found {
        return (*id).to_owned();
    }
    let lower = stem.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !EMPTY.contains(w));
    let telling: Vec<&str> = words.take(MOST_WORDS).collect();
    // Ids are keys of study.toml, which have no å, ä and ö outside quotes.
    let id: String = telling.join("_").nfd().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    if id.chars().any(|c| c.is_ascii_alphanumeric()) { id } else { "question".to_owned() }
}

/// Whether a question asks for yes or no: it begins with a verb, not with a word that asks which.
pub fn asks_yes_or_no(stem: &str) -> bool {
    const VERBS: [&str; 12] =
        ["har", "är", "finns", "fanns", "var", "kan", "kommer", "sker", "pågår", "have", "has", "is"];
    let first = stem.split_whitespace().next().unwrap_or_default().to_lowercase();
    VERBS.contains(&first.as_str())
}
