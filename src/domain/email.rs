//! E-mail addresses: whether one looks right, and the form in which they are compared.

use super::text::fold::fold;

/// Whether an address has the form of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailCheck {
    /// One `@`, something on both sides, a dot inside the domain, no space.
    Good,
    /// Accepted, with a mild warning.
    Doubtful,
}

/// Judges an address.
pub fn check(address: &str) -> EmailCheck {
    let address = address.trim();
    let Some((name, domain)) = address.split_once('@') else { return EmailCheck::Doubtful };
    let dotted = domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
    let clean = !address.contains(|character: char| character.is_whitespace() || character.is_control());
    if !name.is_empty() && !domain.contains('@') && dotted && clean {
        EmailCheck::Good
    } else {
        EmailCheck::Doubtful
    }
}

/// The form in which addresses are compared.
pub fn normal(address: &str) -> String {
    fold(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_judged_by_its_form() {
        for address in ["ana@northwind.example", " a.b+c@x.y.z ", "林@青禾.中国"] {
            assert_eq!(check(address), EmailCheck::Good, "{address}");
        }
        for address in ["", "@", "ana", "ana@", "@x.y", "ana@x", "a@b@c.d", "ana@x.", "ana@.y", "a b@c.d"] {
            assert_eq!(check(address), EmailCheck::Doubtful, "{address}");
        }
    }

    #[test]
    fn case_does_not_matter_in_comparing() {
        assert_eq!(normal(" Ana@Northwind.Example"), normal("ana@northwind.example"));
    }
}
