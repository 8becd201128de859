// Command schema writes the table of the API's types that everynode reads manifests with: types.json (names, types,
// what a field may hold) and descriptions.json (Kubernetes' own words on each field), from Kubernetes' own Go types
// and from the OpenAPI definitions that are generated from them. See ../README.md.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strings"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	schedulingv1 "k8s.io/api/scheduling/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/kube-openapi/pkg/common"
	"k8s.io/kube-openapi/pkg/validation/spec"
	"k8s.io/kubernetes/pkg/generated/openapi"
)

// Kind is a kind that a manifest may say.
type Kind struct {
	APIVersion string `json:"apiVersion"`
	Kind       string `json:"kind"`
	Type       string `json:"type"`
}

// Type is a struct. Name is Go's, package included, as the decoder's messages have it; Fields are in the order of the
// struct, those of embedded structs at their place.
type Type struct {
	Name   string  `json:"name"`
	Fields []Field `json:"fields"`
}

// Field is one field in JSON.
type Field struct {
	Name string `json:"name"`
	// Type: bool, int32, int64, string, quantity, intOrString, time, raw, the name of a struct, []T, or
	// map[string]T.
	Type string `json:"type"`
	// Go is the type as the decoder's messages have it, where Type does not tell it.
	Go string `json:"go,omitempty"`
	// Pointer: null and absent are other than the zero value.
	Pointer bool `json:"pointer,omitempty"`
	// Written: "" leaves out what is empty, "zero" what is the zero value, "always" nothing.
	Written  string `json:"written,omitempty"`
	Required bool   `json:"required,omitempty"`
	// Embedded are the Go names of the embedded structs that the field is in.
	Embedded []string `json:"embedded,omitempty"`
	Enum     []string `json:"enum,omitempty"`
	// ListType is atomic, set or map; ListKeys are the keys of a map.
	ListType string   `json:"listType,omitempty"`
	ListKeys []string `json:"listKeys,omitempty"`
	// Patch and MergeKey: how a strategic merge patch takes the field.
	Patch    string `json:"patch,omitempty"`
	MergeKey string `json:"mergeKey,omitempty"`
}

var roots = []struct {
	apiVersion string
	object     any
}{
	{"apps/v1", appsv1.DaemonSet{}}, {"apps/v1", appsv1.DaemonSetList{}},
	{"v1", corev1.Pod{}}, {"v1", corev1.PodList{}},
	{"v1", corev1.Node{}}, {"v1", corev1.NodeList{}},
	{"v1", corev1.Service{}}, {"v1", corev1.ServiceList{}},
	{"scheduling.k8s.io/v1", schedulingv1.PriorityClass{}}, {"scheduling.k8s.io/v1", schedulingv1.PriorityClassList{}},
	{"v1", metav1.List{}},
}

// scalars are structs that read themselves.
var scalars = map[reflect.Type]string{
	reflect.TypeFor[resource.Quantity]():    "quantity",
	reflect.TypeFor[intstr.IntOrString]():   "intOrString",
	reflect.TypeFor[metav1.Time]():          "time",
	reflect.TypeFor[metav1.FieldsV1]():      "raw",
	reflect.TypeFor[runtime.RawExtension](): "raw",
}

var definitions = openapi.GetOpenAPIDefinitions(func(path string) spec.Ref { return spec.MustCreateRef(path) })

type collector struct {
	types        map[reflect.Type]*Type
	descriptions map[string]map[string]string
}

func main() {
	folder := "."
	if len(os.Args) > 1 {
		folder = os.Args[1]
	}
	c := collector{map[reflect.Type]*Type{}, map[string]map[string]string{}}
	var kinds []Kind
	for _, root := range roots {
		t := reflect.TypeOf(root.object)
		c.add(t)
		kinds = append(kinds, Kind{root.apiVersion, t.Name(), t.String()})
	}
	names := map[string]reflect.Type{}
	var types []*Type
	for t, found := range c.types {
		if other, taken := names[found.Name]; taken {
			fail(fmt.Errorf("%s and %s are both called %s", t.PkgPath(), other.PkgPath(), found.Name))
		}
		names[found.Name] = t
		types = append(types, found)
	}
	sort.Slice(types, func(i, j int) bool { return types[i].Name < types[j].Name })
	var out bytes.Buffer
	out.WriteString("{\"kinds\": [\n")
	lines(&out, kinds)
	out.WriteString("], \"types\": [\n")
	lines(&out, types)
	out.WriteString("]}\n")
	fail(os.WriteFile(filepath.Join(folder, "types.json"), out.Bytes(), 0o644))

	out.Reset()
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	fail(e.Encode(c.descriptions))
	fail(os.WriteFile(filepath.Join(folder, "descriptions.json"), out.Bytes(), 0o644))
}

// lines writes one value a line.
func lines[T any](out *bytes.Buffer, values []T) {
	for i, v := range values {
		var line bytes.Buffer
		e := json.NewEncoder(&line)
		e.SetEscapeHTML(false)
		fail(e.Encode(v))
		out.Write(bytes.TrimSpace(line.Bytes()))
		if i < len(values)-1 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
	}
}

func (c collector) add(t reflect.Type) {
	if c.types[t] != nil {
		return
	}
	found := &Type{Name: t.String(), Fields: []Field{}}
	c.types[t] = found
	words := map[string]string{}
	definition := define(t)
	words[""] = definition.Schema.Description
	c.fields(t, found, definition.Schema, nil, words)
	c.descriptions[found.Name] = words
}

// define is the OpenAPI definition of a struct.
func define(t reflect.Type) common.OpenAPIDefinition {
	named, ok := reflect.Zero(t).Interface().(interface{ OpenAPIModelName() string })
	if !ok {
		fail(fmt.Errorf("%s has no name in OpenAPI", t))
	}
	definition, ok := definitions[named.OpenAPIModelName()]
	if !ok {
		fail(fmt.Errorf("no OpenAPI definition of %s", t))
	}
	return definition
}

func (c collector) fields(t reflect.Type, into *Type, schema spec.Schema, embedded []string, words map[string]string) {
	for i := range t.NumField() {
		f := t.Field(i)
		tag, hasTag := f.Tag.Lookup("json")
		name, options, _ := strings.Cut(tag, ",")
		if name == "-" || !f.IsExported() {
			continue
		}
		if f.Anonymous && name == "" {
			c.fields(f.Type, into, schema, append(embedded[:len(embedded):len(embedded)], f.Name), words)
			continue
		}
		if !hasTag || name == "" {
			fail(fmt.Errorf("%s.%s has no name in JSON", t, f.Name))
		}
		property, ok := schema.Properties[name]
		if !ok {
			fail(fmt.Errorf("%s.%s is not in OpenAPI", t, name))
		}
		field := Field{Name: name, Embedded: embedded, Written: "always",
			Patch: f.Tag.Get("patchStrategy"), MergeKey: f.Tag.Get("patchMergeKey")}
		ft := f.Type
		if ft.Kind() == reflect.Pointer {
			field.Pointer = true
			ft = ft.Elem()
		}
		field.Type = c.name(ft)
		if ft.String() != goName(field.Type) {
			field.Go = ft.String()
		}
		switch {
		case strings.Contains(options, "omitempty"):
			field.Written = ""
			// encoding/json leaves out no struct.
			if ft.Kind() == reflect.Struct && !field.Pointer {
				field.Written = "always"
			}
		case strings.Contains(options, "omitzero"):
			field.Written = "zero"
		}
		if strings.Contains(options, "omitzero") && field.Written == "always" {
			field.Written = "zero"
		}
		for _, required := range schema.Required {
			field.Required = field.Required || required == name
		}
		enum := property.Enum
		if property.Items != nil && property.Items.Schema != nil {
			enum = property.Items.Schema.Enum
		}
		for _, word := range enum {
			field.Enum = append(field.Enum, fmt.Sprint(word))
		}
		if kind, ok := property.Extensions.GetString("x-kubernetes-list-type"); ok {
			field.ListType = kind
		}
		if keys, ok := property.Extensions.GetStringSlice("x-kubernetes-list-map-keys"); ok {
			field.ListKeys = keys
		}
		words[name], _, _ = strings.Cut(property.Description, "\n\nPossible enum values:")
		into.Fields = append(into.Fields, field)
	}
}

// goName is what Go calls a type of the table that has no name of its own.
func goName(name string) string {
	if item, ok := strings.CutPrefix(name, "[]"); ok {
		return "[]" + goName(item)
	}
	if item, ok := strings.CutPrefix(name, "map[string]"); ok {
		return "map[string]" + goName(item)
	}
	for t, scalar := range scalars {
		if scalar == name && scalar != "raw" {
			return t.String()
		}
	}
	return name
}

// name is the type in the words of the table; structs that it meets are added.
func (c collector) name(t reflect.Type) string {
	if scalar, ok := scalars[t]; ok {
		return scalar
	}
	switch t.Kind() {
	case reflect.Bool, reflect.Int32, reflect.Int64, reflect.String:
		return t.Kind().String()
	case reflect.Struct:
		c.add(t)
		return t.String()
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "bytes"
		}
		return "[]" + c.name(t.Elem())
	case reflect.Map:
		if t.Key().Kind() == reflect.String {
			return "map[string]" + c.name(t.Elem())
		}
	}
	fail(fmt.Errorf("the table has no word for %s", t))
	return ""
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "schema:", err)
		os.Exit(1)
	}
}
