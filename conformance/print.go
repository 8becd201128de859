package main

import (
	"bytes"
	"encoding/json"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/cli-runtime/pkg/printers"
)

// Printed is how kubectl get -o yaml prints a text.
type Printed struct {
	Text string `json:"text"`
	// What stands behind `v: ` of a ConfigMap's data, with the last line end.
	YAML string `json:"yaml"`
}

// printTexts takes JSON strings, or answers that were given before.
func printTexts(lines []byte) []Printed {
	var all []Printed
	for _, line := range bytes.Split(bytes.TrimSpace(lines), []byte("\n")) {
		var p Printed
		if json.Unmarshal(line, &p) != nil {
			fatalIf(json.Unmarshal(line, &p.Text))
		}
		// Sorted by name, kind comes next.
		configMap := &unstructured.Unstructured{Object: M{
			"apiVersion": "v1", "kind": "A", "data": M{"v": p.Text},
		}}
		var out strings.Builder
		fatalIf((&printers.YAMLPrinter{}).PrintObj(configMap, &out))
		_, rest, _ := strings.Cut(out.String(), "\ndata:\n  v: ")
		p.YAML, _, _ = strings.Cut(rest, "\nkind: A\n")
		p.YAML += "\n"
		all = append(all, p)
	}
	return all
}
