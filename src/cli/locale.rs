//! The language of the person at the terminal.

use std::ffi::OsString;

use insats::wording::Language;

/// What `--messages` asks for, else what the locale says. Help is shown before options are parsed, so they are looked at here.
pub fn language(arguments: &[OsString]) -> Language {
    asked(arguments).unwrap_or_else(|| of_locale(locale().as_deref().unwrap_or_default()))
}

fn asked(arguments: &[OsString]) -> Option<Language> {
    let arguments: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let word = arguments.iter().enumerate().find_map(|(at, argument)| match &**argument {
        "--messages" => arguments.get(at + 1).map(|next| &**next),
        argument => argument.strip_prefix("--messages="),
    })?;
    Language::WORDS.iter().find(|(known, _)| *known == word).map(|(_, language)| *language)
}

/// The locale of messages as POSIX orders the variables; where none is set, the system's (Windows, macOS).
fn locale() -> Option<String> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).or_else(sys_locale::get_locale)
}

/// `sv`, `sv_SE.UTF-8`, `sv-FI`: Swedish; all others English.
fn of_locale(locale: &str) -> Language {
    let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
    if language.eq_ignore_ascii_case("sv") { Language::Swedish } else { Language::English }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_first_part_of_a_locale() {
        for locale in ["sv", "sv_SE.UTF-8", "sv-FI", "SV_se@euro"] {
            assert_eq!(of_locale(locale), Language::Swedish, "{locale}");
        }
        for locale in ["", "C", "POSIX", "en_GB.UTF-8", "svk"] {
            assert_eq!(of_locale(locale), Language::English, "{locale}");
        }
    }

    #[test]
    fn the_option_decides_wherever_it_stands() {
        let asked = |arguments: &[&str]| asked(&arguments.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked(&["insats", "--messages", "sv", "run"]), Some(Language::Swedish));
        assert_eq!(asked(&["insats", "run", "--messages=en"]), Some(Language::English));
        assert_eq!(asked(&["insats", "run", "--messages", "de"]), None);
        assert_eq!(asked(&["insats", "--messages"]), None);
    }
}
