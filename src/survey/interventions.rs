//! Interventions: numbered blocks in their respondent's row, or rows of a sheet of their own; what is incomplete is marked.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::blocks::{is_left_out, report_nothing, says_nothing};
use super::columns::Columns;
use super::corrections::{Corrections, Met};
use super::header_unit::{check_header_unit, in_columns};
use super::intervention::{Exported, Intervention, exclusion};
use super::near::Named;
use super::own_ids::OwnIds;
use super::respondent::{Link, Respondent, Whose};
use super::said_out::Remarks;
use super::unit::{Texts, Unit};
use crate::codebook::UnitKind;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::money::Amount;
use crate::msg;
use crate::read::amount::amount_as;
use crate::read::looks::shared_amount;
use crate::read::marks::is_ticked;
use crate::read::{Cell, Grid};
use crate::signs::trimmed;
use crate::study::{self, Completeness, Field, MoneyForm};
use crate::wording::joined as listed;

/// How many respondents or rows are read at a time, side by side.
const SHARE: usize = 500;

/// What reading interventions needs beside the export.
pub(super) struct Reader<'a> {
    declared: &'a study::Survey,
    /// How used funds are meant, in their columns.
    money: MoneyForm,
    area: Arc<str>,
    complete: &'a Completeness,
    corrections: &'a Corrections,
    met: Met,
    /// Ids of rows whose respondent could not be told.
    pub(super) unread: Vec<String>,
    /// Ids of rows whose respondent is set aside, with the respondent.
    pub(super) aside: Vec<(String, String)>,
    /// Blocks in which only dashes or noughts stand.
    nothing: Vec<(String, Place)>,
}

/// Where an intervention's fields stand: one block of a respondent's row, or a row of its own.
struct Block {
    number: u32,
    columns: Arc<BTreeMap<Field, usize>>,
    ticks: Vec<usize>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(declared: &'a study::Survey, complete: &'a Completeness, corrections: &'a Corrections) -> Self {
        Self {
            area: declared.area.as_str().into(),
            declared,
            money: declared.fields.money.clone(),
            complete,
            corrections,
            met: Met::new(),
            unread: Vec::new(),
            aside: Vec::new(),
            nothing: Vec::new(),
        }
    }

    /// Which corrections were met.
    pub(super) fn into_met(self) -> Met {
        self.met
    }

    /// Interventions as numbered blocks in their respondent's row; an empty block is no intervention.
    pub(super) fn blocks_of(
        &mut self,
        columns: &Columns<'_>,
        respondents: &[Respondent],
        messages: &mut Diagnostics,
    ) -> Option<Vec<Intervention>> {
        let blocks = self.blocks(columns, messages)?;
        let read = |reader: &mut Self, respondent: &Respondent, own: &mut Diagnostics| {
            reader.of_respondent(columns.grid, respondent, &blocks, own)
        };
        Some(self.side_by_side(respondents, &read, messages))
    }

    /// Reads interventions from all of a list, some at a time side by side, in its order.
    fn side_by_side<T: Sync, I: IntoIterator<Item = Intervention>>(
        &mut self,
        list: &[T],
        read: &(dyn Fn(&mut Self, &T, &mut Diagnostics) -> I + Sync),
        messages: &mut Diagnostics,
    ) -> Vec<Intervention> {
        let share = |some: &[T]| {
            let mut own = Diagnostics::new();
            let new = Self::new(self.declared, self.complete, self.corrections);
            let mut reader = Self { money: self.money.clone(), ..new };
            let interventions: Vec<_> = some.iter().flat_map(|one| read(&mut reader, one, &mut own)).collect();
            (interventions, own, reader.met, reader.nothing)
        };
        let read: Vec<_> = list.par_chunks(SHARE).map(share).collect();
        let mut all = Vec::with_capacity(read.iter().map(|(interventions, ..)| interventions.len()).sum());
        for (interventions, own, met, nothing) in read {
            all.extend(interventions);
            self.nothing.extend(nothing);
            messages.extend(own);
            self.met.extend(met);
        }
        all
    }

    /// The interventions of a respondent, a block each; an empty one is none.
    fn of_respondent(
        &mut self,
        grid: &Grid,
        respondent: &Respondent,
        blocks: &[Block],
        messages: &mut Diagnostics,
    ) -> Vec<Intervention> {
        let mut interventions = Vec::new();
        for block in blocks {
            let id = format!("{}-{}", respondent.id, block.number);
            let fields: Vec<&Cell> = block.columns.values().map(|column| grid.cell(respondent.row, *column)).collect();
            if fields.iter().all(|cell| says_nothing(cell)) && !has_ticks(grid, respondent.row, block) {
                // A block that the tool did not show is none, and nothing to tell.
                let is_written = |column: &&usize| !is_left_out(grid.cell(respondent.row, **column));
                let place = block.columns.values().find(is_written);
                // What a correction puts in place of a dash counts.
                if place.is_none() || !self.corrections.concern(&id) {
                    self.nothing.extend(place.map(|column| (id, grid.place(respondent.row, *column))));
                    continue;
                }
            }
            interventions.push(self.intervention(id.into(), grid, respondent.row, block, respondent, messages));
        }
        interventions
    }

    /// Tells of blocks in which only dashes or noughts stand, and returns their ids.
    pub(super) fn report_nothing(&mut self, messages: &mut Diagnostics) -> Vec<String> {
        report_nothing(&self.nothing, messages);
        std::mem::take(&mut self.nothing).into_iter().map(|(id, _)| id).collect()
    }

    /// Interventions as rows, each linked to a respondent.
    pub(super) fn rows(
        &mut self,
        columns: &Columns<'_>,
        named: &[Named<'_>],
        links: Option<&[Link]>,
        respondents: &[Respondent],
        messages: &mut Diagnostics,
    ) -> Option<Vec<Intervention>> {
        let fields = &self.declared.fields;
        // All columns are looked up, so that all that are missing are told at once.
        let (ids, block) = (OwnIds::find(self.declared, columns, messages), self.block_of_row(columns, messages));
        let (mut ids, block, links) = (ids?, block?, links?);
        let mut rows = Vec::new();
        let only = fields.layout.beside().map_or(&self.declared.only, |beside| &beside.only);
        let mut remarks = Remarks::new(columns, named, only);
        let own_ids = ids.of(links, respondents, messages);
        for (link, own_id) in links.iter().zip(own_ids) {
            let who = match &link.whose {
                Whose::Respondent(at) => respondents.get(*at),
                Whose::SetAside(respondent) => {
                    self.aside.push((own_id.to_string(), respondent.clone()));
                    continue;
                }
                // Told with its link.
                Whose::LeftOut(_) => continue,
                Whose::Nobody => None,
            };
            let Some(who) = who else {
                self.unread.push(own_id.to_string());
                continue;
            };
            if fields.layout.is_rows() && self.is_none(columns, link.row, &block, (&own_id, &who.id)) {
                continue;
            }
            ids.check(link.row, &own_id, messages);
            remarks.look(columns, link.row, &own_id);
            rows.push((own_id, link.row, ids.number(who), who));
        }
        let read = |reader: &mut Self, row: &(Arc<str>, usize, u32, &Respondent), own: &mut Diagnostics| {
            let (id, row, number, who) = row;
            let block = Block { number: *number, columns: Arc::clone(&block.columns), ticks: Vec::new() };
            Some(reader.intervention(Arc::clone(id), columns.grid, *row, &block, who, own))
        };
        let interventions = self.side_by_side(&rows, &read, messages);
        remarks.report_interventions(columns, &interventions, messages);
        ids.report(&interventions, messages);
        Some(interventions)
    }

    /// The columns of an intervention that has a row.
    fn block_of_row(&mut self, columns: &Columns<'_>, messages: &mut Diagnostics) -> Option<Block> {
        let declared = &self.declared.fields.columns;
        let mut found = BTreeMap::new();
        for (field, name) in declared {
            found.extend(columns.column(name, messages).map(|column| (*field, column)));
        }
        // A column that is missing has been reported; without it every intervention would look incomplete.
        if found.len() < declared.len() {
            return None;
        }
        let funds: Vec<usize> = found.get(&Field::Funds).copied().into_iter().collect();
        self.settle_money(columns, &funds, messages);
        Some(Block { number: 0, columns: Arc::new(found), ticks: Vec::new() })
    }

    /// Whether a row among rows of interventions says only who the respondent is: without an id of its own, and with nothing
    /// but dashes or noughts, which is told.
    fn is_none(&mut self, columns: &Columns<'_>, row: usize, block: &Block, (own_id, of): (&str, &str)) -> bool {
        let cell = |column: &usize| columns.grid.cell(row, *column);
        let says = self.declared.fields.id.is_some() && !own_id.is_empty() || self.corrections.concern(own_id);
        if says || !block.columns.values().all(|column| says_nothing(cell(column))) {
            return false;
        }
        let dash = block.columns.values().find(|column| !is_left_out(cell(column)));
        let named = if own_id.is_empty() { of } else { own_id };
        self.nothing.extend(dash.map(|column| (named.to_owned(), columns.grid.place(row, *column))));
        true
    }

    /// The blocks of a wide sheet, by number.
    fn blocks(&mut self, columns: &Columns<'_>, messages: &mut Diagnostics) -> Option<Vec<Block>> {
        let mut blocks: BTreeMap<u32, Block> = BTreeMap::new();
        let mut fields_of: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        let mut matched: BTreeSet<Field> = BTreeSet::new();
        let fields = &self.declared.fields;
        for (field, pattern) in &fields.columns {
            for found in columns.matches(pattern, messages) {
                let number = found.number.unwrap_or(1);
                let block = blocks.entry(number).or_insert_with(|| Block {
                    number,
                    columns: Arc::default(),
                    ticks: Vec::new(),
                });
                Arc::make_mut(&mut block.columns).insert(*field, found.column);
                matched.insert(*field);
                fields_of.entry(found.column).or_default().push(field.word());
            }
        }
        columns.report_shared(&fields_of, &fields.place, messages);
        let per_intervention = self.declared.questions.iter().filter(|q| q.per == study::Per::Intervention);
        for question in per_intervention {
            // Whatever is wrong with a question's columns is reported where its answers are read.
            let found = question.form.columns().flat_map(|name| columns.matches(name, &mut Diagnostics::new()));
            for found in found {
                if let Some(block) = found.number.and_then(|n| blocks.get_mut(&n)) {
                    block.ticks.push(found.column);
                }
            }
        }
        report_uneven(&blocks, &matched, fields, columns, messages);
        let funds = blocks.values().filter_map(|block| block.columns.get(&Field::Funds).copied());
        self.settle_money(columns, &funds.collect::<Vec<_>>(), messages);
        // A field without any column has been reported; without it every intervention would look incomplete.
        let complete = fields.columns.keys().all(|field| matched.contains(field));
        (complete && !blocks.is_empty()).then(|| blocks.into_values().collect())
    }

    /// Settles how used funds are read, and warns where their headers say another unit than the study.
    fn settle_money(&mut self, columns: &Columns<'_>, funds: &[usize], messages: &mut Diagnostics) {
        self.money = in_columns(columns, funds, &self.declared.fields.money);
        check_header_unit(columns, funds.iter().copied(), &self.money, "[survey.intervention]", messages);
    }

    fn intervention(
        &mut self,
        id: Arc<str>,
        grid: &Grid,
        row: usize,
        block: &Block,
        respondent: &Respondent,
        messages: &mut Diagnostics,
    ) -> Intervention {
        let mut texts = BTreeMap::new();
        let mut funds = None;
        let mut place = grid.place(row, 0);
        let mut is_corrected = false;
        for (field, column) in block.columns.iter() {
            let (own, form) = (grid.cell(row, *column), &self.declared.fields.money);
            let corrected = self.corrections.apply((&id, *field), own, form, &mut self.met);
            is_corrected |= corrected.is_some();
            let cell = corrected.as_ref().map_or_else(|| grid.cell(row, *column), |(cell, _)| cell);
            if *field == Field::Funds {
                place = grid.place(row, *column);
                if corrected.is_none()
                    && let Some(message) = shared_amount(grid, row, *column)
                {
                    messages.push(message);
                    // Without an amount the intervention would be left out, and told a second time.
                    funds = Some(Amount::default());
                    continue;
                }
                let read_at = corrected.as_ref().map_or(&place, |(_, place)| place);
                funds = self.funds(cell, &id, read_at, messages);
            } else {
                texts.extend(field.text().map(|name| (name, trimmed(&cell.text()).to_owned())));
            }
        }
        let unit = Unit {
            kind: UnitKind::Intervention,
            id,
            area: Arc::clone(&self.area),
            respondent: Arc::clone(&respondent.id),
            recipient: respondent.recipient.clone(),
            texts: Texts::new(self.declared.fields.texts.shared(), &texts),
            funds,
            place,
        };
        Intervention {
            exclusion: exclusion(self.complete, &unit.texts, unit.funds),
            exported: is_corrected.then(|| Box::new(self.exported(grid, row, block))),
            unit,
            number: block.number,
            columns: Arc::clone(&block.columns),
            row,
        }
    }

    /// What the export says of an intervention, whatever corrections say.
    fn exported(&self, grid: &Grid, row: usize, block: &Block) -> Exported {
        let cells = block.columns.iter().map(|(field, column)| (field, grid.cell(row, *column)));
        let text = |(field, cell): (&Field, &Cell)| Some((field.text()?, trimmed(&cell.text()).to_owned()));
        let texts = cells.clone().filter_map(text).collect();
        let funds = cells.clone().find(|(field, _)| **field == Field::Funds).map(|(_, cell)| cell);
        let funds = funds.filter(|cell| !self.complete.placeholders.has_amount(&cell.text()));
        Exported {
            texts: Texts::new(self.declared.fields.texts.shared(), &texts),
            funds: funds.and_then(|cell| amount_as(cell, &self.money).ok().flatten()),
        }
    }

    fn funds(&self, cell: &Cell, id: &str, place: &Place, messages: &mut Diagnostics) -> Option<Amount> {
        if self.complete.placeholders.has_amount(&cell.text()) {
            return None;
        }
        if matches!(cell, Cell::Fault(_) | Cell::Uncalculated) {
            // Reported with its column; a missing amount would exclude the intervention and be reported a second time.
            return Some(Amount::default());
        }
        amount_as(cell, &self.money).unwrap_or_else(|error| {
            messages.push(Diagnostic::error(
                place.clone(),
                msg!(
                    "used-funds-unreadable",
                    value = shown(&cell.written()),
                    intervention = id,
                    expected = error.expected()
                ),
            ));
            // The run stops here; a missing amount would exclude the intervention and be reported a second time.
            Some(Amount::default())
        })
    }
}

/// Reports blocks that lack a column, and warns of numbers that are left out: headers there were probably mistyped.
fn report_uneven(
    blocks: &BTreeMap<u32, Block>,
    matched: &BTreeSet<Field>,
    fields: &study::Fields,
    columns: &Columns<'_>,
    messages: &mut Diagnostics,
) {
    let (first, last) = (blocks.keys().next().copied().unwrap_or(1), blocks.keys().next_back().copied().unwrap_or(0));
    let missing: Vec<String> =
        (first..=last).filter(|number| !blocks.contains_key(number)).map(|number| number.to_string()).collect();
    if !missing.is_empty() {
        let [first, last] = [first, last].map(|number| number.to_string());
        let message = msg!("blocks-missing", first, last, missing = listed(missing, ", "));
        messages.push(Diagnostic::warning(columns.grid.whole(), message));
    }
    for block in blocks.values() {
        let lacking = |field: &Field| !block.columns.contains_key(field) && matched.contains(field);
        for (field, pattern) in fields.columns.iter().filter(|(field, _)| lacking(field)) {
            messages.push(Diagnostic::error(
                columns.grid.whole(),
                msg!(
                    "block-without-column",
                    block = block.number.to_string(),
                    field = field.word(),
                    pattern = shown(&pattern.value)
                ),
            ));
        }
    }
}

/// Whether anything of a block is ticked.
fn has_ticks(grid: &Grid, row: usize, block: &Block) -> bool {
    block.ticks.iter().any(|column| is_ticked(grid.cell(row, *column)))
}
