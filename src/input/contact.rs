//! What contact data look like. Columns with them are never read, whatever a study declares.

/// Whether a column holds contact data by its name. Such columns are never read, whatever a study declares.
pub fn is_contact(name: &str) -> bool {
    const CONTACT: [&str; 9] =
        ["kontakt", "kontaktperson", "e-post", "epost", "e-mail", "email", "mejl", "telefon", "telefonnummer"];
    let name = name.to_lowercase();
    let first = name.split([' ', '(', ':', '/']).next().unwrap_or_default();
    CONTACT.contains(&first) && name.split_whitespace().count() <= 3
}
