//! A panic is a fault of the program. On the screen's own thread the terminal is given back before it is told of;
//! on a thread beside it nothing may touch the terminal: what it panicked with goes to the screen, which ends.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use crate::lang::problem::Problem;
use crate::tui::effect::Outcome;

thread_local! {
    /// What this thread panicked with last, and where.
    static TOLD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// From now on a panic of this thread gives the terminal back first, and one of any other is kept for
/// [`watched`].
pub(super) fn give_back_first(give_back: impl Fn() + Send + Sync + 'static) {
    let (screen, usual) = (thread::current().id(), std::panic::take_hook());
    std::panic::set_hook(Box::new(move |panic| {
        if thread::current().id() == screen {
            give_back();
            usual(panic);
        } else {
            TOLD.with_borrow_mut(|told| *told = Some(panic.to_string()));
        }
    }));
}

/// Does the work of a thread beside the screen. Where it panics, that is what came of it: then everything it had
/// under way is left as a killed program leaves it, to be taken back at the next start.
pub(super) fn watched(work: impl FnOnce(), tell: impl FnOnce(Outcome)) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(work)) {
        let told = TOLD.take().unwrap_or_else(|| message(&*panic));
        tell(Outcome::Failed(Problem::Fault(told)));
    }
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_what_came_of_the_work() {
        let mut outcomes = Vec::new();
        watched(|| {}, |outcome| outcomes.push(outcome));
        assert!(outcomes.is_empty());
        watched(|| panic!("no card {}", 12), |outcome| outcomes.push(outcome));
        assert!(
            matches!(&outcomes[..], [Outcome::Failed(Problem::Fault(told))] if told.contains("no card 12")),
            "{outcomes:?}"
        );
    }
}
