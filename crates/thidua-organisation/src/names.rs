//! Units by their names, however those are spelt.

use thidua_notation::NameKey;
use thidua_values::Text;

use crate::dated::Dated;
use crate::rows::Grouped;

/// The units that ever had a name, by its key.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    by_key: Grouped<NameKey, usize>,
}

impl Names {
    pub(crate) fn of(units: usize, names: &Dated<Text>) -> Self {
        let names_of = |unit| names.of_unit(unit).iter().map(move |(_, name)| (name, unit));
        let all = (0..units).flat_map(names_of);
        let by_key = Grouped::of(all.map(|(name, unit)| (NameKey::of(name.vi.as_str()), unit)));
        Self { by_key }
    }

    /// The units that ever had a name with that key, by position; one as often as it had it.
    pub(crate) fn units(&self, key: &NameKey) -> &[usize] {
        self.by_key.list(key)
    }
}
