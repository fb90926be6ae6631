//! The workbench as a program that runs, and requests to it as any program may send them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

/// A server of a coder. It is ended when it is dropped.
pub struct Served {
    child: Child,
    pub port: u16,
    pub key: String,
    cookie: String,
}

/// An answer: its status, its head, its body.
pub struct Answered {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answered {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}{}", self.head, self.body))
    }
}

pub fn program(study: &Path, coder: &str) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_insats"));
    program.arg("review").arg(study).args(["--coder", coder, "--no-browser", "--messages", "en"]);
    program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    program
}

impl Served {
    /// Starts a server, and does not use its key.
    pub fn closed(study: &Path, coder: &str) -> Self {
        Self::begun(program(study, coder))
    }

    fn begun(mut program: Command) -> Self {
        let mut child = program.spawn().expect("the program");
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().expect("an output"));
        out.read_line(&mut line).expect("a line");
        // What is printed later has a reader.
        std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
        let Some(address) = line.trim().split("http://127.0.0.1:").nth(1) else {
            let mut said = String::new();
            child.stderr.take().expect("errors").read_to_string(&mut said).expect("text");
            panic!("no address: {line}{said}");
        };
        let (port, key) = address.split_once("/?key=").expect("a key");
        Self { child, port: port.parse().expect("a port"), key: key.to_owned(), cookie: String::new() }
    }

    /// Starts a server, and comes in.
    pub fn open(study: &Path, coder: &str) -> Self {
        Self::open_as(program(study, coder))
    }

    /// Starts a server in a way of its own, and comes in.
    pub fn open_as(program: Command) -> Self {
        let mut served = Self::begun(program);
        let first = served.get(&format!("/?key={}", served.key));
        assert_eq!(first.status, 303, "{}", first.head);
        let cookie = first.head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a cookie");
        served.cookie = cookie.split(';').next().expect("a cookie").to_owned();
        served
    }

    /// Sends bytes as they are; gives what came back, which may be cut off where the server stopped reading.
    pub fn raw(&self, head: &str, body: &[u8]) -> Option<Answered> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let is_chunked = head.contains("transfer-encoding: chunked");
        let body = if is_chunked { unchunked(body) } else { body.to_owned() };
        Some(Answered { status, head: head.to_owned(), body })
    }

    /// The head of a request; each of `more` takes the place of what a page would send.
    pub fn head(&self, line: &str, more: &[(&str, &str)], length: Option<usize>) -> String {
        let own = format!("127.0.0.1:{}", self.port);
        let origin = format!("http://{own}");
        let mut headers = vec![("Host", own.as_str()), ("Cookie", &self.cookie), ("Origin", &origin)];
        headers.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
        headers.extend(more.iter().filter(|(_, value)| !value.is_empty()));
        let mut head = format!("{line} HTTP/1.1\r\nConnection: close\r\n");
        headers.iter().for_each(|(name, value)| head += &format!("{name}: {value}\r\n"));
        if let Some(length) = length {
            head += &format!("Content-Type: application/json\r\nContent-Length: {length}\r\n");
        }
        head + "\r\n"
    }

    pub fn get(&self, path: &str) -> Answered {
        self.raw(&self.head(&format!("GET {path}"), &[], None), b"").unwrap_or_else(|| panic!("no answer to {path}"))
    }

    pub fn json(&self, path: &str) -> Value {
        let answered = self.get(path);
        assert_eq!(answered.status, 200, "{path}: {}", answered.body);
        answered.json()
    }

    /// `None` where the server is gone.
    pub fn try_post(&self, path: &str, body: &Value) -> Option<Answered> {
        let body = body.to_string();
        self.raw(&self.head(&format!("POST {path}"), &[], Some(body.len())), body.as_bytes())
    }

    pub fn post(&self, path: &str, body: &Value) -> Answered {
        self.try_post(path, body).unwrap_or_else(|| panic!("no answer to {path}"))
    }

    /// The codes of a unit in a domain, as its page would send them after it has shown it.
    pub fn coding(&self, unit: &str, domain: &str, codes: &[&str]) -> Value {
        let shown = self.json(&format!("/api/unit?id={unit}"));
        let domains = shown["domains"].as_array().expect("domains");
        let own = domains.iter().find(|own| own["id"] == domain).expect("the domain");
        serde_json::json!({
            "unit": unit, "domain": domain, "codes": codes, "memo": "", "unsure": false, "read": own["read"],
        })
    }

    /// Codes a unit.
    pub fn code(&self, unit: &str, domain: &str, codes: &[&str]) -> Answered {
        self.post("/api/code", &serde_json::json!({ "codings": [self.coding(unit, domain, codes)] }))
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Ends at once, as when the machine stops.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Ends as with Ctrl-C; gives the exit code.
    #[cfg(unix)]
    pub fn interrupt(mut self) -> Option<i32> {
        let ended = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        assert!(ended.expect("kill").success());
        self.child.wait().expect("an end").code()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.kill();
    }
}

fn unchunked(mut body: &str) -> String {
    let mut whole = String::new();
    while let Some((length, rest)) = body.split_once("\r\n") {
        let Ok(length) = usize::from_str_radix(length, 16) else { break };
        let Some(chunk) = rest.get(..length) else { break };
        whole += chunk;
        body = rest.get(length + 2..).unwrap_or_default();
    }
    whole
}
