//! Paths as a person types them.

use std::path::{Path, PathBuf};

/// A path that begins with `~` is in the person's own folder, as a shell has it; any other stays.
pub fn at_home(path: &Path, home: Option<&Path>) -> PathBuf {
    let below = path.strip_prefix("~").ok();
    home.zip(below).map_or_else(|| path.to_owned(), |(home, below)| home.join(below))
}

/// The person's own folder, where the system knows it.
pub fn home() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|folders| folders.home_dir().to_owned())
}

/// What a terminal types when a file is dragged onto it: the path in quotes, or with a backslash before blanks and
/// the like. A path typed by hand stays.
pub fn dragged(text: &str) -> PathBuf {
    let text = text.trim();
    let quoted = ['\'', '"'].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote));
    if let Some(inside) = quoted {
        return PathBuf::from(inside);
    }
    let mut path = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        // A backslash before a letter separates folders on some systems.
        if letter != '\\' || letters.peek().is_none_or(|next| next.is_alphanumeric()) {
            path.push(letter);
        } else {
            path.extend(letters.next());
        }
    }
    PathBuf::from(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tilde_of_its_own_is_the_persons_folder() {
        let home = Path::new("/home/ana");
        for (typed, meant) in [("~/a.csv", "/home/ana/a.csv"), ("~ana/a.csv", "~ana/a.csv"), ("a/~", "a/~")] {
            assert_eq!(at_home(Path::new(typed), Some(home)), Path::new(meant), "{typed}");
        }
        assert_eq!(at_home(Path::new("~/a.csv"), None), Path::new("~/a.csv"));
    }

    #[test]
    fn a_file_dragged_onto_the_terminal_is_found() {
        for (typed, meant) in [
            ("'/home/ana/my list.csv' ", "/home/ana/my list.csv"),
            ("\"/home/ana/my list.csv\"", "/home/ana/my list.csv"),
            (r"/home/ana/my\ list\(2\).csv", "/home/ana/my list(2).csv"),
            (r"C:\Users\Ana\list.csv", r"C:\Users\Ana\list.csv"),
            ("客户 名单.csv", "客户 名单.csv"),
        ] {
            assert_eq!(dragged(typed), Path::new(meant), "{typed}");
        }
    }
}
