//! What something can be, from the worst to the best.

use thidua_values::Exact;

/// What points can be while evidence is missing: from the worst to the best,
/// both included. Complete evidence makes the two ends equal.
///
/// No evidence leads outside, and some leads to each end, where what may turn out
/// not assigned leaves if it would lower a share by staying. In three cases an end is
/// no more than a bound: what formulas that look at the cluster come to is bounded one
/// criterion at a time; where shares are taken of rounded groups, what may turn out not
/// assigned is taken to stay and to earn all its points; and what is not assigned unless
/// it was achieved before is taken to earn nothing, as if it were assigned.
///
/// vi: Khoảng điểm có thể đạt khi còn thiếu số liệu: từ kém nhất đến tốt nhất,
/// gồm cả hai đầu. Đủ số liệu thì hai đầu bằng nhau.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Span {
    /// If all that is missing turns out as bad as it can.
    ///
    /// vi: Nếu mọi số liệu còn thiếu đều cho kết quả kém nhất.
    pub worst: Exact,
    /// If all that is missing turns out as good as it can.
    ///
    /// vi: Nếu mọi số liệu còn thiếu đều cho kết quả tốt nhất.
    pub best: Exact,
}

impl Span {
    /// Both ends at one number.
    #[inline]
    #[must_use]
    pub fn exactly(number: Exact) -> Self {
        Self { worst: number.clone(), best: number }
    }

    /// Whether nothing is open.
    #[inline]
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.worst == self.best
    }

    /// Both ends changed in the same way.
    #[inline]
    pub(crate) fn each(&self, change: impl Fn(&Exact) -> Exact) -> Self {
        if self.is_exact() {
            return Self::exactly(change(&self.worst));
        }
        Self { worst: change(&self.worst), best: change(&self.best) }
    }
}
