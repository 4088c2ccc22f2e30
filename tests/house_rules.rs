//! The rules of the house that no compiler knows.
//!
//! Words that are forbidden are spelt in two halves here, so that this file
//! keeps the rules it checks.

use crate::repository::{File, files, packages, root, text};

fn rust_files() -> Vec<File> {
    let files = files(&["crates", "examples", "benches", "tests"]);
    files.into_iter().filter(File::is_rust).collect()
}

/// The sources of the libraries, without files that hold only tests.
fn library_files() -> Vec<File> {
    let is_library = |file: &File| {
        file.path.starts_with("crates/") && file.path.contains("/src/") && !holds_only_tests(file)
    };
    rust_files().into_iter().filter(is_library).collect()
}

/// Whether a file is the `tests.rs` of a module of a library, or one of those it is split into.
fn holds_only_tests(file: &File) -> bool {
    tested(file).is_some()
}

/// The module whose tests are in a file that holds only tests: `src/NAME.rs`.
fn tested(file: &File) -> Option<String> {
    let (source, within) = file.path.split_once("/src/")?;
    let (name, rest) = within.split_once('/')?;
    let tests = rest == "tests.rs" || rest.starts_with("tests/");
    tests.then(|| format!("{source}/src/{name}.rs"))
}

/// The lines before the tests of a file, with their numbers.
fn code(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let lines: Vec<&str> = file.text().lines().collect();
    let opens_tests = |at: usize| {
        let module = lines
            .get(at + 1)
            .is_some_and(|next| next.split(' ').any(|word| word == "tests" || word == "tests;"));
        lines[at] == "#[cfg(test)]" && module
    };
    let end = (0..lines.len()).find(|at| opens_tests(*at)).unwrap_or(lines.len());
    (1..).zip(lines).take(end)
}

/// The words of a line of code, without its comment.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let code = line.split("//").next().unwrap_or_default();
    code.split(|c: char| !c.is_alphanumeric() && c != '_')
}

/// Asserts that there is nothing to complain of.
#[track_caller]
fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_rust_file_says_first_what_it_is() {
    let silent = rust_files().into_iter().filter(|file| !file.text().starts_with("//! "));
    assert_none(&silent.map(|file| file.path).collect::<Vec<_>>());
}

/// No library file passes for one of tests by its name alone.
#[test]
fn files_of_tests_are_compiled_for_tests_only() {
    let files = rust_files();
    let mut complaints = Vec::new();
    for file in &files {
        let Some(module) = tested(file) else { continue };
        let opens_tests = |file: &File| code(file).count() < file.text().lines().count();
        if !files.iter().any(|other| other.path == module && opens_tests(other)) {
            complaints.push(format!("{}: no tests in {module}", file.path));
        }
    }
    assert_none(&complaints);
}

/// A file that holds only tests has none after them, so all its lines count.
#[test]
fn files_have_at_most_400_lines_before_their_tests() {
    let mut complaints = Vec::new();
    for file in rust_files() {
        let lines = code(&file).count();
        if 400 < lines {
            complaints.push(format!("{}: {lines} lines", file.path));
        }
    }
    assert_none(&complaints);
}

#[test]
fn functions_have_at_most_40_lines() {
    let mut complaints = Vec::new();
    for file in rust_files().iter().filter(|file| !file.path.starts_with("tests/")) {
        if holds_only_tests(file) {
            continue;
        }
        let lines: Vec<(usize, &str)> = code(file).collect();
        for (at, (number, line)) in lines.iter().enumerate() {
            let indent = line.len() - line.trim_start().len();
            if !is_function(line.trim_start()) || line.ends_with(';') || line.ends_with('}') {
                continue;
            }
            let end = lines[at..].iter().position(|(_, line)| {
                let closes = line.trim_start().starts_with('}') || line.trim_end().ends_with(';');
                line.len() - line.trim_start().len() == indent && closes
            });
            let length = end.map_or(lines.len() - at, |end| end + 1);
            if 40 < length {
                complaints.push(format!("{}:{number}: {length} lines", file.path));
            }
        }
    }
    assert_none(&complaints);
}

/// Whether a line of code begins a function.
fn is_function(line: &str) -> bool {
    let mut rest = line;
    for qualifier in ["pub(crate) ", "pub(super) ", "pub ", "const "] {
        rest = rest.strip_prefix(qualifier).unwrap_or(rest);
    }
    rest.starts_with("fn ")
}

#[test]
fn nothing_is_left_undone() {
    let marks = [
        ["#[ig", "nore"],
        ["to", "do!"],
        ["unimpl", "emented!"],
        ["TO", "DO"],
        ["FIX", "ME"],
        ["dbg", "!("],
    ]
    .map(|halves| halves.concat());
    let mut complaints = Vec::new();
    for file in rust_files() {
        for (line, number) in file.text().lines().zip(1..) {
            for mark in marks.iter().filter(|mark| line.contains(mark.as_str())) {
                complaints.push(format!("{}:{number}: `{mark}`", file.path));
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn no_library_names_a_float() {
    let mut complaints = Vec::new();
    for file in library_files() {
        let lines: Vec<(usize, &str)> = code(&file).collect();
        for (at, (number, line)) in lines.iter().enumerate() {
            let names_float = words(line).any(|word| word == "f32" || word == "f64");
            // A visitor that refuses floats has to name their type, and gives its reason.
            let expects = |line: &str| line.contains("clippy::disallowed_types");
            let refused = file.path.starts_with("crates/thidua-documents/")
                && lines[at.saturating_sub(4)..at].iter().any(|(_, line)| expects(line));
            if names_float && !refused {
                complaints.push(format!("{}:{number}: {line}", file.path));
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn no_library_knows_files_clocks_or_chance_and_only_documents_knows_json() {
    let paths =
        ["std::fs", "std::time", "std::env", "std::net", "std::process", "Utc::now", "Local::now"];
    let names = ["serde_json", "SystemTime", "Instant", "rand", "println", "eprintln"];
    let mut complaints = Vec::new();
    for file in library_files() {
        let may_know_json = file.path.starts_with("crates/thidua-documents/");
        for (number, line) in code(&file) {
            let before_comment = line.split("//").next().unwrap_or_default();
            let by_path = paths.iter().filter(|path| before_comment.contains(*path));
            let by_name = names.iter().filter(|name| words(line).any(|word| word == **name));
            for name in by_path.chain(by_name) {
                if *name != "serde_json" || !may_know_json {
                    complaints.push(format!("{}:{number}: `{name}`", file.path));
                }
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn no_crate_below_documents_depends_on_serde_json_but_for_its_tests() {
    let mut complaints = Vec::new();
    for package in packages() {
        let name = text(&package, "name");
        if !name.starts_with("thidua-")
            || ["thidua-documents", "thidua-tests", "thidua-benches", "thidua-examples"]
                .contains(&name)
        {
            continue;
        }
        for dependency in package["dependencies"].as_array().unwrap() {
            let outside_tests = dependency["kind"].as_str() != Some("dev");
            if outside_tests && text(dependency, "name") == "serde_json" {
                complaints.push(name.to_owned());
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn every_crate_takes_the_lints_of_the_house() {
    let manifests = files(&["crates", "examples", "tests"]);
    let manifests = manifests.iter().filter(|file| file.path.ends_with("Cargo.toml"));
    let lax = manifests.filter(|file| !file.text().contains("\n[lints]\nworkspace = true\n"));
    assert_none(&lax.map(|file| file.path.clone()).collect::<Vec<_>>());
}

#[test]
fn nothing_is_on_by_default_but_documents_in_the_facade() {
    for package in packages() {
        let defaults = package["features"]["default"].as_array().cloned().unwrap_or_default();
        let expected: &[&str] =
            if text(&package, "name") == "thidua" { &["documents"] } else { &[] };
        assert_eq!(defaults, expected, "{}", text(&package, "name"));
    }
}

#[test]
fn every_foreign_dependency_says_what_it_is_for() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let (_, table) = manifest.split_once("\n[workspace.dependencies]\n").unwrap();
    let (table, _) = table.split_once("\n[").unwrap();
    let is_ours = |line: &&str| line.starts_with("thidua-") || line.starts_with("thidua ");
    let lines = table.lines().filter(|line| !line.is_empty() && !is_ours(line));
    let silent =
        lines.filter(|line| !line.split_once(" # ").is_some_and(|(_, why)| why.ends_with('.')));
    assert_none(&silent.map(str::to_owned).collect::<Vec<_>>());
}

#[test]
fn no_file_names_a_folder_of_a_machine() {
    let folders = ["home", "root", "tmp", "work"].map(|name| format!("/{name}/"));
    let mut complaints = Vec::new();
    for file in files(&[""]) {
        let text = String::from_utf8_lossy(&file.bytes);
        for folder in folders.iter().filter(|folder| text.contains(folder.as_str())) {
            complaints.push(format!("{}: `{folder}`", file.path));
        }
    }
    assert_none(&complaints);
}
