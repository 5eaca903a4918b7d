//! From the words of a query to its clauses.

use std::ops::Range;

use chrono::NaiveDate;

use super::error::{Hint, QueryError, Strictness};
use super::field::{Named, named};
use super::lexer::{Token, TokenKind, split};
use super::term::{Said, catalogue, own_value, query_field, value_of};
use super::{Clause, Condition, Query, Scope, Sign, Term, Vocabulary, saved};
use crate::domain::text::needles::Needles;

/// More terms than anyone types; a bound for the work that a query can make.
const MOST_TERMS: usize = 200;

impl Query {
    /// Reads a query; dates in it count from `as_of`.
    ///
    /// Returns the query, and on the screen what was not understood as it was perhaps meant.
    pub fn parse(
        text: &str,
        as_of: NaiveDate,
        strictness: Strictness,
    ) -> Result<(Query, Vec<Hint>), QueryError> {
        Query::parse_knowing(Vocabulary::default(), text, as_of, strictness)
    }

    /// Reads a query that may name the user's own fields and saved filters too.
    pub fn parse_knowing(
        vocabulary: Vocabulary<'_>,
        text: &str,
        as_of: NaiveDate,
        strictness: Strictness,
    ) -> Result<(Query, Vec<Hint>), QueryError> {
        let mut parser = Parser {
            vocabulary,
            as_of,
            strictness,
            query: Query::default(),
            hints: Vec::new(),
            inside: Vec::new(),
            terms: 0,
        };
        parser.read(text)?;
        let query = parser.query;
        let mut seen = std::collections::HashSet::new();
        let mut clauses: Vec<Clause> = query.clauses.into_iter().flat_map(opened).collect();
        clauses.retain(|clause| seen.insert(format!("{clause:?}")));
        Ok((Query { clauses, ..query }, parser.hints))
    }
}

/// A clause that is nothing but a saved filter is the clauses of that filter.
fn opened(clause: Clause) -> Vec<Clause> {
    match <[Term; 1]>::try_from(clause.any) {
        Ok([Term { sign: Sign::Holds, condition: Condition::All(clauses) }]) => {
            clauses.into_iter().flat_map(opened).collect()
        }
        Ok([term]) => vec![Clause { any: vec![term] }],
        Err(any) => vec![Clause { any }],
    }
}

struct Parser<'known> {
    vocabulary: Vocabulary<'known>,
    as_of: NaiveDate,
    strictness: Strictness,
    query: Query,
    hints: Vec<Hint>,
    /// The saved filters that are being read, the outermost first.
    inside: Vec<&'known str>,
    /// Terms read so far, those of saved filters included.
    terms: usize,
}

/// Where the next term goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// Into a clause of its own.
    And,
    /// Into the clause before.
    Or,
}

/// What became of the word before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing that a term could be joined to: the start, or something left out.
    Nothing,
    /// A term; the last clause is its.
    Term,
    /// `in:`, which no term can be joined to.
    Scope,
}

impl Parser<'_> {
    fn read(&mut self, text: &str) -> Result<(), QueryError> {
        let (tokens, unclosed) = split(text);
        if let Some((span, problem)) = unclosed {
            self.complain(span, problem)?;
        }
        self.terms += tokens.iter().filter(|token| token.kind != TokenKind::Or).count();
        if self.terms > MOST_TERMS {
            self.complain(0..text.len(), QueryError::TooManyTerms { most: MOST_TERMS })?;
        }
        let mut before = Before::Nothing;
        let mut joint = Joint::And;
        let mut or_span = None;
        let neighbours = Needles::of_neighbours(&plain_words(&tokens));
        for (token, plain) in tokens.into_iter().zip(neighbours).take(2 * MOST_TERMS) {
            let (negated, said) = match token.kind {
                TokenKind::Term { .. } if plain.is_some() => (false, plain.map(found_anywhere)),
                TokenKind::Term { negated, field, text } => {
                    (negated, self.term(token.span.clone(), field.as_deref(), &text)?)
                }
                TokenKind::Saved { negated, name } => (negated, self.saved(token.span.clone(), &name)?),
                TokenKind::Or => {
                    match before {
                        Before::Term if joint == Joint::And => {
                            joint = Joint::Or;
                            or_span = Some(token.span);
                        }
                        Before::Scope => self.complain(token.span, QueryError::ScopeInOr)?,
                        _ => self.complain(token.span, QueryError::LooseOr)?,
                    }
                    continue;
                }
            };
            match said {
                Some(Said::Scope(_)) if joint == Joint::Or => {
                    self.complain(token.span, QueryError::ScopeInOr)?;
                    before = Before::Nothing;
                }
                Some(Said::Scope(scope)) => {
                    let bin = (scope == Scope::Bin) != negated;
                    self.query.scope = if bin { Scope::Bin } else { Scope::Live };
                    before = Before::Scope;
                }
                Some(Said::Condition(sign, condition)) => {
                    self.push(joint, Term { sign: if negated { opposite(sign) } else { sign }, condition });
                    before = Before::Term;
                }
                None => before = if joint == Joint::Or { Before::Term } else { Before::Nothing },
            }
            joint = Joint::And;
            or_span = None;
        }
        match or_span {
            Some(span) => self.complain(span, QueryError::LooseOr),
            None => Ok(()),
        }
    }

    /// What a term says; nothing for a text without visible characters and for what is left out.
    fn term(
        &mut self,
        span: Range<usize>,
        field: Option<&str>,
        text: &str,
    ) -> Result<Option<Said>, QueryError> {
        let Some(name) = field else { return Ok(anywhere(text)) };
        let whole = || anywhere(&format!("{name}:{text}"));
        let own = self.vocabulary.own;
        let said =
            match named(name, own) {
                Named::Text => return Ok(whole()),
                Named::Unknown(_) if text.starts_with("//") => return Ok(whole()),
                Named::Unknown(nearest) => {
                    let nearest = nearest.to_owned();
                    self.complain(span, QueryError::UnknownField { field: name.to_owned(), nearest })?;
                    return Ok(whole());
                }
                Named::Query(field) => query_field(field, text, self.as_of, own),
                Named::Own(field) => own_value(field, text, self.as_of)
                    .map(|condition| Said::Condition(Sign::Holds, condition)),
                Named::Detail(group) => {
                    value_of(group.key, text).map(|condition| Said::Condition(Sign::Holds, condition))
                }
                Named::Catalogue(field) => catalogue(field, text, self.as_of)
                    .map(|condition| Said::Condition(Sign::Holds, condition)),
            };
        match said {
            Ok(said) => Ok(Some(said)),
            Err(problem) => self.complain(span, problem).map(|()| None),
        }
    }

    /// What `@name` says: the saved filter of that name, else a text.
    fn saved(&mut self, span: Range<usize>, name: &str) -> Result<Option<Said>, QueryError> {
        let Some(filter) = saved::filter_named(self.vocabulary.saved, name) else {
            return Ok(anywhere(&format!("@{name}")));
        };
        if self.inside.contains(&filter.name.as_str()) {
            self.complain(span, QueryError::FilterCircle { name: filter.name.clone() })?;
            return Ok(None);
        }
        if self.terms > MOST_TERMS {
            // Filters of filters could make any number.
            return self.complain(span, QueryError::TooManyTerms { most: MOST_TERMS }).map(|()| None);
        }
        let outside = std::mem::take(&mut self.query);
        let hints = self.hints.len();
        self.inside.push(&filter.name);
        let read = self.read(&filter.text);
        self.inside.pop();
        let inside = std::mem::replace(&mut self.query, outside);
        // What is odd inside is odd about this word.
        self.hints.iter_mut().skip(hints).for_each(|hint| hint.span = span.clone());
        read?;
        if inside.scope != Scope::Live {
            self.query.scope = inside.scope;
        }
        Ok(Some(Said::Condition(Sign::Holds, Condition::All(inside.clauses))))
    }

    fn push(&mut self, joint: Joint, term: Term) {
        match self.query.clauses.last_mut() {
            Some(clause) if joint == Joint::Or => clause.any.push(term),
            _ => self.query.clauses.push(Clause { any: vec![term] }),
        }
    }

    /// An error in a command, a hint on the screen.
    fn complain(&mut self, span: Range<usize>, problem: QueryError) -> Result<(), QueryError> {
        match self.strictness {
            Strictness::Command => Err(problem),
            Strictness::Screen => {
                self.hints.push(Hint { span, problem });
                Ok(())
            }
        }
    }
}

fn anywhere(text: &str) -> Option<Said> {
    Needles::of(text).map(found_anywhere)
}

fn found_anywhere(needles: Needles) -> Said {
    Said::Condition(Sign::Holds, Condition::Anywhere(needles))
}

/// The words that must all be there, as they stand beside one another: no sign, no quotation mark and no `OR` is at them.
fn plain_words(tokens: &[Token]) -> Vec<Option<&str>> {
    let is_or =
        |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.kind == TokenKind::Or);
    let plain = tokens.iter().enumerate().map(|(at, token)| match &token.kind {
        TokenKind::Term { negated: false, field: None, text }
            if text.len() == token.span.len() && !is_or(at.checked_sub(1)) && !is_or(Some(at + 1)) =>
        {
            Some(text.as_str())
        }
        _ => None,
    });
    plain.collect()
}

fn opposite(sign: Sign) -> Sign {
    match sign {
        Sign::Holds => Sign::Fails,
        Sign::Fails => Sign::Holds,
    }
}
