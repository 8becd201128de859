use crate::simulation::{Stage, Stretch, TimeSource, Timing};

/// What a Pod or one of its containers does in a stretch of time: `pulls its image`, to stand behind its name.
#[must_use]
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Prepare => "is bound and set up",
        Stage::Pull => "pulls its image",
        Stage::Start => "starts",
        Stage::Init => "runs to its end",
        Stage::Serve => "gets ready to serve",
        Stage::Probe => "waits for its probe",
        Stage::PreStop => "runs its preStop hook",
        Stage::Stop | Stage::Termination => "stops",
        Stage::Startup => "becomes Ready",
    }
}

/// Where the length of a stretch comes from: `readinessProbe.initialDelaySeconds of container agent`, quoted between
/// backticks.
#[must_use]
pub fn time_source(stretch: &Stretch, timing: &Timing<'_>) -> String {
    let container = stretch.container.as_ref();
    let container = container.map_or("", |container| &container.name);
    match stretch.source {
        TimeSource::Field(field) => format!("`{field}` of container `{container}`"),
        TimeSource::GracePeriod => "`terminationGracePeriodSeconds`".to_owned(),
        TimeSource::Rule(position) => {
            let rule = timing.rule(position);
            rule.map(|rule| rule.said.clone()).unwrap_or_default()
        }
        TimeSource::Kubelet => "what the kubelet leaves every container".to_owned(),
        TimeSource::Assumed => "assumed".to_owned(),
    }
}
