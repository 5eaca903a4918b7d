//! English: the reference catalogue.

use super::catalogue::reference_words;

reference_words! { English;
    // The places of the screen.
    place_cards = "Cards";

    // What was done.
    done_added(name) = "Added {name}.";

    // Errors of the card file.
    error_not_a_card_file(path) = "{path} is not a card file";

    // Errors of what a person typed.
    error_empty_name = "the name is empty";

    // Commands.
    command_added_help = "make a card and print its id";

    // Import and export.
    import_reading(path) = "reading {path}";
}
