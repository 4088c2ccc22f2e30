//! Units by their names, however those are spelt.

use thidua_notation::NameKey;
use thidua_values::Text;

use crate::dated::Dated;
use crate::registry::Lookup;

/// The units that ever had a name, by its key.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    by_key: Lookup<NameKey, Vec<usize>>,
}

impl Names {
    pub(crate) fn of(units: usize, names: &Dated<Text>) -> Self {
        let mut by_key: Lookup<NameKey, Vec<usize>> = Lookup::default();
        for unit in 0..units {
            for (_, name) in names.of_unit(unit) {
                let units = by_key.entry(NameKey::of(name.vi.as_str())).or_default();
                if units.last() != Some(&unit) {
                    units.push(unit);
                }
            }
        }
        Self { by_key }
    }

    /// The units that ever had a name with that key, by position.
    pub(crate) fn units(&self, key: &NameKey) -> &[usize] {
        self.by_key.get(key).map_or(&[], Vec::as_slice)
    }
}
