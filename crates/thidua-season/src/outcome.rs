//! The outcome of a season: sheets, standings and awards of each cluster.

use thidua_awards::Conferral;
use thidua_criteria::RulebookEdition;
use thidua_scoring::{ScoreSheet, Standing};
use thidua_values::{
    AwardRulesId, Basis, CampaignId, CandidaciesId, ClusterId, Day, OrganisationId, SeasonId,
};

/// The outcome of a season, in canonical order: the same inputs give the same
/// outcome, in whatever order they list their parts.
///
/// vi: Kết quả năm thi đua, theo trật tự chuẩn: cùng dữ liệu đầu vào thì cùng
/// kết quả, dù các thành phần được liệt kê theo thứ tự nào.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Outcome {
    /// The season.
    ///
    /// vi: Năm thi đua.
    pub season: SeasonId,
    /// The day as of which it was concluded.
    ///
    /// vi: Ngày làm mốc tổng kết.
    pub as_of: Day,
    /// The organisation.
    ///
    /// vi: Cơ cấu tổ chức.
    pub organisation: OrganisationId,
    /// The campaigns that the criteria serve. Ordered by id.
    ///
    /// vi: Các cuộc vận động mà các tiêu chí phục vụ. Có thứ tự: theo mã định danh.
    pub campaigns: Vec<CampaignId>,
    /// The rulebook and its edition.
    ///
    /// vi: Bảng tiêu chí và phiên bản.
    pub rulebook: RulebookEdition,
    /// Whether that edition is published or made up.
    ///
    /// vi: Bảng tiêu chí đã công bố hay minh họa.
    pub rulebook_basis: Basis,
    /// The award rules.
    ///
    /// vi: Quy định khen thưởng.
    pub award_rules: AwardRulesId,
    /// Whether they are published or made up.
    ///
    /// vi: Quy định khen thưởng đã công bố hay minh họa.
    pub award_rules_basis: Basis,
    /// What is on record of the candidates; left out where nothing is.
    ///
    /// vi: Hồ sơ xét khen thưởng; không ghi nếu không có.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub candidacies: Option<CandidaciesId>,
    /// What became of each cluster. Ordered by id.
    ///
    /// vi: Kết quả của từng cụm thi đua. Có thứ tự: theo mã định danh.
    pub clusters: Vec<ClusterOutcome>,
}

/// What became of one cluster.
///
/// vi: Kết quả của một cụm thi đua.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ClusterOutcome {
    /// The cluster.
    ///
    /// vi: Cụm thi đua.
    pub cluster: ClusterId,
    /// Who stands where, and what decided each tie.
    ///
    /// vi: Xếp hạng, và bước nào phân định từng trường hợp đồng hạng.
    pub standing: Standing,
    /// Who is proposed for which award, and who is refused, and why.
    ///
    /// vi: Ai được đề nghị danh hiệu, hình thức khen thưởng nào, ai không được đề nghị và vì sao.
    pub awards: Conferral,
    /// The sheet of each member. Ordered by id.
    ///
    /// vi: Bảng điểm của từng thành viên. Có thứ tự: theo mã định danh.
    pub sheets: Vec<ScoreSheet>,
}
