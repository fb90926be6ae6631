//! A list of what codes mean, as a draft declares and uses it.

/// A list of labels as declared.
#[derive(Clone, Debug)]
pub struct LabelsDraft {
    /// Its file, where it is not that of the export.
    pub file: Option<String>,
    /// Its sheet, where it has one.
    pub sheet: Option<String>,
    /// Its column of questions.
    pub question: String,
    /// Its column of parts: options and items.
    pub part: Option<String>,
    /// Its column of values.
    pub value: String,
    /// Its column of what they mean.
    pub label: String,
}

/// Question, value and meaning, as a list of labels has them.
pub type Labels = Vec<(String, String, String)>;
