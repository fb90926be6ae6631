//! No file that a user has is ever lost: neither one that a command reads, nor one that somebody put beside its output.

mod changed;
mod names;
mod outputs;
mod printed;
mod singles;
mod targets;
mod world;
