//! Members of clusters that end in mid-year, and who succeeds them.

use thidua_values::{BodyId, ClusterId, Coded, Day, Period, UnitId, Words};
use thiserror::Error;

use crate::{
    Body, Cluster, ClusterYear, EndedMember, Membership, Organisation, OutsideStatement, Share,
    Succession,
};

/// A member of a cluster whose unit ended in mid-year.
///
/// vi: Thành viên của cụm có đơn vị chấm dứt giữa năm thi đua.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedMembership {
    /// The member.
    ///
    /// vi: Thành viên.
    pub body: BodyId,
    /// The first day on which its unit lives no more.
    ///
    /// vi: Ngày đơn vị chấm dứt.
    pub day: Day,
    /// Its post in the year of the cluster that runs on that day; none if it is a plain member.
    ///
    /// vi: Vai trò trong cụm của năm đó; không có nếu chỉ là thành viên.
    pub post: Option<ClusterPost>,
    /// What is to become of it; none if no rule is stated.
    ///
    /// vi: Quy định xử lý; không có nếu cụm không nêu quy định.
    pub rule: Option<EndedMember>,
    /// Who succeeds it, by unit, then by body; nobody if nothing succeeds its unit.
    ///
    /// vi: Bên kế thừa; không có nếu không đơn vị nào kế thừa.
    pub successors: Vec<Successor>,
}

/// What of a unit that ended is in another, and the body that is there of the same kind.
///
/// vi: Đơn vị kế thừa và tổ chức cùng loại ở đơn vị đó.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Successor {
    /// The unit.
    ///
    /// vi: Đơn vị kế thừa.
    pub unit: UnitId,
    /// Its body of the same kind; none if none is told.
    ///
    /// vi: Tổ chức cùng loại của đơn vị đó; không có nếu không nêu.
    pub body: Option<BodyId>,
    /// How much of the population of the unit that ended is there.
    ///
    /// vi: Phần dân số của đơn vị đã chấm dứt chuyển sang.
    pub population: Share,
}

/// A post that a member has in a year of a cluster.
///
/// vi: Vai trò của thành viên trong năm của cụm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClusterPost {
    /// The head.
    ///
    /// vi: Cụm trưởng.
    Head,
    /// A deputy.
    ///
    /// vi: Cụm phó.
    Deputy,
}

impl Coded for ClusterPost {
    fn code(&self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Deputy => "deputy",
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Head => Words::new("cụm trưởng", "head of the cluster"),
            Self::Deputy => Words::new("cụm phó", "deputy head of the cluster"),
        }
    }
}

/// Why it cannot be told which members of a cluster ended.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EndedFault {
    /// No cluster has that id.
    #[error("expected a cluster of this organisation, found `{0}`")]
    UnknownCluster(ClusterId),
    /// The organisation says nothing of a day of the period.
    #[error(transparent)]
    OutsideStatement(OutsideStatement),
}

impl Organisation {
    /// The members of a cluster whose units end within a period in mid-year, by day, then by body:
    /// what becomes of each, and who succeeds it on that day.
    ///
    /// A membership that was over before the unit ended is not listed. One that was ended with
    /// the unit is, unless a year of the cluster ended that day as well.
    ///
    /// # Errors
    ///
    /// No cluster has that id, or the organisation says nothing of some day of the period.
    ///
    /// # Examples
    ///
    /// Two members of a cluster of Hà Nội in 2025. The district level is abolished on 1 July, and
    /// nothing succeeds the committee of Tây Hồ, which leads that year; a made-up merger makes the
    /// committee of the new commune succeed that of Đa Phúc:
    ///
    /// ```
    /// use thidua_organisation::{
    ///     Act, Body, BodyKind, Change, Cluster, ClusterKind, ClusterPost, ClusterYear, DatedLevel,
    ///     EndedMember, Event, Level, Membership, Organisation, OrganisationParts, Part, Share, Unit,
    ///     UnitKind,
    /// };
    /// use thidua_values::{Basis, Day, Period, Text};
    ///
    /// type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;
    ///
    /// fn text(vi: &str, en: &str) -> Result<Text> {
    ///     Ok(Text { vi: vi.parse()?, en: en.parse()? })
    /// }
    ///
    /// fn kind(id: &str, name: Text, level: Level, during: Period) -> Result<UnitKind> {
    ///     Ok(UnitKind { id: id.parse()?, name, levels: vec![DatedLevel { during, level }] })
    /// }
    ///
    /// fn unit(id: &str, kind: &str, name: Text, parent: Option<&str>) -> Result<Unit> {
    ///     let parent = parent.map(str::parse).transpose()?;
    ///     Ok(Unit { id: id.parse()?, kind: kind.parse()?, name, codes: vec![], parent })
    /// }
    ///
    /// fn committee(unit: &str) -> Result<Body> {
    ///     Ok(Body {
    ///         id: format!("front-{unit}").parse()?,
    ///         kind: "front-committee".parse()?,
    ///         unit: unit.parse()?,
    ///         name: text("Ủy ban Mặt trận Tổ quốc", "Fatherland Front committee")?,
    ///         terms: vec![],
    ///     })
    /// }
    ///
    /// let (start, change): (Day, Day) = ("2022-01-01".parse()?, "2025-07-01".parse()?);
    /// let stated = Period::starting(start);
    /// let year = Period::try_new("2025-01-01".parse()?, Some("2026-01-01".parse()?))?;
    /// let in_city = Some("ha-noi");
    /// let event = |change_of: Change| -> Result<Event> {
    ///     Ok(Event { effective: change, act: "act".parse()?, change: change_of })
    /// };
    /// let all_of = |unit: &str| -> Result<Part> {
    ///     Ok(Part { unit: unit.parse()?, population: Share::All, area: Share::All })
    /// };
    /// let organisation = Organisation::try_new(OrganisationParts {
    ///     id: "ha-noi".parse()?,
    ///     title: text("Hà Nội", "Ha Noi")?,
    ///     basis: Basis::Illustrative { note: "An example.".parse()? },
    ///     stated,
    ///     unit_kinds: vec![
    ///         kind("central-city", text("thành phố", "central city")?, Level::Province, stated)?,
    ///         kind("urban-district", text("quận", "urban district")?, Level::District, stated)?,
    ///         kind("commune", text("xã", "commune")?, Level::Commune, stated)?,
    ///     ],
    ///     units: vec![
    ///         unit("ha-noi", "central-city", text("Hà Nội", "Ha Noi")?, None)?,
    ///         unit("tay-ho", "urban-district", text("Tây Hồ", "Tay Ho")?, in_city)?,
    ///         unit("da-phuc", "commune", text("Đa Phúc", "Da Phuc")?, in_city)?,
    ///     ],
    ///     acts: vec![Act {
    ///         id: "act".parse()?,
    ///         number: None,
    ///         title: text("Sắp xếp", "A rearrangement")?,
    ///         published: "2025-06-16".parse()?,
    ///         in_force: None,
    ///     }],
    ///     events: vec![
    ///         event(Change::LevelAbolished { level: Level::District })?,
    ///         event(Change::Founded {
    ///             unit: unit("new", "commune", text("Xã mới", "New commune")?, in_city)?,
    ///         })?,
    ///         event(Change::Merged { into: "new".parse()?, from: vec![all_of("da-phuc")?] })?,
    ///     ],
    ///     body_kinds: vec![BodyKind {
    ///         id: "front-committee".parse()?,
    ///         name: text("Ủy ban Mặt trận Tổ quốc", "Fatherland Front committee")?,
    ///         roles: vec![],
    ///     }],
    ///     bodies: vec![
    ///         committee("ha-noi")?,
    ///         committee("tay-ho")?,
    ///         committee("da-phuc")?,
    ///         committee("new")?,
    ///     ],
    ///     cluster_kinds: vec![ClusterKind {
    ///         id: "front".parse()?,
    ///         name: text("Cụm thi đua của Mặt trận", "Clusters of the Front")?,
    ///         exclusive: true,
    ///     }],
    ///     clusters: vec![Cluster {
    ///         id: "cluster-2".parse()?,
    ///         kind: "front".parse()?,
    ///         name: text("Cụm thi đua số 2", "Emulation cluster no. 2")?,
    ///         led_by: "front-ha-noi".parse()?,
    ///         decision: None,
    ///         members: vec![
    ///             Membership { body: "front-tay-ho".parse()?, during: year },
    ///             Membership { body: "front-da-phuc".parse()?, during: year },
    ///         ],
    ///         years: vec![ClusterYear {
    ///             during: year,
    ///             head: "front-tay-ho".parse()?,
    ///             deputies: vec![],
    ///             decision: None,
    ///         }],
    ///         if_ended: Some(EndedMember::IsSucceeded),
    ///     }],
    /// })?;
    ///
    /// let ended = organisation.ended_members(&"cluster-2".parse()?, year)?;
    /// let [da_phuc, tay_ho] = &ended[..] else { panic!("two members ended") };
    /// assert_eq!(da_phuc.successors[0].body, Some("front-new".parse()?));
    /// assert_eq!(da_phuc.successors[0].population, Share::All);
    /// assert_eq!((tay_ho.body.as_str(), tay_ho.day), ("front-tay-ho", change));
    /// assert_eq!(tay_ho.post, Some(ClusterPost::Head));
    /// assert_eq!(tay_ho.rule, Some(EndedMember::IsSucceeded));
    /// assert_eq!(tay_ho.successors, []);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ended_members(
        &self,
        cluster: &ClusterId,
        during: Period,
    ) -> Result<Vec<EndedMembership>, EndedFault> {
        let unknown = || EndedFault::UnknownCluster(cluster.clone());
        let cluster = self.cluster(cluster).ok_or_else(unknown)?;
        // A period without end is within what is stated only if that has none either.
        let last = during.last().or(self.parts().stated.until());
        for day in [Some(during.start()), last].into_iter().flatten() {
            self.check_stated(day).map_err(EndedFault::OutsideStatement)?;
        }
        let mut ended: Vec<(Day, &Body)> = {
            let ended = |member| self.ended_in(cluster, member, during);
            cluster.members.iter().filter_map(ended).collect()
        };
        ended.sort_by_key(|(day, body)| (*day, &body.id));
        let mut found = Vec::new();
        for today in ended.chunk_by(|(a, _), (b, _)| a == b) {
            let Some(day) = today.first().map(|(day, _)| *day) else { continue };
            let Some(eve) = day.previous() else { continue };
            let succession = self.succession(eve, day).map_err(EndedFault::OutsideStatement)?;
            found.extend(today.iter().map(|(_, body)| EndedMembership {
                body: body.id.clone(),
                day,
                post: cluster.post_on(&body.id, eve, day),
                rule: cluster.if_ended,
                successors: succession.bodies_after(body),
            }));
        }
        Ok(found)
    }

    /// The day within a period on which the unit of a member ends, if it was a member until then
    /// and was to be one in the rest of the year.
    fn ended_in<'o>(
        &'o self,
        cluster: &Cluster,
        member: &Membership,
        during: Period,
    ) -> Option<(Day, &'o Body)> {
        let body = self.body(&member.body)?;
        let day = self.life(&body.unit)?.until()?;
        let was_one = member.during.contains(day.previous()?);
        let year_ended = cluster.years.iter().any(|year| year.during.until() == Some(day));
        let was_to_be = member.during.contains(day) || !year_ended;
        (during.contains(day) && was_one && was_to_be).then_some((day, body))
    }
}

impl Cluster {
    /// The post of a member in the year that runs through the end of its unit.
    fn post_on(&self, body: &BodyId, eve: Day, day: Day) -> Option<ClusterPost> {
        let ClusterYear { head, deputies, .. } =
            self.year_on(eve).filter(|year| year.during.contains(day))?;
        if head == body {
            return Some(ClusterPost::Head);
        }
        deputies.contains(body).then_some(ClusterPost::Deputy)
    }
}

impl Succession<'_> {
    /// The bodies of the same kind of the units that succeed the unit of a body.
    fn bodies_after(&self, ended: &Body) -> Vec<Successor> {
        let mut successors = Vec::new();
        for passage in self.successors(&ended.unit) {
            let bodies = self.organisation().bodies_of(&passage.after);
            let mut of_kind = bodies.into_iter().filter(|body| body.kind == ended.kind).peekable();
            let successor = |body: Option<&Body>| Successor {
                unit: passage.after.clone(),
                body: body.map(|body| body.id.clone()),
                population: passage.population,
            };
            if of_kind.peek().is_none() {
                successors.push(successor(None));
            }
            successors.extend(of_kind.map(|body| successor(Some(body))));
        }
        successors
    }
}

#[cfg(test)]
mod tests;
