//! Statistics over nothing: a base of zero, a domain without codes, a column without numbers. The number stays away or is
//! a dash, the note says so, and a warning names the item.

use super::alternative::quoted;
use super::{Bars, Bubble, Content, Item, ItemDeclaration, KindDeclaration, Likert, Material, account::Filled};
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::wording::{Language, NO_BREAK, list, sentence};

/// What has no base, in a language.
struct Nothing {
    language: Language,
    parts: Vec<String>,
}

/// Says in an item's note what in it rests on nothing, and warns of it.
pub(super) fn tell(material: &Material<'_>, declared: &ItemDeclaration, item: &mut Item, messages: &mut Diagnostics) {
    let causes =
        |language| Nothing { language, parts: Vec::new() }.of(material, declared, &item.content, item.table.rows.len());
    let [swedish, english] = [Language::Swedish, Language::English].map(causes);
    if swedish.is_empty() {
        return;
    }
    let own = if material.language == Language::Swedish { &swedish } else { &english };
    let lead = material.language.pick("Underlag saknas", "No data");
    item.note = super::joined(std::mem::take(&mut item.note), Some(&format!("{lead}: {}.", own.join("; "))));
    let found = format!("the item {} rests on nothing: {}", shown(&declared.id), english.join("; "));
    messages.push(
        Diagnostic::warning(declared.place.clone(), found)
            .expected("at least one answer, code or amount behind every number")
            .action("check the question, codes or column that it shows, or remove the item")
            .in_swedish(
                format!("{} saknar underlag: {}", item.name(), swedish.join("; ")),
                "minst ett svar, en kod eller ett belopp bakom varje tal",
                "kontrollera frågan, koderna eller kolumnen som visas, eller ta bort figuren eller tabellen",
            ),
    );
}

impl Nothing {
    fn of(
        mut self,
        material: &Material<'_>,
        declared: &ItemDeclaration,
        content: &Content,
        rows: usize,
    ) -> Vec<String> {
        match content {
            Content::Bubble(bubble) => self.bubble(material, bubble),
            Content::Bars(bars) => self.bars(bars),
            Content::Likert(likert) => self.likert(likert),
            Content::Stacked(filled) | Content::Columns(filled) => self.account(filled),
            Content::Table => match &declared.kind {
                KindDeclaration::Account(item) => {
                    // What is wrong with the table has been reported when it was filled in.
                    self.account(&super::account::fill(material, item, &mut Diagnostics::new()));
                }
                kind => self.subcodes(material, kind, rows),
            },
        }
        self.parts
    }

    fn push(&mut self, swedish: String, english: String) {
        self.parts.push(if self.language == Language::Swedish { swedish } else { english });
    }

    fn bubble(&mut self, material: &Material<'_>, bubble: &Bubble) {
        if bubble.interventions == 0 {
            return self.push("området har inga insatser".to_owned(), "the area has no interventions".to_owned());
        }
        for (series, (domain, _)) in bubble.domains.iter().enumerate() {
            if !bubble.marks.iter().any(|mark| mark.series == series) {
                self.no_codes(material, *domain);
            }
        }
    }

    fn no_codes(&mut self, material: &Material<'_>, domain: crate::codebook::Domain) {
        let name = |language| material.book.domain_label(domain, language).to_lowercase();
        self.push(
            format!("ingen insats har kod för {}", name(Language::Swedish)),
            format!("no intervention has a code for {}", name(Language::English)),
        );
    }

    fn subcodes(&mut self, material: &Material<'_>, kind: &KindDeclaration, rows: usize) {
        let KindDeclaration::Subcodes { areas, domains, .. } = kind else { return };
        if rows == 0 {
            return self.push("inga underkoder att visa".to_owned(), "no subcodes to show".to_owned());
        }
        for domain in domains {
            let coded = |area: &str| material.ledger.has_codes(area, *domain);
            if !areas.iter().any(|group| coded(&group.area)) {
                self.no_codes(material, *domain);
            }
        }
    }

    fn bars(&mut self, bars: &Bars) {
        for group in &bars.groups {
            let without = group.bases.iter().enumerate().filter(|(_, base)| **base == 0);
            let without: Vec<&str> = without.map(|(at, _)| bars.options[at].as_str()).collect();
            let lead = if group.label.is_empty() { String::new() } else { format!("{}: ", sentence(&group.label)) };
            let base = group.bases.iter().copied().max().unwrap_or_default();
            if group.unticked && base > 0 {
                self.push(
                    format!("{lead}ingen har valt något alternativ (0 av {base})"),
                    format!("{lead}nobody has ticked any option (0 of {base})"),
                );
                continue;
            }
            self.unanswered(&lead, &without, group.bases.len());
        }
    }

    fn likert(&mut self, likert: &Likert) {
        let without = likert.items.iter().filter(|item| item.base == 0);
        let without: Vec<&str> = without.map(|item| item.label.as_str()).collect();
        self.unanswered("", &without, likert.items.len());
    }

    /// Options that nobody was asked or answered; `all` is how many options there are.
    fn unanswered(&mut self, lead: &str, without: &[&str], all: usize) {
        if without.len() == all {
            return self.push(
                format!("{lead}ingen har besvarat frågan (n{NO_BREAK}={NO_BREAK}0)"),
                format!("{lead}nobody has answered the question (n{NO_BREAK}={NO_BREAK}0)"),
            );
        }
        if !without.is_empty() {
            let named = |language| list(language, &without.iter().map(|o| quoted(o, language)).collect::<Vec<_>>());
            self.push(
                format!("{lead}ingen har svarat om {} (n{NO_BREAK}={NO_BREAK}0)", named(Language::Swedish)),
                format!("{lead}nobody has answered on {} (n{NO_BREAK}={NO_BREAK}0)", named(Language::English)),
            );
        }
    }

    fn account(&mut self, filled: &Filled) {
        if filled.rows.is_empty() {
            return self.push("inga rader att visa".to_owned(), "no rows to show".to_owned());
        }
        for column in filled.blank_columns() {
            self.push(
                format!("kolumnen {} är tom", quoted(column, Language::Swedish)),
                format!("the column {} is blank", quoted(column, Language::English)),
            );
        }
        let blank: Vec<&str> = filled.blank_columns().collect();
        for column in filled.over_zero.iter().filter(|column| !blank.contains(&column.as_str())) {
            self.push(
                format!("en andel av noll har inget värde (kolumnen {})", quoted(column, Language::Swedish)),
                format!("a share of zero has no value (column {})", quoted(column, Language::English)),
            );
        }
    }
}
