//! The fieldcard program.

use std::process::ExitCode;

fn main() -> ExitCode {
    fieldcard::cli::run(std::env::args_os().collect()).into()
}
