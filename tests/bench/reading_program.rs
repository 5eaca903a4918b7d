//! What the start is measured against as well: the empty program, which reads one card of the card file named
//! before it draws. Every program waits for this that reads anything from a card file: SQLite, its ciphers, the
//! schema.

mod empty;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args_os().nth(1).ok_or("which card file?")?;
    #[expect(clippy::disallowed_methods, reason = "the floor is measured without the store")]
    let connection = rusqlite::Connection::open(file)?;
    connection.query_row("SELECT name FROM card LIMIT 1", [], |row| row.get::<_, String>(0))?;
    empty::run()?;
    Ok(())
}
