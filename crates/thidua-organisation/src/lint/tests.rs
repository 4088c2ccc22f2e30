//! Each code of lint: an organisation that shows it, and its neighbour that does not.

mod edges;
mod laws;

use std::collections::BTreeSet;

use thidua_values::{Coded, UnitId};

use crate::sample::{day, days, event, member, parts, term, text, unit};
use crate::{
    Act, Change, EventLint, GroupLint, Level, Organisation, OrganisationParts, Part, Share,
    UnitLint,
};

/// A way to change the parts of the sample.
type Turn = fn(&mut OrganisationParts);

/// A code, what shows it, what is said of it, and the neighbour that does not show it.
struct Row {
    code: &'static str,
    shows: Turn,
    said: &'static str,
    spares: Turn,
}

fn organisation(turn: impl FnOnce(&mut OrganisationParts)) -> Organisation {
    let mut parts = parts();
    turn(&mut parts);
    Organisation::try_new(parts).unwrap()
}

/// What lint says by one code: severity, place and words.
fn said(organisation: &Organisation, code: &str) -> Vec<String> {
    let own = organisation.lint().into_iter().filter(|finding| finding.code() == code);
    own.map(|finding| {
        let words = finding.words();
        format!("{} at {}: {} / {}", finding.severity.code(), finding.place, words.en, words.vi)
    })
    .collect()
}

#[track_caller]
fn spares(code: &str, turn: impl FnOnce(&mut OrganisationParts)) {
    assert_eq!(said(&organisation(turn), code), Vec::<String>::new());
}

fn id(unit: &str) -> UnitId {
    unit.parse().unwrap()
}

/// A ward of no code that any other has.
fn ward(id: &str, name: &str, parent: Option<&str>) -> crate::Unit {
    let mut ward = unit(id, "ward", text(name, id), "00200", parent);
    ward.codes.clear();
    ward
}

fn happens(parts: &mut OrganisationParts, on: &str, change: Change) {
    parts.events.push(event(on, change));
}

fn founds(parts: &mut OrganisationParts, on: &str, unit: crate::Unit) {
    happens(parts, on, Change::Founded { unit });
}

fn part(unit: &str, population: Share, area: Share) -> Part {
    Part { unit: id(unit), population, area }
}

fn merges(parts: &mut OrganisationParts, on: &str, into: &str, from: Part) {
    happens(parts, on, Change::Merged { into: id(into), from: vec![from] });
}

fn dissolves(parts: &mut OrganisationParts, on: &str, unit: &str) {
    happens(parts, on, Change::Dissolved { unit: id(unit) });
}

fn renames(parts: &mut OrganisationParts, on: &str, unit: &str, name: &str) {
    happens(parts, on, Change::Renamed { unit: id(unit), name: text(name, "Other") });
}

fn recodes(parts: &mut OrganisationParts, on: &str, unit: &str, code: Option<&str>) {
    let (scheme, code) = ("gso".parse().unwrap(), code.map(|code| code.parse().unwrap()));
    happens(parts, on, Change::Recoded { unit: id(unit), scheme, code });
}

fn splits(parts: &mut OrganisationParts, on: &str, unit: &str, into: Vec<Part>) {
    happens(parts, on, Change::Split { unit: id(unit), into });
}

/// Gives the body at that position of the sample a congress of the term 2024–2029.
fn convenes(parts: &mut OrganisationParts, body: &str, on: &str) {
    let body = parts.bodies.iter_mut().find(|it| it.id.as_str() == body).unwrap();
    body.terms.push(term((1, on), (2024, 2029), &[]));
}

/// A second cluster, of which the committee of Tây Hồ is a member from 2024.
fn second_cluster(parts: &mut OrganisationParts) {
    let mut second = parts.clusters[0].clone();
    second.id = "cluster-3".parse().unwrap();
    second.members = vec![member("front-tay-ho", "2024-01-01", Some("2025-07-01"))];
    parts.clusters.push(second);
}

fn second_act(parts: &mut OrganisationParts) {
    let act = Act { id: "second".parse().unwrap(), ..parts.acts[0].clone() };
    parts.acts.push(act);
}

const ROWS: &[Row] = &[
    Row {
        code: "same_name",
        shows: |parts| parts.units.push(ward("buoi-2", "BƯỞI", Some("tay-ho"))),
        said: "warning at units[1]: `buoi-2` has the kind, name and parent of `buoi` from 2022-01-01 / `buoi-2` cùng loại, cùng tên, cùng cấp trên với `buoi` từ 01/01/2022",
        spares: |parts| {
            parts.units.push(ward("buoi-2", "Bưởi", Some("cau-giay")));
            // From that day on, both would be below the city.
            dissolves(parts, "2025-07-01", "buoi-2");
        },
    },
    Row {
        code: "spelt_otherwise",
        shows: |parts| renames(parts, "2023-01-01", "yen-hoa", "Yên Hoà"),
        said: "warning at events[0].change.name: the new name Yên Hoà of `yen-hoa` is its name Yên Hòa in another spelling / tên mới Yên Hoà của `yen-hoa` chỉ khác cách viết với tên Yên Hòa đã có",
        spares: |parts| renames(parts, "2023-01-01", "yen-hoa", "Yên Hoa"),
    },
    Row {
        code: "kind_in_name",
        shows: |parts| parts.units[3].name = text("Phường Bưởi", "Phuong Buoi"),
        said: "note at units[0].name: the name Phường Bưởi of `buoi` begins with the name of its kind / tên Phường Bưởi của `buoi` bắt đầu bằng tên loại đơn vị",
        spares: |parts| parts.units[3].name = text("Phườngbưởi", "Phuongbuoi"),
    },
    Row {
        code: "reused_code",
        shows: |parts| {
            recodes(parts, "2023-01-01", "buoi", None);
            recodes(parts, "2024-01-01", "yen-hoa", Some("00109"));
        },
        said: "note at events[1].change.code: the code `00109` of `gso` is that of `yen-hoa` from 2024-01-01, and was that of `buoi` / mã `00109` của danh mục `gso` thuộc `yen-hoa` từ 01/01/2024, trước đó thuộc `buoi`",
        spares: |parts| {
            recodes(parts, "2023-01-01", "buoi", None);
            recodes(parts, "2024-01-01", "buoi", Some("00109"));
        },
    },
    Row {
        code: "gap_in_life",
        shows: |parts| {
            dissolves(parts, "2023-05-01", "buoi");
            founds(parts, "2023-07-01", ward("buoi-2", "Bưởi", Some("tay-ho")));
        },
        said: "warning at events[1].change.unit: `buoi-2`, founded on 2023-07-01, has the kind, name and parent of `buoi`, which ended on 2023-05-01, and nothing of it / `buoi-2` thành lập ngày 01/07/2023, cùng loại, cùng tên, cùng cấp trên với `buoi` đã chấm dứt ngày 01/05/2023, nhưng không kế thừa gì",
        spares: |parts| {
            merges(parts, "2023-05-01", "yen-hoa", part("buoi", Share::All, Share::All));
            founds(parts, "2023-07-01", ward("buoi-2", "Bưởi", Some("tay-ho")));
            merges(parts, "2023-07-01", "buoi-2", part("yen-hoa", Share::Part, Share::Part));
        },
    },
    Row {
        code: "orphan",
        shows: |parts| parts.units.push(ward("phu-thuong", "Phú Thượng", None)),
        said: "warning at units[3]: `phu-thuong` has no parent on 2022-01-01, while others of its kind have one / `phu-thuong` không có cấp trên vào 01/01/2022, trong khi đơn vị cùng loại có",
        spares: |parts| parts.units.push(ward("phu-thuong", "Phú Thượng", Some("tay-ho"))),
    },
    Row {
        code: "not_covered",
        shows: |parts| {
            merges(parts, "2023-05-01", "yen-hoa", part("buoi", Share::All, Share::Part));
            dissolves(parts, "2023-05-01", "buoi");
        },
        said: "grave at events[0].change: `buoi` ends, and some of its area is in no unit that succeeds it / `buoi` chấm dứt nhưng một phần diện tích không thuộc đơn vị nào kế thừa",
        spares: |parts| {
            parts.units.push(ward("phu-thuong", "Phú Thượng", Some("tay-ho")));
            merges(parts, "2023-05-01", "yen-hoa", part("buoi", Share::All, Share::Part));
            merges(parts, "2023-05-01", "phu-thuong", part("buoi", Share::None, Share::Part));
            dissolves(parts, "2023-05-01", "buoi");
        },
    },
    Row {
        code: "no_successor",
        shows: |parts| dissolves(parts, "2023-05-01", "buoi"),
        said: "grave at events[0].change: `buoi` ends on 2023-05-01, and nothing succeeds it / `buoi` chấm dứt ngày 01/05/2023 mà không có đơn vị kế thừa",
        spares: |parts| {
            merges(parts, "2023-05-01", "yen-hoa", part("buoi", Share::All, Share::All));
        },
    },
    Row {
        code: "no_predecessor",
        shows: |parts| {
            founds(parts, "2023-05-01", ward("phu-thuong", "Phú Thượng", Some("tay-ho")));
        },
        said: "note at events[0].change.unit: `phu-thuong` is founded on 2023-05-01 out of nothing that is told / `phu-thuong` thành lập ngày 01/05/2023 mà không nêu hình thành từ đơn vị nào",
        spares: |parts| {
            founds(parts, "2023-05-01", ward("phu-thuong", "Phú Thượng", Some("tay-ho")));
            merges(parts, "2023-05-01", "phu-thuong", part("buoi", Share::Part, Share::Part));
        },
    },
    Row {
        code: "act_without_number",
        shows: |parts| parts.acts[0].number = None,
        said: "note at acts[0]: the act `nq-1656` has no number / văn bản `nq-1656` không có số ký hiệu",
        spares: |_| (),
    },
    Row {
        code: "unused_act",
        shows: second_act,
        said: "warning at acts[1]: nothing rests on the act `second` / không có gì căn cứ vào văn bản `second`",
        spares: |parts| {
            second_act(parts);
            parts.clusters[0].decision = Some("second".parse().unwrap());
        },
    },
    Row {
        code: "single_part",
        shows: |parts| {
            let into = vec![part("yen-hoa", Share::All, Share::All)];
            splits(parts, "2023-05-01", "buoi", into);
        },
        said: "warning at events[0].change.into: `buoi` is split into `yen-hoa` only / `buoi` chỉ được chia vào `yen-hoa`",
        spares: |parts| {
            parts.units.push(ward("phu-thuong", "Phú Thượng", Some("tay-ho")));
            let half = |unit| part(unit, Share::Part, Share::Part);
            splits(parts, "2023-05-01", "buoi", vec![half("yen-hoa"), half("phu-thuong")]);
        },
    },
    Row {
        code: "unknown_share",
        shows: |parts| {
            merges(parts, "2023-05-01", "yen-hoa", part("buoi", Share::Part, Share::Unknown));
        },
        said: "note at events[0].change.from[0].area: how much of the area of `buoi` passes to `yen-hoa` is not known / chưa rõ phần diện tích của `buoi` chuyển sang `yen-hoa`",
        spares: |parts| {
            merges(parts, "2023-05-01", "yen-hoa", part("buoi", Share::Part, Share::None));
        },
    },
    Row {
        code: "across_levels",
        shows: |parts| {
            merges(parts, "2023-05-01", "cau-giay", part("buoi", Share::Part, Share::Part));
        },
        said: "warning at events[0].change.from[0]: what passes of `buoi`, of the commune level, is in `cau-giay`, of the district level / `buoi` ở cấp xã nhưng phần giao chuyển sang `cau-giay` ở cấp huyện",
        spares: |parts| {
            merges(parts, "2023-05-01", "yen-hoa", part("buoi", Share::Part, Share::Part));
        },
    },
    Row {
        code: "effective_before_published",
        shows: |parts| renames(parts, "2025-06-15", "buoi", "Hồ Tây"),
        said: "note at events[0].effective: it holds from 2025-06-15, before the act `nq-1656` was published on 2025-06-16 / thực hiện từ 15/06/2025, trước ngày công bố 16/06/2025 của văn bản `nq-1656`",
        spares: |parts| renames(parts, "2025-06-16", "buoi", "Hồ Tây"),
    },
    Row {
        code: "effective_before_in_force",
        shows: |parts| parts.acts[0].in_force = Some(day("2025-07-02")),
        said: "warning at events[0].effective: it holds from 2025-07-01, before the act `nq-1656` is in force on 2025-07-02 / thực hiện từ 01/07/2025, trước ngày có hiệu lực 02/07/2025 của văn bản `nq-1656`",
        spares: |parts| {
            parts.acts[0].in_force = Some(day("2025-07-01"));
            // Before it was published, which is told by its own code.
            renames(parts, "2025-06-15", "buoi", "Hồ Tây");
        },
    },
    Row {
        code: "level_stays",
        shows: |parts| {
            let levels = &mut parts.unit_kinds[1].levels;
            levels[0].during = days("2022-01-01", Some("2025-07-02"));
        },
        said: "warning at events[0].change: the district level is abolished on 2025-07-01, and units of the kind `urban-district` still stand at it / cấp huyện bị bỏ từ 01/07/2025 nhưng vẫn còn loại đơn vị `urban-district` thuộc cấp này",
        spares: |_| (),
    },
    Row {
        code: "changes_nothing",
        shows: |parts| {
            let parent = Some(id("tay-ho"));
            happens(parts, "2023-05-01", Change::Moved { unit: id("buoi"), parent });
        },
        said: "warning at events[0].change: the event changes nothing: the parent of `buoi` stays as it was / sự kiện không làm thay đổi gì: cấp trên trực tiếp của `buoi` vẫn như cũ",
        spares: |parts| {
            let parent = Some(id("cau-giay"));
            happens(parts, "2023-05-01", Change::Moved { unit: id("buoi"), parent });
        },
    },
    Row {
        code: "in_two_clusters",
        shows: second_cluster,
        said: "grave at clusters[1].members[0]: `front-tay-ho` is in the cluster `cluster-3` and in `cluster-2` too from 2024-01-01 / `front-tay-ho` thuộc cụm `cluster-3` và cả cụm `cluster-2` từ 01/01/2024",
        spares: |parts| {
            second_cluster(parts);
            parts.clusters[0].members[0].during = days("2022-01-01", Some("2024-01-01"));
        },
    },
    Row {
        code: "outside_scope",
        shows: |parts| {
            parts.clusters[0].members.pop();
            parts.clusters[0].led_by = "front-cau-giay".parse().unwrap();
        },
        said: "warning at clusters[0].members[0]: `tay-ho`, the unit of `front-tay-ho`, is not within `cau-giay` on 2022-01-01 / đơn vị `tay-ho` của `front-tay-ho` không thuộc `cau-giay` vào 01/01/2022",
        spares: |parts| {
            parts.clusters[0].members.pop();
            parts.clusters[0].led_by = "front-tay-ho".parse().unwrap();
        },
    },
    Row {
        code: "congress_after_parents",
        shows: |parts| {
            convenes(parts, "front-ha-noi", "2024-07-10");
            convenes(parts, "front-tay-ho", "2024-07-11");
        },
        said: "warning at bodies[2].terms[0].congress: the congress of `front-tay-ho` on 2024-07-11 is after that of `front-ha-noi` on 2024-07-10 / đại hội của `front-tay-ho` ngày 11/07/2024 sau đại hội của `front-ha-noi` ngày 10/07/2024",
        spares: |parts| {
            convenes(parts, "front-ha-noi", "2024-07-10");
            convenes(parts, "front-tay-ho", "2024-04-11");
        },
    },
];

#[test]
fn each_code_is_found_and_its_neighbour_is_spared() {
    for Row { code, shows, said: expected, spares } in ROWS {
        assert_eq!(said(&organisation(shows), code), [*expected], "{code}");
        assert_eq!(said(&organisation(spares), code), Vec::<String>::new(), "{code}");
    }
}

#[test]
fn every_code_has_a_row() {
    let codes = [UnitLint::CODES, EventLint::CODES, GroupLint::CODES].concat();
    let rows: BTreeSet<&str> = ROWS.iter().map(|row| row.code).collect();
    assert_eq!(rows.len(), ROWS.len());
    assert_eq!(codes.len(), rows.len());
    assert_eq!(codes.into_iter().collect::<BTreeSet<_>>(), rows);
}

#[test]
fn nothing_is_doubtful_about_the_sample() {
    assert_eq!(organisation(|_| ()).lint(), Vec::new());
}
