use std::ops::Deref;

/// An object as the API server stores it, with its defaults. Judges take only this, so that nobody judges an object
/// that was merely decoded.
///
/// Made by `apiserver::default_*`; everything else can only read it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Defaulted<T>(T);

impl<T> Defaulted<T> {
    /// Says that the defaults are in. Only `apiserver` may say so.
    pub(crate) fn vouch(object: T) -> Self {
        Self(object)
    }

    /// The object, for another owner.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Defaulted<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
