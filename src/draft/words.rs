//! The words by which exports name things, Swedish first, English beside. They are stems at the beginning of a word,
//! unless they end in `.`, which asks for the whole word.

use unicode_normalization::UnicodeNormalization;

use crate::register::Level;
use crate::study::Field;

/// How strongly words speak for a field; what stands in brackets, as `(aktivitet)`, is meant as a label.
const FIELDS: [(Field, &[&str]); 6] = [
    (Field::Title, &["namn.", "insatsens namn", "namnet.", "titel", "rubrik", "benämning", "name.", "title"]),
    (
        Field::Activity,
        &["aktivitet", "genomför", "gjort.", "gjordes.", "gjorde.", "gör.", "beskriv", "activit", "done.", "carried"],
    ),
    (Field::Output, &["prestation", "resulterat", "tjänst", "produkt", "levererat", "output", "leverans"]),
    (Field::Goal, &["mål.", "målet.", "målsättning", "syfte", "ville.", "uppnå.", "avsikt", "goal", "aim.", "purpose"]),
    (Field::Effect, &["effekt", "förändring", "uppnåtts.", "utfall", "lett.", "effect", "outcome", "change"]),
    (
        Field::Funds,
        &[
            "medel.",
            "stimulansmedel",
            "belopp",
            "kronor",
            "kr.",
            "tkr.",
            "mnkr.",
            "kostnad",
            "summa.",
            "använd",
            "amount",
            "funds",
            "cost",
            "sek.",
        ],
    ),
];

/// The points by which a name speaks for a field.
pub fn field_points(name: &str, field: Field) -> usize {
    let stems = FIELDS.iter().find(|(known, _)| *known == field).map_or(&[][..], |(_, stems)| *stems);
    let bracketed: String = name.split(['(', '[']).skip(1).filter_map(|p| p.split([')', ']']).next()).collect();
    points(name, stems) + 2 * points(&bracketed, stems)
}

/// How many of the stems a text has.
fn points(text: &str, stems: &[&str]) -> usize {
    stems.iter().filter(|stem| has(text, stem)).count()
}

/// Whether a text has a word that begins with a stem, or is the word where the stem ends in `.`.
pub fn has(text: &str, stem: &str) -> bool {
    let text = text.to_lowercase();
    let (stem, whole) = stem.strip_suffix('.').map_or((stem, false), |bare| (bare, true));
    text.match_indices(stem).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let after = text[at + stem.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        before && (after || !whole)
    })
}

fn any(text: &str, stems: &[&str]) -> bool {
    points(text, stems) > 0
}

/// What exports are about in one agreement after the other, and the ids that the questions have got: all stems of a line
/// must be there.
const TOPICS: [(&str, &[&str]); 15] = [
    ("collaboration", &["samverkan", "utsträckning"]),
    ("priority", &["prioritera", "följande"]),
    ("influence_type", &["på vilket sätt", "medverka"]),
    ("influence_type", &["på vilket sätt", "delaktig"]),
    ("influence_type", &["hur har", "medverka"]),
    ("influence", &["medverka"]),
    ("influence", &["delaktig"]),
    ("perspective", &["perspektiv"]),
    ("implemented", &["implementera"]),
    ("method", &["metod"]),
    ("responsible", &["ansvarig"]),
    ("partners", &["samarbetspartner"]),
    ("partners", &["partner"]),
    ("targets", &["målgrupp"]),
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

/// The levels that a column's name, a file's or a sheet's name speak of.
pub fn level_of(text: &str) -> Option<Level> {
    let text = text.to_lowercase().replace(['_', '-'], " ");
    let levels = [
        (Level::Municipality, &["kommun", "municipal"][..]),
        (Level::County, &["län.", "lan.", "länet", "länen", "länskod", "county", "counties"][..]),
        (Level::Region, &["region", "landsting"][..]),
    ];
    levels.into_iter().find(|(_, stems)| any(&text, stems)).map(|(level, _)| level)
}

/// Whether a name is that of a respondent's id.
pub fn names_respondent_id(name: &str) -> bool {
    any(
        name,
        &[
            "respondent",
            "svarsid",
            "svars-id",
            "id.",
            "enkätid",
            "enkät-id",
            "rid.",
            "löpnummer",
            "svarande",
            "uppgiftslämnare",
        ],
    )
}

/// Whether a name is that of an intervention's id.
pub fn names_intervention_id(name: &str) -> bool {
    let id = any(name, &["id.", "insatsid", "nummer", "nr.", "insats.", "löpnr"]);
    id && any(name, &["insats", "åtgärd", "intervention", "aktivitet"]) || any(name, &["insatsid", "insats-id"])
}

/// Whether a name is that of a recipient's code.
pub fn names_code(name: &str) -> bool {
    any(name, &["kod.", "länskod", "kommunkod", "regionkod", "code.", "lkf"])
}

/// Whether a name says that its numbers are no money: codes, years, ids, counts, shares.
pub fn names_other_number(name: &str) -> bool {
    const STEMS: [&str; 31] = [
        "kod.",
        "koden.",
        "länskod",
        "kommunkod",
        "regionkod",
        "code.",
        "lkf",
        "år.",
        "året.",
        "budgetår",
        "year.",
        "id.",
        "nr.",
        "nummer",
        "löpnr",
        "löpnummer",
        "svarsnr",
        "dnr.",
        "diarie",
        "orgnr",
        "organisationsnummer",
        "postnr",
        "postnummer",
        "konto.",
        "kontonummer",
        "kostnadsställe",
        "antal",
        "invånare",
        "befolkning",
        "folkmängd",
        "population",
    ];
    const MORE: [&str; 12] = [
        "andel",
        "procent",
        "telefon",
        "mobil",
        "rekvisitionsnr",
        "ärende",
        "plusgiro",
        "bankgiro",
        "kundnr",
        "number",
        "period",
        "deltagare",
    ];
    any(name, &STEMS) || any(name, &MORE) || name.contains('%')
}

/// Whether a name speaks of money.
pub fn names_money(name: &str) -> bool {
    any(
        name,
        &[
            "belopp",
            "kr.",
            "kronor",
            "tkr.",
            "mnkr.",
            "sek.",
            "medel",
            "summa",
            "amount",
            "bidrag.",
            "stimulansmedel",
            "rekvirera",
            "återbetal",
        ],
    )
}

/// Whether a name is one that survey tools give to what they record themselves.
pub fn names_record(name: &str) -> bool {
    const NAMES: [&str; 26] = [
        "startdate",
        "enddate",
        "status",
        "progress",
        "finished",
        "recordeddate",
        "distributionchannel",
        "userlanguage",
        "durationinseconds",
        "responsetype",
        "externalreference",
        "datuminskickat",
        "senastesida",
        "startspråk",
        "frö",
        "submitdate",
        "lastpage",
        "startlanguage",
        "seed",
        "startat",
        "starttid",
        "sluttid",
        "tidstämpel",
        "timestamp",
        "datumstamp",
        "collectorid",
    ];
    let bare: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    NAMES.contains(&bare.as_str())
}

/// Whether an option is the one for everything else, behind which people write what they mean.
pub fn is_other(option: &str) -> bool {
    any(option, &["annat", "annan", "annan.", "andra.", "övrigt", "övriga", "other", "nämligen"])
}

/// Whether a text speaks of funds that were repaid.
pub fn speaks_of_repayment(text: &str) -> bool {
    any(text, &["återbet", "aterbet", "återkrav", "aterkrav", "repaid", "repayment"])
}

/// What amounts a name says that it counts.
pub fn unit_of(name: &str) -> &'static str {
    if any(name, &["tkr", "ksek", "tusen"]) {
        "tkr"
    } else if any(name, &["mnkr", "mkr", "msek", "miljon"]) {
        "mnkr"
    } else {
        "kr"
    }
}

/// Whether a label is that of a total.
pub fn is_total(text: &str) -> bool {
    any(text, &["summa.", "totalt.", "total.", "totalsumma", "hela riket", "riket.", "samtliga"])
}

/// Whether a text only says that there is none yet: nothing but signs, or words that put it off.
pub fn is_placeholder(text: &str) -> bool {
    const STEMS: [&str; 16] = [
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_met_whole_or_by_their_stem() {
        assert!(has("Vad ville ni uppnå (mål)", "mål."));
        assert!(!has("Målgrupp", "mål."));
        assert!(has("Målsättning med insatsen", "målsättning"));
        assert!(!has("Omställning", "ställning"));
    }

    #[test]
    fn levels_are_told_by_names() {
        assert_eq!(level_of("Län"), Some(Level::County));
        assert_eq!(level_of("bu-lan"), Some(Level::County));
        assert_eq!(level_of("Kommuner"), Some(Level::Municipality));
        assert_eq!(level_of("kunskap_region"), Some(Level::Region));
        assert_eq!(level_of("Lantbruk"), None);
    }

    #[test]
    fn questions_get_the_id_of_their_topic_or_their_first_words() {
        assert_eq!(question_id("Vilka perspektiv har varit framträdande?"), "perspective");
        assert_eq!(question_id("Har arbetet fortsatt?"), "arbetet_fortsatt");
        assert_eq!(question_id("Har ni använt medel från 2023?"), "anvant_medel_fran");
        assert_eq!(question_id("数え"), "question");
    }

    #[test]
    fn answers_have_their_place_on_scales() {
        let rank = |answer| answer_rank(answer).unwrap_or(99);
        assert!(rank("I mycket stor utsträckning") < rank("I ganska stor utsträckning"));
        assert!(rank("I ganska stor utsträckning") < rank("I ganska liten utsträckning"));
        assert!(rank("I ganska liten utsträckning") < rank("I mycket liten utsträckning"));
        assert!(rank("Ja") < rank("Delvis") && rank("Delvis") < rank("Nej") && rank("Nej") < rank("Vet ej"));
        assert!(rank("Alltid") < rank("Sällan") && rank("Sällan") < rank("Aldrig"));
        assert_eq!(answer_rank("Patientsäkerhet"), None);
    }
}
