//! Small integers by which the ledger knows things; each is a position in a list that is kept once.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// The id of a position. Limits on rows keep positions far below the largest.
            pub fn new(at: usize) -> Self {
                Self(u32::try_from(at).unwrap_or(u32::MAX))
            }

            /// The position that it stands for.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(
    /// A position among the areas of the study.
    AreaId
);
impl AreaId {
    /// All areas together: what is asked of it is asked of all interventions.
    pub const ALL: Self = Self(u32::MAX);
}

id!(
    /// A position among all respondents, in the order of the surveys.
    RespondentId
);
id!(
    /// A position among all interventions, counted or not, in the order of the surveys.
    InterventionId
);
id!(
    /// A position among the codes of a domain.
    CodeId
);
id!(
    /// A position among the closed questions of all areas.
    QuestionId
);

id!(
    /// A position among the recipients of all respondents, in the order of registers and codes.
    RecipientId
);
