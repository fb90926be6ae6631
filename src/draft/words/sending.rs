//! Words for whether an answer was sent in or only begun, in small letters without signs.

/// Names of a column that says of an answer how far it has come, in small letters without signs.
pub const OF_STATUS: [&str; 8] = [
    "status",
    "svarsstatus",
    "enkätstatus",
    "svaretsstatus",
    "statusförsvaret",
    "responsestatus",
    "surveystatus",
    "submissionstatus",
];

/// Names of a column that says yes or no.
pub const OF_YES_AND_NO: [&str; 11] = [
    "inskickad",
    "inskickat",
    "submitted",
    "finished",
    "completed",
    "slutförd",
    "slutfört",
    "färdig",
    "iscomplete",
    "ärinskickad",
    "ärslutförd",
];

/// What is only said of an answer.
pub const SENT_IN: [&str; 8] =
    ["inskickad", "inskickat", "skickad", "skickat", "besvarad", "besvarat", "submitted", "sent"];

/// What is also said of interventions.
pub const DONE: [&str; 8] =
    ["slutförd", "slutfört", "avslutad", "avslutat", "färdig", "complete", "completed", "finished"];

/// What is said of an answer that was begun.
pub const BEGUN: [&str; 26] = [
    "påbörjad",
    "påbörjat",
    "ejpåbörjad",
    "intepåbörjad",
    "pågår",
    "pågående",
    "ejinskickad",
    "inteinskickad",
    "ejinskickat",
    "inteinskickat",
    "ejslutförd",
    "inteslutförd",
    "ejbesvarad",
    "intebesvarad",
    "utkast",
    "sparad",
    "sparat",
    "draft",
    "incomplete",
    "partial",
    "partiallycomplete",
    "partiallycompleted",
    "inprogress",
    "started",
    "notstarted",
    "notsubmitted",
];

/// That it was.
pub const YES: [&str; 6] = ["true", "sant", "yes", "ja", "1", "x"];
/// That it was not.
pub const NO: [&str; 5] = ["false", "falskt", "no", "nej", "0"];
