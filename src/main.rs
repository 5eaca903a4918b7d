//! The fieldcard program.

fn main() {}
