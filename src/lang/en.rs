//! English: the reference catalogue.

use super::catalogue::reference_words;

reference_words! { English;
    // The places of the screen.
    place_cards = "Cards";

    // What was done.
    done_added(name) = "Added {name}.";
    done_undone(name) = "Taken back: {name}";
    done_redone(name) = "Put back: {name}";
    journal_entry(act, subject) = "{act} {subject}";
    journal_entry_of_many(count, act, subject) = "{act} {subject} ({count} card)" | "{act} {subject} ({count} cards)";
    journal_undone = "taken back";

    // Errors of the card file.
    error_not_a_card_file(path) = "{path} is not a card file";

    // Errors of what a person typed.
    error_empty_name = "the name is empty";
    error_no_data_folder = "no folder for data is known on this system";
    error_no_terminal = "the screen needs a terminal";
    error_file(path, reason) = "{path}: {reason}";
    error_output(reason) = "the results could not be written: {reason}";
    error_unknown_option(option) = "unknown option {option}";
    error_unknown_command(command) = "unknown command {command}";
    error_unexpected_argument(argument) = "one argument too many: {argument}";
    error_missing_argument(argument) = "{argument} is missing";
    error_missing_value(option) = "{option} needs a value";
    error_wrong_value(option, value) = "{option} does not take “{value}”";
    error_conflict(option, other) = "{option} does not go with {other}";
    error_twice(option) = "{option} is given twice";
    error_not_text = "an argument is not valid UTF-8";
    error_nothing_to_undo = "there is nothing to take back";
    error_nothing_to_redo = "there is nothing to put back";
    error_no_date(value) = "“{value}” is not a date";
    error_no_language(value) = "“{value}” is not a language fieldcard speaks";
    error_configuration(path, line, reason) = "{path}, line {line}: {reason}";
    error_configuration_key(path, line, key) = "{path}, line {line}: unknown key {key}";
    hint_name_a_file = "name the card file: --file PATH";
    hint_use_list = "without a terminal use commands: fieldcard list";
    hint_did_you_mean(word) = "did you mean {word}?";
    hint_list_commands = "fieldcard --help lists the commands";
    hint_quote = "put words that belong together in quotes";
    hint_command_help(command) = "fieldcard {command} --help";
    hint_one_of(values) = "one of: {values}";
    hint_date = "write it as 2026-12-01";
    hint_languages = "en or zh-Hans";

    // Commands.
    heading_usage = "Usage:";
    heading_commands = "Commands";
    heading_arguments = "Arguments";
    heading_options = "Options";
    heading_global_options = "Options of every command";
    help_program = "Customer cards for one salesperson. Without a command the screen opens.";
    help_usage_program = "fieldcard [OPTIONS] [COMMAND]";
    help_help = "show this help";
    help_version = "show the version";
    help_file = "the card file";
    help_lang = "language: en, zh-Hans";
    help_as_of = "the day on which everything derived is computed (default: today)";
    help_passphrase_file = "file with the passphrase, - for standard input";
    help_config = "the configuration file";
    help_undo = "take back the newest changes";
    help_redo = "put back what was taken back";
    help_undo_steps = "how many changes (default: 1)";
    help_journal = "list every change, newest first";
    help_json = "one JSON object for programs, or one a line";
    help_fields = "list the fields of a card";
    help_completions = "print the completion script of a shell";
    help_completions_shell = "bash, elvish, fish, powershell or zsh";
    help_manual = "print the manual page";
    column_key = "key";
    column_name = "name";
    column_takes = "takes";
    column_number = "no.";
    column_when = "when";
    column_by = "by";
    column_change = "change";
    takes_text = "text";
    takes_note = "text of several lines";
    takes_number = "whole number";
    takes_day = "date";
    takes_partial_day = "date, also without day or year";
    takes_tags = "words";
    takes_card = "another card";
    takes_phones = "phone numbers";
    takes_emails = "e-mail addresses";
    takes_addresses = "postal addresses";
    takes_people = "people";

    // Import and export.
    import_reading(path) = "reading {path}";
}
