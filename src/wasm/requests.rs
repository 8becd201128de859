//! Requests as the package passes them. Its TypeScript has held them against their types (pkg/src/input.ts).

use crate::ffi;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// [`ffi::Options`] in JavaScript.
    #[derive(Debug)]
    pub type Options;

    #[wasm_bindgen(method, getter, structural)]
    fn now(this: &Options) -> Option<String>;

    #[wasm_bindgen(method, getter, structural)]
    fn complete(this: &Options) -> Option<bool>;

    #[wasm_bindgen(method, getter, structural, js_name = featureGates)]
    fn feature_gates(this: &Options) -> Option<FeatureGates>;

    #[wasm_bindgen(method, getter, structural)]
    fn limits(this: &Options) -> Option<Limits>;

    #[wasm_bindgen(method, getter, structural)]
    fn config(this: &Options) -> Option<ConfigText>;

    type ConfigText;

    #[wasm_bindgen(method, getter, structural, js_name = name)]
    fn config_name(this: &ConfigText) -> String;

    #[wasm_bindgen(method, getter, structural, js_name = text)]
    fn config_text(this: &ConfigText) -> String;

    type FeatureGates;

    #[wasm_bindgen(method, getter, structural, js_name = TaintTolerationComparisonOperators)]
    fn taint_toleration_comparison_operators(this: &FeatureGates) -> Option<bool>;

    type Limits;

    #[wasm_bindgen(method, getter, structural)]
    fn bytes(this: &Limits) -> Option<u32>;

    #[wasm_bindgen(method, getter, structural)]
    fn documents(this: &Limits) -> Option<u32>;

    #[wasm_bindgen(method, getter, structural)]
    fn nesting(this: &Limits) -> Option<u32>;

    #[wasm_bindgen(method, getter, structural, js_name = aliasExpansion)]
    fn alias_expansion(this: &Limits) -> Option<u32>;

    #[wasm_bindgen(method, getter, structural)]
    fn objects(this: &Limits) -> Option<u32>;

    /// [`ffi::ExplainQuestion`] in JavaScript.
    #[derive(Debug)]
    pub type ExplainQuestion;

    #[wasm_bindgen(method, getter, structural, js_name = daemonSet)]
    fn daemon_set(this: &ExplainQuestion) -> String;

    #[wasm_bindgen(method, getter, structural)]
    fn node(this: &ExplainQuestion) -> String;

    /// [`ffi::LintQuestion`] in JavaScript.
    #[derive(Debug)]
    pub type LintQuestion;

    #[wasm_bindgen(method, getter, structural)]
    fn presets(this: &LintQuestion) -> Option<Vec<String>>;

    #[wasm_bindgen(method, getter, structural)]
    fn role(this: &LintQuestion) -> Option<String>;

    #[wasm_bindgen(method, getter, structural)]
    fn rules(this: &LintQuestion) -> Option<Vec<String>>;

    #[wasm_bindgen(method, getter, structural)]
    fn fixes(this: &LintQuestion) -> Option<bool>;

    #[wasm_bindgen(method, getter, structural)]
    fn old(this: &LintQuestion) -> Option<Vec<String>>;

    /// [`ffi::FixQuestion`] in JavaScript.
    #[derive(Debug)]
    pub type FixQuestion;

    #[wasm_bindgen(method, getter, structural)]
    fn lint(this: &FixQuestion) -> LintQuestion;

    #[wasm_bindgen(method, getter, structural, js_name = unsafe)]
    fn all(this: &FixQuestion) -> Option<bool>;

    #[wasm_bindgen(method, getter, structural)]
    fn only(this: &FixQuestion) -> Option<Finding>;

    type Finding;

    #[wasm_bindgen(method, getter, structural)]
    fn rule(this: &Finding) -> String;

    #[wasm_bindgen(method, getter, structural)]
    fn file(this: &Finding) -> String;

    #[wasm_bindgen(method, getter, structural)]
    fn offset(this: &Finding) -> u32;

    #[wasm_bindgen(method, getter, structural)]
    fn message(this: &Finding) -> String;

    /// [`ffi::RolloutQuestion`] in JavaScript.
    #[derive(Debug)]
    pub type RolloutQuestion;

    #[wasm_bindgen(method, getter, structural, js_name = daemonSet)]
    fn daemon_set(this: &RolloutQuestion) -> Option<String>;

    #[wasm_bindgen(method, getter, structural)]
    fn from(this: &RolloutQuestion) -> Option<Vec<String>>;

    #[wasm_bindgen(method, getter, structural)]
    fn restart(this: &RolloutQuestion) -> Option<bool>;

    #[wasm_bindgen(method, getter, structural)]
    fn patch(this: &RolloutQuestion) -> Option<PatchText>;

    #[wasm_bindgen(method, getter, structural, js_name = setImage)]
    fn set_image(this: &RolloutQuestion) -> Option<Vec<String>>;

    #[wasm_bindgen(method, getter, structural)]
    fn undo(this: &RolloutQuestion) -> Option<u32>;

    #[wasm_bindgen(method, getter, structural, js_name = delete)]
    fn deletion(this: &RolloutQuestion) -> Option<String>;

    type PatchText;

    #[wasm_bindgen(method, getter, structural, js_name = name)]
    fn patch_name(this: &PatchText) -> String;

    #[wasm_bindgen(method, getter, structural, js_name = text)]
    fn patch_text(this: &PatchText) -> String;

    #[wasm_bindgen(method, getter, structural, js_name = type)]
    fn kind(this: &PatchText) -> String;

    #[wasm_bindgen(method, getter, structural)]
    fn scenario(this: &RolloutQuestion) -> Option<ScenarioText>;

    #[wasm_bindgen(method, getter, structural)]
    fn seed(this: &RolloutQuestion) -> Option<u32>;

    #[wasm_bindgen(method, getter, structural, js_name = startupSeconds)]
    fn startup_seconds(this: &RolloutQuestion) -> Option<u32>;

    #[wasm_bindgen(method, getter, structural, js_name = terminationSeconds)]
    fn termination_seconds(this: &RolloutQuestion) -> Option<u32>;

    #[wasm_bindgen(method, getter, structural, js_name = maxSeconds)]
    fn max_seconds(this: &RolloutQuestion) -> Option<u32>;

    #[wasm_bindgen(method, getter, structural)]
    fn down(this: &RolloutQuestion) -> Option<Vec<String>>;

    #[wasm_bindgen(method, getter, structural, js_name = neverReady)]
    fn never_ready(this: &RolloutQuestion) -> Option<Vec<String>>;

    #[wasm_bindgen(method, getter, structural)]
    fn unschedulable(this: &RolloutQuestion) -> Option<Vec<String>>;

    #[wasm_bindgen(method, structural, js_name = onProgress)]
    fn on_progress(
        this: &RolloutQuestion,
        time: f64,
        steps: u32,
        updated: u32,
        desired: u32,
        trial: u32,
    ) -> bool;

    type ScenarioText;

    #[wasm_bindgen(method, getter, structural)]
    fn name(this: &ScenarioText) -> String;

    #[wasm_bindgen(method, getter, structural)]
    fn text(this: &ScenarioText) -> String;
}

impl Options {
    pub(super) fn read(&self) -> ffi::Options {
        let gates = self.feature_gates();
        let limits = self.limits();
        let limit =
            |of: fn(&Limits) -> Option<u32>| limits.as_ref().and_then(of).map(|n| n as usize);
        ffi::Options {
            now: self.now(),
            complete: self.complete().unwrap_or_default(),
            config: self.config().map(|config| ffi::ConfigText {
                name: config.config_name(),
                text: config.config_text(),
            }),
            feature_gates: ffi::FeatureGatesRequest {
                taint_toleration_comparison_operators: gates
                    .and_then(|gates| gates.taint_toleration_comparison_operators()),
            },
            limits: ffi::LimitsRequest {
                bytes: limit(Limits::bytes),
                documents: limit(Limits::documents),
                nesting: limit(Limits::nesting),
                alias_expansion: limit(Limits::alias_expansion),
                objects: limit(Limits::objects),
            },
        }
    }
}

/// A place of a text.
pub(super) fn place(file: &str, line: u32, column: u32) -> ffi::PlaceQuestion {
    let file = file.to_owned();
    ffi::PlaceQuestion { file, line, column }
}

impl ExplainQuestion {
    pub(super) fn read(&self) -> ffi::ExplainQuestion {
        ffi::ExplainQuestion {
            daemon_set: self.daemon_set(),
            node: self.node(),
        }
    }
}

impl LintQuestion {
    pub(super) fn read(&self) -> ffi::LintQuestion {
        ffi::LintQuestion {
            presets: self.presets().unwrap_or_default(),
            role: self.role(),
            rules: self.rules().unwrap_or_default(),
            fixes: self.fixes(),
            old: self.old().unwrap_or_default(),
        }
    }
}

impl FixQuestion {
    pub(super) fn read(&self) -> ffi::FixQuestion {
        let lint = self.lint().read();
        let all = self.all().unwrap_or_default();
        let only = self.only().map(|finding| ffi::FindingRequest {
            rule: finding.rule(),
            file: finding.file(),
            offset: finding.offset(),
            message: finding.message(),
        });
        ffi::FixQuestion { lint, all, only }
    }
}

impl RolloutQuestion {
    /// Answers whether to go on.
    pub(super) fn tell(&self, progress: ffi::Progress) -> bool {
        // No simulated time is beyond the whole numbers that JavaScript counts without a gap.
        #[expect(clippy::cast_precision_loss, reason = "seconds")]
        let time = progress.time as f64;
        let ffi::Progress {
            steps,
            updated,
            desired,
            trial,
            ..
        } = progress;
        self.on_progress(time, steps, updated, desired, trial)
    }

    pub(super) fn read(&self) -> ffi::RolloutQuestion {
        ffi::RolloutQuestion {
            daemon_set: self.daemon_set().unwrap_or_default(),
            from: self.from().unwrap_or_default(),
            restart: self.restart().unwrap_or_default(),
            patch: self.patch().map(|patch| ffi::PatchRequest {
                name: patch.patch_name(),
                text: patch.patch_text(),
                kind: patch.kind(),
            }),
            set_image: pairs(self.set_image().unwrap_or_default()),
            undo: self.undo(),
            delete: self.deletion().unwrap_or_default(),
            scenario: self.scenario().map(|scenario| ffi::ScenarioText {
                name: scenario.name(),
                text: scenario.text(),
            }),
            seed: self.seed(),
            startup_seconds: self.startup_seconds(),
            termination_seconds: self.termination_seconds(),
            max_seconds: self.max_seconds(),
            down: self.down().unwrap_or_default(),
            never_ready: self.never_ready().unwrap_or_default(),
            unschedulable: self.unschedulable().unwrap_or_default(),
        }
    }
}

/// Every second one belongs to the one before it.
fn pairs(texts: Vec<String>) -> Vec<(String, String)> {
    let mut texts = texts.into_iter();
    std::iter::from_fn(|| texts.next().zip(texts.next())).collect()
}
