//! Workbooks: what formats, merged cells, hidden and struck rows say about values; what a package may look like.
