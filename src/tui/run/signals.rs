//! The signals by which the system asks the program to end.

use std::io;
use std::sync::mpsc::Sender;

use super::Happening;

/// Leaves in good order, the terminal as it was, when the system asks the program to end.
pub(super) fn heed_signals(tell: Sender<Happening>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    std::thread::spawn(move || {
        if signals.forever().next().is_some() {
            // The screen may have ended by itself meanwhile.
            let _ = tell.send(Happening::InputEnded);
        }
    });
    Ok(())
}
