//! The code of a number format, read section by section.

use std::sync::Arc;

use super::{Comparison, Form, Kind, Section};

/// The sections of a code.
pub(super) fn split(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let (mut quoted, mut escaped) = (false, false);
    for sign in code.chars() {
        match sign {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            '\\' | '_' | '*' if !quoted => escaped = true,
            ';' if !quoted => {
                sections.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = sections.last_mut() {
            last.push(sign);
        }
    }
    sections
}

/// A section while it is read.
#[derive(Default)]
struct Draft {
    before: String,
    after: String,
    /// Digits were met, before and behind the decimal point.
    whole: bool,
    point: bool,
    zeros: u8,
    /// Whether the whole part is of nothing but zeros.
    only_zeros: bool,
    commas: u8,
    grouped: bool,
    percent: u8,
    date: bool,
    /// A literal stands behind digits; where more digits follow, within them.
    interrupted: bool,
    inner: bool,
    condition: Option<(Comparison, f64)>,
}

impl Draft {
    fn literal(&mut self, sign: char) {
        let sign = if sign.is_whitespace() { ' ' } else { sign };
        let side = if self.whole { &mut self.after } else { &mut self.before };
        if sign != ' ' || !side.ends_with(' ') {
            side.push(sign);
        }
        self.interrupted |= self.whole && sign != ' ';
    }

    fn digit(&mut self, sign: char) {
        if self.interrupted {
            self.inner = true;
            self.interrupted = false;
        }
        if self.whole {
            self.after.clear();
        }
        self.only_zeros = sign == '0' && (self.only_zeros || !self.whole);
        self.whole = true;
        if !self.point {
            self.commas = 0;
            self.zeros = self.zeros.saturating_add(u8::from(sign == '0'));
        }
    }

    fn bracket(&mut self, content: &str) {
        if let Some(currency) = content.strip_prefix('$') {
            currency.split('-').next().unwrap_or_default().chars().for_each(|sign| self.literal(sign));
        } else if content.starts_with(['<', '>', '=']) {
            self.condition = condition(content);
        } else if content.chars().all(|sign| matches!(sign.to_ascii_lowercase(), 'h' | 'm' | 's')) {
            self.date = true;
        }
    }
}

fn condition(text: &str) -> Option<(Comparison, f64)> {
    const FORMS: [(&str, Comparison); 6] = [
        ("<=", Comparison::AtMost),
        (">=", Comparison::AtLeast),
        ("<>", Comparison::Unequal),
        ("<", Comparison::Less),
        (">", Comparison::More),
        ("=", Comparison::Equal),
    ];
    let (form, comparison) = FORMS.iter().find(|(form, _)| text.starts_with(form))?;
    Some((*comparison, text.strip_prefix(form)?.trim().parse().ok()?))
}

/// Reads a section; `at` is its position.
pub(super) fn section(code: &str, at: usize) -> Section {
    let mut draft = Draft::default();
    let mut signs = code.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => signs.by_ref().take_while(|sign| *sign != '"').for_each(|sign| draft.literal(sign)),
            '\\' => signs.next().into_iter().for_each(|sign| draft.literal(sign)),
            '_' => {
                signs.next();
                draft.literal(' ');
            }
            '*' => {
                signs.next();
            }
            '[' => {
                let content: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                draft.bracket(&content);
            }
            '0' | '#' | '?' => draft.digit(sign),
            '.' if draft.whole && !draft.point && !draft.interrupted => draft.point = true,
            '.' if signs.peek().is_some_and(|next| matches!(next, '0' | '#' | '?')) => draft.point = true,
            ',' if draft.whole && !draft.interrupted => {
                draft.commas = draft.commas.saturating_add(1);
                draft.grouped = true;
            }
            '%' => {
                draft.percent = draft.percent.saturating_add(1);
                draft.literal('%');
            }
            'E' | 'e' if draft.whole && matches!(signs.peek(), Some('+' | '-')) => {
                signs.next();
            }
            '/' if draft.whole && !draft.interrupted => {}
            'G' | 'g' | 'S' | 's' if is_general(sign, &signs.clone().collect::<String>()) => {
                // "General", or "Standard" as some programs write it.
                signs.by_ref().take(if sign.eq_ignore_ascii_case(&'g') { 6 } else { 7 }).for_each(drop);
                draft.digit('#');
            }
            'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' if !draft.whole => draft.date = true,
            '@' => draft.whole = true,
            sign => draft.literal(sign),
        }
    }
    Section { condition: draft.condition, form: form(draft, at).map(Arc::new) }
}

fn is_general(first: char, rest: &str) -> bool {
    let begins = |word: &str| rest.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
    if first.eq_ignore_ascii_case(&'g') { begins("eneral") } else { begins("tandard") }
}

/// What a section says; `None` where it shows a number as it is.
fn form(draft: Draft, at: usize) -> Option<Form> {
    if draft.date {
        return None;
    }
    let (mut before, mut after) = (draft.before, draft.after);
    let only_digits = draft.only_zeros && !draft.point && !draft.inner && !draft.grouped;
    let digits = if only_digits && draft.zeros > 1 { draft.zeros } else { 0 };
    // The minus of negative numbers comes with the number; zero is often shown as a dash beside its currency.
    let dashes: &[char] =
        if at == 1 && draft.condition.is_none() { &['-', '−', '(', ')'] } else { &['-', '–', '—'] };
    if at > 0 {
        before.retain(|sign| !dashes.contains(&sign));
        after.retain(|sign| !dashes.contains(&sign) || at == 2);
    }
    let before = before.trim_start().trim_start_matches('+').to_owned();
    let after = after.trim_end().to_owned();
    let kind = match (draft.whole, before.trim().is_empty()) {
        (true, _) => Kind::Digits,
        (false, true) => Kind::Hidden,
        (false, false) => Kind::Constant,
    };
    let before = if before.trim().is_empty() { String::new() } else { before };
    let form = Form { kind, before, after, percent: draft.percent, thousands: draft.commas, digits };
    let plain = kind == Kind::Digits && form.before.is_empty() && form.after.trim().is_empty();
    (!plain || form.percent > 0 || form.thousands > 0 || digits > 0).then_some(form)
}
