use super::Spot;
use crate::diagnostic::Safety;
use crate::manifest::View;
use crate::source::FieldPath;

/// One change of an object, by its meaning; the workspace makes text of it that keeps comments and layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Another value for a scalar.
    Set {
        /// The scalar.
        path: FieldPath,
        /// What it becomes.
        value: String,
    },
    /// Takes a field or an item away; something must be left around it.
    Remove {
        /// The field or the item.
        path: FieldPath,
    },
    /// One more field with a scalar value.
    Add {
        /// The map that gets it.
        map: FieldPath,
        /// Its name, which the map does not have. With dots, of a field below: `securityContext.runAsNonRoot`; maps between that are
        /// not there come with it.
        name: &'static str,
        /// Its value.
        value: String,
    },
    /// One more item of a list, which comes to be where it is not there.
    Append {
        /// The list.
        list: FieldPath,
        /// Names and values of the item, a map of texts.
        fields: Vec<(&'static str, String)>,
    },
}

/// How one finding is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// As a command: `Write `NET_ADMIN``.
    pub title: String,
    /// Whether the object means the same afterwards.
    pub safety: Safety,
    /// Of the same object.
    pub edits: Vec<Edit>,
}

impl Default for Mend {
    fn default() -> Self {
        Self {
            title: String::new(),
            safety: Safety::Safe,
            edits: Vec::new(),
        }
    }
}

impl Mend {
    /// Says what it does, as a command.
    pub fn title(&mut self, title: &str) -> &mut Self {
        self.title.push_str(title);
        self
    }

    /// The object means something else afterwards.
    pub fn changes_behaviour(&mut self) -> &mut Self {
        self.safety = Safety::ChangesBehaviour;
        self
    }

    /// Another value for a scalar, where that very value is what was found.
    pub fn set(&mut self, at: View<'_>, value: &str) -> &mut Self {
        self.edits.push(Edit::Set {
            path: at.path(),
            value: value.to_owned(),
        });
        self
    }

    /// Takes a field or an item away.
    pub fn remove(&mut self, at: View<'_>) -> &mut Self {
        self.edits.push(Edit::Remove { path: at.path() });
        self
    }

    /// Takes away what a spot belongs to as a whole, where it says so.
    pub fn remove_whole(&mut self, spot: &Spot<'_>) -> &mut Self {
        match spot.whole {
            Some(whole) => self.remove(whole),
            None => self,
        }
    }

    /// One more field of a map that does not have it.
    pub fn add(&mut self, map: View<'_>, name: &'static str, value: &str) -> &mut Self {
        self.edits.push(Edit::Add {
            map: map.path(),
            name,
            value: value.to_owned(),
        });
        self
    }

    /// One more item at the end of a list of a map, which may be without it.
    pub fn append(
        &mut self,
        map: View<'_>,
        list: &str,
        fields: Vec<(&'static str, String)>,
    ) -> &mut Self {
        self.edits.push(Edit::Append {
            list: map.path().field(list),
            fields,
        });
        self
    }
}
