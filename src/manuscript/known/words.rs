//! Words by which a sentence says what its numbers count, and that they are not simply those of one value.

/// Labels that say no more than the question.
const YES: [&str; 2] = ["ja", "yes"];
/// First words of a label without which its value is not meant.
pub(super) const OTHER: [&str; 8] = ["andra", "annan", "annat", "övriga", "övrig", "other", "others", "another"];
/// Beginnings of words for interventions.
pub(super) const INTERVENTIONS: [&str; 3] = ["insats", "interven", "projekt"];
/// Beginnings of words for money.
pub(super) const FUNDS: [&str; 7] = ["medel", "medlen", "pengar", "kronor", "stimulansmedel", "funds", "money"];
/// Beginnings of words for surveys.
pub(super) const SURVEYS: [&str; 2] = ["enkät", "survey"];

/// Words behind a number that say no more than the number.
pub(super) const PIECES: [&str; 4] = ["stycken", "st", "antalet", "number"];
/// Words for all areas together.
pub(super) const OF_ALL: [&str; 6] =
    [" alla områden ", " samtliga områden ", " per område ", " av allt ", " all areas ", " per area "];
/// Beginnings of words for all areas, and of headings under which a report speaks of all.
pub(super) const ALL_AREAS: [&str; 6] =
    ["områdena", "sammantaget", "landet", "samtliga områden", "areas", "altogether"];
pub(super) const SUMMARY: [&str; 7] =
    ["sammanfattn", "inledning", "slutsats", "diskussion", "helhet", "summary", "conclusion"];
/// Before a number that something was, before it changed.
pub(super) const FROM: [&str; 4] = ["från ", "from ", " en av ", " one in "];
/// Beginnings of words for those who answered, in heads of columns.
pub(super) const ANSWERED: [&str; 3] = ["svar", "respondent", "answer"];
/// How a word begins for answers to surveys.
pub(super) const ANSWERS: [&str; 1] = ["enkätsvar"];
/// Beginnings of words for areas.
pub(super) const AREAS: [&str; 2] = ["områden", "areas"];
/// Beginnings of words for what was requisitioned, and for what was allocated.
pub(super) const REQUISITIONED: [&str; 2] = ["rekvirer", "requisition"];
pub(super) const ALLOCATED: [&str; 5] = ["avsat", "tilldel", "avsätt", "allocat", "fördel"];
/// Beginnings of words for what was reported as used.
pub(super) const REPORTED: [&str; 2] = ["redovis", "report"];
/// What is done with surveys.
pub(super) const SENT: [&str; 7] =
    ["riktade", "gick till", "skickade", "ställdes", "besvarades", "went to", "were sent"];
/// Words that deny.
pub(super) const NEGATED: [&str; 6] = [" ingen ", " inte ", " utan ", " saknar ", " no ", " not "];
/// Beginnings of words beside which a number is a total.
pub(super) const OF_TOTALS: [&str; 88] = [
    "insats",
    "redovis",
    "genomför",
    "sammanlag",
    "totalt",
    "tillsammans",
    "område",
    "medel",
    "medlen",
    "peng",
    "kron",
    "miljon",
    "miljard",
    "mnkr",
    "mkr",
    "rekvirer",
    "avsat",
    "tilldel",
    "fick",
    "fått",
    "svar",
    "besvar",
    "enkät",
    "uppfölj",
    "underlag",
    "bygg",
    "omfatt",
    "kosta",
    "lagts",
    "förbruk",
    "använ",
    "syfta",
    "uteslut",
    "plocka",
    "lämna",
    "alla",
    "samtlig",
    "statlig",
    "stimulans",
    "år",
    "finns",
    "ingå",
    "räknat",
    "region",
    "kommun",
    "län",
    "huvudm",
    "alltså",
    "bara",
    "gick",
    "gått",
    "knappt",
    "drygt",
    "ungefär",
    "omkring",
    "cirka",
    "hälft",
    "procent",
    "motsvar",
    "utgör",
    "stå",
    "förekom",
    "inriktning",
    "antal",
    "bestå",
    "sådan",
    "togs",
    "tagits",
    "bort",
    "ofullständig",
    "analys",
    "före",
    "innan",
    "jämför",
    "sedan",
    "anges",
    "kommer",
    "mest",
    "flest",
    "oftast",
    "interven",
    "report",
    "survey",
    "answer",
    "fund",
    "count",
    "municipal",
    "requisition",
];

/// Beside these a number is of several values together, of a part of one, or bounded.
pub(super) const JOINED: [&str; 29] = [
    " både ",
    " varken ",
    " utan ",
    " mer än ",
    " fler än ",
    " flera ",
    " färre än ",
    " minst ",
    " högst ",
    " upp till ",
    " varav ",
    " av dem ",
    " av dessa ",
    " ytterligare ",
    " övriga ",
    " samtidigt ",
    " varandra ",
    " inte ",
    " ingen ",
    " both ",
    " neither ",
    " without ",
    " more than ",
    " several ",
    " fewer than ",
    " at least ",
    " at most ",
    " not ",
    " none ",
];

/// Beside these a number is of several values together.
pub(super) const SUMMED: [&str; 3] = [" sammanlagt ", " tillsammans ", " together "];
/// Words before what values are ranked among.
pub(super) const BETWEEN: [&str; 2] = ["bland", "among"];
/// The same where a sentence begins with them.
pub(super) const OF: [&str; 2] = ["av", "of"];
/// Before a number of values that have been named.
pub(super) const THE: [&str; 3] = ["de ", "den ", "the "];
/// Before the number of all.
pub(super) const OF_THE: [&str; 2] = [" av de ", " of the "];
/// Between two numbers that are of two values.
pub(super) const EACH: [&str; 2] = [" respektive ", " respectively"];
/// How a clause begins that goes on with another one.
pub(super) const AND: [&str; 2] = ["och ", "and "];
/// What leads to something that is set against what has been said.
pub(super) const AGAINST: [&str; 4] = [" medan ", " men ", " while ", " but "];
/// What follows the first of a ranking.
pub(super) const FOLLOWED: [&str; 5] = [" följt av ", " följd av ", " därefter ", " sedan ", " followed by "];
/// Words for something that has been named before.
pub(super) const NAMED_BEFORE: [&str; 5] = [" den ", " dem ", " dessa ", " dessas ", " them "];
/// Words for the share of those who answered.
pub(super) const RESPONSE: [&str; 3] = ["svarsandel", "svarsfrekvens", "response rate"];
/// Words for interventions that were set aside.
pub(super) const EXCLUDED: [&str; 7] =
    ["ofullständig", "bort", "exkluder", "uteslut", "incomplete", "exclud", "removed"];
/// How a word begins for what cannot be used.
pub(super) const INCOMPLETE: [&str; 2] = ["ofullständig", "incomplete"];
/// Words for what was paid back.
pub(super) const REPAID: [&str; 3] = ["återbetal", "återför", "repaid"];
/// How a word begins for what is compared with something.
pub(super) const COMPARED: [&str; 2] = ["jämför", "compar"];
/// Before what a number is a part of.
pub(super) const OF_SOME: [&str; 2] = ["av ", "of "];
/// Words for some of what has been counted.
pub(super) const OF_THEM: [&str; 3] = ["av dem", "av dessa", "of them"];
/// How the base of a figure is written before its number.
pub(super) const BASE: [&str; 4] = ["n = ", "n=", "n\u{a0}=\u{a0}", "n\u{a0}= "];
/// How a follow-up question is told.
pub(super) const FOLLOW_UP: [&str; 4] = ["följdfråga", "svarat ja", "follow-up", "answered yes"];
/// Beside a word of more or less: than before.
pub(super) const THAN_BEFORE: [&str; 8] = [
    "än året före",
    "än föregående år",
    "än förra året",
    "än året innan",
    "jämfört med ",
    "sedan ",
    "than the year before",
    "since ",
];
/// What leads from a number to the same in other words.
pub(super) const THAT_IS: [&str; 9] =
    ["alltså", "det vill säga", "dvs.", "motsvarande", "vilket är", "vilket motsvarar", "that is", "which is", "i.e."];
/// Between two things that are counted.
pub(super) const BOTH: [&str; 2] = [" och ", " and "];
/// A comparison is over where another one begins.
pub(super) const ENDS: [&str; 5] = [", men ", ", medan ", "; ", ", vilket ", ", while "];
/// Before a rough number.
pub(super) const ABOUT: [&str; 9] =
    ["ungefär", "omkring", "cirka", "knappt", "drygt", "nästan", "närmare", "about", "nearly"];
/// Beginnings of words for how far apart two shares are.
pub(super) const APART: [&str; 12] = [
    "ökning",
    "minskning",
    "skillnad",
    "högre",
    "lägre",
    "steg",
    "sjönk",
    "ökade",
    "minskade",
    "increase",
    "decrease",
    "higher",
];
/// Words for a share.
pub(super) const SHARE: [&str; 2] = ["andel", "share"];

/// Beside these a value is one of the first, or the first of some.
pub(super) const AMONG: [&str; 10] = [
    " bland de ",
    " en av de ",
    " ett av de ",
    " hör till ",
    " tillhör ",
    " inte ",
    " among the ",
    " one of the ",
    " not ",
    " belongs to ",
];

/// Whether a label says no more than that its question is so.
pub(super) fn is_yes(label: &str) -> bool {
    YES.contains(&label.to_lowercase().as_str())
}

/// Whether a word of a text begins with one of these.
pub(super) fn begins(text: &str, words: &[&str]) -> bool {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|own| words.iter().any(|word| own.starts_with(word)))
}
