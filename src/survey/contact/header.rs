//! Headers of contact data.

/// How much a header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It names contact data: `E-post`.
    Always,
    /// It names who answered: `Ifylld av`. Its cells are persons, unless most say otherwise.
    Strong,
    /// It may name a person: `Namn`, `Chef`. Most cells must look like one.
    Person,
    /// It speaks of a name among other things: `Insatsens namn`.
    Vague,
    /// It says nothing of persons.
    None,
}

/// Whole headers, letters and digits alone, that name contact data.
const WHOLE: [&str; 49] = [
    "epost",
    "epostadress",
    "email",
    "emailaddress",
    "emailadress",
    "mail",
    "mailadress",
    "mejl",
    "mejladress",
    "tel",
    "telnr",
    "telefon",
    "telefonnr",
    "telefonnummer",
    "tfn",
    "tfnnr",
    "mobil",
    "mobilnr",
    "mobilnummer",
    "mobiltelefon",
    "mobiltelefonnummer",
    "phone",
    "phonenumber",
    "mobile",
    "mobilephone",
    "fax",
    "ipadress",
    "ipaddress",
    "ipaddr",
    "personnummer",
    "personnr",
    "pnr",
    "samordningsnummer",
    "förnamn",
    "efternamn",
    "fornamn",
    "firstname",
    "lastname",
    "surname",
    "recipientfirstname",
    "recipientlastname",
    "kontakt",
    "kontaktperson",
    "kontaktpersoner",
    "kontaktuppgifter",
    "kontaktuppgift",
    "locationlatitude",
    "locationlongitude",
    "hemadress",
];

/// First words that name contact data in short headers, as `E-post (arbete)`.
const FIRST: [&str; 15] = [
    "kontaktperson",
    "kontaktpersonens",
    "epost",
    "epostadress",
    "email",
    "mejl",
    "mejladress",
    "mailadress",
    "telefonnummer",
    "telefonnr",
    "mobilnummer",
    "mobilnr",
    "mobiltelefon",
    "personnummer",
    "kontaktuppgifter",
];

/// Beginnings of words that name who answered.
const STRONG: [&str; 17] = [
    "attest",
    "ifyllare",
    "svarsperson",
    "inrapportör",
    "kontaktperson",
    "kontaktuppgift",
    "handläggare",
    "uppgiftslämnare",
    "rapportör",
    "underteckn",
    "underskrift",
    "signatur",
    "namnteckning",
    "namnförtydlig",
    "firmatecknare",
    "diarieansvarig",
    "signature",
];

/// Beginnings of what somebody did to the answer, before `av` or `by`.
const DONE: [&str; 24] = [
    "ifyll",
    "fyll",
    "besvara",
    "svar",
    "lämna",
    "inlämna",
    "inskick",
    "skick",
    "underteckn",
    "signer",
    "rapporter",
    "registrer",
    "upprätta",
    "skriv",
    "skapa",
    "godkän",
    "handlag",
    "gransk",
    "attest",
    "intyga",
    "submitted",
    "completed",
    "answered",
    "signed",
];

/// Beginnings of genitives that are of persons: `Respondentens namn`.
const OF_PERSONS: [&str; 6] = ["respondent", "svarande", "uppgiftslämnar", "handläggar", "kontaktperson", "ansvarig"];

/// Ends of words for persons at work.
const WORKS: [&str; 24] = [
    "ombud",
    "ombudet",
    "direktör",
    "direktören",
    "rektor",
    "föreståndare",
    "attestant",
    "chef",
    "chefen",
    "ledare",
    "samordnare",
    "ansvarig",
    "ansvarige",
    "strateg",
    "koordinator",
    "manager",
    "director",
    "ordförande",
    "sekreterare",
    "utredare",
    "controller",
    "ekonom",
    "handläggare",
    "kontakt",
];

/// Words that may name a person.
const PERSONS: [&str; 22] = [
    "vd",
    "gd",
    "ceo",
    "namn",
    "name",
    "contact",
    "person",
    "tjänsteperson",
    "tjänsteman",
    "befattning",
    "titel",
    "adress",
    "address",
    "respondent",
    "svarande",
    "användare",
    "user",
    "författare",
    "author",
    "vem",
    "who",
    "referens",
];

/// Words beside `namn` that keep it the name of a person.
const OF_A_PERSON: [&str; 18] = [
    "namn",
    "name",
    "ditt",
    "er",
    "ert",
    "your",
    "full",
    "fullständigt",
    "för",
    "och",
    "efternamn",
    "förnamn",
    "titel",
    "befattning",
    "den",
    "som",
    "svarat",
    "first",
];

/// Words of the work that is reported: `Insatsens namn` is no person's.
const OF_WORK: [&str; 6] = ["insats", "åtgärd", "aktivitet", "projekt", "projektets", "intervention"];

/// Beginnings of words for authorities and their parts: `Ansvarig nämnd` is no person.
const OF_AUTHORITIES: [&str; 16] = [
    "kommun",
    "region",
    "län",
    "nämnd",
    "verksamhet",
    "förvaltning",
    "organisation",
    "enhet",
    "avdelning",
    "område",
    "vårdcentral",
    "skola",
    "grupp",
    "huvudman",
    "bidrag",
    "mottagare",
];

/// Whether a column holds contact data by its name alone.
pub fn is_contact(name: &str) -> bool {
    role(name) == Role::Always
}

/// Whether a header is that of ids, which may look like personal identity numbers.
pub(super) fn names_an_id(name: &str) -> bool {
    let ids =
        ["id", "ärende", "ärendenr", "dnr", "diarienr", "diarienummer", "löpnr", "löpnummer", "svarsnr", "svarsid"];
    words(name).iter().any(|word| ids.contains(&word.as_str()))
}

pub(super) fn role(name: &str) -> Role {
    let all = words(name);
    let bare: String = all.concat();
    let segments: Vec<String> = name.split([':', '–', '[', '(', '/', '|']).map(|part| words(part).concat()).collect();
    let first = segments.first().map_or("", String::as_str);
    let contacts = ["kontaktuppgift", "kontaktperson", "contactinformation"];
    if WHOLE.contains(&bare.as_str()) || segments.len() > 1 && contacts.iter().any(|about| first.contains(about)) {
        return Role::Always;
    }
    let begins =
        all.first().is_some_and(|word| FIRST.contains(&word.as_str()) || ["telefon", "tfn"].contains(&word.as_str()));
    let begins = begins || name.to_lowercase().starts_with("e-post") || name.to_lowercase().starts_with("e-mail");
    let short = all.len() <= 3 || all.first().is_some_and(|word| word == "telefonnummer") && all.len() <= 8;
    let last = all.last().map_or("", String::as_str);
    let ends = ["email", "epost", "mejladress", "telefonnummer", "mobilnummer", "firstname", "lastname"];
    let ends = all.len() <= 3 && ends.iter().any(|end| last.ends_with(end));
    if begins && short && segments.len() <= 2 || ends && segments.len() <= 2 {
        return Role::Always;
    }
    speaks_of_person(name, &all)
}

fn speaks_of_person(name: &str, all: &[String]) -> Role {
    const LONGEST: usize = 8;
    let begins = |word: &String, stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    let asks_who = all.first().is_some_and(|word| ["vem", "who"].contains(&word.as_str()));
    let asks = name.contains('?') && !asks_who;
    let by = all.iter().position(|word| ["av", "by"].contains(&word.as_str()));
    // "Sammanställt av": whatever was done, a person stands below.
    let done = by.is_some_and(|by| (by > 0 && by + 1 == all.len()) || all[..by].iter().any(|word| begins(word, &DONE)));
    let short = all.len() <= LONGEST && !asks;
    let about_answer = all.iter().any(|word| begins(word, &["fyll", "svara", "kontakta", "besvara", "lämna", "enkät"]));
    if short && (done || all.iter().any(|word| begins(word, &STRONG)) || asks_who && about_answer) {
        return Role::Strong;
    }
    let thing = all.iter().any(|word| begins(word, &OF_WORK) || begins(word, &OF_AUTHORITIES));
    let at_work = |word: &String| WORKS.iter().any(|end| word.ends_with(end));
    let works = all.iter().any(at_work);
    let named = all.iter().any(|word| PERSONS.contains(&word.as_str()));
    let of_a_person = all.iter().all(|word| OF_A_PERSON.contains(&word.as_str()) || PERSONS.contains(&word.as_str()));
    // `Kommunens kontakt` is a person of the authority.
    let last_works = all.last().is_some_and(at_work) && all.len() <= 3;
    match () {
        () if last_works => Role::Person,
        () if works && !all.iter().any(|word| begins(word, &OF_AUTHORITIES) && !at_work(word)) => Role::Person,
        () if named
            && (of_a_person || !thing)
            && all.len() <= LONGEST
            && !all.iter().any(|word| is_of(word) && !begins(word, &OF_PERSONS)) =>
        {
            Role::Person
        }
        () if works || named || all.iter().any(|word| word.ends_with("namn") || word == "title") => Role::Vague,
        () => Role::None,
    }
}

/// Whether a header says what it holds, and no person: an authority or a part of it, the work that is reported, or a question of
/// what was done.
pub(super) fn speaks_of_things(name: &str) -> bool {
    const THINGS: [&str; 14] = [
        "vad",
        "vilk",
        "hur",
        "metod",
        "ort",
        "plats",
        "namn",
        "titel",
        "rubrik",
        "mål",
        "effekt",
        "prestation",
        "partner",
        "stöd",
    ];
    let begins = |word: &String, stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    words(name).iter().any(|word| begins(word, &OF_WORK) || begins(word, &OF_AUTHORITIES) || begins(word, &THINGS))
}

/// Whether a word is in the genitive, as `vårdcentralens`: the name is that of a thing.
fn is_of(word: &str) -> bool {
    word != "referens" && word.chars().count() > 5 && ["ens", "ets", "nas", "ans"].iter().any(|end| word.ends_with(end))
}

/// The words of a name in lower case, `e-post` as one, without numbers.
fn words(name: &str) -> Vec<String> {
    let joined = name.to_lowercase().replace("e-post", "epost").replace("e-mail", "email").replace("ip-", "ip");
    let parts = joined.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().any(char::is_alphabetic));
    parts.map(str::to_owned).collect()
}
