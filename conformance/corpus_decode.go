package main

import (
	"fmt"
	"strings"
)

// kindsOfAll are the kinds of the corpora decode and default, DaemonSets most of all.
func anyKind(g gen) string {
	return pick(g, "DaemonSet", "DaemonSet", "DaemonSet", "DaemonSet", "Pod", "Pod", "Node", "Service", "PriorityClass")
}

// wrong are values that stand where another type is wanted, and values that only look so.
func wrong(g gen, v any) any {
	switch v.(type) {
	case M:
		return pick[any](g, "text", list(), list("a"), nil, 5, plain(""), plain("~"), M{}, true)
	case []any:
		return pick[any](g, "text", M{}, M{"a": "b"}, nil, 5, list(nil), list("x"), list(5), list(M{}), list(list()), list(true), plain(""), plain("!!str x"))
	case bool:
		return pick[any](g, "true", plain("yes"), plain("1"), plain("on"), plain("True"), plain("tRue"), nil, M{}, list(), plain("OFF"), plain("n"), "")
	case int, float64:
		return pick[any](g, "5", "abc", plain("1.5"), plain("2.0"), plain("1e2"), plain("99999999999"), plain("99999999999999999999"), plain("-1"), plain("true"), M{}, list(1), nil, plain("0o17"), plain("017"), plain("1_000"), plain("+5"), "", plain("0x1F"), plain("1:30"), plain("08"), plain("-2147483649"), plain(".inf"))
	}
	return pick[any](g, plain("5"), plain("1.5"), plain("true"), plain("yes"), plain("null"), plain("~"), M{}, list(), list("x"), M{"a": 1}, plain(""), plain("2024-01-01"), plain("!!str 5"), plain("0x1f"), plain("1e3"), plain("'single'"), plain("123456789012345678901"), plain("\"\\u00e9\""))
}

// misspelled is a name with a slip of the pen.
func misspelled(g gen, name string) string {
	if len(name) < 3 {
		return name + "x"
	}
	i := 1 + g.Intn(len(name)-2)
	switch g.Intn(8) {
	case 0:
		return name[:i] + name[i+1:]
	case 1:
		return name[:i] + name[i:i+1] + name[i:]
	case 2:
		return name[:i] + name[i+1:i+2] + name[i:i+1] + name[i+2:]
	case 3:
		return strings.ToLower(name) + "s"
	case 4:
		return strings.ToUpper(name[:1]) + name[1:]
	case 5:
		return strings.TrimSuffix(name, "s") + "_"
	case 6:
		return name + " "
	}
	return strings.ToUpper(name)
}

// place is a value inside of a manifest.
type place struct {
	in  any
	key string
	at  int
}

func (p place) get() any {
	if m, ok := p.in.(M); ok {
		return m[p.key]
	}
	return p.in.([]any)[p.at]
}

func (p place) set(v any) {
	if m, ok := p.in.(M); ok {
		m[p.key] = v
		return
	}
	p.in.([]any)[p.at] = v
}

func placesOf(v any) []place {
	var out []place
	switch t := v.(type) {
	case M:
		for _, k := range keysOf(t) {
			out = append(out, place{in: t, key: k})
			out = append(out, placesOf(t[k])...)
		}
	case []any:
		for i := range t {
			out = append(out, place{in: t, at: i})
			out = append(out, placesOf(t[i])...)
		}
	}
	return out
}

// mapsOf are the maps of a manifest.
func mapsOf(m M) []M {
	out := []M{m}
	for _, p := range placesOf(m) {
		if inner, ok := p.get().(M); ok {
			out = append(out, inner)
		}
	}
	return out
}

// spoil changes a manifest at one place; the word says how.
func spoil(g gen, m M) string {
	switch g.Intn(8) {
	case 0, 1, 2:
		places := placesOf(m)
		p := places[g.Intn(len(places))]
		if p.key == "kind" || p.key == "apiVersion" {
			return "good"
		}
		p.set(wrong(g, p.get()))
		return "wrong-type"
	case 3, 4:
		at := mapsOf(m)
		in := at[g.Intn(len(at))]
		keys := keysOf(in)
		if len(keys) == 0 {
			in["x"] = "y"
			return "unknown"
		}
		k := keys[g.Intn(len(keys))]
		if k == "kind" || k == "apiVersion" {
			return "good"
		}
		in[misspelled(g, k)] = in[k]
		if g.chance(0.7) {
			delete(in, k)
		}
		return "misspelled"
	case 5:
		at := mapsOf(m)
		f := pick(g, append(append(append([]fragment{}, podFragments...), specFragments...), serviceFragments...)...)
		name := f.path[strings.LastIndexAny(f.path, ".:")+1:]
		at[g.Intn(len(at))][name] = copyValue(f.value)
		return "misplaced"
	case 6:
		at := mapsOf(m)
		in := at[g.Intn(len(at))]
		keys := keysOf(in)
		if len(keys) == 0 {
			return "good"
		}
		k := keys[g.Intn(len(keys))]
		in[k+twice] = pick[any](g, in[k], wrong(g, in[k]), "again")
		return "twice"
	}
	at := mapsOf(m)
	at[g.Intn(len(at))][pick(g, "replicas", "strategy", "namespace", "x-custom", "command", "resources", "")] = pick[any](g, 3, "x", M{"a": "b"}, list(1))
	return "unknown"
}

func inResources(q string) string {
	return doc("", "        resources: {requests: {memory: "+q+"}}\n")
}

func withMeta(line string) string {
	return strings.Replace(doc("", ""), "  name: agent\n", "  name: agent\n  "+line+"\n", 1)
}

// decodeTexts are the cases that chance would not find: spellings of quantities, times, numbers and kinds, and YAML's traps.
func decodeTexts() []Case {
	var out []Case
	add := func(name, yaml string) { out = append(out, Case{Name: name, Input: CaseInput{YAML: yaml}}) }
	for _, t := range texts {
		add(t.name, t.yaml)
	}
	for _, q := range []string{"0", "-0", "00", "1", "+1", "-1", "1.", ".5", "1.5", "0.5", "1.50", "100m", "1000m", "1500m", "1M", "1k", "1K", "1Ki", "1ki", "1KI", "1024Ki", "1.5Gi", "0.1Mi", "1e3", "1E3", "1e+3", "1e-3", "\"1e3\"", "\"1E\"", "1E", "1Ei", "10Ei", "9223372036854775807", "9223372036854775808", "99999999999999999999", "1n", "1u", "1500u", "100n", "0.0000000001", "12e6", "\"12e6\"",
		"1Gi ", "\" 1Gi\"", "\"1 Gi\"", "1GB", "1Gib", "5Ti", "1Pi", "2P", "1T", "1G", "1h", "1m5", "m", "Gi", "\"\"", "''", "-", "\"+\"", "1..5", "1.2.3", "1,5", "1_000", "0x10", "010", "0o10", "1e1000", "\"1e1000\"", "\"1e-1000\"", "true", "null", "~", "{}", "[]", "[1]", "1:30", ".inf", "\"0.5m\"", "\"1.23456789012345678901\"", "\"123456789.123456789\"", "1e18", "1e19", "\"1e19\"", "4.0", "\"1Mi1\"", "\"10Mii\"", "１", "128974848", "129e6", "129M", "123Mi", "\"0.0001Ki\"", "\"-500m\"", "\"-1.5Ki\""} {
		add("quantity", inResources(q))
	}
	for _, v := range []string{"1", "\"1\"", "\"10%\"", "10%", "1.0", "1.5", "1e1", "\"\"", "null", "true", "{}", "[]", "[1]", "-1", "2147483647", "2147483648", "99999999999999999999", "0x5", "010", "'5'", "!!str 5", "!!int \"5\"", "1_0", "abc", "~", "|-\n        3"} {
		add("int-or-string", doc("  updateStrategy:\n    rollingUpdate:\n      maxUnavailable: "+v+"\n", ""))
	}
	for _, v := range []string{"http", "8080", "\"8080\"", "80.5", "null", "true", "[80]", "{port: 80}"} {
		add("probe-port", doc("", "        livenessProbe: {httpGet: {port: "+v+"}}\n"))
	}
	for _, v := range []string{"2026-01-02T03:04:05Z", "\"2026-01-02T03:04:05Z\"", "2026-01-02T03:04:05+02:00", "2026-01-02T03:04:05.123Z", "2026-01-02T03:04:05.123456789-07:00", "2026-01-02 03:04:05", "2026-01-02", "2026-01-02T03:04Z", "2026-1-2T03:04:05Z", "2026-13-02T03:04:05Z", "2026-02-30T03:04:05Z", "2026-01-02T24:00:00Z", "2026-01-02T03:04:60Z", "2026-01-02T03:04:05", "2026-01-02t03:04:05z", "yesterday", "\"\"", "''", "null", "~", "5", "1.5", "true", "{}", "[]", "2026-01-02T03:04:05+24:00", "2026-01-02T03:04:05+0200", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "10000-01-01T00:00:00Z", "2024-02-29T00:00:00Z", "2025-02-29T00:00:00Z", "2026-01-02T03:04:05,5Z", "2026-01-02T03:04:05.Z"} {
		add("time", withMeta("creationTimestamp: "+v))
	}
	for _, v := range []string{"a", "\"1\"", "1", "1.5", "true", "yes", "null", "~", "", "[]", "{}", "2024-01-01", "0x1", "1e3", "\"\"", "!!str 1", "!!str true", "!!binary aGk=", "|\n      text", ">-\n      folded\n      text", "'it''s'", "\"tab\\there\"", "1_0", "0o7", "-", "é", "!!float 1", "!!null ''", "12:30", ".nan", "=", "<<"} {
		add("map-of-strings", withMeta("annotations:\n    k: "+v))
	}
	for _, k := range []string{"1", "true", "1.5", "null", "~", "yes", "\"1\"", "[a]", "{a: b}", "0x10", "2024-01-01", "\"\"", "? a", "!!str 1", "1e3", "99999999999999999999"} {
		add("key", withMeta("annotations: {"+k+": v}"))
	}
	for _, v := range []string{"5", "\"5\"", "5.0", "5.5", "-5", "+5", "0", "-0", "2147483647", "2147483648", "-2147483648", "-2147483649", "1e3", "1E3", "1.5e1", "010", "0x10", "0b11", "0o17", "08", "1_000", "true", "null", "[]", "{}", "five", "!!int 5", "!!int \"5\"", "!!float 5", "!!str 5", ".5", "5.", "1:30", "6,000"} {
		add("int32", doc("  minReadySeconds: "+v+"\n", ""))
		add("int64", strings.Replace(doc("", ""), "      containers:", "      terminationGracePeriodSeconds: "+v+"\n      containers:", 1))
	}
	for _, v := range []string{"true", "false", "True", "TRUE", "tRUE", "yes", "Yes", "no", "on", "off", "y", "n", "Y", "\"true\"", "'yes'", "1", "0", "null", "~", "[]", "{}", "truee", "!!bool true", "!!bool yes", "!!str true"} {
		add("bool", strings.Replace(doc("", ""), "      containers:", "      hostNetwork: "+v+"\n      containers:", 1))
		add("bool-pointer", strings.Replace(doc("", ""), "      containers:", "      hostUsers: "+v+"\n      containers:", 1))
	}
	for _, k := range [][2]string{{"apps/v1", "Daemonset"}, {"apps/v1", "daemonset"}, {"apps/v1", "DaemonSets"}, {"apps/v1", "daemonSet"}, {"apps/V1", "DaemonSet"}, {"Apps/v1", "DaemonSet"}, {"apps", "DaemonSet"}, {"v1", "DaemonSet"}, {"apps/v1beta2", "DaemonSet"}, {"apps/v1beta1", "DaemonSet"}, {"extensions/v1beta1", "DaemonSet"}, {"app/v1", "DaemonSet"}, {"apps/v1/x", "DaemonSet"}, {"\"\"", "DaemonSet"}, {"apps/v1", "\"\""}, {"apps/v1", "null"}, {"null", "DaemonSet"}, {"1", "DaemonSet"}, {"apps/v1", "5"}, {"apps/v1", "true"}, {"[apps/v1]", "DaemonSet"}, {"apps/v1", "{}"}, {"apps/v1", "Pod"}, {"v1", "pod"}, {"scheduling.k8s.io/v1beta1", "PriorityClass"}, {"v1", "PriorityClass"}, {"scheduling.k8s.io/v1", "Priorityclass"}, {"v2", "Service"}, {"core/v1", "Service"}, {"/v1", "Service"}, {"v1", "Node "}, {"apps/v1 ", "DaemonSet"}, {"\"apps/v1 \"", "DaemonSet"}} {
		add("kind", "apiVersion: "+k[0]+"\nkind: "+k[1]+"\nmetadata:\n  name: x\n")
	}
	for _, t := range []struct{ name, yaml string }{
		{"list-of-one", "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Node\n  metadata: {name: a}\n"},
		{"list-with-unknown", "apiVersion: v1\nkind: List\nitem: []\nitems: []\n"},
		{"daemon-set-list", "apiVersion: apps/v1\nkind: DaemonSetList\nitems:\n- metadata: {name: a, label: {}}\n  spec: {minReadySeconds: 1}\n"},
		{"node-list-wrong", "apiVersion: v1\nkind: NodeList\nmetadata: {resourceVersion: 5}\nitems: []\n"},
		{"empty-object", "{}\n"}, {"only-kind", "kind: DaemonSet\n"}, {"only-version", "apiVersion: apps/v1\n"}, {"minimal", "apiVersion: apps/v1\nkind: DaemonSet\n"},
		{"metadata-null", "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: null\n"}, {"metadata-text", "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: text\n"}, {"metadata-list", "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: []\n"},
		{"null-key-value", "apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name:\nspec:\n"},
		{"two-documents", doc("  minReadySecond: 1\n", "") + "---\n" + doc("  minReadySeconds: x\n", "")},
		{"merge-list", "base: &b {app: agent}\nmore: &m {tier: x, app: y}\napiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  labels:\n    <<: [*b, *m]\n    z: w\nspec: {containers: []}\n"},
		{"alias-of-scalar", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: &n agent\n  labels: {app: *n}\nspec: {hostname: *n, containers: []}\n"},
		{"flow", "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: a, image: b, arg: [x]}]}}\n"},
		{"json-duplicate", `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","name":"b"},"spec":{"containers":[],"hostPID":true,"hostPID":false}}`},
		{"json-duplicate-kind", `{"apiVersion":"v1","kind":"Pod","kind":"Node","metadata":{"name":"a"}}`},
		{"json-escapes", `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"\u0061\n\"","labels":{"\u006b":"v"}},"spec":{"x\u0022y":1}}`},
		{"json-numbers", `{"apiVersion":"v1","kind":"Pod","spec":{"priority":1.0,"terminationGracePeriodSeconds":1e2,"activeDeadlineSeconds":-0}}`},
		{"json-case", `{"apiVersion":"v1","kind":"Pod","Metadata":{"name":"a"},"spec":{"Containers":[]}}`},
		{"json-array", `[{"apiVersion":"v1","kind":"Pod"}]`}, {"json-string", `"text"`}, {"json-nested-quantity", `{"apiVersion":"v1","kind":"Node","status":{"capacity":{"cpu":4,"memory":"x"}}}`},
		{"type-then-quantity", doc("  minReadySeconds: x\n", "        resources: {requests: {cpu: abc}}\n")},
		{"quantity-then-type", strings.Replace(doc("", "        resources: {requests: {cpu: abc}}\n        tty: 5\n"), "  name: agent\n", "  name: agent\n", 1)},
		{"two-types", doc("  minReadySeconds: x\n", "        tty: 5\n        name: 7\n")},
		{"unknown-and-type", doc("  minReadySecond: 1\n  minReadySeconds: x\n", "")},
		{"many-unknown", doc("  a: 1\n  b: 2\n  c: {d: 1}\n", "        x: 1\n        y: 2\n")},
		{"unknown-in-map-value", withMeta("labels: {a: {b: c}}")},
		{"raw-fields", withMeta("managedFields: [{manager: m, fieldsV1: {\"f:a\": {}, \"f:b\": [1, 2.50, null]}, x: 1}]")},
		{"raw-null", withMeta("managedFields: [{fieldsV1: null}, {fieldsV1: 5}, null]")},
		{"null-items", with("      containers:", "      tolerations: [null, {}, ~]\n      volumes: null\n      containers:")},
		{"embedded-wrong", with("      containers:", "      volumes: [{name: a, hostPath: text}, {name: b, secret: [x]}, {name: c, emptyDir: 5}]\n      containers:")},
		{"embedded-probe-wrong", doc("", "        livenessProbe: {exec: [a], httpGet: {port: 1, path: 5}}\n")},
		{"embedded-ref-wrong", doc("", "        envFrom: [{configMapRef: {name: 5}}]\n        env: [{name: A, valueFrom: {secretKeyRef: {name: [], key: 1}}}]\n")},
		{"named-string-wrong", with("      containers:", "      dnsPolicy: 5\n      tolerations: [{effect: true, operator: 1}]\n      containers:")},
		{"named-list-wrong", doc("", "        securityContext: {capabilities: {add: [1, NET_ADMIN], drop: ALL}}\n")},
		{"named-map-wrong", doc("", "        resources: {limits: [cpu], requests: cpu}\n")},
	} {
		add(t.name, t.yaml)
	}
	return out
}

var fixedDecodes = decodeTexts()

func genDecode(g gen, i int) Case {
	if i < len(fixedDecodes) {
		return fixedDecodes[i]
	}
	kind := anyKind(g)
	m, _ := plainObject(g, kind, g.between(1, 2))
	var names []string
	for range g.between(0, 3) {
		names = append(names, spoil(g, m))
	}
	text := strings.TrimPrefix(blockYAML(g, m, ""), "\n")
	if g.chance(0.25) {
		text = jsonText(g, m)
		names = append(names, "json")
	}
	return Case{Name: strings.TrimSpace(fmt.Sprint(kind, " ", strings.Join(names, "+"))), Input: CaseInput{YAML: text}}
}

// genDefault are manifests that decode: fragments as they are, and with parts that are there and hold nothing.
func genDefault(g gen, i int) Case {
	kind := anyKind(g)
	n := g.between(1, 3)
	m, _ := plainObject(g, kind, n)
	switch {
	case kind == "DaemonSet" && i < len(podFragments)*2:
		m = daemonSet("agent", M{})
		withFragment(m, pod, podFragments[i/2])
	case kind == "Pod" && i < len(podFragments)*2:
		m = object("v1", "Pod", "agent")
		put(m, "spec", M{"containers": list(M{"name": "main", "image": "a:1"})})
		withFragment(m, "spec.", podFragments[i/2])
	}
	names := []string{kind}
	if i%12 == 7 {
		kind, names = "Pod", []string{"Pod resources"}
		m = podWithResources(g)
	}
	if g.chance(0.35) {
		places := placesOf(m)
		p := places[g.Intn(len(places))]
		if p.key != "kind" && p.key != "apiVersion" {
			switch p.get().(type) {
			case M:
				p.set(pick[any](g, nil, M{}))
			case []any:
				p.set(pick[any](g, nil, list(), list(nil)))
			case string:
				p.set(pick[any](g, nil, ""))
			default:
				p.set(nil)
			}
			if _, _, err := lenientSerializer.Decode([]byte(jsonText(g, m)), nil, nil); err != nil {
				p.set(nil)
			}
			names = append(names, "empty")
		}
	}
	return Case{Name: strings.Join(names, " "), Input: CaseInput{YAML: strings.TrimPrefix(blockYAML(g, m, ""), "\n")}}
}

// podWithResources is a Pod whose own resources follow from its containers', or the other way round.
func podWithResources(g gen) M {
	amounts := func() M {
		out := M{}
		for _, name := range []string{"cpu", "memory", "hugepages-2Mi", "ephemeral-storage", "example.com/gpu"} {
			if g.chance(0.45) {
				out[name] = pick(g, map[string][]any{"cpu": {"100m", "1", "0.5", "1500u", "2e0", "0"}, "memory": {"64Mi", "1Gi", "100M", "1.5Gi", "1e9", "1000Ki"},
					"hugepages-2Mi": {"2Mi", "4Mi"}, "ephemeral-storage": {"1Gi"}, "example.com/gpu": {"1"}}[name]...)
			}
		}
		return out
	}
	container := func(name string) M {
		c := M{"name": name, "image": "a:1", "resources": M{}}
		for _, which := range []string{"limits", "requests"} {
			if g.chance(0.6) {
				put(c, "resources."+which, amounts())
			}
		}
		return c
	}
	p := object("v1", "Pod", "agent")
	var init []any
	for i := range g.Intn(3) {
		c := container(fmt.Sprint("init-", i))
		if g.chance(0.5) {
			c["restartPolicy"] = "Always"
		}
		init = append(init, c)
	}
	containers := list(container("main"))
	for i := range g.Intn(2) {
		containers = append(containers, container(fmt.Sprint("more-", i)))
	}
	put(p, "spec", M{"containers": containers, "initContainers": init, "resources": M{}})
	for _, which := range []string{"limits", "requests"} {
		if g.chance(0.6) {
			put(p, "spec.resources."+which, amounts())
		}
	}
	return p
}
