//! What the page asks, and what it is answered: JSON in and out. `docs/reference/workbench.md` says what it is for; the page
//! and the server are one program, so it is nobody else's interface.

use axum::http::Method;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::words::words;
use crate::codebook::{Codebook, Domain};
use crate::coding::effect::NewPattern;
use crate::decisions::log::{Coding, Moment};
use crate::diagnostic::shown;
use crate::msg;
use crate::reviewing::{self, Order, Wanted};
use crate::run::{Failure, Refusal, Reviewing};
use crate::wording::library_says;

/// A request that was let in.
pub(super) struct Asked<'a> {
    pub method: &'a Method,
    pub path: &'a str,
    pub query: &'a [(String, String)],
    pub body: &'a [u8],
}

/// Codes that the page sends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    unit: String,
    domain: String,
    codes: Vec<String>,
    #[serde(default, alias = "why")]
    memo: String,
    #[serde(default)]
    unsure: bool,
    read: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AllSent {
    codings: Vec<Sent>,
}

/// A pattern that the page sends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleSent {
    domain: String,
    code: String,
    phrase: String,
    #[serde(default)]
    why: String,
}

/// Answers a request.
pub(super) fn answer(asked: &Asked<'_>, session: &mut Reviewing, now: fn() -> Moment) -> Result<String, Refusal> {
    let review = session.review();
    match (asked.method.as_str(), asked.path) {
        ("GET", "/api/study") => about(session),
        ("GET", "/api/next") => text(&review.next(&wanted(asked, review.book())?)),
        ("GET", "/api/unit") => match asked.get("id").and_then(|id| review.shown(id)) {
            Some(shown) => text(&shown),
            None => Err(Refusal::Missing(msg!("bench-no-such-unit"))),
        },
        ("GET", "/api/examples") => {
            let domain = domain(review.book(), asked.get("domain").unwrap_or_default())?;
            text(&review.examples(domain, asked.get("code").unwrap_or_default()))
        }
        ("GET", "/api/differences") => text(&review.differences()),
        ("GET", "/api/progress") => text(&review.progress()),
        ("GET", "/api/changes") => {
            session.changes()?;
            let (done, left) = session.review().counts();
            let language = session.review().language();
            let told: Vec<String> = session.told().iter().map(|told| told.text(language)).collect();
            text(&json!({ "version": session.review().version(), "left": left, "done": done, "told": told }))
        }
        ("POST", "/api/code") => {
            let sent: AllSent = body(asked)?;
            let codings = sent.codings.into_iter().map(|own| coding(review.book(), own)).collect::<Result<_, _>>()?;
            saved(session.code(codings, &now())?, session)
        }
        ("POST", "/api/settle") => {
            let coding = coding(review.book(), body(asked)?)?;
            saved(session.settle(coding, &now())?, session)
        }
        ("POST", "/api/rule/effect") => {
            let (new, _) = rule(review.book(), body(asked)?)?;
            text(&session.rule_effect(&new))
        }
        ("POST", "/api/rule/save") => {
            let (new, why) = rule(review.book(), body(asked)?)?;
            let version = session.save_rule(&new, &why, &now())?;
            text(&json!({ "version": version }))
        }
        ("POST", "/api/undo") => {
            let (unit, domain) = session.undo(&now())?;
            text(&json!({ "unit": unit, "domain": domain }))
        }
        _ => Err(Refusal::Missing(msg!("bench-no-such-page"))),
    }
}

impl Asked<'_> {
    /// What is asked under a name; nothing where it is blank.
    fn get(&self, name: &str) -> Option<&str> {
        let own = self.query.iter().find(|(own, _)| own == name);
        own.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// A word of a request that is one of some.
    fn word<T: Copy + Default>(&self, name: &str, words: &[(&str, T)]) -> Result<T, Refusal> {
        let Some(given) = self.get(name) else { return Ok(T::default()) };
        let own = words.iter().find(|(word, _)| *word == given).map(|(_, meaning)| *meaning);
        own.ok_or_else(|| Refusal::Wrong(msg!("bench-request-wrong", reason = shown(given))))
    }
}

/// The study, with the words of the page.
fn about(session: &Reviewing) -> Result<String, Refusal> {
    #[derive(Serialize)]
    struct WithWords<'w> {
        #[serde(flatten)]
        about: reviewing::About,
        words: std::collections::BTreeMap<&'w str, String>,
    }
    let review = session.review();
    text(&WithWords { about: review.about(), words: words(review.language()) })
}

fn wanted(asked: &Asked<'_>, book: &Codebook) -> Result<reviewing::Asked, Refusal> {
    Ok(reviewing::Asked {
        order: asked.word("order", &Order::WORDS)?,
        wanted: asked.word("state", &Wanted::WORDS)?,
        area: asked.get("area").map(str::to_owned),
        domain: asked.get("domain").map(|word| domain(book, word)).transpose()?,
        recipient: asked.get("recipient").map(str::to_owned),
        after: asked.get("after").map(str::to_owned),
    })
}

fn domain(book: &Codebook, word: &str) -> Result<Domain, Refusal> {
    book.domain(word).ok_or_else(|| Refusal::Wrong(msg!("bench-request-wrong", reason = shown(word))))
}

fn coding(book: &Codebook, sent: Sent) -> Result<Coding, Refusal> {
    let Sent { unit, codes, memo, unsure, .. } = sent;
    let read = sent.read.map(|read| read.parse()).transpose();
    let read = read.map_err(|()| Refusal::Changed(msg!("review-text-changed", unit = shown(&unit))))?;
    Ok(Coding { domain: domain(book, &sent.domain)?, unit, codes, memo, unsure, read })
}

/// A pattern, and why it is to be saved.
fn rule(book: &Codebook, sent: RuleSent) -> Result<(NewPattern, String), Refusal> {
    let RuleSent { code, phrase, why, .. } = sent;
    Ok((NewPattern { domain: domain(book, &sent.domain)?, code, pattern: phrase }, why))
}

fn body<T: DeserializeOwned>(asked: &Asked<'_>) -> Result<T, Refusal> {
    let wrong = |error| Refusal::Wrong(msg!("bench-request-wrong", reason = library_says(error)));
    serde_json::from_slice(asked.body).map_err(wrong)
}

fn saved(lines: Vec<crate::decisions::log::LineId>, session: &Reviewing) -> Result<String, Refusal> {
    let (done, left) = session.review().counts();
    let saved: Vec<Value> = lines.iter().map(|id| Value::from(id.to_string())).collect();
    text(&json!({ "saved": saved, "left": left, "done": done }))
}

fn text(answer: &impl Serialize) -> Result<String, Refusal> {
    serde_json::to_string(answer).map_err(|error| Refusal::Failed(Failure::Fault(error.to_string())))
}
