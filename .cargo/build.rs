//! How the program is linked.

use std::env;

/// Links the program to one fixed place in memory on Linux, as Go links its programs: a movable one has forty
/// thousand addresses written into it at every start, most of them OpenSSL's and SQLite's, which is a tenth of the
/// time until the first cards. Stack, heap and libraries still lie elsewhere each time.
fn main() {
    println!("cargo::rerun-if-changed=.cargo/build.rs");
    let target = |what: &str| env::var(format!("CARGO_CFG_TARGET_{what}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bin=fieldcard=-no-pie");
    }
}
