//! Files and notes.

use super::FieldType as T;
use super::{Field, Group, PCF, field};

const G: Group = Group::Notes;

#[rustfmt::skip]
pub(super) const ROWS: &[Field] = &[
    field(G, "note", ["Notes", "备注", "備註"], T::Note).first(PCF)
        .headed(&["notes", "comment", "comments", "remark", "remarks", "memo", "description",
          "附注", "说明", "注释", "描述", "备忘", "备注信息", "备注说明", "客户备注"]),
];
