//! Tests of the workspace as a whole: laws across crates, golden cases,
//! schemas, and the rules of the house.

#[cfg(test)]
mod repository;

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod asem;
#[cfg(test)]
mod awards;
#[cfg(test)]
mod bad_documents;
#[cfg(test)]
mod campaigns;
#[cfg(test)]
mod changed_documents;
#[cfg(test)]
mod clusters;
#[cfg(test)]
mod decimal_on_the_wire;
#[cfg(test)]
mod explanations;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod hanoi;
#[cfg(test)]
mod house_rules;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod rank_oracle;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod rulebooks;
#[cfg(test)]
mod schemas;
#[cfg(test)]
mod second_path;
#[cfg(test)]
mod settlements;
#[cfg(test)]
mod shuffles;
#[cfg(test)]
mod unit_lists;
