//! The generated parts of the README are those the program would generate now.
//!
//! `UPDATE=1 cargo test --test readme` writes them anew.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;

use fieldcard::domain::language::Language;
use fieldcard::lang::words;

/// The text between `<!-- name -->` and `<!-- /name -->`, and what is around it.
fn split<'text>(page: &'text str, name: &str) -> (&'text str, &'text str, &'text str) {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = page.find(&open).unwrap_or_else(|| panic!("no {open}")) + open.len();
    let end = start + page[start..].find(&close).unwrap_or_else(|| panic!("no {close}"));
    (&page[..start], &page[start..end], &page[end..])
}

fn check(name: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (before, present, after) = split(&page, name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, format!("{before}{wanted}{after}")).unwrap();
    } else {
        assert_eq!(present, wanted, "stale: run UPDATE=1 cargo test --test readme");
    }
}

fn commands() -> String {
    let mut table = String::from("| Command | Does |\n|---|---|\n");
    for (usage, does) in fieldcard::cli::command_table(words(Language::English)) {
        table.push_str(&format!("| `{}` | {does} |\n", usage.replace('|', "\\|")));
    }
    table
}

fn keys() -> String {
    let mut table = String::from("| Where | Keys | Does |\n|---|---|---|\n");
    for (place, keys, does) in fieldcard::cli::key_table(words(Language::English)) {
        table.push_str(&format!("| {place} | `{}` | {does} |\n", keys.replace('|', "\\|")));
    }
    table
}

fn queries() -> String {
    let mut table = String::from("| Typed | Finds |\n|---|---|\n");
    for (form, found) in fieldcard::lang::query_help::lines(words(Language::English)) {
        table.push_str(&format!("| `{form}` | {found} |\n"));
    }
    table
}

fn settings() -> String {
    let languages = Language::tags();
    format!(
        "```toml
language = \"zh-Hant\"    # {languages}; else that of the system
theme = \"light\"         # auto, dark, light, plain
frames = \"ascii\"        # drawn, ascii: for terminals that draw lines two columns wide
mouse = \"off\"           # on, off: then the terminal selects text as usual
```
"
    )
}

/// One test for all parts: they are written into the same file, one after the other.
#[test]
fn the_generated_parts_are_fresh() {
    check("settings", &settings());
    check("commands", &commands());
    check("policies", &format!("```toml\n{}```\n", fieldcard::cli::policy_text(Language::English)));
    check("queries", &queries());
    check("keys", &keys());
}
