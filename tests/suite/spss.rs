//! SPSS files: missing values, value labels, multiple response sets, broken headers and dates.
