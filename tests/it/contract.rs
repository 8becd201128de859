//! What the types for JavaScript say, held against the core that they describe.

use everynode::diagnostic::RULES;

#[test]
fn the_types_name_every_rule() {
    let types = include_str!("../../pkg/src/rule-ids.ts");
    let mut named: Vec<_> = types.split('"').skip(1).step_by(2).collect();
    let lint = everynode::lint::RULES.iter().map(|rule| rule.id);
    let mut rules: Vec<_> = RULES.iter().map(|rule| rule.id).chain(lint).collect();
    named.sort_unstable();
    rules.sort_unstable();
    assert_eq!(named, rules);
}
