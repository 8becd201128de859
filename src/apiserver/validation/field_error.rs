//! One mistake of a field, and how it prints.

use super::path::Path;
use crate::manifest::{StoredStruct, StoredValue, go_json_string, go_quote};
use std::fmt;

/// One thing in an object that the API server refuses.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go Error (v1.36.3)
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// What kind of mistake it is.
    pub kind: FieldErrorKind,
    /// The field, as the server names it: `spec.template.spec.containers[0].name`. Not always where the value stands.
    pub field: String,
    /// The value as the message has it, quotes included; absent in kinds whose messages have none.
    pub bad_value: Option<String>,
    /// What is wrong; may be empty.
    pub detail: String,
}

/// Kinds of mistakes, under the names that the API gives the causes of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldErrorKind {
    /// `FieldValueNotFound`
    NotFound,
    /// `FieldValueRequired`
    Required,
    /// `FieldValueDuplicate`
    Duplicate,
    /// `FieldValueInvalid`
    Invalid,
    /// `FieldValueNotSupported`
    NotSupported,
    /// `FieldValueForbidden`
    Forbidden,
    /// `FieldValueTooLong`
    TooLong,
    /// `FieldValueTooMany`
    TooMany,
    /// `InternalError`
    Internal,
}

impl FieldErrorKind {
    /// As a cause of a refusal has it: `FieldValueInvalid`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotFound => "FieldValueNotFound",
            Self::Required => "FieldValueRequired",
            Self::Duplicate => "FieldValueDuplicate",
            Self::Invalid => "FieldValueInvalid",
            Self::NotSupported => "FieldValueNotSupported",
            Self::Forbidden => "FieldValueForbidden",
            Self::TooLong => "FieldValueTooLong",
            Self::TooMany => "FieldValueTooMany",
            Self::Internal => "InternalError",
        }
    }

    /// As a message has it: `Invalid value`.
    fn words(self) -> &'static str {
        match self {
            Self::NotFound => "Not found",
            Self::Required => "Required value",
            Self::Duplicate => "Duplicate value",
            Self::Invalid => "Invalid value",
            Self::NotSupported => "Unsupported value",
            Self::Forbidden => "Forbidden",
            Self::TooLong => "Too long",
            Self::TooMany => "Too many",
            Self::Internal => "Internal error",
        }
    }
}

impl fmt::Display for FieldError {
    /// `spec.selector: Invalid value: {}: empty selector is invalid for daemonset`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.field)?;
        f.write_str(": ")?;
        f.write_str(self.kind.words())?;
        let parts = [self.bad_value.as_deref(), Some(self.detail.as_str())];
        for part in parts.into_iter().flatten().filter(|part| !part.is_empty()) {
            f.write_str(": ")?;
            f.write_str(part)?;
        }
        Ok(())
    }
}

/// A value in a message.
#[derive(Clone, Copy)]
pub(super) enum Bad<'v> {
    /// A text, as Go quotes it.
    Text(&'v str),
    /// A text of a type with a name, or behind a pointer: as JSON.
    Word(&'v str),
    Int(i64),
    Bool(bool),
    /// A value of a type that the API shares with its inside, as JSON.
    Json(&'v StoredValue),
    /// A struct of the server's inside, whose JSON names fields as Go does.
    Inside(&'v StoredStruct),
    /// Printed already.
    Raw(&'v str),
}

impl Bad<'_> {
    fn print(self) -> String {
        match self {
            Self::Text(text) => go_quote(text),
            Self::Word(text) => {
                let mut out = String::new();
                go_json_string(&mut out, text);
                out
            }
            Self::Int(number) => number.to_string(),
            Self::Bool(true) => "true".to_owned(),
            Self::Bool(false) => "false".to_owned(),
            Self::Json(value) => value.to_json(),
            Self::Inside(value) => super::inside::json(value),
            Self::Raw(text) => text.to_owned(),
        }
    }
}

/// What is found, in the order in which it is found.
#[derive(Default)]
pub(super) struct Errors {
    pub(super) found: Vec<FieldError>,
}

impl Errors {
    fn add(&mut self, kind: FieldErrorKind, path: &Path<'_>, bad: Option<Bad<'_>>, detail: String) {
        self.found.push(FieldError {
            kind,
            field: path.text(),
            bad_value: bad.map(Bad::print),
            detail,
        });
    }

    pub(super) fn required(&mut self, path: &Path<'_>, detail: &str) {
        self.add(FieldErrorKind::Required, path, None, detail.to_owned());
    }

    pub(super) fn forbidden(&mut self, path: &Path<'_>, detail: &str) {
        self.add(FieldErrorKind::Forbidden, path, None, detail.to_owned());
    }

    pub(super) fn invalid(&mut self, path: &Path<'_>, bad: Bad<'_>, detail: &str) {
        self.add(FieldErrorKind::Invalid, path, Some(bad), detail.to_owned());
    }

    /// One for each thing that is wrong with a text.
    pub(super) fn each(&mut self, path: &Path<'_>, bad: &str, details: Vec<String>) {
        for detail in details {
            self.add(FieldErrorKind::Invalid, path, Some(Bad::Text(bad)), detail);
        }
    }

    pub(super) fn duplicate(&mut self, path: &Path<'_>, bad: Bad<'_>) {
        self.add(FieldErrorKind::Duplicate, path, Some(bad), String::new());
    }

    pub(super) fn not_found(&mut self, path: &Path<'_>, bad: &str, detail: String) {
        let bad = Some(Bad::Text(bad));
        self.add(FieldErrorKind::NotFound, path, bad, detail);
    }

    /// `supported` in the order of the message.
    pub(super) fn not_supported(&mut self, path: &Path<'_>, bad: Bad<'_>, supported: &[&str]) {
        let mut detail = "supported values: ".to_owned();
        for (place, value) in supported.iter().enumerate() {
            if place > 0 {
                detail.push_str(", ");
            }
            detail.push_str(&go_quote(value));
        }
        self.add(FieldErrorKind::NotSupported, path, Some(bad), detail);
    }

    /// One where a text is none of these.
    pub(super) fn one_of(&mut self, path: &Path<'_>, word: &str, supported: &[&str]) {
        if !supported.contains(&word) {
            self.not_supported(path, Bad::Word(word), supported);
        }
    }

    /// One where a text is left out, or none of these.
    pub(super) fn choice(&mut self, path: &Path<'_>, word: &str, supported: &[&str]) {
        match word {
            "" => self.required(path, ""),
            _ => self.one_of(path, word, supported),
        }
    }

    /// One where a field has a text that is none of these.
    pub(super) fn one_if_set(
        &mut self,
        of: &StoredStruct,
        field: &str,
        supported: &[&str],
        path: &Path<'_>,
    ) {
        if let Some(word) = of.text_if_set(field) {
            self.one_of(&path.field(field), word, supported);
        }
    }

    /// One where the text in a field is empty.
    pub(super) fn needs(&mut self, of: &StoredStruct, field: &str, path: &Path<'_>) {
        if of.text(field).is_empty() {
            self.required(&path.field(field), "");
        }
    }

    pub(super) fn too_long(&mut self, path: &Path<'_>, most: usize) {
        let detail = ["may not be more than ", &most.to_string(), " bytes"].concat();
        self.add(FieldErrorKind::TooLong, path, None, detail);
    }

    pub(super) fn too_many(&mut self, path: &Path<'_>, count: usize, most: usize) {
        let count = count.to_string();
        let detail = ["must have at most ", &most.to_string(), " items"].concat();
        let bad = Some(Bad::Raw(&count));
        self.add(FieldErrorKind::TooMany, path, bad, detail);
    }

    pub(super) fn internal(&mut self, path: &Path<'_>, detail: &str) {
        self.add(FieldErrorKind::Internal, path, None, detail.to_owned());
    }

    /// Changes the detail of the last one.
    pub(super) fn with_detail(&mut self, detail: &str) {
        if let Some(last) = self.found.last_mut() {
            last.detail = detail.to_owned();
        }
    }

    /// Upstream: staging/src/k8s.io/apimachinery/pkg/api/validation/generic.go ValidateNonnegativeField (v1.36.3)
    pub(super) fn nonnegative(&mut self, path: &Path<'_>, value: i64) {
        if value < 0 {
            self.invalid(path, Bad::Int(value), NEGATIVE);
        }
    }

    /// Upstream: pkg/apis/core/validation/validation.go ValidatePositiveField (v1.36.3)
    pub(super) fn positive(&mut self, path: &Path<'_>, value: i64) {
        if value <= 0 {
            self.invalid(path, Bad::Int(value), NOT_POSITIVE);
        }
    }
}

pub(super) const NEGATIVE: &str = "must be greater than or equal to 0";
pub(super) const NOT_POSITIVE: &str = "must be greater than zero";
pub(super) const IMMUTABLE: &str = "field is immutable";
