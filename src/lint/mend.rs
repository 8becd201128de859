use super::Spot;
use crate::diagnostic::Safety;
use crate::manifest::View;
use crate::source::FieldPath;
use crate::words::nearest_of;

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
    /// Another key for a field, where there is none of that name.
    Rename {
        /// The field.
        path: FieldPath,
        /// Its new key.
        key: String,
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
        /// From there to the field, which is not there; maps between that are not there either come with it.
        way: Vec<&'static str>,
        /// Its value.
        value: String,
    },
    /// One more item of a list, which comes to be where it is not there.
    Append {
        /// The map that has the list, or gets it.
        map: FieldPath,
        /// From there to the list, as for a field.
        way: Vec<&'static str>,
        /// Names and values of the item, a map of texts; one text without a name is an item by itself.
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

    /// The word that is near enough to be meant, where there is one.
    pub fn nearest(&mut self, at: View<'_>, words: &[&str]) -> &mut Self {
        match nearest_of(at.text(), words) {
            Some(word) => {
                let title = ["Write `", word, "`"].concat();
                self.title(&title).set(at, word)
            }
            None => self,
        }
    }

    /// A value for a field of a map, whether it has one or not.
    pub fn write(&mut self, map: View<'_>, field: &'static str, value: &str) -> &mut Self {
        let said = map.get(field);
        match said.exists() {
            true => self.set(said, value),
            false => self.add(map, field, value),
        }
    }

    /// Another key for a field.
    pub fn rename(&mut self, at: View<'_>, key: &str) -> &mut Self {
        self.edits.push(Edit::Rename {
            path: at.path(),
            key: key.to_owned(),
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

    /// One more field of a map that does not have it. With dots, of a map below: `securityContext.runAsNonRoot`.
    pub fn add(&mut self, map: View<'_>, way: &'static str, value: &str) -> &mut Self {
        self.add_at(map, way.split('.').collect(), value)
    }

    /// One more pair of a map of texts, whose keys may have dots. The map comes with it where it is not there.
    pub fn add_pair(
        &mut self,
        around: View<'_>,
        map: &'static str,
        key: &'static str,
        value: &str,
    ) -> &mut Self {
        self.add_at(around, vec![map, key], value)
    }

    /// One more field of a map, whose way is known only when it is looked for.
    pub fn add_at(&mut self, map: View<'_>, way: Vec<&'static str>, value: &str) -> &mut Self {
        self.edits.push(Edit::Add {
            map: map.path(),
            way,
            value: value.to_owned(),
        });
        self
    }

    /// A value for what a spot is about: another one for a scalar that is there, or the field that is missing.
    pub fn put(&mut self, spot: &Spot<'_>, value: &str) -> &mut Self {
        match spot.missing {
            "" => self.set(spot.at, value),
            way => self.add(spot.at, way, value),
        }
    }

    /// Makes the mount that a spot is about read-only.
    pub fn read_only(&mut self, spot: &Spot<'_>) -> &mut Self {
        self.title("Make the mount read-only").changes_behaviour();
        self.write(spot.at, "readOnly", "true")
    }

    /// One more item at the end of a list, which may be missing. A single field without a name is an item that is a text.
    pub fn append(
        &mut self,
        map: View<'_>,
        list: &'static str,
        fields: Vec<(&'static str, String)>,
    ) -> &mut Self {
        self.edits.push(Edit::Append {
            map: map.path(),
            way: list.split('.').collect(),
            fields,
        });
        self
    }
}
