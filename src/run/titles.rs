//! What items of last year's report are called in this year's.

use super::findings::Findings;
use crate::compare::Earlier;
use crate::manuscript::Titled;
use crate::report::{Item, ItemDeclaration, Shows};

/// The titles of an earlier report, with those of the items that show the same now. Ids are no help: reports are numbered anew
/// every year.
pub(super) fn titles(findings: &Findings, then: &Earlier, items: &[Item]) -> Vec<Titled> {
    let shown: Vec<Option<Shows<'_>>> =
        findings.declaration.items.iter().map(|declared| declared.shows(|name| name, |name| name)).collect();
    let declared = &then.declared;
    let titled = |(own, title): &(ItemDeclaration, String)| {
        let same_title = items.iter().find(|item| item.title == *title);
        let wanted = own.shows(|area| declared.area_now(area), |question| declared.question_now(question));
        let mut alike = shown.iter().zip(items).filter(|(shown, _)| wanted.is_some() && **shown == wanted);
        let only = alike.next().filter(|_| alike.next().is_none()).map(|(_, item)| item);
        let now = same_title.or(only).map(|item| (item.id.clone(), item.title.clone()));
        Titled { id: own.id.clone(), then: title.clone(), now }
    };
    findings.items_of_earlier.get(&then.year()).into_iter().flatten().map(titled).collect()
}
