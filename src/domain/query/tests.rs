//! Queries as people type them. 2026-06-30 is the as-of date.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::channel::Channel;
use crate::domain::credit::Grade;
use crate::domain::field::OwnField;
use crate::domain::id::CardId;
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::man::class::Class;
use crate::domain::party::{CustomerKind, Party};
use crate::domain::position::Position;
use crate::domain::text::fold::fold;
use crate::domain::text::needles::Needles;
use crate::domain::tier::Abc;
use crate::domain::when::WhenError;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn as_of() -> NaiveDate {
    date("2026-06-30")
}

fn strict(text: &str) -> Result<Query, QueryError> {
    Query::parse(text, as_of(), Strictness::Command).map(|(query, hints)| {
        assert_eq!(hints, [], "{text}");
        query
    })
}

fn holds(condition: Condition) -> Term {
    Term { sign: Sign::Holds, condition }
}

fn fails(condition: Condition) -> Term {
    Term { sign: Sign::Fails, condition }
}

fn word(text: &str) -> Condition {
    Condition::Anywhere(Needles::of(text).unwrap())
}

/// The one condition of a query of one term.
fn condition(text: &str) -> Condition {
    let query = strict(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    match query.clauses.as_slice() {
        [Clause { any }] if any.len() == 1 && any[0].sign == Sign::Holds => any[0].condition.clone(),
        _ => panic!("{text}: {query:?}"),
    }
}

fn days(from: Option<&str>, to: Option<&str>) -> Bounds<NaiveDate> {
    Bounds { from: from.map(date), to: to.map(date) }
}

fn link(field: &'static str, number: Option<i64>, text: &str) -> Condition {
    let to = Named { number: number.map(CardId), code: fold(text), name: Needles::of(text).unwrap() };
    Condition::Link { field: field.to_owned(), to }
}

/// Whether each clause of a query of words has a word that stands in a searchable text.
fn stands_in(query: &Query, text: &str) -> bool {
    let is_there = |term: &Term| match &term.condition {
        Condition::Anywhere(needles) => needles.found_in(text) == (term.sign == Sign::Holds),
        _ => false,
    };
    query.clauses.iter().all(|clause| clause.any.iter().any(is_there))
}

#[test]
fn a_number_typed_with_blanks_is_found_however_it_is_kept() {
    for (typed, kept) in [
        ("+86 10 1234 5678", "010-12345678"),
        ("0086 10 1234 5678", "010-12345678"),
        ("0086 10 1234 5678", "+86 10 12345678"),
        ("+86 (10) 1234 5678", "010-12345678"),
        ("+86 10 1234", "010-12345678"),
        ("86 571 8800 1234", "0571-88001234"),
        ("0571 8800 1234", "+86 571 88001234"),
        ("0044 20 7946 0000", "+44 20 7946 0000"),
        ("0044 20 7946", "+44 (0)20 7946 0000"),
        ("+44 20 7946 0000", "0044 20 79460000"),
        ("0912 345 678", "+886 912 345 678"),
        ("+886 2 2712 5566", "(02)2712-5566"),
        ("+86 138 0000 1234", "138 0000 1234"),
        ("海虹 +86 10 1234 5678", "010-12345678 海虹"),
    ] {
        let normal = crate::domain::phone::read(kept).unwrap().normal;
        let text = crate::domain::text::searchable::phone_text(kept, &normal);
        assert!(stands_in(&strict(typed).unwrap(), &text), "{typed} {kept}");
        assert!(stands_in(&Query::of_words(typed), &text), "{typed} {kept}");
    }
    for (typed, kept) in [
        ("+86 10 1234 5679", "010-12345678"),
        ("0044 OR 20 7946 0000", "030-1234567"),
        ("0044 20 x 7946 0000", "+44 20 7946 0000"),
    ] {
        let normal = crate::domain::phone::read(kept).unwrap().normal;
        let text = crate::domain::text::searchable::phone_text(kept, &normal);
        assert!(!stands_in(&strict(typed).unwrap(), &text), "{typed} {kept}");
    }
    // Words of digits stay words: both may stand anywhere, and what the words find alone makes no further needle.
    for text in ["138 0000 1234", "2026 12", "10 1234"] {
        let alone = text.split(' ').map(|part| vec![holds(word(part))]).collect::<Vec<_>>();
        let clauses: Vec<_> = strict(text).unwrap().clauses.into_iter().map(|clause| clause.any).collect();
        assert_eq!(clauses, alone, "{text}");
    }
    let words = strict("+86 10 1234 5678").unwrap();
    let apart = crate::domain::text::searchable::plain_text("5678 +86 1234 10");
    assert!(stands_in(&words, &apart));
}

#[test]
fn words_must_all_match() {
    for (text, clauses) in [
        ("", vec![]),
        ("  \u{200b} ", vec![]),
        ("海虹", vec![vec![holds(word("海虹"))]]),
        ("zhang wei", vec![vec![holds(word("zhang"))], vec![holds(word("wei"))]]),
        ("\"zhang wei\"", vec![vec![holds(word("zhang wei"))]]),
        ("“张 伟”", vec![vec![holds(word("张 伟"))]]),
        ("「张 伟」", vec![vec![holds(word("张 伟"))]]),
        ("-『a b』", vec![vec![fails(word("a b"))]]),
        ("-ana", vec![vec![fails(word("ana"))]]),
        ("-\"a b\"", vec![vec![fails(word("a b"))]]),
        ("a OR b c", vec![vec![holds(word("a")), holds(word("b"))], vec![holds(word("c"))]]),
        ("a OR -b OR c", vec![vec![holds(word("a")), fails(word("b")), holds(word("c"))]]),
        ("a or b", vec![vec![holds(word("a"))], vec![holds(word("or"))], vec![holds(word("b"))]]),
        ("\"OR\"", vec![vec![holds(word("OR"))]]),
        ("-", vec![vec![holds(word("-"))]]),
        ("a a a", vec![vec![holds(word("a"))]]),
        ("10:30", vec![vec![holds(word("10:30"))]]),
        ("报价:", vec![vec![holds(word("报价:"))]]),
        ("报价：8000", vec![vec![holds(word("报价:8000"))]]),
        (":x", vec![vec![holds(word(":x"))]]),
        ("\"colour:red\"", vec![vec![holds(word("colour:red"))]]),
        ("https://x.example", vec![vec![holds(word("https://x.example"))]]),
        (
            "'; DROP TABLE card; --",
            vec![
                vec![holds(word("';"))],
                vec![holds(word("DROP"))],
                vec![holds(word("TABLE"))],
                vec![holds(word("card;"))],
                vec![fails(word("-"))],
            ],
        ),
        ("-tag:vip", vec![vec![fails(Condition::Tag(vec!["vip".into()]))]]),
        ("no:next", vec![vec![fails(Condition::Has(Aspect::Next))]]),
        ("-no:next", vec![vec![holds(Condition::Has(Aspect::Next))]]),
    ] {
        let clauses = clauses.into_iter().map(|any| Clause { any }).collect();
        assert_eq!(strict(text), Ok(Query { clauses, scope: Scope::Live }), "{text}");
    }
}

#[test]
fn fields_narrow() {
    use Condition as C;
    for (text, expected) in [
        ("position:target", C::Position(vec![Position::Target])),
        ("position:目标", C::Position(vec![Position::Target])),
        ("Position：Target", C::Position(vec![Position::Target])),
        ("定位:目标,潜在", C::Position(vec![Position::Target, Position::Potential])),
        ("kind:enterprise", C::Kind(vec![CustomerKind::Enterprise])),
        ("party:organisation", C::Party(vec![Party::Organisation])),
        ("channel:fair", C::Channel(vec![Channel::Fair])),
        ("channel:展会", C::Channel(vec![Channel::Fair])),
        ("tag:VIP", C::Tag(vec!["vip".into()])),
        ("标签:vip,老客户", C::Tag(vec!["vip".into(), "老客户".into()])),
        ("tag:\"big fish\"", C::Tag(vec!["big fish".into()])),
        ("zone:西区", C::Zone(vec!["西区".into()])),
        ("region:3301", C::Region(RegionWanted::Code("3301".into()))),
        ("地区:杭州", C::Region(RegionWanted::Words(Needles::of("杭州").unwrap()))),
        ("in:杭州", C::Region(RegionWanted::Words(Needles::of("杭州").unwrap()))),
        ("zone:西區", C::Zone(vec!["西区".into()])),
        ("code:HH-001", C::Code(vec!["hh-001".into()])),
        ("abc:A", C::Abc(vec![Abc::A])),
        ("ABC:b,c", C::Abc(vec![Abc::B, Abc::C])),
        ("ABC分類:L", C::Abc(vec![Abc::Loss])),
        ("grade:C", C::Grade(vec![Grade::C])),
        ("grade:a..c", C::Grade(vec![Grade::A, Grade::B, Grade::C])),
        ("class:ideal", C::Class(vec![Class::Ideal])),
        ("class:awaken-need", C::Class(vec![Class::AwakenNeed])),
        ("类别:理想", C::Class(vec![Class::Ideal])),
        ("best:find_authority", C::Best(vec![Class::FindAuthority])),
        ("ask:n", C::Ask(vec![Letter::Need])),
        ("man:M?n", C::Man([Some(Answer::Yes), Some(Answer::Unknown), Some(Answer::No)])),
        ("man:*A*", C::Man([None, Some(Answer::Yes), None])),
        ("man:M？n", C::Man([Some(Answer::Yes), Some(Answer::Unknown), Some(Answer::No)])),
        ("has:phone", C::Has(Aspect::Phone)),
        ("has:电话", C::Has(Aspect::Phone)),
        ("has:birth_date", C::HasField("birth_date".into())),
        ("id:12", C::Id(Bounds { from: Some(CardId(12)), to: Some(CardId(12)) })),
        ("id:>12", C::Id(Bounds { from: Some(CardId(13)), to: None })),
        ("introducer:7", link("introducer", Some(7), "7")),
        ("introducer:HH-001", link("introducer", None, "HH-001")),
        ("parent:周立", link("parent", None, "周立")),
        ("name:zw", C::Name(Needles::of("zw").unwrap())),
        ("company:海虹", C::Company(Needles::of("海虹").unwrap())),
        ("phone:138-0000", C::Phone(Needles::of("138-0000").unwrap())),
        ("email:ana@", C::Email(Needles::of("ana@").unwrap())),
        ("title:经理", C::Value { field: "title".into(), needles: Needles::of("经理").unwrap() }),
        ("职务:经理", C::Value { field: "title".into(), needles: Needles::of("经理").unwrap() }),
        ("note:10:30", C::Value { field: "note".into(), needles: Needles::of("10:30").unwrap() }),
        ("size:small,中型", C::Choice { field: "size".into(), codes: vec!["small".into(), "medium".into()] }),
    ] {
        assert_eq!(condition(text), expected, "{text}");
    }
}

#[test]
fn days_are_resolved_when_the_query_is_read() {
    use Condition::{Created, Due, LastContact, Next, Updated};
    for (text, expected) in [
        ("due:<=today", Due(days(None, Some("2026-06-30")))),
        ("due:..today", Due(days(None, Some("2026-06-30")))),
        ("due:＜＝today", Due(days(None, Some("2026-06-30")))),
        ("due:today", Due(days(Some("2026-06-30"), Some("2026-06-30")))),
        ("due:<today", Due(days(None, Some("2026-06-29")))),
        ("due:overdue", Due(days(None, Some("2026-06-29")))),
        ("due:逾期", Due(days(None, Some("2026-06-29")))),
        ("due:<=+3d", Due(days(None, Some("2026-07-03")))),
        ("due:+3d", Due(days(Some("2026-07-03"), Some("2026-07-03")))),
        ("due:<=周五", Due(days(None, Some("2026-07-03")))),
        ("due:\"next fri\"", Due(days(Some("2026-07-10"), Some("2026-07-10")))),
        ("overdue:>0", Due(days(None, Some("2026-06-29")))),
        ("overdue:14", Due(days(Some("2026-06-16"), Some("2026-06-16")))),
        ("overdue:<3", Due(days(Some("2026-06-28"), Some("2026-06-30")))),
        ("overdue:<0", Due(days(Some("2026-07-01"), Some("2026-06-30")))),
        ("silent:>30d", LastContact(days(None, Some("2026-05-30")))),
        ("silent:30d+", LastContact(days(None, Some("2026-05-31")))),
        ("silent:>=30", LastContact(days(None, Some("2026-05-31")))),
        ("silent:1m+", LastContact(days(None, Some("2026-05-30")))),
        ("silent:<2w", LastContact(days(Some("2026-06-17"), Some("2026-06-30")))),
        ("silent:7..14", LastContact(days(Some("2026-06-16"), Some("2026-06-23")))),
        ("last:2026-05", LastContact(days(Some("2026-05-01"), Some("2026-05-31")))),
        ("last:>2026-05", LastContact(days(Some("2026-06-01"), None))),
        ("last:2025", LastContact(days(Some("2025-01-01"), Some("2025-12-31")))),
        ("last:-3d..", LastContact(days(Some("2026-06-27"), None))),
        ("next:fri", Next(days(Some("2026-07-03"), Some("2026-07-03")))),
        ("created:>=2026-01-01", Created(days(Some("2026-01-01"), None))),
        ("created:2026-01-01..", Created(days(Some("2026-01-01"), None))),
        ("created:2026-01..2026-03", Created(days(Some("2026-01-01"), Some("2026-03-31")))),
        ("created:2026-01-01+", Created(days(Some("2026-01-01"), None))),
        ("updated:=yesterday", Updated(days(Some("2026-06-29"), Some("2026-06-29")))),
    ] {
        assert_eq!(condition(text), expected, "{text}");
    }
}

#[test]
fn own_fields_are_known_by_key_and_name() {
    let own = [OwnField::text("rank", "会员级别")];
    let read = |text: &str| {
        Query::parse_knowing(Vocabulary { own: &own, saved: &[] }, text, as_of(), Strictness::Command)
    };
    let gold = Condition::Value { field: "rank".into(), needles: Needles::of("gold").unwrap() };
    for (text, expected) in [
        ("rank:gold", holds(gold.clone())),
        ("会员级别:gold", holds(gold)),
        ("no:rank", fails(Condition::HasField("rank".into()))),
    ] {
        let clauses = vec![Clause { any: vec![expected] }];
        assert_eq!(read(text).unwrap().0.clauses, clauses, "{text}");
    }
    assert_eq!(
        read("rnak:gold").unwrap_err(),
        QueryError::UnknownField { field: "rnak".into(), nearest: "rank".into() }
    );
}

#[test]
fn an_abc_class_kept_by_hand_is_the_one_that_is_meant() {
    for name in ["ABC", "ABC分类", "abc class"] {
        let own = [OwnField::text("abc_2", name)];
        let vocabulary = Vocabulary { own: &own, saved: &[] };
        let query = Query::parse_knowing(vocabulary, "abc:A", as_of(), Strictness::Command);
        let kept = Condition::Value { field: "abc_2".into(), needles: Needles::of("A").unwrap() };
        assert_eq!(query.unwrap().0.clauses, [Clause { any: vec![holds(kept)] }], "{name}");
    }
}

#[test]
fn the_bin_is_a_place_of_its_own() {
    for (text, scope) in [
        ("in:bin", Scope::Bin),
        ("ana in:bin", Scope::Bin),
        ("in:回收站", Scope::Bin),
        ("-in:bin", Scope::Live),
    ] {
        assert_eq!(strict(text).unwrap().scope, scope, "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_an_error_in_commands() {
    use QueryError as E;
    let missing = |field: &str| E::MissingValue { field: field.into() };
    let unknown =
        |field: &str, nearest: &str| E::UnknownField { field: field.into(), nearest: nearest.into() };
    let day =
        |field: &str, value: &str, reason| E::WrongDay { field: field.into(), value: value.into(), reason };
    let number = |field: &str, value: &str| E::WrongNumber { field: field.into(), value: value.into() };
    for (text, error) in [
        ("posiiton:target", unknown("posiiton", "position")),
        ("tga:vip", unknown("tga", "tag")),
        ("position:", missing("position")),
        ("tag:,", missing("tag")),
        ("title:", missing("title")),
        ("due:soon", day("due", "soon", WhenError::Unreadable)),
        ("due:", missing("due")),
        ("due:..", day("due", "..", WhenError::Unreadable)),
        ("due:>", day("due", ">", WhenError::Unreadable)),
        ("due:2026-06-31", day("due", "2026-06-31", WhenError::NoSuchDay)),
        ("last:2026-13", day("last", "2026-13", WhenError::NoSuchDay)),
        ("silent:long", number("silent", "long")),
        ("silent:>99999999999y", number("silent", ">99999999999y")),
        ("id:x", number("id", "x")),
        ("introducer:", missing("introducer")),
        ("man:MA", E::WrongLetters { value: "MA".into() }),
        ("man:MANN", E::WrongLetters { value: "MANN".into() }),
        ("man:NAM", E::WrongLetters { value: "NAM".into() }),
        ("\"open", E::OpenQuote),
        ("a OR", E::LooseOr),
        ("OR a", E::LooseOr),
        ("a OR OR b", E::LooseOr),
        ("a OR in:bin", E::ScopeInOr),
        ("in:bin OR a", E::ScopeInOr),
        (&(0..300).map(|count| format!("w{count} ")).collect::<String>(), E::TooManyTerms { most: 200 }),
    ] {
        assert_eq!(strict(text), Err(error), "{text}");
    }
    for (text, nearest) in
        [("position:tagret", Some("target")), ("position:x", None), ("in:bni", Some("bin"))]
    {
        let Err(E::UnknownValue { nearest: found, .. }) = strict(text) else { panic!("{text}") };
        assert_eq!(found.as_deref(), nearest, "{text}");
    }
}

#[test]
fn the_screen_takes_what_it_can() {
    let read = |text: &str| Query::parse(text, as_of(), Strictness::Screen).unwrap();
    let (query, hints) = read("posiiton:target 海虹");
    assert_eq!(query.clauses[0].any, [holds(word("posiiton:target"))]);
    assert_eq!(query.clauses.len(), 2);
    assert_eq!(hints.len(), 1);
    assert_eq!(hints[0].span, 0..15);
    assert!(matches!(&hints[0].problem, QueryError::UnknownField { nearest, .. } if nearest == "position"));
    for (text, terms, hints) in [
        ("position: 海虹", 1, 1),
        ("due:tod", 0, 1),
        ("\"half a phra", 1, 1),
        ("a OR", 1, 1),
        ("a OR due:x OR b", 1, 1),
        ("in:b", 0, 1),
        ("海虹 周立", 2, 0),
    ] {
        let (query, found) = read(text);
        assert_eq!((query.clauses.len(), found.len()), (terms, hints), "{text}: {query:?} {found:?}");
    }
}

fn query_like() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a", "张", " ", " ", " ", "-", "\"", ":", "OR", " OR ", "due:", "man:", "M?n", "..", ">=", "<",
        "today", "30d+", "+", "tag:", "in:bin", "no:", "has:", "phone", "2026-05", "'", ";", "%", "*", "\0",
        "：", "“",
    ]);
    prop::collection::vec(pieces, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_text_gets_an_answer(text in prop_oneof![query_like(), any::<String>()]) {
        let strict = Query::parse(&text, as_of(), Strictness::Command);
        let (query, hints) = Query::parse(&text, as_of(), Strictness::Screen).unwrap();
        prop_assert!(query.clauses.iter().all(|clause| !clause.any.is_empty()));
        prop_assert!(hints.iter().all(|hint| text.get(hint.span.clone()).is_some()));
        prop_assert_eq!(strict.is_ok(), hints.is_empty());
        if let Ok((strict, _)) = strict {
            prop_assert_eq!(strict, query);
        }
    }
}

#[test]
fn a_very_long_query_gets_an_answer() {
    for piece in ["a ", "\"", "x OR ", "tag:x ", "(", "due:today ", "-"] {
        let _ = Query::parse(&piece.repeat(10_000), as_of(), Strictness::Command);
        let _ = Query::parse(&piece.repeat(10_000), as_of(), Strictness::Screen);
    }
}

#[test]
fn a_saved_filter_stands_for_its_conditions() {
    let filter = |name: &str, text: &str| SavedFilter { name: name.into(), text: text.into() };
    let saved = [
        filter("hot", "position:target tag:vip"),
        filter("重点", "@hot -class:stop"),
        filter("a", "x @b"),
        filter("b", "@a"),
        filter("gone", "in:bin"),
    ];
    let read = |text: &str| {
        let vocabulary = Vocabulary { own: &[], saved: &saved };
        Query::parse_knowing(vocabulary, text, as_of(), Strictness::Command).map(|(query, _)| query)
    };
    let plain = strict;
    assert_eq!(read("@hot"), plain("position:target tag:vip"));
    assert_eq!(read("林 @HOT"), plain("林 position:target tag:vip"));
    assert_eq!(read("＠重点"), plain("position:target tag:vip -class:stop"));
    assert_eq!(read("@gone"), plain("in:bin"));
    assert_eq!(read("@nobody"), plain("\"@nobody\""), "no filter of that name: a text");
    assert_eq!(read("\"@hot\""), plain("\"@hot\""), "in quotation marks: a text");
    assert_eq!(read("@a"), Err(QueryError::FilterCircle { name: "a".into() }));
    let either = read("@hot OR tag:new").unwrap();
    assert_eq!((either.clauses.len(), either.clauses[0].any.len()), (1, 2));
    let not = read("-@hot").unwrap();
    assert_eq!(not.clauses[0].any[0].sign, Sign::Fails);
}

#[test]
fn filters_of_filters_end() {
    let saved: Vec<SavedFilter> = (0..12)
        .map(|level| SavedFilter {
            name: format!("f{level}"),
            text: format!("@f{0} OR @f{0} OR @f{0}", level + 1),
        })
        .collect();
    let vocabulary = Vocabulary { own: &[], saved: &saved };
    let read = Query::parse_knowing(vocabulary, "@f0", as_of(), Strictness::Command);
    assert!(matches!(read, Err(QueryError::TooManyTerms { .. })));
    assert!(Query::parse_knowing(vocabulary, "@f0", as_of(), Strictness::Screen).is_ok());
}

#[test]
fn a_filter_is_kept_only_when_it_can_be_used() {
    let saved = [SavedFilter { name: "a".into(), text: "@b".into() }];
    let vocabulary = Vocabulary { own: &[], saved: &saved };
    let keep = |name: &str, text: &str| SavedFilter::checked(name, text, vocabulary, as_of());
    assert_eq!(
        keep("@hot", " tag:vip ").unwrap(),
        SavedFilter { name: "hot".into(), text: "tag:vip".into() }
    );
    for name in ["", "@", "two words", "a:b", "\"a\"", "x".repeat(41).as_str()] {
        assert!(matches!(keep(name, "tag:vip"), Err(FilterError::Name { .. })), "{name}");
    }
    assert_eq!(keep("b", ""), Err(FilterError::Empty));
    assert_eq!(keep("b", "@a"), Err(FilterError::Query(QueryError::FilterCircle { name: "b".into() })));
    assert!(matches!(keep("b", "tag:"), Err(FilterError::Query(QueryError::MissingValue { .. }))));
}
