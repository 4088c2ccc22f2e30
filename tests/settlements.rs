//! Recorded settlements of ties, from the season's document to the awards.

use thidua_criteria::{Rulebook, RulebookParts, TieBreak};
use thidua_documents::{Limits, read, write};
use thidua_scoring::{EvidenceValue, SettledBy, Standing, TieAwaits, TieSettlement};
use thidua_season::{ClusterOutcome, Season, SeasonParts};
use thidua_values::{Basis, Coded, SubjectId};

use crate::hanoi::{CLUSTERS, Documents, proposed};

/// The first two of cluster no. 2, who are level on points.
const TIED: [&str; 2] = ["front-ha-dong", "front-thanh-xuan"];

/// Hà Nội where nothing but a ballot breaks ties, and these ballots were held beside that of the
/// season: each an order and its day.
pub(crate) fn by_ballot(ballots: &[(&[&str], &str)]) -> Documents {
    let documents = Documents::read();
    let tie_breaks = vec![TieBreak::Ballot {}];
    let rulebook = RulebookParts { tie_breaks, ..documents.rulebook.parts().clone() };
    let settlements = ballots.iter().map(|(order, on)| {
        let order: Vec<SubjectId> = order.iter().map(|id| id.parse().unwrap()).collect();
        TieSettlement {
            by: SettledBy::Ballot,
            tied: order.clone(),
            order,
            on: on.parse().unwrap(),
            basis: Basis::Illustrative { note: "made up".parse().unwrap() },
        }
    });
    let parts = documents.season.parts().clone();
    let settlements = parts.settlements.iter().cloned().chain(settlements).collect();
    let season = SeasonParts { settlements, ..parts };
    Documents {
        rulebook: Rulebook::try_new(rulebook).unwrap(),
        season: Season::try_new(season).unwrap(),
        ..documents
    }
}

fn cluster_2(documents: &Documents) -> ClusterOutcome {
    let clusters = documents.conclude().clusters;
    clusters.into_iter().find(|one| one.cluster.as_str() == CLUSTERS[0]).unwrap()
}

fn first_two(standing: &Standing) -> Vec<(usize, &str)> {
    let positions = standing.positions.iter().take(2);
    positions.map(|at| (at.rank, at.subject.as_str())).collect()
}

#[test]
fn a_tie_without_a_record_waits_and_no_award_passes_over_it() {
    let cluster = cluster_2(&by_ballot(&[]));
    let [tie] = &cluster.standing.unresolved[..] else { panic!("{:?}", cluster.standing) };
    assert_eq!((tie.rank, tie.awaits), (1, TieAwaits::Ballot));
    assert!(proposed(&cluster)[0].is_empty());
}

#[test]
fn a_recorded_ballot_gives_the_flag_to_who_won_it() {
    for winner in TIED {
        let other = TIED.into_iter().find(|other| *other != winner).unwrap();
        let cluster = cluster_2(&by_ballot(&[(&[winner, other], "2022-11-01")]));
        assert_eq!(first_two(&cluster.standing), [(1, winner), (2, other)]);
        assert!(cluster.standing.unresolved.is_empty() && cluster.standing.unused.is_empty());
        let [settled, _] = &cluster.standing.settled[..] else { panic!("{:?}", cluster.standing) };
        assert_eq!((settled.by, settled.on), (SettledBy::Ballot, "2022-11-01".parse().unwrap()));
        assert_eq!(
            settled.words().en,
            format!("ballot of 2022-11-01: `{winner}`, `{other}` (illustrative: made up)")
        );
        assert_eq!(proposed(&cluster)[0], [winner]);
    }
}

#[test]
fn a_ballot_after_the_day_or_of_a_tie_that_is_gone_is_not_used() {
    let reasons = |documents: &Documents| -> Vec<&'static str> {
        let unused = cluster_2(documents).standing.unused;
        unused.iter().map(|unused| unused.reason.code()).collect()
    };
    let later = by_ballot(&[(&TIED, "2022-12-01")]);
    assert_eq!(reasons(&later), ["later"]);
    assert_eq!(cluster_2(&later).standing.unresolved.len(), 1);

    let mut corrected = by_ballot(&[(&TIED, "2022-11-01")]);
    let record = corrected.evidence.records.iter_mut().find(|record| {
        record.subject.as_str() == TIED[0] && record.criterion.as_str() == "cremation"
    });
    record.unwrap().value = EvidenceValue::Missing {};
    assert_eq!(reasons(&corrected), ["no_tie"]);
    let cluster = cluster_2(&corrected);
    assert_eq!(first_two(&cluster.standing), [(1, TIED[1]), (2, "front-tay-ho")]);
    // The season's own tie is settled as before.
    assert_eq!(cluster.standing.settled, Documents::read().season.parts().settlements);
}

#[test]
fn settlements_are_a_set_of_sets_and_are_written_and_read() {
    let pair: [&str; 2] = ["front-tay-ho", "front-cau-giay"];
    let documents = by_ballot(&[(&pair, "2022-11-01"), (&TIED, "2022-11-01")]);
    let mut turned = documents.season.parts().clone();
    turned.settlements.reverse();
    for settlement in &mut turned.settlements {
        settlement.tied.reverse();
    }
    let turned = Season::try_new(turned).unwrap();
    assert_eq!(write(&turned), write(&documents.season));
    let canonical = documents.season.parts().clone().canonical();
    let read: Season = read(write(&turned).as_bytes(), &Limits::default()).unwrap();
    assert_eq!(read.parts(), &canonical);
    let outcome = documents.conclude();
    assert_eq!(Documents { season: turned, ..documents }.conclude(), outcome);
}
