/**
 * The schemas that kubeconform reads: made of Kubernetes' own OpenAPI file as those that it fetches are, one file a kind, every
 * reference put in place, no unknown field.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What has a form of its own where the file only says that it is text. */
const FORMS = {
  "io.k8s.apimachinery.pkg.util.intstr.IntOrString": { oneOf: [{ type: "string" }, { type: "integer" }] },
  "io.k8s.apimachinery.pkg.api.resource.Quantity": { oneOf: [{ type: "string" }, { type: "number" }] },
};

const REFERENCE = "#/definitions/";

/** A definition with what it refers to in its place; `isRequired` says whether null is none of its values. */
function inlined(schema, definitions, isRequired) {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(REFERENCE.length);
    return inlined(FORMS[name] ?? definitions[name], definitions, isRequired);
  }
  const { properties, items, additionalProperties, type, ...rest } = schema;
  const out = Object.fromEntries(Object.entries(rest).filter(([key]) => !key.startsWith("x-")));
  if (type !== undefined) out.type = isRequired ? type : [type, "null"];
  if (items !== undefined) out.items = inlined(items, definitions, false);
  if (additionalProperties !== undefined) out.additionalProperties = inlined(additionalProperties, definitions, false);
  if (properties !== undefined) {
    const fields = Object.entries(properties);
    const required = schema.required ?? [];
    out.properties = Object.fromEntries(fields.map(([key, field]) => [key, inlined(field, definitions, required.includes(key))]));
    out.additionalProperties = false;
  }
  return out;
}

/** Writes the schema of DaemonSets into a folder; answers where kubeconform is to look. */
export function daemonSetSchema(openApi, folder) {
  const { definitions } = JSON.parse(readFileSync(openApi, "utf8"));
  const schema = inlined(definitions["io.k8s.api.apps.v1.DaemonSet"], definitions, true);
  writeFileSync(join(folder, "daemonset-apps-v1.json"), JSON.stringify(schema));
  return join(folder, "{{ .ResourceKind }}{{ .KindSuffix }}.json");
}
