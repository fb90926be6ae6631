//! What people should look at first.

use super::super::table::{Column, Kind, Table, Value};
use super::counted;
use super::measured::measured;
use super::suggestions::number;
use crate::coding::review::Coded;
use crate::coding::rules::text;
use crate::learning::judge::Verdict;
use crate::learning::work_list::{Work, WorkList};
use crate::survey::without_contacts;
use crate::wording::{Language, joined};

/// The list of answers to look at; the texts only where the study lets them out.
pub fn work_list(coded: &Coded<'_>, list: &WorkList<'_>, language: Language) -> Table {
    let money = coded.study.money;
    let texts = coded.study.texts_in_output;
    let mut table = measured("review", &["intervention_id", "domain", "area"].map(|id| (id, Kind::Text)));
    table.columns.extend(counted(money));
    table.columns.push(Column::plain("uncertainty", Kind::Number));
    table.columns.extend(money.map(|money| Column::plain(&money.column("uncertain"), Kind::Money)));
    let words = ["codes", "accepted", "review", "reason"].into_iter().chain(texts.then_some("text"));
    table.columns.extend(words.map(|id| Column::plain(id, Kind::Text)));
    for work in &list.work {
        let Work { unit, domain, uncertainty, funds, at_stake, .. } = work;
        let codes: Vec<&str> = coded.codings.of(&unit.id, *domain).map(|(code, _)| code).collect();
        let reason = joined(&work.reasons, "; ").text(language);
        let mut row: Vec<Value> = vec![(&*unit.id).into(), domain.word().into(), (&*unit.area).into()];
        row.extend(money.map(|_| (*funds).into()));
        row.push(number(*uncertainty));
        row.extend(money.map(|_| (*at_stake).into()));
        let [accepted, review] = [Verdict::Accepted, Verdict::Review].map(|verdict| work.suggested(verdict));
        row.extend([&codes.join("; "), &accepted, &review, &reason].map(|text| text.as_str().into()));
        row.extend(texts.then(|| Value::from(&*without_contacts(&text(unit, *domain)))));
        table.rows.push(row);
    }
    table
}
