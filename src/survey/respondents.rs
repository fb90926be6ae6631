//! Who answered: a respondent each row, or, where every row is an intervention, each id or recipient.

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;

use super::columns::{Columns, is_total};
use super::joined;
use super::key::Key;
use super::near::Named;
use super::recipients::Naming;
use super::respondent::{Link, Respondent, Respondents, Whose};
use super::said_out::Remarks;
use super::stray_rows::{Stray, Strays, names_test, report_tests, test_cell};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::read::tidy;
use crate::register::{Level, Recipient};
use crate::study;

/// The columns that say who answered.
struct Who {
    id: Option<usize>,
    rest: Vec<usize>,
    name: Option<usize>,
    code: Option<usize>,
}

impl Who {
    fn find(declared: &study::RespondentColumns, columns: &Columns<'_>, messages: &mut Diagnostics) -> Option<Self> {
        let mut column = |name: &Option<study::Declared<String>>| match name {
            Some(name) => columns.column(name, messages).map(Some),
            None => Some(None),
        };
        let (id, name, code) = (column(&declared.id), column(&declared.name), column(&declared.code));
        let (id, name, code) = (id?, name?, code?);
        let rest = joined::rest(columns, &declared.id_rest, messages)?;
        Some(Self { id, rest, name, code })
    }

    /// How the rows name their recipients.
    fn naming<'t>(&self, level: Level, table: (&Columns<'t>, &'t Key)) -> Naming<'t> {
        Naming::new(table, self.code, self.name, &[level])
    }

    /// The columns in which a row says what it is.
    fn labels(&self) -> Vec<usize> {
        [self.id, self.name, self.code].into_iter().flatten().collect()
    }

    /// The column by which messages point at a respondent.
    fn first(&self) -> usize {
        self.labels().first().copied().unwrap_or_default()
    }
}

/// The columns that name recipients in a table that has been read.
pub(super) fn recipient_columns(declared: &study::RespondentColumns, columns: &Columns<'_>) -> Vec<usize> {
    let named = declared.name.iter().chain(&declared.code);
    named.filter_map(|name| columns.column(name, &mut Diagnostics::new())).collect()
}

/// Reads the respondents of a table.
struct Reader<'a> {
    declared: &'a study::Survey,
    columns: &'a Columns<'a>,
    who: Who,
    found: Vec<Respondent>,
    unresolved: Vec<String>,
    /// The rows read so far; a respondent by its position in `found`.
    rows: Vec<Link>,
    ids: HashMap<String, Option<usize>>,
    recipients: HashMap<Recipient, Place>,
    set_aside: BTreeSet<&'a str>,
    tests: Vec<(String, Place)>,
}

/// Who stands in rows that are not read, for `only` leaves them out.
#[derive(Default)]
pub(super) struct LeftOut {
    pub(super) ids: BTreeSet<String>,
    pub(super) recipients: BTreeSet<Recipient>,
}

impl LeftOut {
    /// Looks through the rows of the respondents' table that are left out; those that `other`, a table of the same sheet, reads
    /// are none.
    pub(super) fn find(
        declared: &study::Survey,
        (columns, key): (&Columns<'_>, &Key),
        other: Option<&Columns<'_>>,
    ) -> Self {
        if columns.left_out.is_empty() {
            return Self::default();
        }
        // What is missing or unreadable here has been told, or is not read.
        let mut unheard = Diagnostics::new();
        let Some(who) = Who::find(&declared.respondent, columns, &mut unheard) else { return Self::default() };
        let read: BTreeSet<usize> = other.iter().flat_map(|other| other.rows()).collect();
        let naming = who.naming(declared.level, (columns, key));
        let mut found = Self::default();
        for row in columns.left_out.keys().filter(|row| !read.contains(row)) {
            let id = who.id.map(|id| declared.own_id(joined::read(columns, *row, id, &who.rest, &mut unheard)));
            found.ids.extend(id.filter(|id| !id.is_empty()));
            found.recipients.extend(naming.recipient(*row, declared.level, &mut unheard));
        }
        found
    }
}

/// A row that is no declared total: a stray one, or what it says of a respondent.
enum Seen {
    Stray(Box<Stray>),
    Of(Said),
}

/// What a row says of a respondent.
struct Said {
    row: usize,
    /// The respondent's id.
    id: String,
    /// `None` where it is not known, which is told, or the respondent is set aside: it need not be in the register then.
    recipient: Option<Recipient>,
    /// The cell in which it says that it is a test.
    test: Option<Box<Place>>,
}

/// Looks at the rows of a table, many at a time: that is most of the work.
fn seen(
    declared: &study::Survey,
    (columns, key): (&Columns<'_>, &Key),
    who: &Who,
    messages: &mut Diagnostics,
) -> Vec<Seen> {
    const SHARE: usize = 4_096;
    let (labels, totals) = (who.labels(), &declared.respondent.totals);
    let naming = who.naming(declared.level, (columns, key));
    let rows: Vec<usize> = columns.rows().collect();
    let seen = messages.side_by_side(&rows, SHARE, |row, own| {
        let row = *row;
        if is_total(columns.grid, row, &labels, totals) {
            return None;
        }
        if let Some(stray) = Stray::of(columns, row, &labels, declared.level) {
            return Some(Seen::Stray(Box::new(stray)));
        }
        let test = test_of(columns, who, row).map(Box::new);
        let written = who.id.map(|id| declared.own_id(joined::read(columns, row, id, &who.rest, own)));
        let recipient = match written.as_deref().and_then(|id| aside(declared, id)) {
            Some(_) => None,
            None => naming.recipient(row, declared.level, own),
        };
        // Without a column of ids: the recipient's code, or, where it is not known, what is written.
        let code = || recipient.as_ref().map(|recipient| recipient.code.clone());
        let of_recipient = || code().unwrap_or_else(|| tidy(columns.grid.cell(row, who.first())));
        let id = written.unwrap_or_else(|| declared.own_id(of_recipient()));
        Some(Seen::Of(Said { row, id, recipient, test }))
    });
    seen.into_iter().flatten().collect()
}

/// Who is set aside under an id, and why.
fn aside<'d>(declared: &'d study::Survey, id: &str) -> Option<(&'d String, &'d study::Declared<String>)> {
    let all = &declared.respondent.set_aside;
    all.iter().find(|(aside, _)| aside == id).map(|(aside, reason)| (aside, reason))
}

/// The cell in which a row says that it is a test.
fn test_of(columns: &Columns<'_>, who: &Who, row: usize) -> Option<Place> {
    let says = |column: usize| names_test(&tidy(columns.grid.cell(row, column)));
    let of_name = || who.name.is_some_and(says).then(|| columns.grid.place(row, who.first()));
    test_cell(columns, row, who.first()).or_else(of_name)
}

/// Reads the respondents of a survey; `None` where its columns could not be found, which is reported.
pub(super) fn read(
    declared: &study::Survey,
    (columns, key): (&Columns<'_>, &Key),
    named: &[Named<'_>],
    messages: &mut Diagnostics,
) -> Option<Respondents> {
    let who = Who::find(&declared.respondent, columns, messages)?;
    let mut reader = Reader {
        declared,
        columns,
        who,
        found: Vec::new(),
        unresolved: Vec::new(),
        rows: Vec::new(),
        ids: HashMap::new(),
        recipients: HashMap::new(),
        set_aside: BTreeSet::new(),
        tests: Vec::new(),
    };
    let mut strays = Strays::default();
    let mut remarks = Remarks::new(columns, named, &declared.only);
    for seen in seen(declared, (columns, key), &reader.who, messages) {
        let said = match seen {
            Seen::Stray(stray) => {
                strays.add(*stray);
                continue;
            }
            Seen::Of(said) => said,
        };
        let row = said.row;
        let own_id = reader.row(said, messages);
        // Of interventions their own table tells.
        if let Some(id) = own_id.filter(|_| !declared.fields.layout.is_rows()) {
            remarks.look(columns, row, &id);
        }
    }
    strays.report(messages);
    reader.report_tests(messages);
    remarks.report(columns, messages);
    reader.report_missing(messages);
    Some(reader.sorted())
}

impl<'a> Reader<'a> {
    /// Takes down a row, and gives the respondent's id, unless it is set aside.
    fn row(&mut self, Said { row, id: own_id, recipient, test }: Said, messages: &mut Diagnostics) -> Option<String> {
        if let Some((aside, reason)) = aside(self.declared, &own_id) {
            if self.set_aside.insert(aside) {
                let message = msg!("respondent-set-aside", respondent = shown(&own_id), reason = reason.value.trim());
                messages.push(Diagnostic::notice(self.place(row), message));
            }
            self.rows.push(Link { row, whose: Whose::SetAside(own_id) });
            return None;
        }
        self.tests.extend(test.map(|cell| (own_id.clone(), *cell)));
        let whose = self.respondent(row, &own_id, recipient, messages);
        self.rows.push(Link { row, whose });
        Some(own_id)
    }

    /// The respondent of a row: one that is known, where every row is an intervention, or a new one.
    fn respondent(
        &mut self,
        row: usize,
        own_id: &str,
        recipient: Option<Recipient>,
        messages: &mut Diagnostics,
    ) -> Whose {
        let (columns, column) = (self.columns, self.who.first());
        let place = || columns.grid.place(row, column);
        let known = self.ids.get(own_id).copied();
        let by_row = self.declared.fields.layout.is_rows();
        // Where the recipient is the respondent, that it is missing has been told.
        let is_told = recipient.is_none() && self.declared.respondent.id.is_none();
        if own_id.is_empty() {
            if !is_told {
                messages.push(Diagnostic::error(place(), msg!("respondent-without-id")));
            }
        } else if known.is_some() && !by_row {
            // The recipient has answered twice, too; that is no second mistake.
            messages.push(Diagnostic::error(place(), msg!("respondent-twice", respondent = shown(own_id))));
            return Whose::Nobody;
        }
        let Some(recipient) = recipient else {
            self.ids.entry(own_id.to_owned()).or_default();
            self.unresolved.push(own_id.to_owned());
            return Whose::Nobody;
        };
        if let Some((at, first)) = known.flatten().filter(|_| by_row).and_then(|at| Some((at, self.found.get(at)?))) {
            if first.recipient != recipient {
                let (respondent, other) = (shown(own_id), &first.place);
                let [one, two] = [&first.recipient.name, &recipient.name];
                let message = msg!("respondent-of-two-recipients", respondent, one, two, other);
                messages.push(Diagnostic::error(place(), message));
            }
            return Whose::Respondent(at);
        }
        if let Some(other) = self.recipients.insert(recipient.clone(), place()) {
            let rows = if by_row { "interventions" } else { "respondents" };
            let message = msg!("answered-twice", recipient = &recipient.name, other, rows);
            messages.push(Diagnostic::error(place(), message));
        }
        let at = self.found.len();
        self.ids.insert(own_id.to_owned(), Some(at));
        self.found.push(Respondent { id: own_id.into(), recipient, place: place(), row });
        Whose::Respondent(at)
    }

    /// The cell by which messages point at the respondent of a row.
    fn place(&self, row: usize) -> Place {
        self.columns.grid.place(row, self.who.first())
    }

    /// Tells of respondents that look like tests: where every row is an intervention, those whose rows all do.
    fn report_tests(&self, messages: &mut Diagnostics) {
        if !self.declared.fields.layout.is_rows() {
            return report_tests(&self.tests, messages);
        }
        let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
        for link in &self.rows {
            if let Whose::Respondent(at) = link.whose {
                self.found.get(at).iter().for_each(|r| *rows.entry(&r.id).or_default() += 1);
            }
        }
        let mut tests: BTreeMap<&str, (usize, &Place)> = BTreeMap::new();
        self.tests.iter().for_each(|(id, place)| tests.entry(id).or_insert((0, place)).0 += 1);
        let all = tests.into_iter().filter(|(id, (count, _))| rows.get(id) == Some(count));
        report_tests(&all.map(|(id, (_, place))| (id.to_owned(), place.clone())).collect::<Vec<_>>(), messages);
    }

    /// Reports ids that are set aside and that nobody has, and a table without respondents.
    fn report_missing(&self, messages: &mut Diagnostics) {
        let declared = self.declared;
        let missing = |(id, _): &&(String, _)| !self.set_aside.contains(id.as_str());
        for (missing, reason) in declared.respondent.set_aside.iter().filter(missing) {
            let (respondent, file) = (shown(missing), shown(&declared.file.value));
            let suggestion = did_you_mean(missing, self.found.iter().map(|r| &*r.id));
            let message = msg!("set-aside-unknown", respondent, file, suggestion);
            messages.push(Diagnostic::error(reason.place.clone(), message));
        }
        if self.found.is_empty() && self.unresolved.is_empty() {
            messages.push(Diagnostic::error(self.columns.grid.whole(), msg!("respondents-missing")));
        }
    }

    /// The respondents in the order of their ids.
    fn sorted(mut self) -> Respondents {
        let mut order: Vec<usize> = (0..self.found.len()).collect();
        order.sort_by(|a, b| self.found[*a].id.cmp(&self.found[*b].id));
        let mut now = vec![0; order.len()];
        order.iter().enumerate().for_each(|(at, before)| now[*before] = at);
        for link in &mut self.rows {
            if let Whose::Respondent(at) = &mut link.whose {
                *at = now[*at];
            }
        }
        self.found.sort_by(|a, b| a.id.cmp(&b.id));
        Respondents { all: self.found, unresolved: self.unresolved, rows: self.rows }
    }
}
