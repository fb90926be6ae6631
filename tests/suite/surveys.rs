//! Surveys: columns that nearly match, options, follow-ups, blocks.
