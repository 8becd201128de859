use std::collections::BTreeMap;

/// What an [`Agenda`] is sorted by: a moment or a kind first, then two numbers.
pub type AgendaKey = (i64, u32, u32);

/// Numbers in an order, to which some are added and from which others are taken all the time; each has a number of its own.
///
/// One for everything that a simulation keeps so, whether it needs all parts or not: a queue of moments, a set of Nodes,
/// Nodes by what is to be done there. So its code is there once.
///
/// ```
/// use everynode::order::Agenda;
/// let mut agenda = Agenda::default();
/// agenda.insert((30, 2, 0), 7);
/// agenda.insert((20, 1, 0), 8);
/// assert_eq!(agenda.first(), Some(((20, 1, 0), 8)));
/// assert_eq!(agenda.remove((30, 2, 0)), Some(7));
/// assert_eq!(agenda.len(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda(BTreeMap<AgendaKey, u32>);

impl Agenda {
    /// Sets the number of a key; answers the one before.
    pub fn insert(&mut self, key: AgendaKey, number: u32) -> Option<u32> {
        self.0.insert(key, number)
    }

    /// The number of a key.
    #[must_use]
    pub fn get(&self, key: AgendaKey) -> Option<u32> {
        self.0.get(&key).copied()
    }

    /// Takes a key out; answers its number.
    pub fn remove(&mut self, key: AgendaKey) -> Option<u32> {
        self.0.remove(&key)
    }

    /// The first key, and its number.
    #[must_use]
    pub fn first(&self) -> Option<(AgendaKey, u32)> {
        self.0
            .first_key_value()
            .map(|(key, number)| (*key, *number))
    }

    /// Takes the first key out, if it is not behind a moment.
    pub fn pop_until(&mut self, moment: i64) -> Option<(AgendaKey, u32)> {
        let first = self.first().filter(|((time, ..), _)| *time <= moment)?;
        self.remove(first.0);
        Some(first)
    }

    /// Keys with this first part, in order.
    pub fn of(&self, first: i64) -> impl Iterator<Item = (AgendaKey, u32)> {
        let range = self.0.range((first, 0, 0)..=(first, u32::MAX, u32::MAX));
        range.map(|(key, number)| (*key, *number))
    }

    /// All keys, in order.
    pub fn iter(&self) -> impl Iterator<Item = (AgendaKey, u32)> {
        self.0.iter().map(|(key, number)| (*key, *number))
    }

    /// How many keys.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no key.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
