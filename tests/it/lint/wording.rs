//! How rules speak.

use super::alone;
use super::documentation::examples;
use everynode::lint::RULES;

#[test]
fn messages_stand_alone_on_one_line() {
    for rule in RULES {
        for example in examples(rule.id, "Invalid") {
            let found = alone(rule.id, "example.yaml", &example);
            for found in found.iter().filter(|found| found.rule == rule.id) {
                let message = &found.message;
                let first = message.chars().next().unwrap_or('A');
                assert!(!first.is_uppercase(), "{}: {message}", rule.id);
                assert!(
                    !message.ends_with('.') && !message.contains('\n'),
                    "{}: {message}",
                    rule.id
                );
                assert_eq!(
                    message.matches('`').count() % 2,
                    0,
                    "{}: {message}",
                    rule.id
                );
                assert!(!message.contains(['{', '}']), "{}: {message}", rule.id);
                assert!(message.len() < 160, "{}: {message}", rule.id);
                for (what, text) in [("why", &found.why), ("help", &found.help)] {
                    let text = text.as_deref().unwrap_or_default();
                    assert!(
                        text.ends_with('.'),
                        "{}: {what} is no sentence: {text}",
                        rule.id
                    );
                    assert!(
                        text.len() < 400,
                        "{}: {what} belongs into the comment: {text}",
                        rule.id
                    );
                }
                for word in ["please", "invalid", "successfully", "!"] {
                    assert!(
                        !message.to_lowercase().contains(word),
                        "{}: {message}",
                        rule.id
                    );
                }
                assert!(
                    found
                        .url
                        .as_ref()
                        .is_some_and(|url| url.ends_with(&format!("/{}.md", rule.id)))
                );
            }
        }
    }
}

#[test]
fn rules_are_sorted_by_id() {
    assert!(RULES.is_sorted_by_key(|rule| rule.id));
}
