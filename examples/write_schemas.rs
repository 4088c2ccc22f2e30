//! Writes the JSON Schemas of all documents into a folder, for partners.
//!
//! ```text
//! cargo run --example write_schemas -- DIR
//! ```

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use thidua::documents::schemas;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(
        std::env::args_os().nth(1).ok_or("expected a folder to write into, found no argument")?,
    );
    fs::create_dir_all(&folder)?;
    for schema in schemas() {
        fs::write(folder.join(&schema.name), schema.text)?;
        println!("{}", schema.name);
    }
    Ok(())
}
