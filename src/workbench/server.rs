//! The server: it answers this machine alone, and every answer says what the page may do.

use std::future::IntoFuture;
use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{any, get};
use tokio::net::TcpListener;

use super::api::{self, Asked};
use super::ended::ended;
use super::gate::{Gate, Passed, Secrets};
use super::page;
use crate::decisions::log::Moment;
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;
use crate::run::{Failure, Refusal, Reviewing};
use crate::wording::{Language, Message};

/// The longest body of a request, in bytes.
const LONGEST: usize = 1_000_000;

/// What a page may do: run its own script in its own style, ask this server, and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
                      trusted-types 'none'";

/// What every answer says.
const HEADERS: [(&str, &str); 7] = [
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    ("cache-control", "no-store"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// The kinds of content.
const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
const JSON: &str = "application/json";

/// What a server needs of whoever starts it.
pub struct Serving<'a> {
    /// The port; any that is free where none is given.
    pub port: Option<u16>,
    /// What nobody can guess.
    pub secrets: Secrets,
    /// The time.
    pub now: fn() -> Moment,
    /// Hears the address when the server answers.
    pub ready: &'a dyn Fn(&str),
}

/// What is served.
struct Served {
    gate: Gate,
    session: Mutex<Reviewing>,
    language: Language,
    now: fn() -> Moment,
}

/// Serves the workbench of a coder until somebody ends it, as with Ctrl-C.
///
/// # Errors
/// [`Failure`]: the port is taken, or the machine refuses.
pub fn serve(session: Reviewing, serving: Serving<'_>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(of_machine)?.block_on(until_ended(session, serving))
}

async fn until_ended(session: Reviewing, serving: Serving<'_>) -> Result<(), Failure> {
    let port = serving.port.unwrap_or(0);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| not_listening(port, &error))?;
    let gate = Gate::new(listener.local_addr().map_err(of_machine)?.port(), serving.secrets);
    let address = gate.address();
    let language = session.review().language();
    let served = Arc::new(Served { gate, session: Mutex::new(session), language, now: serving.now });
    let ended = ended().map_err(of_machine)?;
    let server = tokio::spawn(axum::serve(listener, router(Arc::clone(&served))).into_future());
    (serving.ready)(&address);
    ended.await;
    server.abort();
    // What is being saved is saved first.
    served.session.lock().unwrap_or_else(PoisonError::into_inner).end()
}

fn of_machine(error: io::Error) -> Failure {
    Failure::Fault(error.to_string())
}

fn not_listening(port: u16, error: &io::Error) -> Failure {
    let place = Place::file(format!("{}:{port}", Ipv4Addr::LOCALHOST));
    Diagnostic::error(place, msg!("bench-port-taken", reason = error)).into()
}

fn router(served: Arc<Served>) -> Router {
    let markup = page::markup(served.language);
    Router::new()
        .route("/", get(move || std::future::ready(answer(StatusCode::OK, HTML, markup.clone()))))
        .route("/app.css", get(|| std::future::ready(answer(StatusCode::OK, CSS, page::STYLE))))
        .route("/app.js", get(|| std::future::ready(answer(StatusCode::OK, JAVASCRIPT, page::SCRIPT))))
        .route("/api/{*what}", any(asked))
        .fallback(nothing)
        .layer(middleware::from_fn_with_state(Arc::clone(&served), guarded))
        .with_state(served)
}

/// Lets in whoever may ask, and puts on every answer what the page may do.
async fn guarded(State(served): State<Arc<Served>>, request: Request, next: Next) -> Response {
    let passed = served.gate.pass(request.method(), request.uri(), request.headers());
    let is_first = request.uri().path() == "/" && request.uri().query().is_some();
    let mut response = match passed {
        Err((status, message)) => refused(status, &message, served.language),
        Ok(_) if length(request.headers()) > LONGEST => too_long(served.language),
        Ok(Passed::WithKey(cookie)) => to_page(Some(cookie)),
        // The key does not stay in the address.
        Ok(Passed::WithCookie) if is_first => to_page(None),
        Ok(Passed::WithCookie) => next.run(request).await,
    };
    let headers = response.headers_mut();
    HEADERS.into_iter().for_each(|(name, value)| drop(headers.insert(name, HeaderValue::from_static(value))));
    response
}

/// How long a body says that it is.
fn length(headers: &HeaderMap) -> usize {
    let said = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    said.and_then(|said| said.parse().ok()).unwrap_or(0)
}

/// Whether a body says that it is JSON.
fn is_json(headers: &HeaderMap) -> bool {
    let said = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    said.and_then(|said| said.split(';').next()).is_some_and(|kind| kind.trim().eq_ignore_ascii_case(JSON))
}

/// Sends a browser to the page.
fn to_page(cookie: Option<String>) -> Response {
    let mut response = answer(StatusCode::SEE_OTHER, HTML, "");
    response.headers_mut().insert(header::LOCATION, HeaderValue::from_static("/"));
    if let Some(cookie) = cookie.and_then(|cookie| HeaderValue::from_str(&cookie).ok()) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

/// Answers what the page asks. Reading and saving wait for the disk, so they are done beside the server.
async fn asked(
    State(served): State<Arc<Served>>,
    Query(query): Query<Vec<(String, String)>>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    if parts.method == Method::POST && !is_json(&parts.headers) {
        return refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, &msg!("bench-not-json"), served.language);
    }
    let Ok(body) = to_bytes(body, LONGEST).await else { return too_long(served.language) };
    let language = served.language;
    let done = tokio::task::spawn_blocking(move || {
        // Another request that failed has left the session as the log has it.
        let mut session = served.session.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = Asked { method: &parts.method, path: parts.uri.path(), query: &query, body: &body };
        api::answer(&asked, &mut session, served.now)
    });
    match done.await {
        Ok(Ok(json)) => answer(StatusCode::OK, JSON, json),
        Ok(Err(refusal)) => with_error(status(&refusal), &refusal.text(language)),
        Err(_) => refused(StatusCode::INTERNAL_SERVER_ERROR, &msg!("program-failed"), language),
    }
}

fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::Wrong(_) => StatusCode::BAD_REQUEST,
        Refusal::Missing(_) => StatusCode::NOT_FOUND,
        Refusal::Changed(_) => StatusCode::CONFLICT,
        // What is wrong in the study is nothing that the server can mend, and no fault of it.
        Refusal::Failed(Failure::Input(_)) => StatusCode::BAD_REQUEST,
        Refusal::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

async fn nothing(State(served): State<Arc<Served>>) -> Response {
    refused(StatusCode::NOT_FOUND, &msg!("bench-no-such-page"), served.language)
}

fn too_long(language: Language) -> Response {
    refused(StatusCode::PAYLOAD_TOO_LARGE, &msg!("bench-too-long"), language)
}

fn refused(status: StatusCode, message: &Message, language: Language) -> Response {
    with_error(status, &message.text(language))
}

fn with_error(status: StatusCode, text: &str) -> Response {
    answer(status, JSON, serde_json::json!({ "error": text }).to_string())
}

fn answer(status: StatusCode, kind: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}
