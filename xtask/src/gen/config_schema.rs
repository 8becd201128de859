//! The JSON Schema of `everynode.yaml`: its frame, and in it every rule with what it finds.

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::rules::{self, Rule};
use crate::project::Project;

const ROLES: [&str; 7] = [
    "generic",
    "log-collector",
    "metrics-exporter",
    "cni",
    "csi",
    "security-agent",
    "device-plugin",
];

/// The whole schema as text.
pub(super) fn schema(project: &Project) -> Result<String> {
    let rules = rules::read(project)?;
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "https://github.com/everynode/everynode/raw/main/pkg/config.schema.json",
        "title": "What the reviewer of everynode follows",
        "description": "everynode.yaml: which rules are on, how bad their findings are, and which are put aside. Written by `cargo xtask gen`.",
        "type": ["object", "null"],
        "additionalProperties": false,
        "properties": {
            "presets": {
                "description": "Where to begin; several add up. recommended where it is left out. YAML reads a bare off as false.",
                "oneOf": [
                    { "$ref": "#/definitions/preset" },
                    { "type": "array", "items": { "$ref": "#/definitions/preset" } },
                ],
            },
            "rules": { "$ref": "#/definitions/rules" },
            "role": { "$ref": "#/definitions/role" },
            "podSecurity": {
                "description": "The level of the Pod Security Standards that Pods must pass: what it forbids is an error.",
                "enum": ["privileged", "baseline", "restricted"],
            },
            "registries": {
                "$ref": "#/definitions/texts",
                "description": "Registries, or folders of them, that images may come from; * stands for anything.",
            },
            "overheadPercent": {
                "type": "integer",
                "minimum": 0,
                "maximum": 100,
                "description": "How much of the CPU or memory of a node all DaemonSets may request together; 25 where it is left out.",
            },
            "complete": {
                "type": "boolean",
                "description": "The files are a whole cluster: what is not there does not exist.",
            },
            "failOn": {
                "description": "From which severity on the command fails; error where it is left out.",
                "enum": ["error", "warning", "info", "never"],
            },
            "overrides": {
                "type": "array",
                "description": "Other settings for parts of the input. The last one that fits counts.",
                "maxItems": 1000,
                "items": { "$ref": "#/definitions/override" },
            },
            "ignores": {
                "type": "array",
                "description": "Findings that are put aside.",
                "maxItems": 1000,
                "items": { "$ref": "#/definitions/ignore" },
            },
        },
        "definitions": {
            "preset": { "enum": ["recommended", "strict", "security", "off", false] },
            "role": {
                "description": "What kind of agent everything is; without it, it is what it looks like.",
                "enum": ROLES,
            },
            "setting": {
                "description": "Off, on with its own severity, or on with this one. YAML reads a bare off as false, and on as true.",
                "enum": ["off", "on", "error", "warning", "info", false, true],
            },
            "texts": {
                "oneOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }],
            },
            "files": {
                "$ref": "#/definitions/texts",
                "description": "Globs of file names; * stands for anything, slashes included.",
            },
            "objects": {
                "description": "Globs of Kind/namespace/name; * stands for anything.",
                "oneOf": [
                    { "$ref": "#/definitions/object" },
                    { "type": "array", "items": { "$ref": "#/definitions/object" } },
                ],
            },
            "object": { "type": "string", "pattern": "^([^/]*/[^/]*/[^/]*|.*\\*.*)$" },
            "paths": {
                "$ref": "#/definitions/texts",
                "description": "Globs of fields, as the API writes them: spec.template.spec.containers[0].image.",
            },
            "override": {
                "type": "object",
                "additionalProperties": false,
                "anyOf": [{ "required": ["rules"] }, { "required": ["role"] }],
                "not": { "required": ["role", "paths"] },
                "properties": {
                    "files": { "$ref": "#/definitions/files" },
                    "objects": { "$ref": "#/definitions/objects" },
                    "paths": { "$ref": "#/definitions/paths" },
                    "role": { "$ref": "#/definitions/role" },
                    "rules": { "$ref": "#/definitions/rules" },
                },
            },
            "ignore": {
                "type": "object",
                "additionalProperties": false,
                "required": ["rules"],
                "properties": {
                    "rules": {
                        "description": "The rules that find nothing there.",
                        "oneOf": [
                            { "$ref": "#/definitions/ignorable" },
                            { "type": "array", "items": { "$ref": "#/definitions/ignorable" } },
                        ],
                    },
                    "files": { "$ref": "#/definitions/files" },
                    "objects": { "$ref": "#/definitions/objects" },
                    "paths": { "$ref": "#/definitions/paths" },
                    "reason": { "type": "string", "description": "For those who read it." },
                },
            },
            "ignorable": { "enum": ignorable(&rules) },
            "rules": {
                "type": "object",
                "description": "What is set for single rules.",
                "additionalProperties": false,
                "properties": settings(&rules),
            },
        },
    });
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

/// The rules that may be put aside.
fn ignorable(rules: &[Rule]) -> Vec<&str> {
    let ignorable = rules.iter().filter(|rule| rule.is_ignorable());
    ignorable.map(|rule| rule.id.as_str()).collect()
}

fn settings(rules: &[Rule]) -> Map<String, Value> {
    let mut settings = Map::new();
    // What the API server refuses, it refuses.
    let settable = |rule: &&Rule| !rule.is_servers() || rule.is_ignorable();
    for rule in rules.iter().filter(settable) {
        let setting = json!({
            "$ref": "#/definitions/setting",
            "description": format!("{} ({})", rule.what, rule.severity()),
        });
        settings.insert(rule.id.clone(), setting);
    }
    settings
}
