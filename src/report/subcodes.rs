//! Tables of subcodes: how many interventions, by domain, in one or several groups.

use super::table::{Column, Kind, Table};
use super::{AreaGroup, ItemDeclaration, Material};
use crate::codebook::Domain;
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};

pub(super) fn build(
    material: &Material<'_>,
    declared: &ItemDeclaration,
    areas: &[AreaGroup],
    main: &str,
    domains: &[Domain],
    omit_empty: bool,
    messages: &mut Diagnostics,
) -> Table {
    let language = material.language;
    let mut columns = vec![
        Column::new("code", language.pick("Kod", "Code"), Kind::Text),
        Column::new("label", language.pick("Underkod", "Subcode"), Kind::Text),
    ];
    let several = areas.len() > 1;
    for domain in domains {
        for group in areas {
            let name = material.book.domain_plural(*domain, language);
            let number = language.pick("antal", "number");
            let (id, label) = if several {
                let group_label = group.label.get(language);
                (format!("{domain}_{}", group.area), format!("{name}, {} ({number})", group_label.to_lowercase()))
            } else {
                (domain.word().to_owned(), format!("{name} ({number})"))
            };
            columns.push(Column::new(id, label, Kind::Integer));
        }
    }
    let mut table = Table::new(&declared.id, columns);
    let Some(first) = domains.first() else { return table };
    let codes = material.book.codes(*first);
    for domain in domains {
        let main_codes = || material.book.codes(*domain).iter().filter(|c| c.parent.is_none()).map(|c| c.id.as_str());
        if !main_codes().any(|id| id == main) {
            messages.push(
                Diagnostic::error(declared.place.clone(), format!("{} is no main code of {domain}", shown(main)))
                    .action(did_you_mean(main, main_codes())),
            );
        }
    }
    for code in codes.iter().filter(|c| c.parent.as_deref() == Some(main)) {
        let mut counts = Vec::new();
        for domain in domains {
            counts.extend(areas.iter().map(|group| material.aggregate.code(&group.area, *domain, &code.id).0));
        }
        if omit_empty && counts.iter().all(|n| *n == 0) {
            continue;
        }
        let mut row = vec![code.id.as_str().into(), code.label.get(language).into()];
        row.extend(counts.into_iter().map(Into::into));
        table.rows.push(row);
    }
    table
}
