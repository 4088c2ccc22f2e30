//! Places in the parts that a caller gave.

use std::fmt;

/// A place in given parts: the way to it by fields and positions, from the
/// whole (no step) to the smallest part.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    steps: Vec<Step>,
}

/// One step of the way to a [`Place`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into a field of that name.
    Field(&'static str),
    /// To that position of a list, counted from 0.
    Index(usize),
}

impl Place {
    /// The whole.
    #[must_use]
    pub const fn whole() -> Self {
        Self { steps: Vec::new() }
    }

    /// The place one field further in.
    #[must_use]
    pub fn field(&self, name: &'static str) -> Self {
        self.then(Step::Field(name))
    }

    /// The place one position further in.
    #[must_use]
    pub fn index(&self, position: usize) -> Self {
        self.then(Step::Index(position))
    }

    /// The same place where the whole is a field of something larger.
    #[must_use]
    pub fn under(&self, name: &'static str) -> Self {
        self.within(&Self::whole().field(name))
    }

    /// The same place where the whole stands at a place of something larger.
    #[must_use]
    pub fn within(&self, outer: &Self) -> Self {
        Self { steps: [outer.steps.as_slice(), &self.steps].concat() }
    }

    /// The same place in another thing of the outermost list that it is in.
    #[must_use]
    pub fn at_position(&self, position: usize) -> Self {
        let mut place = self.clone();
        let index = place.steps.iter_mut().find(|step| matches!(step, Step::Index(_)));
        if let Some(index) = index {
            *index = Step::Index(position);
        }
        place
    }

    /// The steps to the place, outermost first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    fn then(&self, step: Step) -> Self {
        let mut steps = self.steps.clone();
        steps.push(step);
        Self { steps }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.steps.is_empty() {
            return f.write_str("the whole");
        }
        for (position, step) in self.steps.iter().enumerate() {
            match step {
                Step::Field(name) if position == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_as_the_way_to_it() {
        let place = Place::whole().field("sections").index(2).field("points");
        assert_eq!(place.to_string(), "sections[2].points");
        assert_eq!(place.under("rulebook").to_string(), "rulebook.sections[2].points");
        let third = Place::whole().field("rulebooks").index(3);
        assert_eq!(place.within(&third).to_string(), "rulebooks[3].sections[2].points");
        assert_eq!(
            third.field("items").index(5).at_position(4).to_string(),
            "rulebooks[4].items[5]"
        );
        assert_eq!(Place::whole().at_position(4).to_string(), "the whole");
    }
}
