//! What figures are measured against: the least that a program on the same foundation can do. It holds nothing of
//! fieldcard, so that it starts as an empty program does.

mod empty;

/// Ends it at once when it is its argument: what any program costs to start.
const NOTHING: &str = "--nothing";

fn main() -> std::io::Result<()> {
    if std::env::args().nth(1).is_some_and(|argument| argument == NOTHING) {
        return Ok(());
    }
    empty::run()
}
