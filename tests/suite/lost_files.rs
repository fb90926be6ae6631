//! Files that must never be lost: every command with every path option on inputs, their folders and links to them.
