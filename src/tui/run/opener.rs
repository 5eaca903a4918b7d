//! Opening a file of a card with the program the system has for it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::exchange::typed_path;
use crate::lang::problem::Problem;
use crate::tui::effect::{Lies, Outcome};

/// The endings of files that are only read when they are opened. A path may come from a file that somebody sent: what
/// is not here may be run instead, and the list of all that is would never be whole. Documents that bring programs of
/// their own with them are left out for the same reason.
const READ: [&[&str]; 8] = [
    // Documents.
    &[
        "csv", "doc", "docx", "dps", "epub", "et", "key", "log", "md", "numbers", "odg", "odp", "ods", "odt",
        "ofd", "pages", "pdf", "pps", "ppsx", "ppt", "pptx", "rtf", "tex", "tsv", "txt", "vsd", "vsdx",
        "wps", "xls", "xlsx", "xps",
    ],
    // Pictures.
    &["avif", "bmp", "gif", "heic", "heif", "jpeg", "jpg", "png", "psd", "raw", "tif", "tiff", "webp"],
    // Drawings of things that are made.
    &["3mf", "cdr", "dwf", "dwg", "dxf", "iges", "igs", "step", "stl", "stp"],
    // Sound.
    &["aac", "aif", "aiff", "amr", "flac", "m4a", "mp3", "ogg", "opus", "wav", "wma"],
    // Film.
    &["3gp", "avi", "flv", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "webm", "wmv"],
    // Mail, people and days.
    &["eml", "ics", "mbox", "msg", "vcf"],
    // Archives: opening one shows what is in it.
    &["7z", "bz2", "gz", "rar", "tar", "tgz", "xz", "zip", "zst"],
    // Maps.
    &["geojson", "gpx", "kml", "kmz"],
];

/// The place a path means: a relative one counts from the folder of the card file, `~/` from the user's own.
fn place(path: &str, card_file: &Path) -> PathBuf {
    let path = typed_path::at_home(Path::new(path), typed_path::home().as_deref());
    match card_file.parent() {
        Some(folder) => folder.join(path),
        None => path,
    }
}

/// Looks what lies where some paths lead, one after the other, and tells of each. A place on another machine that
/// does not answer keeps the rest waiting.
pub fn look(paths: Vec<String>, card_file: &Path, tell: &dyn Fn(Outcome)) {
    for path in paths {
        let lies = if place(&path, card_file).exists() { Lies::Something } else { Lies::Nothing };
        tell(Outcome::FileLookedFor(path, lies));
    }
}

/// Hands a file to the system's opener, and says what came of it.
pub fn hand_over(path: String, card_file: &Path) -> Outcome {
    match open(&path, card_file) {
        Ok(()) => Outcome::FileOpened(path),
        Err(problem) => Outcome::FileNotOpened(problem),
    }
}

/// Whether what lies somewhere is only read when it is opened. A link is judged by what it leads to as well.
fn is_read(place: &Path) -> bool {
    if place.is_dir() {
        // A program for a Mac is a folder with an ending.
        return !cfg!(target_os = "macos") || place.extension().is_none();
    }
    let leads_to = place.canonicalize();
    let names = [Some(place), leads_to.as_deref().ok()];
    names.into_iter().flatten().all(|name| {
        let ending = name.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        ending.is_some_and(|ending| READ.iter().any(|endings| endings.contains(&ending.as_str())))
    })
}

/// Hands a file to the system's opener.
///
/// # Errors
/// Nothing lies there, it is of no kind that is only read, or there is no opener or no desktop to open it on.
fn open(path: &str, card_file: &Path) -> Result<(), Problem> {
    let place = place(path, card_file);
    if !place.exists() {
        return Err(Problem::FileMissing { path: place });
    }
    if !is_read(&place) {
        return Err(Problem::FileNotToRead { path: place });
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
    use std::cell::RefCell;

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
    fn what_lies_there_is_told_path_by_path() {
        let folder = tempfile::tempdir().unwrap();
        let card_file = folder.path().join("box.fieldcard");
        std::fs::write(folder.path().join("here.pdf"), "").unwrap();
        let told = RefCell::new(Vec::new());
        look(["gone.pdf", "here.pdf"].map(str::to_owned).to_vec(), &card_file, &|outcome| {
            if let Outcome::FileLookedFor(path, lies) = outcome {
                told.borrow_mut().push((path, lies));
            }
        });
        let expected = [("gone.pdf", Lies::Nothing), ("here.pdf", Lies::Something)];
        assert_eq!(told.into_inner(), expected.map(|(path, lies)| (path.to_owned(), lies)));
    }

    #[test]
    fn only_what_is_read_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        for (name, expected) in [
            ("Offer.PDF", true),
            ("报价.xlsx", true),
            ("card.jpeg", true),
            ("letter.eml", true),
            ("all.zip", true),
            ("evil.Desktop", false),
            ("evil.pdf.exe", false),
            ("price.xlsm", false),
            ("page.html", false),
            ("evil.pdf.", false),
            ("evil", false),
            (".pdf", false),
        ] {
            let place = folder.path().join(name);
            std::fs::write(&place, "").unwrap();
            assert_eq!(is_read(&place), expected, "{name}");
        }
        assert!(is_read(folder.path()));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_judged_by_what_it_leads_to() {
        let folder = tempfile::tempdir().unwrap();
        let (link, program) = (folder.path().join("offer.pdf"), folder.path().join("evil.sh"));
        std::fs::write(&program, "").unwrap();
        std::os::unix::fs::symlink(&program, &link).unwrap();
        assert!(!is_read(&link));
    }

    #[test]
    fn what_is_missing_is_said_and_no_program_is_started() {
        let folder = tempfile::tempdir().unwrap();
        let card_file = folder.path().join("box.fieldcard");
        std::fs::write(folder.path().join("evil.Desktop"), "").unwrap();
        for (path, problem) in [("gone.pdf", "no file"), ("evil.Desktop", "not of a kind")] {
            let told = hand_over(path.to_owned(), &card_file);
            let Outcome::FileNotOpened(told) = told else { panic!("{path} was opened") };
            assert!(told.to_string().contains(problem), "{told}");
        }
    }
}
