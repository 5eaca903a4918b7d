//! MAN: money, authority, need. From dated assertions to letters, from letters to a class and advice.

pub mod assertion;
pub mod authority;
pub mod class;
mod evidence;
pub mod fold;
pub mod keys;
pub mod letters;
