//! Recording a credit assessment.

use rusqlite::types::Value;

use crate::domain::choice::Choice;
use crate::domain::draft::NewAssessment;
use crate::domain::id::{AssessmentId, CardId};
use crate::store::cell::{code, day_text, optional, text};
use crate::store::door::Door;
use crate::store::error::Result;
use crate::store::record::RecordKind;

impl Door<'_> {
    /// Records a credit assessment.
    pub fn assess(&mut self, card: CardId, assessment: &NewAssessment) -> Result<AssessmentId> {
        self.must_exist(card)?;
        let uid = Value::Blob(self.new_uid().as_bytes().to_vec());
        let id = self.insert(
            RecordKind::Assessment,
            &[
                ("uid", uid),
                ("card", Value::Integer(card.0)),
                ("standard", code(assessment.standard)),
                ("on", text(day_text(assessment.on))),
                ("recorded_at", Value::Integer(self.now)),
                ("knock_out", optional(assessment.knock_out.map(|reason| reason.code().to_owned()))),
            ],
        )?;
        for score in &assessment.scores {
            self.insert(
                RecordKind::Score,
                &[
                    ("assessment", Value::Integer(id)),
                    ("card", Value::Integer(card.0)),
                    ("factor", code(score.factor)),
                    ("points", optional(score.points.map(i64::from))),
                    ("note", text(&score.note)),
                ],
            )?;
        }
        Ok(AssessmentId(id))
    }
}
