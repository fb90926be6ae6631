//! What the page may do: its own style and its own script, named by their hashes, and nothing from outside.

use sha2::{Digest, Sha256};

use crate::render::base64::base64;

/// The content security policy of a page with one style and one script. Data stand in a block that no browser runs.
pub(super) fn policy(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; base-uri 'none'; \
         form-action 'none'",
        base64(&Sha256::digest(style.as_bytes())),
        base64(&Sha256::digest(script.as_bytes())),
    )
}
