//! Tables with a row or more for every intervention: made and written part by part, several parts at a time. As a whole they
//! would be larger than the study.

use rayon::prelude::*;

use super::job::Outcome;
use super::{Failure, fault};
use crate::output::OutputFile;
use crate::render::{self, CsvReader, ParquetWriter};
use crate::report::Table;

/// So many interventions, or respondents of open questions, make a part.
const PART: usize = 4_096;
/// So many parts for each thread are made before they are written: a thread that is done takes another.
const EACH: usize = 3;

/// How the tables are written.
#[derive(Clone, Copy)]
pub(super) struct Long<'a> {
    /// Whether there is a Parquet file beside the CSV.
    pub(super) parquet: bool,
    /// What the data are, for the Parquet file.
    pub(super) provenance: Option<&'a str>,
    /// Who reads the CSV.
    pub(super) reader: CsvReader<'a>,
    pub(super) outcome: &'a Outcome<'a, 'a>,
}

impl Long<'_> {
    /// Writes the table of all that is listed; `make` makes it of a part. Gives the Parquet file, where there is one, and the
    /// CSV.
    pub(super) fn write<T: Sync>(
        &self,
        listed: &[T],
        make: &(dyn Fn(&[T]) -> Table + Sync),
    ) -> Result<(Option<OutputFile>, OutputFile), Failure> {
        let empty = make(&[]);
        let mut csv = self.outcome.pieces(&format!("data/{}.csv", empty.name))?;
        let mut parquet = match self.parquet {
            true => Some(ParquetWriter::new(&empty, self.provenance).map_err(fault)?),
            false => None,
        };
        let header = render::csv_for(&empty, self.reader).map_err(fault)?;
        csv.add(&header)?;
        let made = |part: &&[T]| {
            let table = make(part);
            let batch = self.parquet.then(|| render::batch(&table)).transpose().map_err(fault)?;
            Ok((render::csv_for(&table, self.reader).map_err(fault)?, batch))
        };
        let mut add = |written: Vec<(Vec<u8>, _)>| {
            for (rows, batch) in written {
                csv.add(&rows[header.len()..])?;
                if let (Some(parquet), Some(batch)) = (&mut parquet, batch) {
                    parquet.add(&batch).map_err(fault)?;
                }
            }
            Ok::<_, Failure>(())
        };
        let parts: Vec<&[T]> = listed.chunks(PART).collect();
        let mut before = Vec::new();
        for some in parts.chunks(EACH * rayon::current_num_threads().max(1)) {
            // Those before are written while these are made.
            let make_these = || some.par_iter().map(made).collect::<Result<Vec<_>, Failure>>();
            let (these, written) = rayon::join(make_these, || add(std::mem::take(&mut before)));
            written?;
            before = these?;
        }
        add(before)?;
        let parquet = parquet.map(ParquetWriter::end).transpose().map_err(fault)?;
        Ok((parquet.map(|bytes| (format!("data/{}.parquet", empty.name), bytes.into())), csv.end()))
    }
}
