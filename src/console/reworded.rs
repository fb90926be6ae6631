//! What answers say that wait for a decision: the one place where `insats status` shows what respondents wrote, to a person.

use insats::coding::reworded::Reworded;
use insats::diagnostic::shown;
use insats::msg;
use insats::study::Money;

use super::Console;

impl Console {
    /// The first that wait, each with old and new wording.
    pub(super) fn reworded(&self, reworded: &[Reworded], money: Option<Money>) -> String {
        if reworded.is_empty() {
            return String::new();
        }
        let mut text = format!("\n{}\n", self.text(msg!("status-reworded")));
        for own in reworded {
            let funds = money.zip(own.funds).map(|(money, funds)| self.language.amount(funds, money.currency()));
            let about: Vec<String> = [own.domain.word().to_owned()].into_iter().chain(funds).collect();
            text += &format!("  {} ({})\n", shown(&own.id), about.join(", "));
            let lines = own.old.iter().map(|old| (msg!("status-read"), old)).chain([(msg!("status-reads"), &own.new)]);
            for (label, wording) in lines {
                text += &format!("    {:<7} {}\n", self.text(label), self.wording(shown(wording)));
            }
        }
        text
    }
}
