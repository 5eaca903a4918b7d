//! Sensitive facts are off until the configuration switches them on.

use crate::program::Program;

const ON: &str = "[policies.privacy]\nshown = [\"family\", \"personal-life\"]\n";

#[test]
fn what_is_sensitive_is_off_until_it_is_switched_on() {
    let program = Program::new();
    program.ok(&["add", "Ana"]);
    for arguments in [
        ["edit", "1", "--set=family=两个孩子"],
        ["list", "family:孩子", "--csv"],
        ["list", "has:family", "--csv"],
        ["list", "--columns=family", "--csv"],
        ["list", "--sort=family", "--csv"],
    ] {
        let refused = program.fails(&arguments);
        assert!(refused.contains("[policies.privacy] shown = [\"family\"]"), "{arguments:?}: {refused}");
    }
    assert!(program.ok(&["fields"]).lines().any(|line| line.starts_with("family") && line.contains("off")));

    let configuration = program.path("config.toml");
    std::fs::write(&configuration, ON).unwrap();
    let configuration = configuration.to_str().unwrap();
    let on = |arguments: &[&str]| program.ok(&[arguments, &["--config", configuration]].concat());
    on(&["edit", "1", "--set=family=两个孩子"]);
    on(&["edit", "1", "--person", "周立", "--detail", "profile=生产部;family=已婚;person=周立"]);
    assert!(on(&["show", "1"]).contains("两个孩子"));
    assert_eq!(on(&["list", "family:孩子", "--columns", "id", "--csv"]), "id\n1\n");
    assert_eq!(on(&["list", "孩子", "--columns", "id", "--csv"]), "id\n", "never by bare words");
    assert!(on(&["export", "-", "--format", "json"]).contains("已婚"));
    assert_eq!(on(&["list", "profile:已婚", "--columns", "id", "--csv"]), "id\n1\n");
    assert_eq!(program.found("profile:已婚"), Vec::<i64>::new(), "by a part that is switched off");
    assert_eq!(program.found("profile:生产部"), [1]);

    for arguments in
        [&["show", "1"][..], &["show", "1", "--json"], &["export", "-"], &["export", "-", "--format", "json"]]
    {
        let shown = program.ok(arguments);
        assert!(!shown.contains("孩子") && !shown.contains("已婚"), "{arguments:?}: {shown}");
    }
    // What is not seen is not lost by changing what is.
    program.ok(&["edit", "1", "--detail", "profile=销售部;person=周立"]);
    assert!(on(&["show", "1", "--json"]).contains("已婚"));
}
