package main

import (
	"encoding/json"
	"regexp"
	"sort"
	"strings"
)

// plain is a scalar that is written into a YAML text as it is.
type plain string

// twice marks a second key of the same name: the writers leave it out of the text.
const twice = "\x00"

var bare = regexp.MustCompile(`^[a-zA-Z/][a-zA-Z0-9./_-]*$`)

// words that are bare and yet no text in YAML.
var loaded = map[string]bool{"y": true, "n": true, "yes": true, "no": true, "on": true, "off": true, "true": true, "false": true, "null": true}

func scalarText(v any) string {
	switch t := v.(type) {
	case plain:
		return string(t)
	case string:
		if bare.MatchString(t) && !loaded[strings.ToLower(t)] {
			return t
		}
	}
	b, err := json.Marshal(v)
	fatalIf(err)
	return string(b)
}

func keysOf(m M) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// shuffled are the keys of a map as people write them: in any order.
func shuffled(g gen, m M) []string {
	keys := keysOf(m)
	g.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	return keys
}

// blockYAML writes a manifest in block style, keys in any order.
func blockYAML(g gen, v any, indent string) string {
	switch t := v.(type) {
	case M:
		if len(t) == 0 {
			return " {}\n"
		}
		var out strings.Builder
		out.WriteString("\n")
		for _, k := range shuffled(g, t) {
			out.WriteString(indent + scalarText(strings.TrimRight(k, twice)) + ":" + blockYAML(g, t[k], indent+"  "))
		}
		return out.String()
	case []any:
		if len(t) == 0 {
			return " []\n"
		}
		var out strings.Builder
		out.WriteString("\n")
		for _, item := range t {
			text := strings.TrimPrefix(blockYAML(g, item, indent+"  "), "\n")
			out.WriteString(indent + "- " + strings.TrimLeft(text, " "))
		}
		return out.String()
	}
	return " " + scalarText(v) + "\n"
}

// jsonText writes a manifest as JSON, keys in any order.
func jsonText(g gen, v any) string {
	switch t := v.(type) {
	case M:
		var parts []string
		for _, k := range shuffled(g, t) {
			name, err := json.Marshal(strings.TrimRight(k, twice))
			fatalIf(err)
			parts = append(parts, string(name)+":"+jsonText(g, t[k]))
		}
		return "{" + strings.Join(parts, ",") + "}"
	case []any:
		var parts []string
		for _, item := range t {
			parts = append(parts, jsonText(g, item))
		}
		return "[" + strings.Join(parts, ",") + "]"
	case plain:
		if json.Valid([]byte(t)) {
			return string(t)
		}
		v = string(t)
	}
	b, err := json.Marshal(v)
	fatalIf(err)
	return string(b)
}
