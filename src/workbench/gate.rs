//! Who may ask: the browser of the person who started the server, and no page of somebody else's in it.
//!
//! The address that is printed holds a key. The first request with it gets a cookie for it, after which the key is void; every other
//! request needs the cookie. Names and origins are checked, too: a page elsewhere may make a browser ask, under a name of its own
//! that it lets point to this machine.

use std::sync::{Mutex, PoisonError};

use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use sha2::{Digest, Sha256};

use crate::msg;
use crate::wording::Message;

/// Where a request comes from, in browsers of today.
const SITE: &str = "sec-fetch-site";
/// Whether a person goes somewhere, or a page asks.
const MODE: &str = "sec-fetch-mode";

/// Secrets that nobody can guess: what the address holds, and what the cookie does.
pub struct Secrets {
    /// Of the address, void after its first use.
    pub key: String,
    /// Of the cookie.
    pub session: String,
}

impl Secrets {
    /// From 64 bytes of the machine's randomness.
    pub fn of(random: &[u8; 64]) -> Self {
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let (key, session) = random.split_at(32);
        Self { key: hex(key), session: hex(session) }
    }
}

/// What a request is let through as.
#[derive(Debug, PartialEq, Eq)]
pub enum Passed {
    /// It brought the key, and gets this cookie.
    WithKey(String),
    /// It brought the cookie.
    WithCookie,
}

/// Why a request is refused.
pub type Refused = (StatusCode, Message);

/// Who may ask on a port.
pub struct Gate {
    port: u16,
    key: Mutex<Option<String>>,
    session: String,
}

impl Gate {
    /// For a server on a port.
    pub fn new(port: u16, secrets: Secrets) -> Self {
        Self { port, key: Mutex::new(Some(secrets.key)), session: secrets.session }
    }

    /// The address with the key.
    pub fn address(&self) -> String {
        let key = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        format!("http://127.0.0.1:{}/?key={}", self.port, key.as_deref().unwrap_or_default())
    }

    /// Lets a request through or refuses it.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn pass(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Result<Passed, Refused> {
        let host = text(headers, "host").unwrap_or_default();
        if !self.names().contains(&host.to_owned()) || uri.host().is_some() {
            return Err((StatusCode::FORBIDDEN, msg!("bench-other-host")));
        }
        if method != Method::GET && method != Method::POST {
            return Err((StatusCode::METHOD_NOT_ALLOWED, msg!("bench-other-method")));
        }
        self.origin(method, host, headers)?;
        if self.has_cookie(headers) {
            return Ok(Passed::WithCookie);
        }
        match key(uri).filter(|_| method == Method::GET && uri.path() == "/") {
            Some(key) if self.takes(key) => Ok(Passed::WithKey(self.cookie())),
            _ => Err((StatusCode::FORBIDDEN, msg!("bench-without-secret"))),
        }
    }

    /// What this server is called.
    fn names(&self) -> [String; 2] {
        ["127.0.0.1", "localhost"].map(|name| format!("{name}:{}", self.port))
    }

    /// A page of another origin asks nothing; a person may come from anywhere, to the first page alone.
    fn origin(&self, method: &Method, host: &str, headers: &HeaderMap) -> Result<(), Refused> {
        let own = format!("http://{host}");
        let origin = headers.get("origin").map(|_| text(headers, "origin") == Some(own.as_str()));
        let same_site = match text(headers, SITE) {
            None => !headers.contains_key(SITE),
            Some("same-origin") => true,
            Some(_) => method == Method::GET && text(headers, MODE) == Some("navigate"),
        };
        let named = origin.unwrap_or(method == Method::GET);
        if named && same_site { Ok(()) } else { Err((StatusCode::FORBIDDEN, msg!("bench-other-origin"))) }
    }

    /// The cookie's name tells servers on other ports apart, for cookies do not.
    fn cookie_name(&self) -> String {
        format!("insats-{}", self.port)
    }

    fn cookie(&self) -> String {
        format!("{}={}; Path=/; HttpOnly; SameSite=Strict", self.cookie_name(), self.session)
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie_name();
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.filter(|(own, _)| *own == name).any(|(_, value)| is_same(value, &self.session))
    }

    /// Takes the key, once.
    fn takes(&self, given: &str) -> bool {
        let mut key = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        let is_key = key.as_deref().is_some_and(|key| is_same(given, key));
        if is_key {
            *key = None;
        }
        is_key
    }
}

fn key(uri: &Uri) -> Option<&str> {
    uri.query()?.split('&').find_map(|pair| pair.strip_prefix("key="))
}

/// A header that stands once and is text.
fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let mut all = headers.get_all(name).iter();
    let only = all.next().filter(|_| all.next().is_none());
    only.and_then(|value| value.to_str().ok())
}

/// Whether two secrets are the same; how long that takes says nothing of where they differ.
fn is_same(one: &str, other: &str) -> bool {
    Sha256::digest(one) == Sha256::digest(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate() -> Gate {
        Gate::new(4711, Secrets { key: "k".to_owned(), session: "s".to_owned() })
    }

    fn ask(gate: &Gate, method: &Method, path: &str, headers: &[(&'static str, &'static str)]) -> Result<Passed, u16> {
        let all = [("host", "127.0.0.1:4711")].iter().chain(headers);
        // A later header of a name takes the place of an earlier one.
        let mut map = HeaderMap::new();
        for (name, value) in all {
            map.insert(*name, value.parse().unwrap());
        }
        gate.pass(method, &path.parse().unwrap(), &map).map_err(|(status, _)| status.as_u16())
    }

    #[test]
    fn the_key_opens_once_and_the_cookie_always() {
        let gate = gate();
        let get = |path: &str, headers: &[(&'static str, &'static str)]| ask(&gate, &Method::GET, path, headers);
        for path in ["/", "/api/next", "/?key=", "/?key=other", "/api/study?key=k"] {
            assert_eq!(get(path, &[]), Err(403), "{path}");
        }
        let cookie = "insats-4711=s; Path=/; HttpOnly; SameSite=Strict".to_owned();
        assert_eq!(get("/?key=k", &[]), Ok(Passed::WithKey(cookie)));
        assert_eq!(get("/?key=k", &[]), Err(403));
        assert_eq!(get("/api/next", &[("cookie", "other=s; insats-4711=s")]), Ok(Passed::WithCookie));
        for cookie in ["insats-4711=t", "insats-4712=s", "insats-4711", "s", "xinsats-4711=s"] {
            assert_eq!(get("/api/next", &[("cookie", cookie)]), Err(403), "{cookie}");
        }
    }

    #[test]
    fn other_names_origins_and_methods_are_refused_whatever_they_bring() {
        let gate = gate();
        let own = [("cookie", "insats-4711=s"), ("origin", "http://127.0.0.1:4711")];
        let with = |method: &Method, more: &[(&'static str, &'static str)]| {
            ask(&gate, method, "/api/code", &[&own[..], more].concat())
        };
        assert_eq!(with(&Method::POST, &[]), Ok(Passed::WithCookie));
        assert_eq!(with(&Method::POST, &[("sec-fetch-site", "same-origin")]), Ok(Passed::WithCookie));
        for more in [
            ("host", "insats.example:4711"),
            ("host", "127.0.0.1"),
            ("host", "127.0.0.1:4712"),
            ("host", "127.0.0.1:4711.example"),
            ("origin", "http://insats.example"),
            ("origin", "null"),
            ("origin", "http://localhost:4711"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("sec-fetch-site", "none"),
        ] {
            assert_eq!(with(&Method::POST, &[more]), Err(403), "{more:?}");
        }
        assert_eq!(ask(&gate, &Method::POST, "/api/code", &own[..1]), Err(403));
        assert_eq!(with(&Method::GET, &[("sec-fetch-site", "cross-site")]), Err(403));
        let comes = [("sec-fetch-site", "none"), ("sec-fetch-mode", "navigate")];
        assert_eq!(with(&Method::GET, &comes), Ok(Passed::WithCookie));
        for method in [Method::PUT, Method::DELETE, Method::OPTIONS, Method::HEAD, Method::TRACE] {
            assert_eq!(with(&method, &[]), Err(405), "{method}");
        }
        assert_eq!(ask(&gate, &Method::GET, "http://127.0.0.1:4711/api/next", &own), Err(403));
    }
}
