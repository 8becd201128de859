use super::Container;
use crate::diagnostic::Severity;
use crate::manifest::View;
use std::borrow::Cow;

/// A place that a rule found, as data: the rule's `say` makes a message of it, `mend` edits.
#[derive(Clone, Debug)]
pub struct Spot<'a> {
    /// What it is about; where a field is missing, the map that should hold it.
    pub at: View<'a>,
    /// The field below that is not there, with dots: `securityContext.runAsNonRoot`. Empty where `at` itself is meant.
    pub missing: &'static str,
    /// What the message quotes, in the order in which `look` gave it.
    words: Vec<Cow<'a, str>>,
    /// Other places that belong to it, and what is there.
    pub related: Vec<(View<'a>, Cow<'a, str>)>,
    /// Instead of the rule's own. A role lowers this one as well.
    pub severity: Option<Severity>,
    /// Instead of the rule's own.
    pub why: Option<Cow<'a, str>>,
    /// Instead of the rule's own.
    pub help: Option<Cow<'a, str>>,
    /// Which of a rule's several messages it is.
    pub case: u8,
    /// What is mended instead of `at`: goes as a whole (the item whose field `at` is, or the list with nothing else in it), or gets what
    /// is wanted.
    pub whole: Option<View<'a>>,
}

impl<'a> Spot<'a> {
    /// Adds a word for the message: the first one stands for `{0}`.
    pub fn word(&mut self, word: impl Into<Cow<'a, str>>) -> &mut Self {
        self.add(word.into())
    }

    fn add(&mut self, word: Cow<'a, str>) -> &mut Self {
        self.words.push(word);
        self
    }

    /// Adds a container as two words: `init container`, and its name.
    pub fn container(&mut self, container: &Container<'a>) -> &mut Self {
        self.add(Cow::Borrowed(container.kind.noun()));
        self.add(Cow::Borrowed(container.name()))
    }

    /// Adds another place.
    pub fn related(&mut self, at: View<'a>, what: impl Into<Cow<'a, str>>) -> &mut Self {
        self.related.push((at, what.into()));
        self
    }

    /// Another severity than the rule's own.
    pub fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = Some(severity);
        self
    }

    /// Another reason than the rule's own.
    pub fn why(&mut self, why: impl Into<Cow<'a, str>>) -> &mut Self {
        self.why = Some(why.into());
        self
    }

    /// Another way out than the rule's own.
    pub fn help(&mut self, help: impl Into<Cow<'a, str>>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Tells several findings of one rule apart.
    pub fn case(&mut self, case: u8) -> &mut Self {
        self.case = case;
        self
    }

    /// Says what is mended instead.
    pub fn whole(&mut self, whole: View<'a>) -> &mut Self {
        self.whole = Some(whole);
        self
    }

    /// A word that `look` gave; empty where there is none.
    #[must_use]
    pub fn said(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| word)
    }

    /// How many words `look` gave.
    #[must_use]
    pub fn words(&self) -> usize {
        self.words.len()
    }
}

/// The places that a rule has found so far in one object. What passes a number that nobody reads is let go.
#[derive(Debug, Default)]
pub struct Spots<'a>(pub(super) Vec<Spot<'a>>);

/// Findings of one rule in one object.
const MOST: usize = 100;

impl<'a> Spots<'a> {
    /// Something that is there.
    pub fn at(&mut self, at: View<'a>) -> &mut Spot<'a> {
        self.missing(at, "")
    }

    /// Something that is not: the map that should hold it, and the way from there.
    pub fn missing(&mut self, at: View<'a>, missing: &'static str) -> &mut Spot<'a> {
        self.0.truncate(MOST - 1);
        self.0.push_mut(Spot {
            at,
            missing,
            words: Vec::new(),
            related: Vec::new(),
            severity: None,
            why: None,
            help: None,
            case: 0,
            whole: None,
        })
    }
}
