//! Which crate may use which: the direction of the house.

use serde_json::Value;

use crate::repository::{packages, root, text};

/// Every library of the house, lowest first: each uses only those before it.
const LAYERS: [&str; 13] = [
    "thidua-values",
    "thidua-notation",
    "thidua-ranking",
    "thidua-criteria",
    "thidua-scoring",
    "thidua-bulk",
    "thidua-organisation",
    "thidua-figures",
    "thidua-models",
    "thidua-awards",
    "thidua-season",
    "thidua-documents",
    "thidua",
];

/// What is worth what, and who is who: neither knows the other.
const STRANGERS: [(&str, &str); 2] =
    [("thidua-criteria", "thidua-organisation"), ("thidua-scoring", "thidua-organisation")];

/// Each library of the workspace with those of ours that it uses.
fn libraries() -> Vec<(String, Vec<String>)> {
    let is_ours = |name: &str| name == "thidua" || name.starts_with("thidua-");
    let crates = root().join("crates");
    let below_crates =
        |package: &Value| text(package, "manifest_path").starts_with(crates.to_str().unwrap());
    let used = |package: &Value| {
        let dependencies = package["dependencies"].as_array().unwrap();
        let normal = dependencies.iter().filter(|dependency| dependency["kind"].is_null());
        normal
            .map(|dependency| text(dependency, "name").to_owned())
            .filter(|name| is_ours(name))
            .collect()
    };
    let packages = packages();
    let libraries = packages.iter().filter(|package| below_crates(package));
    libraries.map(|package| (text(package, "name").to_owned(), used(package))).collect()
}

fn layer(name: &str) -> usize {
    LAYERS
        .iter()
        .position(|layer| *layer == name)
        .unwrap_or_else(|| panic!("`{name}` has no layer"))
}

#[test]
fn each_crate_uses_only_crates_below_it() {
    let libraries = libraries();
    assert!(!libraries.is_empty());
    for (user, used) in libraries {
        for name in used {
            assert!(layer(&name) < layer(&user), "`{user}` uses `{name}`, which is not below it");
        }
    }
}

#[test]
fn each_crate_stands_in_the_folder_of_its_name_and_is_a_member() {
    let members: Vec<String> = libraries().into_iter().map(|(name, _)| name).collect();
    for entry in std::fs::read_dir(root().join("crates")).unwrap() {
        let folder = entry.unwrap().file_name().into_string().unwrap();
        layer(&folder);
        assert!(members.contains(&folder), "`crates/{folder}` is no member of the workspace");
    }
}

#[test]
fn what_is_it_worth_and_who_is_who_do_not_know_each_other() {
    for (user, used) in libraries() {
        for (one, other) in STRANGERS {
            let names = |name: &str| used.iter().any(|used| used == name);
            assert!(user != one || !names(other), "`{user}` knows `{other}`");
            assert!(user != other || !names(one), "`{user}` knows `{one}`");
        }
    }
}
