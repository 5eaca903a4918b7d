//! One change of many cards: in pieces, so that other programs may write in between, under one entry of the
//! journal. A program that dies on the way leaves nothing of it: the next opening takes it back.

use std::time::{Duration, Instant};

use super::Store;
use super::door::Door;
use super::error::{Result, StoreError};
use super::file::{Load, References, prepare_for, set_references};
use super::journal::Act;
use super::open_entry::OpenEntry;
use super::retag::{self, Retagging};
use super::write::retagged;
use crate::clock;
use crate::domain::draft::NewMove;
use crate::domain::id::{CardId, JournalId};
use crate::domain::spec;

/// How long one piece may change cards; the card under way is finished. What is derived of them and the journal
/// take as long again, and in all a piece shall hold the file for 20 ms at most.
const CHANGING_AT_MOST: Duration = Duration::from_millis(8);

/// The key of the next action.
const NEXT: &str = "next";

/// What is done to every one of many cards.
#[derive(Debug, Clone, PartialEq)]
pub enum BulkChange {
    /// Put tags on, and take others off.
    Tags {
        /// Tags the cards shall have.
        add: Vec<String>,
        /// Tags they shall not have.
        take: Vec<String>,
    },
    /// Change the position, where that is legal.
    Position(Box<NewMove>),
    /// Set a field to these values; none empties it.
    Field {
        /// Its key.
        field: String,
        /// Canonical texts.
        values: Vec<String>,
    },
    /// Set the next action as a line says it, see [`spec::put_off`]: a distance counts from each card's own day. An
    /// empty line clears it.
    Next(String),
    /// Move to the bin.
    Bin,
}

impl BulkChange {
    fn act(&self) -> Act {
        match self {
            BulkChange::Tags { .. } => Act::Tag,
            BulkChange::Position(_) => Act::Move,
            BulkChange::Field { .. } => Act::Edit,
            BulkChange::Next(_) => Act::Next,
            BulkChange::Bin => Act::Remove,
        }
    }
}

/// Whether long work goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Going {
    /// It does.
    On,
    /// It stops, and what it did is taken back.
    Back,
}

/// Who is told how many cards of long work are done, and says whether it goes on.
pub type Watch<'caller> = &'caller mut dyn FnMut(usize) -> Going;

/// What came of a change of many cards.
#[derive(Debug)]
pub struct BulkDone {
    /// Cards gone through and not refused.
    pub taken: usize,
    /// Cards that stay as they were, each with the reason.
    pub refused: Vec<(CardId, StoreError)>,
    /// Its entry; `None` when nothing changed, or all was taken back.
    pub journal: Option<JournalId>,
    /// Whether it went to its end.
    pub going: Going,
}

impl Store {
    /// Does one change to many cards, as one entry that names `subject`. `watch` is told how many cards are
    /// done and says whether to go on.
    ///
    /// A card that refuses stops nobody else. Cards that are gone are passed over.
    ///
    /// # Errors
    /// Those of the file; what was done until then is taken back.
    pub fn change_many(
        &mut self,
        subject: &str,
        cards: &[CardId],
        change: &BulkChange,
        watch: Watch<'_>,
    ) -> Result<BulkDone> {
        let path = self.path().to_path_buf();
        self.take_back_abandoned_imports().map_err(|error| error.at(&path))?;
        prepare_for(&self.connection, Load::Changes)?;
        if let BulkChange::Tags { .. } = change {
            set_references(&self.connection, References::LookedUp)?;
        }
        let done = self.change_many_inside(subject, cards, change, watch).map_err(|error| error.at(&path));
        prepare_for(&self.connection, Load::Light)?;
        done
    }

    fn change_many_inside(
        &mut self,
        subject: &str,
        cards: &[CardId],
        change: &BulkChange,
        watch: Watch<'_>,
    ) -> Result<BulkDone> {
        self.session.show_life()?;
        let entry = self.open_entry(change.act(), subject)?;
        // Cards that lie side by side in the file are changed together: every piece writes whole pages.
        let mut cards = cards.to_vec();
        cards.sort_unstable();
        let mut done = BulkDone { taken: 0, refused: Vec::new(), journal: None, going: Going::On };
        let mut through = 0;
        while through < cards.len() {
            match self.piece(entry, &cards[through..], change, &mut done) {
                Ok(count) => through += count,
                Err(error) => {
                    self.cancel_import(entry)?;
                    return Err(error);
                }
            }
            if watch(through) == Going::Back {
                self.cancel_import(entry)?;
                return Ok(BulkDone { taken: 0, going: Going::Back, ..done });
            }
            if through < cards.len() {
                self.give_way()?;
            }
        }
        done.journal = self.close_entry(entry)?;
        Ok(done)
    }

    /// Does as many cards as fit into the time of one piece, one at least, and gives their number.
    fn piece(
        &mut self,
        entry: OpenEntry,
        cards: &[CardId],
        change: &BulkChange,
        done: &mut BulkDone,
    ) -> Result<usize> {
        if let BulkChange::Tags { add, take } = change {
            return self.tag_piece(entry, cards, add, take, done);
        }
        let transaction = self.session.begin(&mut self.connection)?;
        let started = Instant::now();
        let mut through = 0;
        let mut door = Door::of_batch(&transaction, &self.opening, self.today, entry.batch);
        for &card in cards {
            match door.change_one(card, change) {
                Ok(()) => done.taken += 1,
                Err(StoreError::NoSuchCard(_)) => {}
                Err(error @ StoreError::Sqlite(_)) => return Err(error),
                Err(refusal) => done.refused.push((card, refusal)),
            }
            through += 1;
            if started.elapsed() > CHANGING_AT_MOST {
                break;
            }
        }
        door.close_into(entry.journal)?;
        transaction.commit()?;
        Ok(through)
    }

    /// Puts tags on some cards and takes others off, as many as fit into the time of one piece.
    fn tag_piece(
        &mut self,
        entry: OpenEntry,
        cards: &[CardId],
        add: &[String],
        take: &[String],
        done: &mut BulkDone,
    ) -> Result<usize> {
        let count = self.pace.rows().min(cards.len());
        let transaction = self.session.begin(&mut self.connection)?;
        let began = Instant::now();
        let mut retagging = Retagging::default();
        let present = retag::present(&transaction, cards[..count].iter().copied())?;
        for tagged in present.into_iter().filter(|tagged| !tagged.is_withdrawn) {
            done.taken += 1;
            let changed = retagged(&tagged.tags, add, take);
            if changed != tagged.tags {
                retagging.push(tagged, changed);
            }
        }
        retagging.write(&transaction, &self.opening, self.today, clock::now())?;
        retagging.enter(&transaction, entry.journal)?;
        transaction.commit()?;
        self.pace.took(count, began.elapsed());
        Ok(count)
    }
}

impl Door<'_> {
    /// Does to one card what is done to many. Whatever is refused is refused before anything is written.
    fn change_one(&mut self, card: CardId, change: &BulkChange) -> Result<()> {
        match change {
            BulkChange::Tags { add, take } => self.change_tags(card, add, take),
            BulkChange::Position(to) => self.move_to(card, to),
            BulkChange::Field { field, values } => self.set_field(card, field, values),
            BulkChange::Next(line) if line.is_empty() => self.set_next(card, None),
            BulkChange::Next(line) => {
                let present = self.next_of(card)?;
                let next = spec::put_off(present.as_ref(), line, self.opening.day);
                let next =
                    next.map_err(|_| StoreError::BadValue { field: NEXT.into(), value: line.clone() })?;
                self.set_next(card, Some(&next))
            }
            BulkChange::Bin => self.bin(card),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::NewCard;
    use crate::domain::position::Position;
    use crate::domain::query::{Query, Strictness};
    use crate::store::tests::{Place, day};
    use crate::store::{Sort, Traced};

    fn on(_: usize) -> Going {
        Going::On
    }

    fn filled(cards: usize) -> (Place, Store, Vec<CardId>) {
        let place = Place::new();
        let mut store = place.open();
        let added = store.write(Act::Add, "", |door| {
            let add = |number| door.add_card(&NewCard::named(format!("Card {number}")));
            (0..cards).map(add).collect::<Result<Vec<CardId>>>()
        });
        (place, store, added.unwrap().value)
    }

    fn tags(store: &Store, card: CardId) -> Vec<String> {
        store.card(card).unwrap().unwrap().tags
    }

    fn tag(add: &str, take: &str) -> BulkChange {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        BulkChange::Tags { add: words(add), take: words(take) }
    }

    #[test]
    fn many_cards_are_tagged_as_one_entry_and_undone_as_one() {
        let (_place, mut store, ids) = filled(40);
        store.change_many("#old", &ids[..10], &tag("old", ""), &mut on).unwrap();
        let done = store.change_many("#vip", &ids, &tag("vip", "old"), &mut on).unwrap();
        assert_eq!((done.taken, done.refused.len()), (40, 0));
        assert!(ids.iter().all(|card| tags(&store, *card) == ["vip"]));
        let entry = store.undo().unwrap().unwrap();
        assert_eq!((entry.act, entry.count), (Act::Tag, 40));
        assert_eq!(tags(&store, ids[3]), ["old"]);
        assert!(tags(&store, ids[30]).is_empty());
        store.redo().unwrap().unwrap();
        assert!(ids.iter().all(|card| tags(&store, *card) == ["vip"]));
    }

    #[test]
    fn tagged_cards_are_found_by_the_tag_and_lose_it_again() {
        let (_place, mut store, ids) = filled(3);
        let found = |store: &Store, word: &str| {
            let (query, _) = Query::parse(word, day("2026-06-30"), Strictness::Screen).unwrap();
            store.list(&query, &Sort::default(), day("2026-06-30"), None).unwrap().len()
        };
        let standings = |store: &Store| store.rows(&ids, day("2026-06-30")).unwrap();
        let before = standings(&store);
        store.change_many("", &ids[1..], &tag("spring 重点", ""), &mut on).unwrap();
        assert_eq!((found(&store, "spring"), found(&store, "重点"), found(&store, "Card")), (2, 2, 3));
        assert_eq!(standings(&store), before, "no standing rests on a tag");
        store.change_many("", &ids[2..], &tag("", "spring"), &mut on).unwrap();
        assert_eq!((found(&store, "spring"), found(&store, "重点")), (1, 2));
        store.undo().unwrap();
        store.undo().unwrap();
        assert_eq!((found(&store, "spring"), found(&store, "重点")), (0, 0));
    }

    #[test]
    fn the_journal_knows_every_tagged_card_with_what_it_had_before() {
        let (_place, mut store, ids) = filled(5);
        store.write(Act::Edit, "", |door| door.set_field(ids[4], "tags", &["old".into()])).unwrap();
        let done = store.change_many("#vip", &ids[1..], &tag("vip", ""), &mut on).unwrap();
        let entry = done.journal.unwrap();
        for (card, before) in [(ids[0], None), (ids[1], Some(vec![])), (ids[4], Some(vec!["old".to_owned()]))]
        {
            let is_in_log = store.journal(Some(card), 10).unwrap().iter().any(|found| found.id == entry);
            assert_eq!(is_in_log, before.is_some());
            let origins = store.trace(card, &Traced::Field("tags".into())).unwrap();
            let origin = origins.into_iter().find(|origin| origin.entry.id == entry);
            assert_eq!(origin.map(|origin| origin.wrote[0].before.clone()), before);
        }
        let uids: Vec<Vec<u8>> = store
            .connection
            .prepare("SELECT uid FROM journal_alike_value WHERE journal = ?1 ORDER BY card")
            .unwrap()
            .query_map([entry.0], |row| row.get(0))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        let of_cards: Vec<Vec<u8>> =
            ids[1..].iter().map(|card| store.card(*card).unwrap().unwrap().uid.as_bytes().to_vec()).collect();
        assert_eq!(uids, of_cards);
    }

    #[test]
    fn a_tag_that_somebody_built_on_is_not_taken_back_and_the_later_change_is_named() {
        let (place, mut store, ids) = filled(3);
        store.change_many("#vip", &ids, &tag("vip", ""), &mut on).unwrap();
        let mut other = place.open();
        other.change_many("#more", &ids[2..], &tag("more", ""), &mut on).unwrap();
        let Err(StoreError::UndoBlocked { entry, later }) = store.undo() else { panic!("taken back") };
        assert_eq!((entry.subject.as_str(), later.unwrap().subject.as_str()), ("#vip", "#more"));
        assert!(ids.iter().all(|card| tags(&store, *card)[0] == "vip"));
    }

    #[test]
    fn what_changes_nothing_makes_no_entry() {
        let (_place, mut store, ids) = filled(3);
        store.change_many("", &ids, &tag("vip", ""), &mut on).unwrap();
        let entries = store.journal(None, 10).unwrap().len();
        assert_eq!(store.change_many("", &ids, &tag("vip", "old"), &mut on).unwrap().journal, None);
        assert_eq!(store.change_many("", &[], &BulkChange::Bin, &mut on).unwrap().journal, None);
        assert_eq!(store.journal(None, 10).unwrap().len(), entries);
    }

    #[test]
    fn a_card_that_refuses_stops_nobody_else() {
        let (_place, mut store, ids) = filled(3);
        let to_target = |note: &str| {
            let note = note.to_owned();
            BulkChange::Position(Box::new(NewMove {
                note,
                ..NewMove::to(Position::Target, day("2026-06-30"))
            }))
        };
        store.change_many("", &ids[..1], &to_target("fits"), &mut on).unwrap();
        let done = store.change_many("", &ids, &to_target("fits"), &mut on).unwrap();
        assert_eq!(done.taken, 2);
        assert_eq!(done.refused.iter().map(|(card, _)| *card).collect::<Vec<_>>(), [ids[0]]);
    }

    #[test]
    fn stopped_on_the_way_it_leaves_nothing() {
        let (_place, mut store, ids) = filled(5);
        let done = store.change_many("", &ids, &tag("vip", ""), &mut |_| Going::Back).unwrap();
        assert_eq!((done.taken, done.journal, done.going), (0, None, Going::Back));
        assert!(ids.iter().all(|card| tags(&store, *card).is_empty()));
        assert_eq!(store.undo().unwrap().unwrap().act, Act::Add, "the stopped one is no step of undo");
    }
}
