use super::field_error::{aggregate, quote};
use super::label_requirement::{LabelOperator, LabelRequirement};
use crate::model::{LabelSelector, StringMap};

/// Selects objects by their labels.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/labels/selector.go Selector (v1.36.3)
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// Selects nothing, which is what a selector that was left out means.
    Nothing,
    /// Selects what fulfils every requirement; without requirements, everything.
    All(Vec<LabelRequirement>),
}

impl Selector {
    /// From the selector of an object; `None` where it was left out.
    ///
    /// ```
    /// use everynode::{matching::Selector, model::LabelSelector};
    /// assert_eq!(Selector::from_label_selector(None), Ok(Selector::Nothing));
    /// let everything = Selector::from_label_selector(Some(&LabelSelector::default()));
    /// assert_eq!(everything, Ok(Selector::All(Vec::new())));
    /// ```
    ///
    /// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/helpers.go LabelSelectorAsSelector (v1.36.3)
    ///
    /// # Errors
    /// Kubernetes' text for the first requirement that cannot be parsed.
    ///
    /// DIFFERENCE: upstream looks at matchLabels in random order; here the first one by key speaks.
    pub fn from_label_selector(selector: Option<&LabelSelector>) -> Result<Self, String> {
        let Some(selector) = selector else {
            return Ok(Self::Nothing);
        };
        let parse = |key: &str, operator, values: &[String]| {
            LabelRequirement::new(key, operator, values, "")
                .map_err(|errors| aggregate(&errors).unwrap_or_default())
        };
        let mut requirements = Vec::new();
        for (key, value) in selector.match_labels.iter() {
            requirements.push(parse(key, LabelOperator::In, &[value.to_owned()])?);
        }
        for expression in &selector.match_expressions {
            let operator = match LabelOperator::parse(&expression.operator) {
                None | Some(LabelOperator::Gt | LabelOperator::Lt) => {
                    return Err(format!(
                        "{} is not a valid label selector operator",
                        quote(&expression.operator)
                    ));
                }
                Some(operator) => operator,
            };
            requirements.push(parse(&expression.key, operator, &expression.values)?);
        }
        Ok(Self::All(requirements))
    }

    /// Whether it selects an object with these labels.
    #[must_use]
    pub fn matches(&self, labels: &StringMap) -> bool {
        match self {
            Self::Nothing => false,
            Self::All(requirements) => requirements.iter().all(|r| r.matches(labels)),
        }
    }

    /// Whether it selects everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::All(requirements) if requirements.is_empty())
    }
}
