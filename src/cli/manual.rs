//! `manual`: the manual page, from the command line's own definition.

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use super::help::{Help, localised};
use super::policies::policy_text;
use super::session::Session;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;

/// What `manual` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "manual",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_manual(),
    arguments: &[],
};

/// Prints the manual page in roff: the program's own part, then one part a command, then what the configuration may
/// set of the rules.
pub(super) fn run(_arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let mut command = localised(super::arguments::Arguments::command(), session.words());
    command.build();
    let mut page = Vec::new();
    let whole = Man::new(command.clone());
    whole.render_title(&mut page).map_err(Problem::Output)?;
    whole.render_name_section(&mut page).map_err(Problem::Output)?;
    whole.render_description_section(&mut page).map_err(Problem::Output)?;
    whole.render_options_section(&mut page).map_err(Problem::Output)?;
    for sub in command.get_subcommands() {
        render_command(sub, &mut page)?;
    }
    render_policies(session, &mut page);
    session.out.bytes(&page)?;
    session.out.finish()?;
    Ok(Exit::Done)
}

fn render_policies(session: &Session, page: &mut Vec<u8>) {
    let words = session.words();
    let (head, about) = (words.manual_policies(), words.manual_policies_about());
    let text = policy_text(session.language()).replace('\\', "\\e").replace('-', "\\-");
    page.extend_from_slice(format!(".SH {head}\n{about}\n.nf\n{text}.fi\n").as_bytes());
}

fn render_command(command: &Command, page: &mut Vec<u8>) -> Result<(), Problem> {
    let own = command.clone().mut_args(|argument| {
        let everywhere = argument.is_global_set() || argument.get_id() == "help";
        argument.hide(everywhere)
    });
    let part = Man::new(own);
    page.extend_from_slice(format!(".SH {}\n", command.get_name().to_uppercase()).as_bytes());
    let mut body = Vec::new();
    part.render_synopsis_section(&mut body).map_err(Problem::Output)?;
    part.render_description_section(&mut body).map_err(Problem::Output)?;
    part.render_options_section(&mut body).map_err(Problem::Output)?;
    page.extend_from_slice(String::from_utf8_lossy(&body).replace("\n.SH ", "\n.SS ").as_bytes());
    Ok(())
}
