//! Laws of differences between two editions.

use super::*;

/// A rulebook and the same with something taken from another.
fn pair() -> impl Strategy<Value = (Rulebook, Rulebook)> {
    (strategies::rulebook(), strategies::rulebook(), 0_u16..1024).prop_map(|(a, b, taken)| {
        let mut parts = a.parts().clone();
        let other = b.parts();
        let bit = |n: u16| taken & (1 << n) != 0;
        if bit(0) {
            parts.tie_breaks.clear();
        }
        if bit(1) {
            parts.missing = other.missing;
        }
        if bit(2) {
            parts.not_assigned = other.not_assigned;
        }
        if bit(3) {
            parts.bonus = other.bonus.clone();
        }
        if bit(4) {
            parts.deductions = None;
        }
        if bit(5) {
            parts.scale.items.reverse();
        }
        if bit(6) {
            parts.facts.reverse();
        }
        if bit(7) {
            parts.scale = other.scale.clone();
        }
        if bit(8) {
            parts.during = other.during;
        }
        if bit(9) {
            parts.total = other.total;
        }
        let mixed = Rulebook::try_new(parts).unwrap_or(b);
        (a, mixed)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    /// Law: two rulebooks show no difference exactly if their parts are equal.
    #[test]
    fn equal_parts_differ_in_nothing((a, b) in pair()) {
        prop_assert_eq!(diff(&a, &a), Vec::new());
        prop_assert_eq!(diff(&a, &b).is_empty(), a.parts() == b.parts());
    }

    /// Law: each difference shows from the other side, and backwards.
    #[test]
    fn differences_show_from_both_sides((a, b) in pair()) {
        let mut mirrored: Vec<Difference> = diff(&b, &a).into_iter().map(Difference::mirrored).collect();
        mirrored.sort_by(|a, b| (&a.of, a.code()).cmp(&(&b.of, b.code())));
        prop_assert_eq!(diff(&a, &b), mirrored);
    }

    /// Law: an element is added, removed or changed, and in each way once.
    #[test]
    fn a_difference_is_said_once((a, b) in pair()) {
        let differences = diff(&a, &b);
        let ordered = |code| code == "order";
        for (position, one) in differences.iter().enumerate() {
            let same = |other: &Difference| other.of == one.of && other.code() == one.code();
            let twice = differences.iter().skip(position + 1).any(same);
            // Facts and grades are two lists of the rulebook.
            let two_lists = ordered(one.code()) && one.of == Element::Rulebook {};
            prop_assert!(!twice || two_lists);
        }
        let part = Element::Part { part: PartKind::Scale };
        let added = Difference { of: part, change: Change::Added {} };
        prop_assert!(!differences.contains(&added));
    }
}
