//! The code and the words of each reason.

use std::sync::Arc;

use thidua_criteria::{Band, Bound, Interval};
use thidua_values::Exact;

use super::*;
use crate::{Comparison, CountOutcome, NumberOutcome, ShareOutcome};

#[track_caller]
fn check(reason: &Reason, code: &str, vi: &str, en: &str) {
    let words = reason.words();
    assert_eq!((reason.code(), words.vi.as_str(), words.en.as_str()), (code, vi, en));
}

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

fn band() -> Band {
    let bound = |at: u32, included| Some(Bound { at: at.into(), included });
    let within = Interval { low: bound(80, true), high: bound(90, false) };
    Band { within, points: points("7.5") }
}

#[test]
fn every_plain_reason_has_its_words() {
    let id = || "office".parse().unwrap();
    for (reason, code, vi, en) in [
        (Reason::Met {}, "met", "đạt", "met"),
        (Reason::NotMet {}, "not_met", "không đạt", "not met"),
        (Reason::Judged { mark: points("4.5") }, "judged", "chấm 4,5 điểm", "judged 4.5"),
        (Reason::OnTime {}, "on_time", "nộp đúng hạn", "handed in on time"),
        (
            Reason::Late { days: 3, each_day: points("0.5") },
            "late",
            "quá hạn 3 ngày, mỗi ngày trừ 0,5 điểm",
            "3 days late, 0.5 points taken for each",
        ),
        (
            Reason::AchievedBefore { condition: id() },
            "achieved_before",
            "đã đạt từ trước (`office`), đủ điểm",
            "achieved before (`office`), so all points",
        ),
        (
            Reason::GateClosed { gate: id() },
            "gate_closed",
            "không đạt điều kiện `office` nên không chấm",
            "gate `office` is closed, so not scored",
        ),
        (
            Reason::ConditionUnanswered { condition: id() },
            "condition_unanswered",
            "chưa rõ điều kiện `office`",
            "nobody said whether `office` is met",
        ),
        (
            Reason::ClusterOpen {},
            "cluster_open",
            "còn thiếu số liệu của đơn vị khác trong cụm",
            "evidence of others in the cluster is missing",
        ),
        (Reason::Missing {}, "missing", "chưa có số liệu", "evidence is missing"),
        (Reason::NoProof {}, "no_proof", "không có minh chứng", "no proof"),
    ] {
        check(&reason, code, vi, en);
    }
}

#[test]
fn every_compound_reason_has_its_words() {
    let mark = Reason::Judged { mark: points("4.5") };
    let held = Reason::HeldBack {
        condition: "office".parse().unwrap(),
        at_most: points("3.5"),
        reason: Box::new(mark),
    };
    check(
        &held,
        "held_back",
        "chấm 4,5 điểm; không đạt điều kiện `office`, tối đa 3,5 điểm",
        "judged 4.5; without `office` at most 3.5 points",
    );
    let panel = |left_out| Reason::Panel { marks: ["3", "4.5", "5"].map(points).into(), left_out };
    check(&panel(0), "panel", "bình quân của 3; 4,5; 5", "the mean of 3; 4.5; 5");
    check(
        &panel(1),
        "panel",
        "bình quân của 3; 4,5; 5, bỏ 1 điểm ở mỗi đầu",
        "the mean of 3; 4.5; 5 without 1 at each end",
    );
}

#[test]
fn every_worth_of_nothing_has_its_words() {
    for (worth, vi, en) in [
        (NothingOfNothing::Zero, "tính 0 điểm", "worth 0 points"),
        (NothingOfNothing::FullMarks, "tính đủ điểm", "worth all points"),
        (NothingOfNothing::NotAssigned, "coi là không được giao", "as if not assigned"),
    ] {
        let (vi, en) =
            (format!("không phát sinh (0/0), {vi}"), format!("nothing to be done (0 of 0), {en}"));
        check(&Reason::NothingOfNothing { worth }, "nothing_of_nothing", &vi, &en);
    }
    for (policy, vi, en) in [
        (NotAssignedPolicy::Zero, "tính 0 điểm", "worth 0 points"),
        (NotAssignedPolicy::FullMarks, "tính đủ điểm", "worth all points"),
        (NotAssignedPolicy::Exclude, "không tính", "left out"),
        (
            NotAssignedPolicy::RescaleGroup,
            "không tính, quy đổi trong nhóm",
            "left out, the rest of its group rescaled",
        ),
        (
            NotAssignedPolicy::RescaleScale,
            "không tính, quy đổi thang điểm",
            "left out, the rest of the scale rescaled",
        ),
    ] {
        let (vi, en) = (format!("không được giao, {vi}"), format!("not assigned, {en}"));
        check(&Reason::NotAssigned { policy }, "not_assigned", &vi, &en);
    }
}

#[test]
fn every_outcome_of_a_share_has_its_words() {
    for (outcome, code, vi, en) in [
        (ShareOutcome::Proportion {}, "proportion", "", ""),
        (
            ShareOutcome::Capped { cap_percent: "87.5".parse().unwrap() },
            "capped",
            ", tính tối đa 87,5%",
            ", counted up to 87.5 %",
        ),
        (
            ShareOutcome::ThresholdReached { at_least_percent: 80.into() },
            "threshold_reached",
            ", đủ ngưỡng 80%",
            " reaches 80 %",
        ),
        (
            ShareOutcome::ThresholdMissed { at_least_percent: 80.into() },
            "threshold_missed",
            ", dưới ngưỡng 80%",
            " does not reach 80 %",
        ),
        (
            ShareOutcome::InBand { band: Arc::new(band()) },
            "in_band",
            ", thuộc khoảng [80; 90)%",
            " is within [80; 90) %",
        ),
        (
            ShareOutcome::OutsideBands {},
            "outside_bands",
            ", không thuộc khoảng nào",
            " is within no band",
        ),
        (
            ShareOutcome::TargetReached { target_percent: 80.into() },
            "target_reached",
            ", đạt chỉ tiêu 80%, không trừ điểm",
            " reaches the target of 80 %, so nothing is taken",
        ),
        (
            ShareOutcome::Short { target_percent: 80.into() },
            "short",
            ", thấp hơn chỉ tiêu 80%, bị trừ điểm",
            " is below the target of 80 %, so points are taken",
        ),
    ] {
        let reason = Reason::Share { part: "4.5".parse().unwrap(), whole: 5.into(), outcome };
        check(&reason, code, &format!("đạt 4,5/5{vi}"), &format!("4.5 of 5{en}"));
    }
}

#[test]
fn every_outcome_of_a_number_has_its_words() {
    for (outcome, code, vi, en) in [
        (
            NumberOutcome::Reached { at_least: 4.into() },
            "number_reached",
            "đạt 4,5, đủ mức tối thiểu 4",
            "4.5 reaches 4",
        ),
        (
            NumberOutcome::Missed { at_least: 5.into() },
            "number_missed",
            "đạt 4,5, dưới mức tối thiểu 5",
            "4.5 does not reach 5",
        ),
        (
            NumberOutcome::InBand { band: Arc::new(band()) },
            "number_in_band",
            "đạt 4,5, thuộc khoảng [80; 90)",
            "4.5 is within [80; 90)",
        ),
        (
            NumberOutcome::OutsideBands {},
            "number_outside_bands",
            "đạt 4,5, không thuộc khoảng nào",
            "4.5 is within no band",
        ),
        (
            NumberOutcome::Scaled { out_of: 10.into() },
            "scaled",
            "4,5/10 điểm theo thang khác",
            "4.5 of 10 on another scale",
        ),
        (NumberOutcome::Recorded {}, "recorded", "ghi nhận 4,5", "4.5, only recorded"),
    ] {
        check(&Reason::Number { number: "4.5".parse().unwrap(), outcome }, code, vi, en);
    }
}

#[test]
fn every_outcome_of_a_count_has_its_words() {
    let each = points("0.4");
    for (outcome, code, vi, en) in [
        (CountOutcome::PerItem { each }, "per_item", "43 × 0,4 điểm", "43 at 0.4 points each"),
        (
            CountOutcome::PerItemCapped { each, most: points("12.5") },
            "per_item_capped",
            "43 × 0,4 điểm, tính tối đa 12,5 điểm",
            "43 at 0.4 points each, at most 12.5",
        ),
        (
            CountOutcome::Sample { size: 50, each },
            "sample",
            "43/50 trường hợp được xác nhận, mỗi trường hợp 0,4 điểm",
            "43 of a sample of 50 confirmed, 0.4 points each",
        ),
        (CountOutcome::Checklist { of: 50 }, "checklist", "đạt 43/50 mục", "43 of 50 met"),
        (
            CountOutcome::ChecklistFailed { of: 50, pass_mark: 45 },
            "checklist_failed",
            "đạt 43/50 mục, dưới mức 45",
            "43 of 50 met, fewer than 45",
        ),
    ] {
        check(&Reason::Count { count: 43, outcome }, code, vi, en);
    }
}

#[test]
fn every_comparison_has_its_words() {
    let (half, third) = (Exact::fraction(1, 2).unwrap(), Exact::fraction(1, 3).unwrap());
    let (actual, target) = ("12.5".parse().unwrap(), 10.into());
    for (comparison, code, vi, en) in [
        (
            Comparison::MeanReached { own: half.clone(), mean: third.clone() },
            "mean_reached",
            "0,5, từ mức bình quân ≈ 0,333 của cụm trở lên",
            "0.5 reaches the cluster's mean of ≈ 0.333",
        ),
        (
            Comparison::BelowMean { own: third, mean: half.clone() },
            "below_mean",
            "≈ 0,333, dưới mức bình quân 0,5 của cụm",
            "≈ 0.333 is below the cluster's mean of 0.5",
        ),
        (
            Comparison::BelowTarget { actual: 5.into(), target },
            "below_target",
            "thực hiện 5, chỉ tiêu 10",
            "5 done, below the target of 10",
        ),
        (
            Comparison::AboveTarget { actual, target, excess: half.clone(), leading: 2.into() },
            "above_target",
            "thực hiện 12,5, chỉ tiêu 10, vượt 0,5; đơn vị dẫn đầu vượt 2",
            "12.5 done, target 10, 0.5 above it; the leader is 2 above",
        ),
        (
            Comparison::WithoutTarget { actual, leading: half },
            "without_target",
            "thực hiện 12,5, không có chỉ tiêu; cao nhất là 0,5",
            "12.5 done without a target; the most is 0.5",
        ),
    ] {
        check(&Reason::Compared { comparison: Box::new(comparison) }, code, vi, en);
    }
}
