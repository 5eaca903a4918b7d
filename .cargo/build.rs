//! How the program is linked on Linux.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Parts of the system that come as archives too, and the names under which rustc asks for them.
const SYSTEM: [(&str, &str); 3] =
    [("libc.so", "libc.a"), ("libm.so", "libm.a"), ("libgcc_s.so", "libgcc_eh.a")];

/// On Linux the program is one file at one fixed place in memory, as Go's are: a third of the time until its first
/// cards went into finding and joining libraries, and into writing forty thousand addresses, most of them OpenSSL's
/// and SQLite's. Where the system has no archives of its libraries, they are joined at every start as usual.
fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=.cargo/build.rs");
    let target = |what: &str| env::var(format!("CARGO_CFG_TARGET_{what}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bin=fieldcard=-no-pie");
        // The system's OpenSSL is a library that is joined at the start.
        if env::var_os("CARGO_FEATURE_VENDORED_OPENSSL").is_some()
            && SYSTEM.iter().all(|(_, archive)| has(archive))
        {
            join_archives()?;
        }
    }
    Ok(())
}

/// Whether the compiler that links finds this archive: it answers with the bare name where not.
fn has(archive: &str) -> bool {
    let linker = env::var_os("RUSTC_LINKER").unwrap_or_else(|| "cc".into());
    let answer = Command::new(linker).arg(format!("-print-file-name={archive}")).output();
    answer.is_ok_and(|answer| Path::new(String::from_utf8_lossy(&answer.stdout).trim()).is_absolute())
}

/// Lets the linker take archives. Cargo has a switch for that, but for all that it builds, which no macro survives;
/// and without it rustc asks for libraries by name: under these names the linker finds scripts that name the archives.
fn join_archives() -> io::Result<()> {
    let folder = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for (name, archive) in SYSTEM {
        fs::write(folder.join(name), format!("GROUP({archive} libgcc.a libgcc_eh.a libc.a)\n"))?;
    }
    // Once for the compiler, which begins with it, and once at the end: some linkers go by the last they are told.
    println!("cargo::rustc-link-arg-bin=fieldcard=-static");
    println!("cargo::rustc-link-arg-bin=fieldcard=-Wl,-static");
    println!("cargo::rustc-link-arg-bin=fieldcard=-L{}", folder.display());
    Ok(())
}
