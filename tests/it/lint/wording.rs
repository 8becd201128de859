//! How rules speak.

use super::alone;
use super::documentation::examples;
use everynode::lint::{RULES, SERVER_RULES};

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

/// The message is the server's own; what the reviewer adds is said as everything else.
#[test]
fn what_is_added_to_the_words_of_the_api_server_is_in_sentences() {
    for rule in SERVER_RULES {
        let id = rule.name.id;
        for text in [rule.why, rule.help].iter().filter(|text| !text.is_empty()) {
            assert!(text.ends_with('.') && text.len() < 400, "{id}: {text}");
            assert!(
                text.starts_with(|c: char| c == '`' || c.is_uppercase() || c == 'k'),
                "{id}: {text}"
            );
            assert_eq!(text.matches('`').count() % 2, 0, "{id}: {text}");
            for word in ["please", "invalid", "successfully", "!"] {
                assert!(!text.to_lowercase().contains(word), "{id}: {text}");
            }
        }
        assert!(!rule.why.is_empty(), "{id}");
    }
    assert!(SERVER_RULES.is_sorted_by_key(|rule| rule.name.id));
}
