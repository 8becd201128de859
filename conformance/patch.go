package main

import (
	"encoding/json"
	"fmt"

	jsonpatch "gopkg.in/evanphx/json-patch.v4"
	appsv1 "k8s.io/api/apps/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/strategicpatch"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	kjson "sigs.k8s.io/json"
	"sigs.k8s.io/yaml"
)

// Patched is what the API server makes of a patch: the object that it stores then, or why it refuses the patch.
type Patched struct {
	Object json.RawMessage `json:"object,omitempty"`
	Error  string          `json:"error,omitempty"`
	// Unknown are fields that the API does not have; they are dropped, and kubectl warns of them.
	Unknown []string `json:"unknown,omitempty"`
}

// jsonPatchMaxCopyBytes is that of the API server's configuration.
func init() { jsonpatch.AccumulatedCopySizeLimit = 3 << 20 }

// patch applies a patch to a DaemonSet as the handlers of the API server do it: to the stored object, then
// decoding, then defaults. The text is YAML or JSON; kubectl sends it as JSON.
func patch(ds *appsv1.DaemonSet, text []byte, kind string) Patched {
	fail := func(err error) Patched { return Patched{Error: err.Error()} }
	body, err := yaml.YAMLToJSON(text)
	if err != nil {
		return fail(err)
	}
	stored := storedForm(ds)
	// Every stored DaemonSet has it, so that it has annotations.
	metav1.SetMetaDataAnnotation(&stored.ObjectMeta, appsv1.DeprecatedTemplateGeneration, "1")
	var result M
	switch kind {
	case "strategic":
		original, err := runtime.DefaultUnstructuredConverter.ToUnstructured(stored)
		fatalIf(err)
		patch := map[string]any{}
		if err := kjson.UnmarshalCaseSensitivePreserveInts(body, &patch); err != nil {
			return fail(err)
		}
		if result, err = strategicpatch.StrategicMergeMapPatch(original, patch, &appsv1.DaemonSet{}); err != nil {
			return fail(err)
		}
	case "merge", "json":
		original, err := json.Marshal(stored)
		fatalIf(err)
		var patched []byte
		if kind == "merge" {
			patched, err = jsonpatch.MergePatch(original, body)
		} else {
			var operations jsonpatch.Patch
			if operations, err = jsonpatch.DecodePatch(body); err == nil {
				patched, err = operations.Apply(original)
			}
		}
		if err != nil {
			return fail(err)
		}
		if err := kjson.UnmarshalCaseSensitivePreserveInts(patched, &result); err != nil {
			return fail(err)
		}
	default:
		fatalIf(fmt.Errorf("a patch is strategic, merge or json, not %q", kind))
	}
	out := &appsv1.DaemonSet{}
	var unknown []string
	if err := runtime.DefaultUnstructuredConverter.FromUnstructuredWithValidation(result, out, true); err != nil {
		strict, ok := runtime.AsStrictDecodingError(err)
		if !ok {
			return fail(err)
		}
		for _, e := range strict.Errors() {
			unknown = append(unknown, e.Error())
		}
	}
	legacyscheme.Scheme.Default(out)
	object, err := json.Marshal(out)
	fatalIf(err)
	return Patched{Object: object, Unknown: unknown}
}
