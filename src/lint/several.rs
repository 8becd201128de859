use super::{Container, Spot, Spots};

impl<'a> Spots<'a> {
    /// One finding for all containers that a rule is about: at the first of them, the others as related places. Its words are the
    /// first one's noun and name.
    pub fn first_of(
        &mut self,
        containers: &[Container<'a>],
        concerns: fn(&Container<'_>) -> bool,
        others: &'static str,
    ) {
        let mut first: Option<&mut Spot<'a>> = None;
        for container in containers {
            if !concerns(container) {
                continue;
            }
            match &mut first {
                None => first = Some(self.at(container.view).container(container)),
                Some(spot) => {
                    spot.related(container.view, others);
                }
            }
        }
    }
}

impl Container<'_> {
    /// Whether a resource is in neither of what is written of the container and its Pod, as far as it can be told. Containers that end,
    /// and those that only wait, need none.
    #[must_use]
    pub fn lacks_resource(&self, list: &str, name: &str) -> bool {
        let resources = self.view.get("resources");
        let is_shown = resources.is_map() || self.view.lacks("resources");
        let of_pod = self.pod.get("resources").get(list).get(name);
        let is_there = resources.get(list).get(name).exists() || of_pod.exists();
        self.runs_on() && is_shown && !is_there && !self.only_waits()
    }
}
