//! Where the repository is and what is in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A file of the repository: its path from the root, with `/`, and its bytes.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) bytes: Vec<u8>,
}

impl File {
    pub(crate) fn is_rust(&self) -> bool {
        Path::new(&self.path).extension().is_some_and(|extension| extension == "rs")
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }
}

/// Every file below some directories of the repository (`""` is the root), by
/// path, without what is built and what Git keeps for itself.
pub(crate) fn files(directories: &[&str]) -> Vec<File> {
    let mut open: Vec<PathBuf> =
        directories.iter().map(|directory| root().join(directory)).collect();
    let mut files = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path());
            open.extend(entries.filter(|entry| !is_no_source(entry)));
        } else {
            let from_root = path.strip_prefix(root()).unwrap();
            let names: Vec<&str> =
                from_root.components().map(|name| name.as_os_str().to_str().unwrap()).collect();
            files.push(File { path: names.join("/"), bytes: fs::read(&path).unwrap() });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn is_no_source(path: &Path) -> bool {
    ["target", ".git", "outcome.json"].iter().any(|name| path.ends_with(name))
}

/// The packages of the workspace, as Cargo describes them.
pub(crate) fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// A text of a package's description.
pub(crate) fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap()
}
