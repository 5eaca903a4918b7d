//! What stands in the lines of the forms that are more than a list of fields, and what becomes of them.

pub mod address;
pub mod change_of_position;
pub mod contact;
pub mod person;
