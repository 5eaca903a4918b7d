//! Opening a file of a card with the program the system has for it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::exchange::typed_path;
use crate::lang::problem::Problem;

/// What is run rather than read when it is opened. A path may come from a file that somebody sent.
const PROGRAMS: [&str; 20] = [
    "app", "bat", "cmd", "com", "command", "cpl", "desktop", "exe", "hta", "jar", "js", "jse", "lnk", "msi",
    "ps1", "scr", "sh", "url", "vbs", "wsf",
];

/// The place a path means: a relative one counts from the folder of the card file, `~/` from the user's own.
pub fn place(path: &str, card_file: &Path) -> PathBuf {
    let path = typed_path::at_home(Path::new(path), typed_path::home().as_deref());
    match card_file.parent() {
        Some(folder) => folder.join(path),
        None => path,
    }
}

/// Those of some paths at which nothing lies.
pub fn missing<'path>(paths: impl IntoIterator<Item = &'path String>, card_file: &Path) -> Vec<String> {
    paths.into_iter().filter(|path| !place(path, card_file).exists()).cloned().collect()
}

/// Hands a file to the system's opener.
///
/// # Errors
/// Nothing lies there, it is a program, or there is no opener or no desktop to open it on.
pub fn open(path: &str, card_file: &Path) -> Result<(), Problem> {
    let place = place(path, card_file);
    if !place.exists() {
        return Err(Problem::FileMissing { path: place });
    }
    let ending = place.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if ending.is_some_and(|ending| PROGRAMS.contains(&ending.as_str())) {
        return Err(Problem::FileIsProgram { path: place });
    }
    // A relative card file would leave a path that may look like an option.
    let place = std::path::absolute(&place).unwrap_or(place);
    let started = command(&place).and_then(|mut command| {
        let silent = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        silent.spawn().ok()
    });
    match started {
        Some(mut opener) => {
            // Waited for elsewhere, so that nothing is left of it when it ends.
            std::thread::spawn(move || opener.wait());
            Ok(())
        }
        None => Err(Problem::NoOpener { path: place }),
    }
}

#[cfg(target_os = "macos")]
fn command(place: &Path) -> Option<Command> {
    let mut command = Command::new("open");
    command.arg(place);
    Some(command)
}

#[cfg(windows)]
fn command(place: &Path) -> Option<Command> {
    let mut command = Command::new("explorer");
    command.arg(place);
    Some(command)
}

#[cfg(not(any(target_os = "macos", windows)))]
fn command(place: &Path) -> Option<Command> {
    let has_desktop = ["WAYLAND_DISPLAY", "DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    let mut command = Command::new("xdg-open");
    command.arg(place);
    has_desktop.then_some(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_path_counts_from_the_folder_of_the_card_file() {
        let card_file = Path::new("/cards/box.fieldcard");
        for (path, expected) in
            [("scan.pdf", "/cards/scan.pdf"), ("a/b.pdf", "/cards/a/b.pdf"), ("/x/y.pdf", "/x/y.pdf")]
        {
            assert_eq!(place(path, card_file), Path::new(expected), "{path}");
        }
    }

    #[test]
    fn what_is_missing_is_said_and_no_program_is_started() {
        let folder = tempfile::tempdir().unwrap();
        let card_file = folder.path().join("box.fieldcard");
        std::fs::write(folder.path().join("here.pdf"), "").unwrap();
        std::fs::write(folder.path().join("evil.Desktop"), "").unwrap();
        let paths = ["here.pdf", "gone.pdf"].map(str::to_owned);
        assert_eq!(missing(&paths, &card_file), ["gone.pdf"]);
        assert!(matches!(open("gone.pdf", &card_file), Err(Problem::FileMissing { .. })));
        assert!(matches!(open("evil.Desktop", &card_file), Err(Problem::FileIsProgram { .. })));
    }
}
