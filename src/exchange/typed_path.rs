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
}
