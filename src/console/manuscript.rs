//! What was done with a manuscript.

use std::collections::BTreeMap;

use insats::manuscript::{Done, Retitled, Rolled, Told};
use insats::msg;
use insats::run::{FillSummary, RollSummary, StartSummary, WrittenClaims};
use insats::wording::Message;

use super::{Console, shown_path};

impl Console {
    /// What a new manuscript holds.
    pub fn started(&self, summary: &StartSummary) {
        if self.quiet {
            return;
        }
        let StartSummary { items, sentences, drafted, template, file, kept } = summary;
        let mut text =
            self.text(msg!("started", items = *items, sentences = *sentences, file = shown_path(file))) + "\n";
        if *drafted && *sentences > 0 {
            text += &format!("{}\n", self.text(msg!("started-with-drafts")));
        }
        text += &self.in_template(template.as_ref());
        text += &self.kept_as(kept);
        self.print(&text);
    }

    /// What became of the controls: how many of each kind, what moved, and what an editor must decide.
    pub fn filled(&self, summary: &FillSummary) {
        if self.quiet {
            return;
        }
        let mut text = String::new();
        for told in &summary.told {
            if let Some(line) = self.control_line(told) {
                text += &format!("  {line}\n");
            }
        }
        text += &format!(
            "{}\n",
            self.text(msg!("filled-controls", count = summary.told.len(), file = shown_path(&summary.file)))
        );
        for (message, count) in counts(&summary.told, summary.plainly) {
            text += &format!("  {count} {}\n", self.text(message));
        }
        text += &self.kept_as(&summary.kept);
        self.print(&text);
    }

    /// What became of last year's manuscript: the sentences that have to be looked at, and how many were rewritten.
    pub fn rolled(&self, summary: &RollSummary, all: bool) {
        if self.quiet {
            return;
        }
        let mut text = String::new();
        for own in &summary.sentences {
            let comment = own.comment.clone().map(|comment| self.text(comment));
            if comment.is_none() && !all {
                continue;
            }
            text += &format!("  {}: {}\n", own.claims.join(", "), own.sentence);
            text += &comment.map(|comment| format!("    {comment}\n")).unwrap_or_default();
        }
        for own in &summary.captions {
            text += &self.caption_lines(own, all);
        }
        if all {
            text += &summary.of_last_year.iter().map(|own| format!("  {own}\n")).collect::<String>();
        }
        for told in &summary.items {
            text += &self.control_line(told).map(|line| format!("  {line}\n")).unwrap_or_default();
        }
        let RollSummary { years: (then, now), sentences, captions, uncovered, of_last_year, unknown, file, .. } =
            summary;
        let count = |is: &dyn Fn(&Rolled) -> bool| sentences.iter().filter(|own| is(own)).count();
        let (then, now, file) = (then.to_string(), now.to_string(), shown_path(file));
        text += &format!(
            "{}\n",
            self.text(msg!("rolled-sentences", count = sentences.len(), then = then.clone(), now = now.clone(), file))
        );
        let counts = [
            (msg!("rolled-rewritten"), count(&|own| own.is_rewritten)),
            (msg!("rolled-commented"), count(&|own| own.comment.is_some())),
            (msg!("rolled-kept"), count(&|own| !own.is_rewritten && own.comment.is_none())),
            (msg!("rolled-captions"), captions.iter().filter(|own| own.new.is_some()).count()),
            (msg!("rolled-captions-commented"), captions.iter().filter(|own| own.comment.is_some()).count()),
            (msg!("rolled-uncovered"), uncovered.len()),
            (msg!("rolled-of-last-year", then), of_last_year.len()),
        ];
        for (message, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            text += &format!("  {count} {}\n", self.text(message));
        }
        if !unknown.is_empty() {
            let claims = insats::wording::joined(unknown.clone(), ", ");
            text += &format!("{}\n", self.text(msg!("rolled-unknown", count = unknown.len(), claims, now)));
        }
        if let Some(WrittenClaims { file, added }) = &summary.claims {
            text += &format!("{}\n", self.text(msg!("rolled-claims", file = shown_path(file), count = *added)));
        }
        text += &self.kept_as(&summary.kept);
        self.print(&text);
    }

    /// What was done with a caption, where it has to be looked at or everything is to be told.
    fn caption_lines(&self, own: &Retitled, all: bool) -> String {
        let comment = own.comment.clone().map(|comment| format!("    {}\n", self.text(comment)));
        match (&own.new, comment) {
            (_, Some(comment)) => format!("  {}\n{comment}", own.old),
            (Some(new), None) if all => format!("  {} -> {new}\n", own.old),
            _ => String::new(),
        }
    }

    fn control_line(&self, told: &Told) -> Option<String> {
        let tag = told.tag.clone();
        let message = match &told.done {
            Done::Changed { old, new } => msg!("filled-changed", tag, old = old.clone(), new = new.clone()),
            Done::Exchanged(None) => msg!("filled-exchanged", tag),
            Done::Exchanged(Some(count)) => msg!("filled-cells", tag, count = *count),
            Done::Rejected(value) if value.is_empty() => msg!("filled-rejected-item", tag),
            Done::Edited(value) if value.is_empty() => msg!("filled-edited-item", tag),
            Done::Fixed(value) if value.is_empty() => msg!("filled-no-place", tag),
            Done::Rejected(value) => msg!("filled-rejected", tag, value = value.clone()),
            Done::Edited(value) => msg!("filled-edited", tag, value = value.clone()),
            Done::Fixed(value) => msg!("filled-fixed", tag, value = value.clone()),
            Done::Bound => msg!("filled-bound", tag),
            Done::Unknown(None) => msg!("filled-unknown", tag, nearest = "none"),
            Done::Unknown(Some(nearest)) => msg!("filled-unknown", tag, nearest = nearest.clone()),
            Done::NoNumber(sentence, count) => {
                msg!("filled-no-number", tag, sentence = sentence.clone(), count = *count)
            }
            Done::Same | Done::Pending | Done::Written | Done::TakenBack | Done::Deleted => {
                return told.doubt.clone().map(|doubt| format!("{tag}: {}", self.text(doubt)));
            }
        };
        let mut line = self.text(message);
        if let (Done::Changed { .. } | Done::Exchanged(_), Some(doubt)) = (&told.done, &told.doubt) {
            line += &format!("\n    {}", self.text(doubt.clone()));
        }
        if !told.is_commented && !matches!(told.done, Done::Changed { .. } | Done::Exchanged(_) | Done::Rejected(_)) {
            line += &format!(" ({})", self.text(msg!("filled-without-comment", part = told.part.clone())));
        }
        Some(line)
    }
}

/// How many controls came to what, in the order in which people want to know it.
fn counts(told: &[Told], plainly: bool) -> Vec<(Message, usize)> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    told.iter().for_each(|told| *counts.entry(rank(&told.done)).or_default() += 1);
    let word = |rank: usize| match rank {
        0 => msg!("filled-count-written"),
        1 if plainly => msg!("filled-count-changed-plainly"),
        1 => msg!("filled-count-changed"),
        2 => msg!("filled-count-same"),
        3 => msg!("filled-count-pending"),
        4 => msg!("filled-count-taken-back"),
        5 => msg!("filled-count-rejected"),
        6 => msg!("filled-count-edited"),
        7 => msg!("filled-count-deleted"),
        8 => msg!("filled-count-fixed"),
        _ => msg!("filled-count-unknown"),
    };
    counts.into_iter().map(|(rank, count)| (word(rank), count)).collect()
}

fn rank(done: &Done) -> usize {
    match done {
        Done::Written => 0,
        Done::Changed { .. } | Done::Exchanged(_) => 1,
        Done::Same => 2,
        Done::Pending => 3,
        Done::TakenBack => 4,
        Done::Rejected(_) => 5,
        Done::Edited(_) => 6,
        Done::Deleted => 7,
        Done::Fixed(_) | Done::Bound | Done::NoNumber(..) => 8,
        Done::Unknown(_) => 9,
    }
}
