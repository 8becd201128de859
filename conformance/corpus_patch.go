package main

import (
	"encoding/json"
	"fmt"
)

// genPatch makes a DaemonSet that has a bit of everything, and a patch of it: half of them strategic.
func genPatch(g gen, i int) Case {
	ds := g.richDaemonSet()
	c := Case{Input: CaseInput{Objects: []M{ds}}}
	var patch any
	switch i % 6 {
	case 0, 1, 2:
		c.Input.Type, patch = "strategic", g.strategicPatch()
	case 3:
		c.Input.Type, patch = "merge", g.mergePatch()
	default:
		c.Input.Type, patch = "json", g.operations()
	}
	text, err := json.Marshal(patch)
	fatalIf(err)
	c.Input.Patch = string(text)
	return c
}

func (g gen) richDaemonSet() M {
	containers := []any{g.richContainer("main")}
	for _, name := range []string{"sidecar", "shipper"} {
		if g.chance(0.4) {
			containers = append(containers, g.richContainer(name))
		}
	}
	spec := M{"containers": containers}
	if g.chance(0.3) {
		spec["initContainers"] = list(g.richContainer("init"))
	}
	var volumes []any
	for _, v := range []M{
		{"name": "data", "hostPath": M{"path": "/var/data"}},
		{"name": "config", "configMap": M{"name": "agent", "items": list(M{"key": "a", "path": "a.yaml"})}},
		{"name": "secret", "secret": M{"secretName": "agent"}},
		{"name": "tmp"},
		{"name": "info", "downwardAPI": M{"items": list(M{"path": "labels", "fieldRef": M{"fieldPath": "metadata.labels"}})}},
		{"name": "all", "projected": M{"sources": list(M{"serviceAccountToken": M{"path": "token"}}, M{"secret": M{"name": "x"}}, M{"configMap": M{"name": "y"}})}},
		{"name": "claim", "ephemeral": M{"volumeClaimTemplate": M{"spec": M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "0.5Gi"}}}}}},
	} {
		if g.chance(0.4) {
			volumes = append(volumes, v)
		}
	}
	if len(volumes) > 0 {
		spec["volumes"] = volumes
	}
	some := func(p float64, field string, v any) {
		if g.chance(p) {
			spec[field] = v
		}
	}
	some(0.5, "tolerations", list(M{"key": "dedicated", "operator": "Exists"}, M{"key": "gpu", "value": "", "effect": "NoSchedule"}))
	some(0.4, "nodeSelector", M{"disk": "ssd", "zone": "a"})
	some(0.3, "imagePullSecrets", list(M{"name": "one"}, M{"name": "two"}))
	some(0.3, "hostAliases", list(M{"ip": "10.0.0.1", "hostnames": list("a")}, M{"ip": "10.0.0.2", "hostnames": list("b", "c")}))
	some(0.2, "topologySpreadConstraints", list(M{"maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "ScheduleAnyway"}))
	some(0.3, "serviceAccountName", "agent")
	some(0.2, "hostNetwork", pick(g, true, false))
	some(0.2, "terminationGracePeriodSeconds", pick(g, 0, 5, 30))
	some(0.2, "securityContext", M{"runAsUser": 0, "runAsNonRoot": false})
	some(0.1, "dnsPolicy", "ClusterFirst")
	ds := daemonSet("agent", spec)
	if g.chance(0.4) {
		put(ds, "metadata.finalizers", list("example.com/a", "example.com/b"))
	}
	if g.chance(0.3) {
		put(ds, "metadata.annotations", M{"a": "1", "b": ""})
	}
	if g.chance(0.3) {
		put(ds, "spec.template.metadata.annotations", M{"a": "1"})
	}
	switch r := g.Float64(); {
	case r < 0.2:
		put(ds, "spec.updateStrategy", M{"type": "OnDelete"})
	case r < 0.6:
		put(ds, "spec.updateStrategy", M{"rollingUpdate": M{"maxUnavailable": pick[any](g, 1, "10%", 0)}})
	}
	if g.chance(0.3) {
		put(ds, "spec.minReadySeconds", pick(g, 0, 5))
	}
	return ds
}

func (g gen) richContainer(name string) M {
	c := M{"name": name, "image": "registry.example/" + name + pick(g, "", ":1", ":latest", ":1@sha256:"+fmt.Sprintf("%064d", 7))}
	some := func(p float64, field string, v any) {
		if g.chance(p) {
			c[field] = v
		}
	}
	some(0.6, "env", list(M{"name": "LEVEL", "value": "info"}, M{"name": "NODE", "valueFrom": M{"fieldRef": M{"fieldPath": "spec.nodeName"}}}, M{"name": "EMPTY", "value": ""}))
	some(0.4, "ports", list(M{"name": "dns", "containerPort": 53, "protocol": "UDP"}, M{"name": "dns-tcp", "containerPort": 53}, M{"containerPort": 9100, "hostPort": pick(g, 0, 9100)}))
	some(0.5, "resources", M{"requests": M{"cpu": pick[any](g, "0.5", "100m", 1, "1000m"), "memory": pick[any](g, "1024Mi", "1e3", "0.5Gi", 1048576)}, "limits": M{"memory": "2Gi"}})
	some(0.5, "volumeMounts", list(M{"name": "data", "mountPath": "/data", "readOnly": g.chance(0.5)}, M{"name": "tmp", "mountPath": "/tmp"}))
	some(0.4, "args", list("--a", "--b"))
	some(0.3, "command", []any{})
	some(0.4, pick(g, "readinessProbe", "livenessProbe", "startupProbe"), M{"httpGet": M{"port": pick[any](g, 80, "web")}, "periodSeconds": pick(g, 0, 5)})
	some(0.2, "livenessProbe", M{"grpc": M{"port": 9000}})
	some(0.2, "lifecycle", M{"preStop": M{"httpGet": M{"port": 80, "path": "/stop"}}})
	some(0.3, "securityContext", M{"privileged": false, "capabilities": M{"drop": list("ALL")}})
	return c
}

const podSpec = "spec.template.spec."

// strategicPatch is some changes at once; most are of things that are there.
func (g gen) strategicPatch() M {
	p := M{}
	main := M{"name": "main"}
	containers := []any{main}
	change := func(path string, v any) { put(p, path, v) }
	for n := g.between(1, 3); n > 0; n-- {
		switch g.Intn(30) {
		case 0, 1, 2:
			main["image"] = "registry.example/main:2"
		case 3:
			containers = append(containers, M{"name": "new", "image": "registry.example/new"})
		case 4:
			containers = append(containers, M{"name": pick(g, "sidecar", "shipper", "none"), "$patch": "delete"})
		case 5:
			containers = append(containers, M{"$patch": "replace"})
		case 6:
			main["env"] = list(M{"name": "LEVEL", "value": pick[any](g, "debug", nil)}, M{"name": "MORE", "value": "x"})
		case 7:
			main["env"] = list(M{"name": "NODE", "$patch": "delete"}, M{"name": "LAST"})
		case 8:
			main["env"] = list(M{"name": "NODE", "$retainKeys": list("name", "value"), "value": "n"})
		case 9:
			main["ports"] = list(M{"containerPort": pick(g, 53, 9100, 80), "protocol": pick(g, "TCP", "UDP"), "name": pick(g, "dns", "web")})
		case 10:
			main["ports"] = list(M{"containerPort": pick(g, 53, 9100), "$patch": "delete"})
		case 11:
			main["volumeMounts"] = list(M{"mountPath": pick(g, "/data", "/more"), "name": "data", "readOnly": pick[any](g, true, false, nil)})
		case 12:
			main["resources"] = M{"limits": M{"cpu": pick[any](g, "2", 2, "1500m"), "memory": pick[any](g, nil, "1Gi")}}
		case 13:
			main[pick(g, "args", "command")] = pick[any](g, list("--c"), []any{}, nil)
		case 14:
			change(podSpec+"tolerations", pick[any](g, list(M{"operator": "Exists"}), nil, []any{}))
		case 15:
			change(podSpec+"nodeSelector", pick[any](g, M{"disk": nil, "pool": "a"}, M{"$patch": "replace", "pool": "b"}, M{"$patch": "delete"}, nil))
		case 16:
			change(podSpec+"volumes", list(M{"name": pick(g, "data", "tmp", "new"), "$retainKeys": list("name", "emptyDir"), "emptyDir": M{}}))
		case 17:
			change(podSpec+"volumes", list(M{"name": pick(g, "data", "config"), "$patch": "delete"}, M{"name": "more", "hostPath": M{"path": "/more"}}))
		case 18:
			change("metadata.finalizers", pick[any](g, list("example.com/c"), list("example.com/b", "example.com/d"), nil))
		case 19:
			change("metadata.$deleteFromPrimitiveList/finalizers", list("example.com/a", "none"))
		case 20:
			order := list(M{"name": "shipper"}, M{"name": "sidecar"}, M{"name": "main"}, M{"name": "new"})
			change(podSpec+"$setElementOrder/containers", order)
		case 21:
			main["$setElementOrder/env"] = list(M{"name": "MORE"}, M{"name": "LEVEL"}, M{"name": "EMPTY"})
		case 22:
			change("spec.updateStrategy", pick[any](g, M{"type": "OnDelete", "rollingUpdate": nil}, M{"rollingUpdate": M{"maxUnavailable": "25%"}},
				M{"$retainKeys": list("type"), "type": "OnDelete"}, M{"rollingUpdate": M{"maxSurge": 1, "maxUnavailable": 0}}))
		case 23:
			change("spec."+pick(g, "minReadySeconds", "revisionHistoryLimit"), pick[any](g, 0, 7, nil))
		case 24:
			change("spec.template.metadata.annotations", M{"kubectl~kubernetes~io/restartedAt": "2026-11-21T08:00:00Z", "a": nil})
		case 25:
			change(podSpec+pick(g, "hostAliases", "imagePullSecrets", "topologySpreadConstraints"), list(pick(g,
				M{"ip": "10.0.0.2", "hostnames": list("z")}, M{"name": "two"}, M{"name": "three"}, M{"topologyKey": "zone", "maxSkew": 2})))
		case 26: // fields that the API does not have
			change(pick(g, podSpec+"toleration", "spec.replicas", "metadata.label"), pick[any](g, "x", M{"a": 1}, list(1)))
		case 27:
			main[pick(g, "imagee", "Image", "volumeMount")] = pick[any](g, "x", M{"a": 1})
		case 28: // values of another type
			change(pick(g, podSpec+"hostNetwork", podSpec+"tolerations", "spec.minReadySeconds", podSpec+"nodeSelector", podSpec+"priorityClassName"), pick[any](g, "x", 7, true, M{"a": "b"}, list("a")))
		case 29:
			containers = append(containers, pick[any](g, M{"image": "nameless"}, "text", M{"name": "main", "$patch": "swap"}, M{"name": "odd", "$patch": "merge"}))
		}
	}
	if len(containers) > 1 || len(main) > 1 {
		change(podSpec+"containers", containers)
	}
	if len(p) == 0 {
		change(podSpec+"securityContext", M{"fsGroup": 7})
	}
	return p
}

func (g gen) mergePatch() any {
	p := M{}
	for n := g.between(1, 3); n > 0; n-- {
		switch g.Intn(12) {
		case 0, 1:
			put(p, podSpec+"containers", list(M{"name": "main", "image": "registry.example/main:2", "args": nil}))
		case 2:
			put(p, podSpec+"tolerations", pick[any](g, list(M{"operator": "Exists"}), []any{}))
		case 3:
			p["spec"] = M{"template": M{"spec": M{"nodeSelector": M{"disk": nil, "pool": "a", "deep": nil}}}}
		case 4:
			p["spec"] = M{"template": M{"spec": M{"tolerations": nil, "hostNetwork": nil}}}
		case 5:
			p["metadata"] = M{"labels": M{"a": "b", "c": nil}, "annotations": nil}
		case 6:
			p["spec"] = M{"updateStrategy": M{"type": "OnDelete", "rollingUpdate": nil}}
		case 7:
			p["spec"] = M{"updateStrategy": nil, "minReadySeconds": 3}
		case 8:
			p["spec"] = M{"template": M{"spec": M{"securityContext": M{"runAsUser": 7, "runAsNonRoot": nil}, "unknown": M{"a": nil}}}}
		case 9:
			p["spec"] = M{"minReadySeconds": pick[any](g, "soon", M{}, 5)}
		case 10:
			p["metadata"] = M{"finalizers": list("example.com/c")}
		default:
			p["spec"] = M{"template": M{"metadata": M{"annotations": M{"a": nil, "b": "2"}}}}
		}
	}
	if g.chance(0.03) {
		return list(p)
	}
	return p
}

func (g gen) operations() any {
	const c = "/spec/template/spec/containers"
	var all []any
	op := func(op, path string, value ...any) {
		o := M{"op": op, "path": path}
		if len(value) > 0 {
			o["value"] = value[0]
		}
		all = append(all, o)
	}
	from := func(op, from, path string) { all = append(all, M{"op": op, "from": from, "path": path}) }
	for n := g.between(1, 4); n > 0; n-- {
		switch g.Intn(24) {
		case 0, 1, 2:
			op("replace", c+"/0/image", "registry.example/main:2")
		case 3:
			op("add", c+"/-", M{"name": "new", "image": "registry.example/new:1"})
		case 4:
			op("add", c+"/0", M{"name": "first", "image": "registry.example/first:1"})
		case 5:
			op("remove", c+pick(g, "/1", "/-1", "/5", "/x"))
		case 6:
			op("add", c+"/0/env/-", M{"name": "MORE", "value": "x"})
		case 7:
			op("replace", "/spec/updateStrategy/rollingUpdate/maxUnavailable", pick[any](g, 2, "30%"))
		case 8:
			op("add", "/spec/template/metadata/annotations", M{"kubectl.kubernetes.io/restartedAt": "2026-11-21T08:00:00Z"})
		case 9:
			op("add", "/spec/template/metadata/annotations/example.com~1a~0b", "x")
		case 10:
			op("test", c+"/0/name", pick(g, "main", "main", "other"))
		case 11:
			op("test", "/spec/minReadySeconds", pick[any](g, 5, nil))
		case 12:
			op("test", c+"/0/ports/0", M{"containerPort": 53, "name": "dns", "protocol": "UDP"})
		case 13:
			from("copy", c+"/0/image", c+"/"+pick(g, "0", "1")+"/image")
		case 14:
			from("copy", c+"/0", c+"/-")
			op("replace", c+"/-1/name", "copy")
		case 15:
			from("move", "/spec/template/spec/tolerations/0", "/spec/template/spec/tolerations/"+pick(g, "1", "-"))
		case 16:
			op("remove", "/spec/template/spec/"+pick(g, "nodeSelector", "tolerations", "volumes", "none"))
		case 17:
			op("add", "/spec/template/spec/securityContext/runAsUser", 7)
		case 18:
			op("add", "/spec/none/way", 7)
		case 19:
			op(pick(g, "swap", "Add", ""), "/spec/minReadySeconds", 7)
		case 20:
			op("add", pick(g, "/spec/replicas", c+"/0/imagee"), 3)
		case 21:
			op("replace", "/spec/minReadySeconds", pick[any](g, 7, "soon"))
		case 22:
			op("replace", "/metadata/labels", M{"a": "b"})
		default:
			op("add", "/spec/template/spec/hostNetwork", pick[any](g, true, "yes"))
		}
	}
	if g.chance(0.02) {
		return M{"op": "add"}
	}
	return all
}
