//! Drafts of `init`: never wrong without UNSURE, contact data in none.
