//! What `insats review` tells: where the page is, and how to end.

use insats::diagnostic::{Diagnostic, Place};
use insats::msg;
use insats::run::Failure;
use insats::workbench::Secrets;

use super::Console;

/// What nobody can guess, as the machine makes it.
pub fn secrets() -> Result<Secrets, Failure> {
    let mut random = [0; 64];
    getrandom::fill(&mut random).map_err(|error| {
        let message = msg!("review-no-secret", reason = insats::wording::library_says(error));
        Diagnostic::error(Place::file("insats review"), message)
    })?;
    Ok(Secrets::of(&random))
}

impl Console {
    /// The page is there. The address is printed also where a console is quiet: nobody finds the page without it.
    pub fn serving(&self, address: &str, opens: bool) {
        self.print(&format!("{}\n", self.text(msg!("review-address", address))));
        if !self.quiet {
            self.print(&format!("{}\n", self.text(msg!("review-ends"))));
        }
        if let Some(error) = opens.then(|| open::that_detached(address)).and_then(Result::err) {
            self.tell(&format!("{}\n", self.text(msg!("review-no-browser", reason = &error))));
        }
    }

    /// The server has ended.
    pub fn served(&self) {
        if !self.quiet {
            self.print(&format!("{}\n", self.text(msg!("review-done"))));
        }
    }
}
