use super::field_error::{FieldError, json_list, quote};
use super::label_syntax::{label_key_errors, label_value_errors};
use crate::model::StringMap;
use crate::order::sort_by;

/// How a requirement compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelOperator {
    /// The value is one of several.
    In,
    /// The value is none of several, or there is no such label.
    NotIn,
    /// There is such a label.
    Exists,
    /// There is no such label.
    DoesNotExist,
    /// The value is a greater number.
    Gt,
    /// The value is a smaller number.
    Lt,
}

impl LabelOperator {
    /// From the API's word; letters' case matters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "In" => Self::In,
            "NotIn" => Self::NotIn,
            "Exists" => Self::Exists,
            "DoesNotExist" => Self::DoesNotExist,
            "Gt" => Self::Gt,
            "Lt" => Self::Lt,
            _ => return None,
        })
    }
}

/// What a label must be like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelTest {
    /// One of these values, sorted.
    In(Vec<String>),
    /// None of these values, sorted, or no such label.
    NotIn(Vec<String>),
    /// There is one.
    Exists,
    /// There is none.
    DoesNotExist,
    /// A greater number.
    Gt(i64),
    /// A smaller number.
    Lt(i64),
}

/// A requirement on one label that was parsed.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/labels/selector.go Requirement (v1.36.3)
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelRequirement {
    /// The label.
    pub key: String,
    /// What it must be like.
    pub test: LabelTest,
}

impl LabelRequirement {
    /// Parses a requirement. `path` stands before the fields in the errors; it is empty for label selectors.
    ///
    /// Upstream: staging/src/k8s.io/apimachinery/pkg/labels/selector.go NewRequirement (v1.36.3)
    ///
    /// # Errors
    /// All that is wrong with key and values, in upstream's order.
    pub fn new(
        key: &str,
        operator: LabelOperator,
        values: &[String],
        path: &str,
    ) -> Result<Self, Vec<FieldError>> {
        let child = |name: &str| match path {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        };
        let mut errors = Vec::new();
        let key_errors = label_key_errors(key);
        if !key_errors.is_empty() {
            errors.push(FieldError::invalid(
                child("key"),
                quote(key),
                key_errors.join("; "),
            ));
        }
        let count = match operator {
            LabelOperator::In | LabelOperator::NotIn if values.is_empty() => {
                Some("for 'in', 'notin' operators, values set can't be empty")
            }
            LabelOperator::Exists | LabelOperator::DoesNotExist if !values.is_empty() => {
                Some("values set must be empty for exists and does not exist")
            }
            LabelOperator::Gt | LabelOperator::Lt if values.len() != 1 => {
                Some("for 'Gt', 'Lt' operators, exactly one value is required")
            }
            _ => None,
        };
        if let Some(detail) = count {
            errors.push(FieldError::invalid(
                child("values"),
                json_list(values),
                detail,
            ));
        }
        let mut number = 0;
        if matches!(operator, LabelOperator::Gt | LabelOperator::Lt) {
            for (index, value) in values.iter().enumerate() {
                match value.parse() {
                    Ok(parsed) => number = parsed,
                    Err(_) => errors.push(FieldError::invalid(
                        child(&format!("values[{index}]")),
                        quote(value),
                        "for 'Gt', 'Lt' operators, the value must be an integer",
                    )),
                }
            }
        }
        for (index, value) in values.iter().enumerate() {
            let value_errors = label_value_errors(value);
            if !value_errors.is_empty() {
                errors.push(FieldError::invalid(
                    child(&format!("values[{index}][{key}]")),
                    quote(value),
                    value_errors.join("; "),
                ));
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let sorted = || {
            let mut values = values.to_vec();
            sort_by(&mut values, Ord::cmp);
            values
        };
        Ok(Self {
            key: key.to_owned(),
            test: match operator {
                LabelOperator::In => LabelTest::In(sorted()),
                LabelOperator::NotIn => LabelTest::NotIn(sorted()),
                LabelOperator::Exists => LabelTest::Exists,
                LabelOperator::DoesNotExist => LabelTest::DoesNotExist,
                LabelOperator::Gt => LabelTest::Gt(number),
                LabelOperator::Lt => LabelTest::Lt(number),
            },
        })
    }

    /// Whether labels fulfil it.
    ///
    /// Upstream: staging/src/k8s.io/apimachinery/pkg/labels/selector.go Requirement.Matches (v1.36.3)
    #[must_use]
    pub fn matches(&self, labels: &StringMap) -> bool {
        self.matches_value(labels.get(&self.key))
    }

    /// Whether a value of the label fulfils it; `None`: there is no such label.
    #[must_use]
    pub fn matches_value(&self, value: Option<&str>) -> bool {
        let has =
            |values: &[String], value: &str| values.binary_search_by(|v| (**v).cmp(value)).is_ok();
        let Some(value) = value else {
            return matches!(self.test, LabelTest::NotIn(_) | LabelTest::DoesNotExist);
        };
        match &self.test {
            LabelTest::In(values) => has(values, value),
            LabelTest::NotIn(values) => !has(values, value),
            LabelTest::Exists => true,
            LabelTest::DoesNotExist => false,
            LabelTest::Gt(bound) => value.parse::<i64>().is_ok_and(|number| number > *bound),
            LabelTest::Lt(bound) => value.parse::<i64>().is_ok_and(|number| number < *bound),
        }
    }
}
