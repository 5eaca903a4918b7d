//! From the words of a query to its clauses.

use std::ops::Range;

use chrono::NaiveDate;

use super::error::{Hint, QueryError, Strictness};
use super::field::{Named, named};
use super::lexer::{TokenKind, split};
use super::term::{Said, catalogue, query_field, value_of};
use super::{Clause, Condition, Query, Scope, Sign, Term};
use crate::domain::field::OwnField;
use crate::domain::text::searchable::Needles;

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
        Query::parse_knowing(&[], text, as_of, strictness)
    }

    /// Reads a query that may name the user's own fields too.
    pub fn parse_knowing(
        own: &[OwnField],
        text: &str,
        as_of: NaiveDate,
        strictness: Strictness,
    ) -> Result<(Query, Vec<Hint>), QueryError> {
        let mut parser = Parser { own, as_of, strictness, query: Query::default(), hints: Vec::new() };
        parser.read(text)?;
        let mut seen = std::collections::HashSet::new();
        parser.query.clauses.retain(|clause| seen.insert(format!("{clause:?}")));
        Ok((parser.query, parser.hints))
    }
}

struct Parser<'own> {
    own: &'own [OwnField],
    as_of: NaiveDate,
    strictness: Strictness,
    query: Query,
    hints: Vec<Hint>,
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
        let terms = tokens.iter().filter(|token| token.kind != TokenKind::Or).count();
        if terms > MOST_TERMS {
            self.complain(0..text.len(), QueryError::TooManyTerms { most: MOST_TERMS })?;
        }
        let mut before = Before::Nothing;
        let mut joint = Joint::And;
        let mut or_span = None;
        for token in tokens.into_iter().take(2 * MOST_TERMS) {
            let TokenKind::Term { negated, field, text } = token.kind else {
                match before {
                    Before::Term if joint == Joint::And => {
                        joint = Joint::Or;
                        or_span = Some(token.span);
                    }
                    Before::Scope => self.complain(token.span, QueryError::ScopeInOr)?,
                    _ => self.complain(token.span, QueryError::LooseOr)?,
                }
                continue;
            };
            match self.term(token.span.clone(), field.as_deref(), &text)? {
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
        let said = match named(name, self.own) {
            Named::Text => return Ok(whole()),
            Named::Unknown(_) if text.starts_with("//") => return Ok(whole()),
            Named::Unknown(nearest) => {
                let nearest = nearest.to_owned();
                self.complain(span, QueryError::UnknownField { field: name.to_owned(), nearest })?;
                return Ok(whole());
            }
            Named::Query(field) => query_field(field, text, self.as_of, self.own),
            Named::Own(field) => value_of(&field.key, field.code_meant(text).unwrap_or(text))
                .map(|condition| Said::Condition(Sign::Holds, condition)),
            Named::Detail(group) => {
                value_of(group.key, text).map(|condition| Said::Condition(Sign::Holds, condition))
            }
            Named::Catalogue(field) => {
                catalogue(field, text, self.as_of).map(|condition| Said::Condition(Sign::Holds, condition))
            }
        };
        match said {
            Ok(said) => Ok(Some(said)),
            Err(problem) => self.complain(span, problem).map(|()| None),
        }
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
    Needles::of(text).map(|needles| Said::Condition(Sign::Holds, Condition::Anywhere(needles)))
}

fn opposite(sign: Sign) -> Sign {
    match sign {
        Sign::Holds => Sign::Fails,
        Sign::Fails => Sign::Holds,
    }
}
