use super::ObjectId;
use super::open::OpenText;
use crate::manifest::Object;
use crate::source::FileId;
use std::slice;

/// The objects of open texts with their ids, in the order of the input. One plain type, because each use of a chain of
/// adapters is code of its own.
pub(super) struct Objects<'w> {
    slots: slice::Iter<'w, Option<OpenText>>,
    /// Slots that were taken.
    taken: u32,
    /// What is left of the last one.
    objects: slice::Iter<'w, Object>,
    index: u32,
}

impl<'w> Objects<'w> {
    pub(super) fn new(slots: &'w [Option<OpenText>]) -> Self {
        Self {
            slots: slots.iter(),
            taken: 0,
            objects: [].iter(),
            index: 0,
        }
    }
}

impl<'w> Iterator for Objects<'w> {
    type Item = (ObjectId, &'w Object);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(object) = self.objects.next() {
                let (file, index) = (FileId(self.taken - 1), self.index);
                self.index += 1;
                return Some((ObjectId { file, index }, object));
            }
            let slot = self.slots.next()?.as_ref();
            self.objects = slot.map_or(&[][..], OpenText::objects).iter();
            self.taken += 1;
            self.index = 0;
        }
    }
}
