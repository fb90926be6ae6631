//! Statistics over nothing: a base of zero, a domain without codes, a column without numbers. The number stays away or is
//! a dash, the note says so, and a warning names the item.

use super::{Bars, Bubble, Content, Item, ItemDeclaration, KindDeclaration, Likert, Material, account::Filled};
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::wording::{Arg, Message, Text, all_of, joined, sentence};

/// What has no base.
#[derive(Default)]
struct Nothing {
    parts: Vec<Message>,
}

/// Says in an item's note what in it rests on nothing, and warns of it.
pub(super) fn tell(material: &Material<'_>, declared: &ItemDeclaration, item: &mut Item, messages: &mut Diagnostics) {
    let causes = Nothing::default().of(material, declared, &item.content, item.table.rows.len());
    if causes.is_empty() {
        return;
    }
    let causes = joined(&causes, "; ");
    let note = msg!("note-without-data", causes = causes.clone()).text(material.language);
    item.note = super::joined(std::mem::take(&mut item.note), Some(&note));
    let called = &Text { sv: item.name().to_owned(), en: Some(shown(&declared.id)) };
    let message = msg!("item-without-data", item = called, causes);
    // Why there is nothing has been told where the data are.
    messages.push(Diagnostic::warning(declared.place.clone(), message).follows());
}

impl Nothing {
    fn of(
        mut self,
        material: &Material<'_>,
        declared: &ItemDeclaration,
        content: &Content,
        rows: usize,
    ) -> Vec<Message> {
        match content {
            Content::Bubble(bubble) => self.bubble(bubble),
            Content::Bars(bars) => self.bars(bars),
            Content::Likert(likert) => self.likert(likert),
            Content::Stacked(filled) | Content::Columns(filled) => self.account(filled),
            Content::Change(years) | Content::Series(years) => {
                self.parts.extend(years.rows.is_empty().then(|| msg!("no-rows")));
            }
            Content::Picture(_) | Content::Text(_) => {}
            Content::Response(_) => {}
            Content::Table => match &declared.kind {
                KindDeclaration::Account(item) => {
                    // What is wrong with the table has been reported when it was filled in.
                    self.account(&super::account::fill(material, item, &mut Diagnostics::new()));
                }
                KindDeclaration::Attainment(_) => self.attained(material, declared, rows == 0),
                KindDeclaration::Cross(_) | KindDeclaration::Aims(_) => self.together(material, declared),
                kind => self.subcodes(material, kind, rows),
            },
            Content::Heat(crossed) | Content::Panels(crossed) => {
                self.together(material, declared);
                let is_nothing = self.parts.is_empty() && !crossed.has_any();
                self.parts.extend(is_nothing.then(|| msg!("nothing-in-cells")));
            }
            Content::Attained(attained) => self.attained(material, declared, attained.rows.is_empty()),
        }
        self.parts
    }

    fn bubble(&mut self, bubble: &Bubble) {
        if bubble.interventions == 0 {
            return self.parts.push(msg!("area-without-interventions"));
        }
        for (series, (domain, _)) in bubble.domains.iter().enumerate() {
            if !bubble.marks.iter().any(|mark| mark.series == series) {
                self.no_codes(*domain);
            }
        }
    }

    fn no_codes(&mut self, domain: crate::codebook::Domain) {
        let domain = Arg::written(|language| domain.label(language).to_lowercase());
        self.parts.push(msg!("domain-given-nowhere", domain));
    }

    fn subcodes(&mut self, material: &Material<'_>, kind: &KindDeclaration, rows: usize) {
        let KindDeclaration::Subcodes { areas, domains, .. } = kind else { return };
        if rows == 0 {
            return self.parts.push(msg!("no-subcodes"));
        }
        for domain in domains {
            let coded = |area: &str| material.ledger.has_codes(area, *domain);
            if !areas.iter().any(|group| coded(&group.area)) {
                self.no_codes(*domain);
            }
        }
    }

    fn bars(&mut self, bars: &Bars) {
        for group in &bars.groups {
            let without = group.bases.iter().enumerate().filter(|(_, base)| **base == 0);
            let without: Vec<&str> = without.map(|(at, _)| bars.options[at].as_str()).collect();
            let base = group.bases.iter().copied().max().unwrap_or_default();
            let nothing = if group.unticked && base > 0 {
                Some(msg!("nothing-ticked", base = base.to_string()))
            } else {
                unanswered(&without, group.bases.len())
            };
            let in_group = |found: Message| match group.label.is_empty() {
                true => found,
                false => msg!("nothing-in-group", group = sentence(&group.label), found),
            };
            self.parts.extend(nothing.map(in_group));
        }
    }

    fn likert(&mut self, likert: &Likert) {
        let without = likert.items.iter().filter(|item| item.base == 0);
        let without: Vec<&str> = without.map(|item| item.label.as_str()).collect();
        self.parts.extend(unanswered(&without, likert.items.len()));
    }

    /// What counts areas together, where none has anything to count.
    fn together(&mut self, material: &Material<'_>, declared: &ItemDeclaration) {
        let areas = super::fill::areas(&declared.kind).into_iter();
        let mut totals = areas.filter_map(|area| material.ledger.area(area));
        if totals.all(|total| total.interventions == 0) {
            self.parts.push(msg!("area-without-interventions"));
        }
    }

    fn attained(&mut self, material: &Material<'_>, declared: &ItemDeclaration, is_empty: bool) {
        self.together(material, declared);
        if let (KindDeclaration::Attainment(item), true, true) = (&declared.kind, is_empty, self.parts.is_empty()) {
            self.no_codes(item.aimed);
        }
    }

    fn account(&mut self, filled: &Filled) {
        if filled.rows.is_empty() {
            return self.parts.push(msg!("no-rows"));
        }
        for column in filled.blank_columns() {
            self.parts.push(msg!("column-blank", column = in_quotes(column)));
        }
        let blank: Vec<&str> = filled.blank_columns().collect();
        for column in filled.over_zero.iter().filter(|column| !blank.contains(&column.as_str())) {
            self.parts.push(msg!("share-of-zero", column = in_quotes(column)));
        }
    }
}

/// Options that nobody was asked or answered; `all` is how many options there are.
fn unanswered(without: &[&str], all: usize) -> Option<Message> {
    if without.len() == all {
        return Some(msg!("nobody-answered"));
    }
    let options = all_of(without.iter().map(|option| in_quotes(option)));
    (!without.is_empty()).then(|| msg!("options-unanswered", options))
}

/// A name in quotation marks.
fn in_quotes(name: &str) -> Message {
    msg!("in-quotes", text = name)
}
