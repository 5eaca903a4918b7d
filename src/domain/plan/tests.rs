use super::*;
use crate::domain::followup::DueReason;
use crate::domain::man::class::Class;
use crate::domain::policy::PointsPolicy;
use crate::domain::position::Position;
use crate::domain::specimen::day;

fn candidate(card: i64, zone: &str, order: Option<i64>, best: Class, due_on: &str) -> Candidate {
    let (policy, due_on) = (PointsPolicy::default(), day(due_on));
    let worth = policy.worth(Position::Potential, best, None);
    Candidate {
        card: CardId(card),
        name: format!("card {card}"),
        zone: zone.into(),
        order,
        position: Position::Potential,
        points: policy.after(worth, (day("2026-06-30") - due_on).num_days()),
        due_on,
        reason: DueReason::ClassInterval,
        time: None,
    }
}

fn planned(candidates: &[Candidate], frame: &Frame) -> (String, Vec<(i64, VisitKind, String)>) {
    let plan = plan(candidates, frame, day("2026-06-30"), &VisitPolicy::default());
    let visits =
        plan.visits.iter().map(|visit| (visit.whom.card.0, visit.kind, visit.at.format("%H:%M").to_string()));
    let zones: Vec<&str> = plan.chosen.iter().map(|(zone, _)| zone.as_str()).collect();
    (zones.join(", "), visits.collect())
}

fn through(zones: &[&str]) -> Frame {
    let zones = Zones::These(zones.iter().map(|zone| (*zone).to_owned()).collect());
    Frame { zones, ..Frame::default() }
}

fn cards() -> Vec<Candidate> {
    vec![
        candidate(1, "west", Some(3), Class::Ideal, "2026-06-29"),
        candidate(2, "west", Some(1), Class::Nurture, "2026-06-30"),
        candidate(3, "west", Some(2), Class::Ideal, "2026-07-05"),
        candidate(4, "east", None, Class::Ideal, "2026-06-01"),
        candidate(5, "east", Some(9), Class::Nurture, "2026-07-20"),
    ]
}

#[test]
fn the_best_zone_is_gone_through_along_the_route_and_filled_with_drop_in_calls() {
    let (zone, visits) = planned(&cards(), &Frame::default());
    assert_eq!(zone, "west");
    assert_eq!(
        visits,
        [
            (2, VisitKind::Due, "09:00".into()),
            (3, VisitKind::DropIn, "10:00".into()),
            (1, VisitKind::Due, "11:00".into()),
        ]
    );
}

#[test]
fn with_fewer_visits_those_worth_most_are_made() {
    for (visits, expected) in [(0, vec![]), (1, vec![1]), (2, vec![2, 1])] {
        let (_, planned) = planned(&cards(), &Frame { visits: Some(visits), ..Frame::default() });
        let cards: Vec<i64> = planned.iter().map(|visit| visit.0).collect();
        assert_eq!(cards, expected, "{visits}");
    }
}

#[test]
fn a_zone_may_be_named_and_who_has_no_place_on_the_route_comes_last() {
    let (zone, visits) = planned(&cards(), &through(&["east"]));
    let order: Vec<(i64, VisitKind)> = visits.iter().map(|visit| (visit.0, visit.1)).collect();
    assert_eq!((zone.as_str(), order), ("east", vec![(5, VisitKind::DropIn), (4, VisitKind::Due)]));
    let (_, nowhere) = planned(&cards(), &through(&["north"]));
    assert_eq!(nowhere, []);
    assert_eq!(planned(&[], &Frame::default()), (String::new(), vec![]));
}

#[test]
fn who_is_planned_already_is_left_out_and_every_zone_with_something_due_is_named() {
    for (without, expected) in [
        (vec![], vec![("west", 2), ("east", 1)]),
        (vec![1], vec![("east", 1), ("west", 1)]),
        (vec![1, 2, 3], vec![("east", 1)]),
        (vec![1, 2, 4], vec![]),
    ] {
        let frame = Frame { without: without.iter().map(|id| CardId(*id)).collect(), ..Frame::default() };
        let plan = plan(&cards(), &frame, day("2026-06-30"), &VisitPolicy::default());
        assert_eq!(plan.zones().collect::<Vec<_>>(), expected, "{without:?}");
        assert!(plan.visits.iter().all(|visit| !without.contains(&visit.whom.card.0)));
    }
}

#[test]
fn a_customer_worth_more_is_visited_before_others() {
    let mut cards = cards();
    cards[1].points = cards[0].points + 1;
    let one = Frame { visits: Some(1), ..through(&["west"]) };
    let (_, visits) = planned(&cards, &one);
    assert_eq!(visits[0].0, 2);
    cards[0].points += 2;
    let (_, visits) = planned(&cards, &one);
    assert_eq!(visits[0].0, 1);
}

#[test]
fn an_appointment_of_the_day_is_kept_whoever_is_worth_more() {
    let mut cards = cards();
    cards[1].reason = DueReason::Appointment;
    let (_, visits) = planned(&cards, &Frame { visits: Some(1), ..Frame::default() });
    assert_eq!(visits, [(2, VisitKind::Appointment, "09:00".into())]);
}

fn agreed(candidate: &mut Candidate, time: &str) {
    candidate.due_on = day("2026-06-30");
    candidate.reason = DueReason::Appointment;
    candidate.time = Some(time.parse().unwrap());
}

fn hours(candidates: &[Candidate], policy: &VisitPolicy) -> Vec<(i64, String)> {
    let plan = plan(candidates, &Frame::default(), day("2026-06-30"), policy);
    let hour = |visit: &Visit| (visit.whom.card.0, visit.at.format("%H:%M").to_string());
    plan.visits.iter().map(hour).collect()
}

#[test]
fn an_appointment_keeps_its_hour_and_the_route_goes_on_around_it() {
    let policy = VisitPolicy::default();
    for (time, expected) in [
        ("10:15:00", [(2, "09:00"), (1, "10:15"), (3, "11:15")]),
        ("09:30:00", [(1, "09:30"), (2, "10:30"), (3, "11:30")]),
        ("08:00:00", [(1, "08:00"), (2, "09:00"), (3, "10:00")]),
        ("19:00:00", [(2, "09:00"), (3, "10:00"), (1, "19:00")]),
    ] {
        let mut cards = cards();
        agreed(&mut cards[0], time);
        let expected = expected.map(|(card, at)| (card, at.to_owned()));
        assert_eq!(hours(&cards, &policy), expected, "{time}");
    }
    // Two at the same hour: which one is given up is not for the program to say.
    let mut cards = cards();
    agreed(&mut cards[0], "10:00:00");
    agreed(&mut cards[1], "10:00:00");
    let both: Vec<String> = hours(&cards, &policy).into_iter().map(|(_, at)| at).collect();
    assert_eq!(both, ["09:00", "10:00", "10:00"]);
}

#[test]
fn visits_take_as_long_as_the_policy_says_for_whom_is_visited() {
    let policy =
        VisitPolicy { customer_minutes: 105, drop_in_minutes: 5, day_minutes: 200, ..VisitPolicy::default() };
    let mut cards = cards();
    cards[1].position = Position::Actual;
    let hours = hours(&cards, &policy);
    assert_eq!(hours, [(2, "09:00".into()), (3, "11:00".into()), (1, "11:20".into())]);
}

#[test]
fn several_zones_are_gone_through_one_after_the_other() {
    for (frame, zones, expected) in [
        (
            Frame { zones: Zones::Best(2), ..Frame::default() },
            "west, east",
            vec![(2, "09:00"), (3, "10:00"), (1, "11:00"), (5, "12:15"), (4, "13:15")],
        ),
        (
            through(&["east", "west"]),
            "east, west",
            vec![(5, "09:00"), (4, "10:00"), (2, "11:15"), (3, "12:15"), (1, "13:15")],
        ),
        // All that is due comes before any drop-in call.
        (
            Frame { zones: Zones::Best(2), visits: Some(3), ..Frame::default() },
            "west, east",
            vec![(2, "09:00"), (1, "10:00"), (4, "11:15")],
        ),
        (through(&["north", "east"]), "north, east", vec![(5, "09:00"), (4, "10:00")]),
    ] {
        let (chosen, visits) = planned(&cards(), &frame);
        let told: Vec<(i64, &str)> = visits.iter().map(|(card, _, at)| (*card, at.as_str())).collect();
        assert_eq!((chosen.as_str(), told), (zones, expected), "{frame:?}");
    }
}

#[test]
fn the_way_to_another_zone_takes_its_time() {
    let policy = VisitPolicy { day_minutes: 60 + 60 + 60 + 74, ..VisitPolicy::default() };
    let visits = |policy: &VisitPolicy| {
        let frame = Frame { zones: Zones::Best(2), ..Frame::default() };
        plan(&cards()[..4], &frame, day("2026-06-30"), policy).visits.len()
    };
    assert_eq!(visits(&policy), 3);
    assert_eq!(visits(&VisitPolicy { day_minutes: policy.day_minutes + 1, ..policy }), 4);
}

#[test]
fn who_is_to_be_met_elsewhere_at_an_hour_is_in_the_plan_of_the_best_zone() {
    let mut cards = cards();
    agreed(&mut cards[3], "10:00:00");
    let (zones, visits) = planned(&cards, &Frame::default());
    let told: Vec<(i64, &str)> = visits.iter().map(|(card, _, at)| (*card, at.as_str())).collect();
    assert_eq!(
        (zones.as_str(), told),
        ("west", vec![(4, "10:00"), (2, "11:15"), (3, "12:15"), (1, "13:15")])
    );
    cards[3].time = None;
    let (_, without_an_hour) = planned(&cards, &Frame::default());
    assert_eq!(without_an_hour.len(), 3);
    let (_, only_there) = planned(&cards, &through(&["west"]));
    assert_eq!(only_there.len(), 3);
}

proptest::proptest! {
    #[test]
    fn a_plan_keeps_its_frame_whatever_the_order_of_the_cards(
        rows in proptest::collection::vec((0_usize..3, 0_i64..5, 0_usize..6, 0_u64..60), 0..30),
        visits in 0_usize..12,
        turn in 0_usize..30,
    ) {
        let mut cards: Vec<Candidate> = rows
            .iter()
            .zip(1..)
            .map(|(&(zone, order, best, days), card)| {
                let best = [Class::Ideal, Class::AwakenNeed, Class::FindAuthority, Class::Finance, Class::Nurture, Class::Ideal][best];
                let due = day("2026-06-01") + chrono::Days::new(days);
                candidate(card, ["", "a", "b"][zone], (order > 0).then_some(order), best, &due.to_string())
            })
            .collect();
        let frame = Frame { visits: Some(visits), ..Frame::default() };
        let one = plan(&cards, &frame, day("2026-06-30"), &VisitPolicy::default());
        proptest::prop_assert!(one.visits.len() <= visits.min(8));
        proptest::prop_assert!(one.visits.iter().all(|visit| one.chosen[0].0 == visit.whom.zone));
        let turn = turn % cards.len().max(1);
        cards.rotate_left(turn);
        let other = plan(&cards, &frame, day("2026-06-30"), &VisitPolicy::default());
        proptest::prop_assert_eq!(one, other);
    }
}
