//! Random trees of parts, groups and criteria, sketched first and then built.

use proptest::prelude::*;

use thidua_values::{Figure, KindId, Points, Text};

use crate::{
    Combine, Condition, Criterion, Figures, Formula, Group, Item, Part, PartKind, Serves,
    strategies_formula::{formula, own_formula},
};

/// What trees may consist of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Of everything.
    Whole,
    /// Of sums only, of criteria for all that look at one subject alone.
    Plain,
}

/// The sketch of a part or of a group.
#[derive(Clone, Debug)]
pub(crate) struct Sketch {
    mix: Mix,
    /// The points of what is a mean, a least or a best.
    worth: Points,
    plans: Vec<Plan>,
}

/// How the items of a sketch are to make its points, if they can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mix {
    Sum,
    UpToAll,
    UpToFirst,
    WeightedMean,
    Least,
    Best(u32),
}

#[derive(Clone, Debug)]
struct Plan {
    weight: Figure,
    /// As a minimum: none, no points, half of them or all.
    minimum: Option<i64>,
    of: PlanOf,
}

#[derive(Clone, Debug)]
enum PlanOf {
    Group(Sketch),
    Criterion(CriterionPlan),
}

#[derive(Clone, Debug)]
struct CriterionPlan {
    points: Points,
    formula: Formula,
    /// The formula of the criterion that other kinds of subject have instead.
    other: Formula,
    audience: Audience,
    conditions: Vec<u8>,
    figures: Figures,
}

/// Whom a criterion is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Audience {
    Everybody,
    EveryKind,
    /// One kind, and the others have another criterion of as many points.
    Alternatives,
    /// One kind, and the others have nothing instead, where the points allow it.
    OneKind,
}

/// Sketches of up to three items, which are groups of groups at the most.
pub(crate) fn sketch(scope: Scope) -> impl Strategy<Value = Sketch> {
    let inner =
        prop_oneof![2 => criterion_plan(scope), 1 => group_plan(scope, criterion_plan(scope))];
    let outer = prop_oneof![1 => criterion_plan(scope), 2 => group_plan(scope, inner)];
    sketch_of(scope, outer)
}

fn sketch_of(scope: Scope, plan: impl Strategy<Value = Plan>) -> impl Strategy<Value = Sketch> {
    let worth = prop::sample::select(vec![5, 10, 20]).prop_map(Points::whole);
    (mix(scope), worth, prop::collection::vec(plan, 1..=3)).prop_map(|(mix, worth, plans)| Sketch {
        mix,
        worth,
        plans,
    })
}

fn group_plan(scope: Scope, plan: impl Strategy<Value = Plan>) -> impl Strategy<Value = Plan> {
    plan_of(sketch_of(scope, plan).prop_map(PlanOf::Group))
}

fn criterion_plan(scope: Scope) -> impl Strategy<Value = Plan> {
    let own = match scope {
        Scope::Whole => formula,
        Scope::Plain => own_formula,
    };
    let parts = points().prop_flat_map(move |points| (Just(points), own(points), own(points)));
    let figures = prop::sample::select(vec![Figures::Whole, Figures::Decimal]);
    plan_of((parts, audience(), conditions(), figures).prop_map(
        |((points, formula, other), audience, conditions, figures)| {
            let own = CriterionPlan { points, formula, other, audience, conditions, figures };
            PlanOf::Criterion(own)
        },
    ))
}

fn plan_of(of: impl Strategy<Value = PlanOf>) -> impl Strategy<Value = Plan> {
    let weight = prop::sample::select(vec![1_u32, 2, 3]).prop_map(Figure::from);
    let minimum = prop_oneof![
        4 => Just(None),
        2 => prop::sample::select(vec![0_i64, 500_000, 1_000_000]).prop_map(Some),
    ];
    (weight, minimum, of).prop_map(|(weight, minimum, of)| Plan { weight, minimum, of })
}

/// Mostly whole points; some halves, and now and then none.
fn points() -> impl Strategy<Value = Points> {
    prop_oneof![
        8 => prop::sample::select(vec![5_000_000_i64, 10_000_000, 20_000_000]),
        1 => Just(2_500_000_i64),
        1 => Just(0_i64),
    ]
    .prop_filter_map("points", Points::from_millionths)
}

fn mix(scope: Scope) -> BoxedStrategy<Mix> {
    let sum = Just(Mix::Sum);
    match scope {
        Scope::Plain => sum.boxed(),
        Scope::Whole => prop_oneof![
            5 => sum,
            1 => Just(Mix::UpToAll),
            1 => Just(Mix::UpToFirst),
            1 => Just(Mix::WeightedMean),
            1 => Just(Mix::Least),
            1 => (1_u32..3).prop_map(Mix::Best),
        ]
        .boxed(),
    }
}

fn audience() -> impl Strategy<Value = Audience> {
    prop_oneof![
        3 => Just(Audience::Everybody),
        1 => Just(Audience::EveryKind),
        2 => Just(Audience::Alternatives),
        1 => Just(Audience::OneKind),
    ]
}

fn conditions() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec(0_u8..4, 1..=2)]
}

impl Sketch {
    /// The sketch with room for so many criteria, if anything of it is left.
    pub(crate) fn within(self, room: &mut usize) -> Option<Self> {
        let mut plans = Vec::new();
        for plan in self.plans {
            let of = match plan.of {
                PlanOf::Group(sketch) => sketch.within(room).map(PlanOf::Group),
                PlanOf::Criterion(own) => room.checked_sub(1).map(|rest| {
                    *room = rest;
                    PlanOf::Criterion(own)
                }),
            };
            plans.extend(of.map(|of| Plan { of, ..plan }));
        }
        (!plans.is_empty()).then_some(Self { plans, ..self })
    }

    /// Whether any points in it are not whole.
    pub(crate) fn has_halves(&self) -> bool {
        self.plans.iter().any(|plan| match &plan.of {
            PlanOf::Group(sketch) => sketch.has_halves(),
            PlanOf::Criterion(own) => own.points.millionths() % 1_000_000 != 0,
        })
    }

    /// The mix, or the sum where it needs shares of points that there are not.
    fn mix(&self) -> Mix {
        let needs_points = match self.mix {
            Mix::Sum => 0,
            Mix::UpToAll | Mix::UpToFirst => 1,
            Mix::WeightedMean | Mix::Least | Mix::Best(_) => self.plans.len(),
        };
        let lacks_points = self.plans.iter().take(needs_points).any(Plan::is_worthless);
        if lacks_points { Mix::Sum } else { self.mix }
    }
}

impl Plan {
    fn is_worthless(&self) -> bool {
        match &self.of {
            PlanOf::Group(sketch) => sketch.plans.iter().all(Self::is_worthless),
            PlanOf::Criterion(own) => own.points == Points::ZERO,
        }
    }

    fn minimum(&self, points: Points) -> Option<Points> {
        let whole = points.millionths().checked_div(1_000_000)?;
        Points::from_millionths(whole.checked_mul(self.minimum?)?)
    }
}

/// Builds sketches and counts what it has named: criteria `c-0`, `c-1`, …,
/// conditions `g-0`, …, groups `s-0`, ….
#[derive(Debug)]
pub(crate) struct Builder<'p> {
    kinds: &'p [KindId],
    title: &'p Text,
    part: PartKind,
    criteria: usize,
    conditions: usize,
    groups: usize,
}

impl<'p> Builder<'p> {
    pub(crate) const fn new(kinds: &'p [KindId], title: &'p Text) -> Self {
        let part = PartKind::Scale;
        Self { kinds, title, part, criteria: 0, conditions: 0, groups: 0 }
    }

    pub(crate) fn part(&mut self, kind: PartKind, sketch: &Sketch) -> Option<Part> {
        self.part = kind;
        let (combine, points, items) = self.holder(sketch)?;
        Some(Part { points, combine, items })
    }

    /// How the items make points, how many, and the items.
    fn holder(&mut self, sketch: &Sketch) -> Option<(Combine, Points, Vec<Item>)> {
        let mix = sketch.mix();
        let (mut sum, mut shared, mut first, mut items) = (Points::ZERO, 0, None, Vec::new());
        for plan in &sketch.plans {
            // The first is for everybody, so that no kind of subject is left with nothing.
            let may_lack = mix != Mix::Sum && first.is_some();
            let built = self.items(plan, mix, may_lack)?;
            let points = built.first().map(Item::points)?;
            let for_all = |kind| built.iter().any(|item| item.is_for(Some(kind)));
            if self.kinds.iter().all(for_all) {
                sum = sum.checked_add(points)?;
                shared += 1;
            }
            first = first.or(Some(points));
            items.extend(built);
        }
        let (combine, points) = match mix {
            Mix::Sum => (Combine::Sum {}, sum),
            Mix::UpToAll => (Combine::SumUpTo {}, sum),
            Mix::UpToFirst => (Combine::SumUpTo {}, first?),
            Mix::WeightedMean => (Combine::WeightedMean {}, sketch.worth),
            Mix::Least => (Combine::Least {}, sketch.worth),
            // Every kind of subject has as many as count.
            Mix::Best(count) => (Combine::Best { count: count.min(shared) }, sketch.worth),
        };
        Some((combine, points, items))
    }

    /// One item, or two that are alternatives for two kinds of subject.
    fn items(&mut self, plan: &Plan, mix: Mix, may_lack: bool) -> Option<Vec<Item>> {
        let own = match &plan.of {
            PlanOf::Group(sketch) => return Some(vec![self.group(plan, sketch, mix)?]),
            PlanOf::Criterion(own) => own,
        };
        let all = self.kinds;
        let one_each = || all.iter().map(|kind| vec![kind.clone()]);
        let audiences: Vec<Vec<KindId>> = match own.audience {
            _ if all.is_empty() => vec![Vec::new()],
            Audience::Alternatives => one_each().collect(),
            Audience::OneKind if may_lack => one_each().take(1).collect(),
            Audience::EveryKind => vec![all.to_vec()],
            Audience::OneKind | Audience::Everybody => vec![Vec::new()],
        };
        let formulas = [&own.formula, &own.other].into_iter().cycle();
        let items = audiences.into_iter().zip(formulas).map(|(only_for, formula)| {
            self.criterion(plan, own, mix, only_for, formula.clone()).map(Item::Criterion)
        });
        items.collect()
    }

    fn group(&mut self, plan: &Plan, sketch: &Sketch, mix: Mix) -> Option<Item> {
        let number = self.groups;
        self.groups += 1;
        let (combine, points, items) = self.holder(sketch)?;
        Some(Item::Group(Group {
            id: format!("s-{number}").parse().ok()?,
            ordinal: number.to_string().parse().ok()?,
            title: self.title.clone(),
            points,
            weight: (mix == Mix::WeightedMean).then_some(plan.weight),
            minimum: plan.minimum(points),
            combine,
            items,
        }))
    }

    fn criterion(
        &mut self,
        plan: &Plan,
        own: &CriterionPlan,
        mix: Mix,
        only_for: Vec<KindId>,
        formula: Formula,
    ) -> Option<Criterion> {
        let number = self.criteria;
        self.criteria += 1;
        let kinds = own.conditions.iter();
        let conditions: Option<_> = kinds.map(|kind| self.condition(*kind, own.points)).collect();
        Some(Criterion {
            id: format!("c-{number}").parse().ok()?,
            ordinal: number.to_string().parse().ok()?,
            title: self.title.clone(),
            points: own.points,
            weight: (mix == Mix::WeightedMean).then_some(plan.weight),
            minimum: plan.minimum(own.points),
            only_for,
            serves: Serves { campaign: "any".parse().ok()?, pillar: "any".parse().ok()? },
            conditions: conditions?,
            figures: own.figures,
            formula,
        })
    }

    /// A condition of that kind, or a gate where there can be no other.
    fn condition(&mut self, kind: u8, points: Points) -> Option<Condition> {
        let (id, title) = (format!("g-{}", self.conditions).parse().ok()?, self.title.clone());
        self.conditions += 1;
        // A whole point less, or none, so that every step that divides the points divides the cap.
        let less = points.checked_add(Points::whole(-1)).filter(|less| !less.is_negative());
        let scored = self.part != PartKind::Deduction;
        Some(match kind {
            1 if scored => Condition::AchievedBefore { id, title },
            2 if scored && points != Points::ZERO => {
                Condition::Cap { id, title, at_most: less.unwrap_or(Points::ZERO) }
            }
            3 if scored && points != Points::ZERO => {
                Condition::Cap { id, title, at_most: Points::ZERO }
            }
            _ => Condition::Gate { id, title },
        })
    }
}
