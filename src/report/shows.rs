//! What an item shows, by which it is known again in another year's report, whose ids are others.

use super::{AreaGroup, ItemDeclaration, KindDeclaration};

/// What an item shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shows<'n> {
    kind: &'static str,
    areas: Vec<&'n str>,
    /// Its question and answer, or its main code and domains.
    asked: Vec<&'n str>,
}

impl<'n> Shows<'n> {
    /// The kind of item.
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// Its areas.
    pub fn areas(&self) -> &[&'n str] {
        &self.areas
    }

    /// Its question and answer, or its main code and domains.
    pub fn asked(&self) -> &[&'n str] {
        &self.asked
    }
}

impl ItemDeclaration {
    /// Its kind, its areas, and its question or domains, areas and questions under other names. `None` for kinds that are not
    /// compared.
    pub fn shows<'n>(
        &'n self,
        area: impl Fn(&'n str) -> &'n str,
        question: impl Fn(&'n str) -> &'n str,
    ) -> Option<Shows<'n>> {
        let all = |areas: &'n [AreaGroup]| areas.iter().map(|group| area(&group.area)).collect::<Vec<_>>();
        let (kind, areas, asked) = match &self.kind {
            KindDeclaration::Bubble { area: own, domains, .. } => {
                ("bubble", vec![area(own)], domains.iter().map(|domain| domain.word()).collect())
            }
            KindDeclaration::Bars { areas, question: own, answer, .. } => {
                ("bars", all(areas), std::iter::once(question(own)).chain(answer.as_deref()).collect())
            }
            KindDeclaration::Likert { area: own, question: asked } => {
                ("likert", vec![area(own)], vec![question(asked)])
            }
            KindDeclaration::Subcodes { areas, main, domains, .. } => {
                let domains = domains.iter().map(|domain| domain.word());
                ("subcodes", all(areas), std::iter::once(main.as_str()).chain(domains).collect())
            }
            _ => return None,
        };
        Some(Shows { kind, areas, asked })
    }
}
