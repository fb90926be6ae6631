//! A row of a sheet. Most cells of a wide export are blank, so that a row keeps only the others, with their columns.

use super::grid::Cell;

/// One row: its cells that are not blank, in the order of their columns, and how far it reaches.
#[derive(Clone, Debug, Default)]
pub struct Row {
    cells: Vec<(u32, Cell)>,
    width: u32,
    /// How many cells, from the first, are in the order of their columns, each column once.
    sorted: usize,
}

impl Row {
    /// A row of so many columns with these cells, which are in the order of their columns.
    pub(super) fn new(width: usize, cells: Vec<(u32, Cell)>) -> Self {
        Self { width: width as u32, sorted: cells.len(), cells }
    }

    /// How many columns it has: up to the last cell in a sheet, as many as it is split into in a text.
    pub fn len(&self) -> usize {
        self.width as usize
    }

    /// Whether it has no columns.
    pub fn is_empty(&self) -> bool {
        self.width == 0
    }

    /// A cell; blank where nothing stands, and beyond the end.
    pub fn cell(&self, column: usize) -> &Cell {
        static BLANK: Cell = Cell::Blank;
        let found =
            u32::try_from(column).ok().and_then(|column| self.cells.binary_search_by_key(&column, |c| c.0).ok());
        found.and_then(|at| self.cells.get(at)).map_or(&BLANK, |(_, cell)| cell)
    }

    /// The cells in which anything but space stands, with their columns.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().map(|(column, cell)| (*column as usize, cell)).filter(|(_, cell)| !cell.is_blank())
    }

    /// Whether nothing but space stands in it.
    pub fn is_blank(&self) -> bool {
        self.filled().next().is_none()
    }

    /// Puts a cell in its place, in any order of columns; [`Self::settle`] is due afterwards.
    pub(super) fn put(&mut self, column: u32, cell: Cell) {
        const FEW: usize = 64;
        self.width = self.width.max(column + 1);
        let in_order = self.sorted == self.cells.len() && self.cells.last().is_none_or(|(last, _)| *last < column);
        self.cells.push((column, cell));
        if in_order {
            self.sorted += 1;
        } else if self.cells.len() - self.sorted > self.sorted.max(FEW) {
            // Sorted only now and then, so that a file with its cells in disorder costs little more than another.
            self.settle();
        }
    }

    /// Brings the cells into order; of several in a column the last one stays.
    pub(super) fn settle(&mut self) {
        if self.sorted < self.cells.len() {
            self.cells.sort_by_key(|(column, _)| *column);
            self.cells.dedup_by(|later, kept| {
                let same = later.0 == kept.0;
                if same {
                    std::mem::swap(later, kept);
                }
                same
            });
            self.sorted = self.cells.len();
        }
        self.cells.shrink_to_fit();
    }
}

impl FromIterator<Cell> for Row {
    fn from_iter<I: IntoIterator<Item = Cell>>(cells: I) -> Self {
        let mut width = 0;
        let filled = cells.into_iter().inspect(|_| width += 1).zip(0_u32..).filter(|(cell, _)| *cell != Cell::Blank);
        let cells = filled.map(|(cell, column)| (column, cell)).collect();
        Self::new(width, cells)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_in_any_order_and_the_last_of_a_place_stays() {
        let mut row = Row::default();
        // 0 to 299 backwards, every third of them twice: the second time as a number a thousand higher.
        for column in (0..300_u32).rev() {
            row.put(column, Cell::Number(f64::from(column)));
        }
        for column in (0..300_u32).step_by(3) {
            row.put(column, Cell::Number(f64::from(column) + 1000.0));
        }
        row.settle();
        assert_eq!(row.len(), 300);
        assert_eq!(row.filled().count(), 300);
        for (column, cell) in row.filled() {
            let expected = column as f64 + if column % 3 == 0 { 1000.0 } else { 0.0 };
            assert_eq!(cell, &Cell::Number(expected));
            assert_eq!(row.cell(column), cell);
        }
        assert_eq!(row.cell(300), &Cell::Blank);
    }

    #[test]
    fn blank_cells_take_no_room_but_count_as_columns() {
        let row: Row =
            [Cell::Blank, Cell::Text("a".to_owned()), Cell::Text(" ".to_owned()), Cell::Blank].into_iter().collect();
        assert_eq!((row.len(), row.cells.len(), row.filled().count()), (4, 2, 1));
        assert_eq!((row.cell(0), row.cell(3)), (&Cell::Blank, &Cell::Blank));
        assert!(!row.is_blank() && Row::default().is_blank());
    }

    #[test]
    fn a_cell_takes_three_words() {
        // A large export has millions of them.
        assert_eq!(std::mem::size_of::<(u32, Cell)>(), 32);
    }
}
