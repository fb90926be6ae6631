//! Identifiers that are the same whenever a codebook is written: version 5 of RFC 9562, of ids and never of names.

use serde_json::json;
use sha1_smol::Sha1;

/// The namespace of URLs, as RFC 9562 gives it.
const URLS: [u8; 16] = [0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8];
/// What the namespace of codebooks is made of.
const CODEBOOKS: &str = "urn:insats:codebook";

/// The identifier of what a path of ids names.
pub(super) fn guid(path: &[&str]) -> String {
    let own = v5(v5(URLS, CODEBOOKS), &json!(path).to_string());
    let hex: String = own.iter().map(|byte| format!("{byte:02X}")).collect();
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// An identifier as it compares with others: without braces, in small letters.
pub(super) fn plain(written: &str) -> String {
    written.trim().trim_matches(|c| matches!(c, '{' | '}')).to_lowercase()
}

fn v5(namespace: [u8; 16], name: &str) -> [u8; 16] {
    let mut sha1 = Sha1::from(namespace);
    sha1.update(name.as_bytes());
    let digest = sha1.digest().bytes();
    let mut own = [0; 16];
    own.copy_from_slice(&digest[..16]);
    own[6] = (own[6] & 0x0f) | 0x50;
    own[8] = (own[8] & 0x3f) | 0x80;
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected from the `uuid` module of Python.
    #[test]
    fn an_identifier_is_version_5_of_its_path() {
        assert_eq!(guid(&["psykisk-halsa", "code", "implementation", "G1.6"]), "F5DAAE22-D18D-52FF-B0DA-AD6638D4BCE5");
    }
}
