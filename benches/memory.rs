//! How much memory an organisation takes: a hundred provinces and their communes, each with three
//! dated changes.
//!
//! ```text
//! cargo bench -p thidua-benches --bench memory
//! ```

use peak_alloc::PeakAlloc;
use thidua::organisation::Organisation;

mod country;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() {
    for units in country::sizes() {
        let before = MEMORY.current_usage();
        let parts = country::parts(units);
        let stated = (MEMORY.current_usage() - before) / units;
        MEMORY.reset_peak_usage();
        let organisation = Organisation::try_new(parts).unwrap();
        let built = (MEMORY.current_usage() - before) / units;
        let most = (MEMORY.peak_usage() - before) / units;
        let day = country::day("2024-06-01");
        let hierarchy = organisation.as_of(day).unwrap();
        assert_eq!(hierarchy.units().count(), units);
        let with_a_day = (MEMORY.current_usage() - before) / units;
        println!(
            "{units} units: bytes a unit: {stated} as stated, {built} as built, {most} at most while \
             it is built; {} for the hierarchy of a day",
            with_a_day - built,
        );
    }
}
