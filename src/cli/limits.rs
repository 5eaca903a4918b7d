//! Limits the system sets to a program.

/// Lets a file that may not grow any more (`ulimit -f`) be an error of the write, as a full disk is, and not
/// the end of the program.
#[cfg(unix)]
pub(super) fn report_too_large_files() {
    // Where the handler cannot be set the program ends as it would have, and the next one recovers the file.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
}

/// Nothing like it is known here.
#[cfg(not(unix))]
pub(super) fn report_too_large_files() {}
