//! How values are said in a sentence: in Vietnamese and in English.

use thidua_values::{ActId, BodyId, ClusterId, Coded, Day, KindId, Phrase, UnitId};

use crate::{Level, Measure, UnitCode};

/// How something is said in a sentence of either language.
pub(crate) trait Said {
    fn in_vietnamese(&self) -> String;
    fn in_english(&self) -> String;
}

/// Names, which are said as they are.
macro_rules! said_as_is {
    ($($name:ty),+) => {
        $(
            impl Said for $name {
                fn in_vietnamese(&self) -> String {
                    self.to_string()
                }

                fn in_english(&self) -> String {
                    self.to_string()
                }
            }
        )+
    };
}

said_as_is!(ActId, BodyId, ClusterId, KindId, Phrase, UnitCode, UnitId);

/// What has words of its own.
macro_rules! said_in_words {
    ($($coded:ty),+) => {
        $(
            impl Said for $coded {
                fn in_vietnamese(&self) -> String {
                    self.words().vi
                }

                fn in_english(&self) -> String {
                    self.words().en
                }
            }
        )+
    };
}

said_in_words!(Level, Measure);

impl Said for Day {
    fn in_vietnamese(&self) -> String {
        Self::in_vietnamese(*self)
    }

    fn in_english(&self) -> String {
        self.to_string()
    }
}
