//! What parts are (`[Content_Types].xml`).

use super::Package;
use crate::diagnostic::Diagnostic;
use crate::manuscript::space::Space;
use crate::manuscript::xml::escaped;

const TYPES: &str = "[Content_Types].xml";

impl Package {
    /// What a part is.
    pub(in crate::manuscript) fn content_type(&mut self, name: &str) -> Result<Option<String>, Diagnostic> {
        let tree = self.tree(TYPES)?;
        let get = |id, name| tree.attribute(id, Space::None, name).unwrap_or_default();
        let ending = name.rsplit('.').next().unwrap_or_default();
        let own = tree.children(0).find(|id| get(*id, "PartName").trim_start_matches('/').eq_ignore_ascii_case(name));
        let of_ending = || tree.children(0).find(|id| get(*id, "Extension").eq_ignore_ascii_case(ending));
        Ok(own.or_else(of_ending).map(|id| get(id, "ContentType")))
    }

    /// Says what a part is, unless it is said already.
    pub(in crate::manuscript) fn declare(&mut self, name: &str, content_type: &str) -> Result<(), Diagnostic> {
        if self.content_type(name)?.is_some_and(|known| known == content_type) {
            return Ok(());
        }
        let entry = format!("<Override PartName=\"/{}\" ContentType=\"{content_type}\"/>", escaped(name));
        self.append(TYPES, &entry)
    }
}
