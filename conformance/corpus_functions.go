package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

// broken is a DaemonSet with one thing wrong that a certain validation function is there to find.
type broken struct {
	name string
	// do breaks a DaemonSet; old is what is stored, for an update, and nil for a create.
	do func(m M) (old M)
}

// puts are values of a path, each by itself.
func puts(path string, values ...any) []broken {
	var out []broken
	for _, value := range values {
		out = append(out, broken{path[strings.LastIndexByte(path, '.')+1:], func(m M) M {
			put(m, path, copyValue(value))
			return nil
		}})
	}
	return out
}

// together puts several values at once: path, value, path, value.
func together(name string, pairs ...any) broken {
	return broken{name, func(m M) M {
		for i := 0; i < len(pairs); i += 2 {
			put(m, pairs[i].(string), copyValue(pairs[i+1]))
		}
		return nil
	}}
}

func volumes(sources ...any) []broken { return puts(pod+"volumes", volumesOf(sources)...) }

func projections(sources ...any) []broken {
	var all []any
	for _, source := range sources {
		if l, ok := source.([]any); ok {
			all = append(all, M{"projected": M{"sources": l}})
			continue
		}
		all = append(all, M{"projected": M{"sources": list(source)}})
	}
	return volumes(all...)
}

func valuesFrom(sources ...any) []broken {
	var all []any
	for _, source := range sources {
		all = append(all, list(M{"name": "A", "valueFrom": source}))
	}
	return puts(ctr+"env", all...)
}

// claimsWith are templates of claims in which a field of the spec has another value.
func claimsWith(pairs ...any) []broken {
	var all []any
	for i := 0; i < len(pairs); i += 2 {
		spec := M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "1Gi"}}}
		for _, path := range strings.Split(pairs[i].(string), " ") {
			put(spec, path, copyValue(pairs[i+1]))
		}
		all = append(all, M{"ephemeral": M{"volumeClaimTemplate": M{"spec": spec}}})
	}
	return volumes(all...)
}

// update is a change of a stored object.
func update(name string, old, changed func(m M)) broken {
	return broken{name, func(m M) M {
		before := deepCopy(m)
		old(before)
		old(m)
		changed(m)
		return before
	}}
}

// inUse breaks what a gate that is off keeps out of new objects: in one that is stored already, it stays.
func inUse(stored broken, all ...broken) []broken {
	var out []broken
	for _, b := range all {
		out = append(out, update("in-use "+b.name, func(m M) { stored.do(m) }, func(m M) { b.do(m) }))
	}
	return out
}

// sources are volumes of every kind, none of them wrong.
var sources = []M{
	{"hostPath": M{"path": "/x"}}, {"gitRepo": M{"repository": "x"}}, {"gcePersistentDisk": M{"pdName": "d"}}, {"awsElasticBlockStore": M{"volumeID": "v"}},
	{"secret": M{"secretName": "s"}}, {"nfs": M{"server": "s", "path": "/p"}}, {"iscsi": M{"targetPortal": "p", "iqn": "iqn.2001-04.com.example:a.b", "lun": 0}},
	{"glusterfs": M{"endpoints": "e", "path": "p"}}, {"flocker": M{"datasetName": "d"}}, {"rbd": M{"monitors": list("m"), "image": "i"}}, {"cinder": M{"volumeID": "v"}},
	{"cephfs": M{"monitors": list("m")}}, {"quobyte": M{"registry": "r:1", "volume": "v"}}, {"downwardAPI": M{"items": list()}}, {"fc": M{"targetWWNs": list("w"), "lun": 1}},
	{"flexVolume": M{"driver": "a/b"}}, {"configMap": M{"name": "c"}}, {"azureFile": M{"secretName": "s", "shareName": "h"}}, {"vsphereVolume": M{"volumePath": "p"}},
	{"photonPersistentDisk": M{"pdID": "p"}}, {"portworxVolume": M{"volumeID": "v"}}, {"azureDisk": M{"diskName": "d", "diskURI": "https://blob/x"}}, {"storageos": M{"volumeName": "v"}},
	{"projected": M{"sources": list(M{"secret": M{"name": "s"}})}}, {"scaleIO": M{"gateway": "g", "system": "s", "volumeName": "v", "secretRef": M{"name": "x"}}},
	{"csi": M{"driver": "d"}}, {"ephemeral": M{"volumeClaimTemplate": M{"spec": M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "1Gi"}}}}}},
	{"persistentVolumeClaim": M{"claimName": "c"}}, {"image": M{"reference": "i"}},
}

// twoSources are volumes with a second source.
func twoSources() []broken {
	var all []any
	for _, source := range sources {
		both := M{"emptyDir": M{}}
		for kind, of := range source {
			both[kind] = of
		}
		all = append(all, both)
	}
	return volumes(all...)
}

func certificate(pairs ...any) M {
	m := M{"signerName": "example.com/s", "keyType": "ED25519", "credentialBundlePath": "p"}
	for i := 0; i < len(pairs); i += 2 {
		put(m, pairs[i].(string), pairs[i+1])
	}
	return M{"podCertificate": m}
}

func bundle(pairs ...any) M {
	m := M{"path": "b", "signerName": "example.com/s"}
	for i := 0; i < len(pairs); i += 2 {
		put(m, pairs[i].(string), pairs[i+1])
	}
	return M{"clusterTrustBundle": m}
}

// large stands for annotations of more than 256 KiB: withLarge writes them with aliases.
const large = "a-large-text"

var largeLine = regexp.MustCompile(`(?m)^( *)large: ` + large + "\n")

func withLarge(text string) string {
	return largeLine.ReplaceAllStringFunc(text, func(line string) string {
		lead := largeLine.FindStringSubmatch(line)[1]
		var out strings.Builder
		out.WriteString(lead + "example.com/0: &large " + strings.Repeat("x", 3000) + "\n")
		for i := 1; i < 90; i++ {
			fmt.Fprintf(&out, "%sexample.com/%d: *large\n", lead, i)
		}
		return out.String()
	})
}

const (
	sc       = ctr + "securityContext."
	podSC    = pod + "securityContext."
	affinity = pod + "affinity."
)

func windowsWith(path string, value any) broken {
	return together("windows", pod+"os", M{"name": "windows"}, pod+path, value)
}

func initWith(pairs ...any) broken {
	init := M{"name": "init", "image": "x"}
	for i := 0; i < len(pairs); i += 2 {
		put(init, pairs[i].(string), pairs[i+1])
	}
	return together("init", ictr, list(init))
}

// directed are all of them; the comments name functions.
var directed = func() []broken {
	var all []broken
	add := func(groups ...[]broken) {
		for _, group := range groups {
			all = append(all, group...)
		}
	}
	one := func(b ...broken) { all = append(all, b...) }
	long := func(n int) string { return strings.Repeat("a", n) }

	// ValidateAnnotations, ValidateAnnotationsSize, ValidateFinalizers, ValidateOwnerReferences, ValidateFieldManager, ValidateObjectMeta*
	add(puts("metadata.annotations", M{"large": large}, M{"Bad Key!": "x"}), puts(tpl+"metadata.annotations", M{"large": large}))
	add(puts("metadata.finalizers", list("orphan", "foregroundDeletion"), list("foregroundDeletion", "orphan", "a.b/c"), list("a b"), list("a.b/c/d")))
	owner := func(name, uid string, controller bool) M {
		return M{"apiVersion": "v1", "kind": "Node", "name": name, "uid": uid, "controller": controller}
	}
	add(puts("metadata.ownerReferences", list(owner("a", "u", true), owner("b", "w", true)), list(owner("a", "u", false), owner("b", "v", true), owner("c", "w", true)), list(owner("", "", false)), list(M{"apiVersion": "", "kind": "", "name": "x", "uid": "y"}), list(M{"apiVersion": "v1", "kind": "Event", "name": "x", "uid": "y"})))
	field := func(manager string) M {
		return M{"manager": manager, "operation": "Update", "apiVersion": "apps/v1", "fieldsType": "FieldsV1", "fieldsV1": M{}}
	}
	add(puts("metadata.managedFields", list(field(long(129))), list(field("a\u0007b")), list(field("x"), field(long(200))), list(M{"manager": "m", "operation": "Nope", "fieldsType": "FieldsV2", "subresource": long(300)})))
	gone := "2026-01-01T00:00:00Z"
	for _, more := range [][]any{{"a.b/c", "d.e/f"}, {"d.e/f"}, {"a.b/c", "d.e/f", "g.h/i"}, {"orphan"}} {
		one(update("new-finalizers", func(m M) { put(m, "metadata.deletionTimestamp", gone); put(m, "metadata.finalizers", list("a.b/c")) }, func(m M) { put(m, "metadata.finalizers", more) }))
	}
	for _, selector := range []M{{"matchLabels": M{"app": "other"}}, {"matchExpressions": list(M{"key": "app", "operator": "Exists"})}} {
		one(update("selector", func(M) {}, func(m M) { put(m, "spec.selector", selector) }))
	}
	for _, path := range []string{"metadata.generateName", "metadata.deletionGracePeriodSeconds", "metadata.creationTimestamp"} {
		value := map[string]any{"metadata.generateName": "x-", "metadata.deletionGracePeriodSeconds": 5, "metadata.creationTimestamp": gone}[path]
		one(update("metadata", func(M) {}, func(m M) { put(m, path, value) }))
	}
	// ValidateLabelSelectorRequirement, ValidateDaemonSetSpec
	expressions := func(key, op string, values ...any) M { return M{"matchExpressions": list(req(key, op, values...))} }
	add(puts("spec.selector", expressions("app", "In", "bad value"), expressions("app", "In"), expressions("app", "Exists", "x"), expressions("a b", "Exists"), expressions("app", "Nope", "x"), M{}))
	// IsNotMoreThan100Percent, ValidatePositiveIntOrPercent, ValidateRollingUpdateDaemonSet
	for _, v := range []any{"101%", "1000%", "-1%", "5", "x", -1, "0%"} {
		add(puts("spec.updateStrategy.rollingUpdate.maxUnavailable", v))
		one(together("surge", "spec.updateStrategy.rollingUpdate.maxSurge", v, "spec.updateStrategy.rollingUpdate.maxUnavailable", 0))
	}
	add(puts("spec.updateStrategy", M{"type": "Nope"}), puts("spec.minReadySeconds", -1), puts("spec.revisionHistoryLimit", -1))

	// validateVolumeSource and what it asks
	add(twoSources())
	add(volumes(M{"emptyDir": M{"sizeLimit": "-1"}}, M{"fc": M{"targetWWNs": list("w"), "wwids": list("x"), "lun": 1}}, M{"fc": M{}}, M{"fc": M{"targetWWNs": list("w"), "lun": 300}}, M{"fc": M{"targetWWNs": list("w")}},
		M{"gcePersistentDisk": M{"pdName": "d", "partition": 300}}, M{"gcePersistentDisk": M{}}, M{"azureDisk": M{"diskName": "d", "diskURI": "https://blob/x", "cachingMode": "Nope"}}, M{"azureDisk": M{"diskName": "d", "diskURI": "https://blob/x", "kind": "Managed"}}, M{"azureDisk": M{"diskName": "d", "diskURI": "/subscriptions/x", "kind": "Shared"}},
		M{"quobyte": M{"registry": "r:1", "volume": "v", "tenant": long(65)}}, M{"quobyte": M{"registry": "r", "volume": ""}}, M{"csi": M{"driver": long(64)}}, M{"csi": M{"driver": "Bad_Driver"}}, M{"csi": M{"driver": ""}}))
	iscsi := func(pairs ...any) M {
		m := M{"targetPortal": "p", "iqn": "iqn.2001-04.com.example:a.b", "lun": 0}
		for i := 0; i < len(pairs); i += 2 {
			put(m, pairs[i].(string), pairs[i+1])
		}
		return M{"iscsi": m}
	}
	for _, name := range []string{"iqn", "initiatorName"} {
		add(volumes(iscsi(name, "nope"), iscsi(name, "iqn.nope"), iscsi(name, "eui.nope"), iscsi(name, "naa.nope")))
	}
	add(volumes(iscsi("lun", 256), iscsi("lun", -1), iscsi("targetPortal", ""), iscsi("iqn", ""), iscsi("chapAuthDiscovery", true), iscsi("chapAuthSession", true)))
	claim := M{"volumeClaimTemplate": M{"spec": M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "1Gi"}}}}}
	for _, name := range []string{"-v", "agent-v", "v"} {
		add(puts(pod+"volumes", list(M{"name": "v", "ephemeral": claim}, M{"name": "w", "persistentVolumeClaim": M{"claimName": name}})))
	}
	// ValidatePersistentVolumeClaimSpec, validateDataSource, validateDataSourceRef, ValidatePositiveQuantityValue, ValidateResourceQuantityValue
	add(claimsWith("accessModes", list("Nope"), "accessModes", list("ReadWriteOncePod", "ReadWriteMany"), "resources.requests.storage", "0", "resources.requests.storage", "-1", "resources.requests.storage", "1500m", "volumeMode", "Nope", "storageClassName", "Bad Class", "volumeAttributesClassName", "Bad Class",
		"dataSource", M{"kind": "", "name": ""}, "dataSource", M{"apiGroup": "a b", "kind": "X", "name": "y"}, "dataSource", M{"kind": "X", "name": "y"}, "dataSource", M{"apiGroup": "Bad", "kind": "", "name": "y"},
		"dataSourceRef", M{"kind": "", "name": ""}, "dataSourceRef", M{"apiGroup": "a b", "kind": "X", "name": "y"}, "dataSourceRef", M{"kind": "X", "name": "y"}, "dataSourceRef", M{"apiGroup": "a.b", "kind": "X", "name": "y", "namespace": "Bad NS"},
		"selector", M{"matchLabels": M{"a b": "c"}}, "resources.limits", M{"storage": "1"}, "accessModes", list()))
	for _, other := range []M{{"apiGroup": "a.b", "kind": "X", "name": "z"}, {"apiGroup": "a.b", "kind": "X", "name": "y", "namespace": "n"}} {
		spec := M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "1Gi"}}, "dataSource": M{"apiGroup": "a.b", "kind": "X", "name": "y"}, "dataSourceRef": other}
		add(volumes(M{"ephemeral": M{"volumeClaimTemplate": M{"spec": spec}}}))
	}
	// ValidateTemplateObjectMeta
	for _, metadata := range []M{{"labels": M{"a b": "c"}}, {"annotations": M{"a b": "c"}}, {"labels": M{"a": "b c"}}, {"name": "x"}, {"finalizers": list("a.b/c")}} {
		add(volumes(M{"ephemeral": M{"volumeClaimTemplate": M{"metadata": metadata, "spec": claim["volumeClaimTemplate"].(M)["spec"]}}}))
	}

	// validateProjectionSources, ValidateSignerName, ValidateUserAnnotations, IsDomainPrefixedKey, validateDownwardAPIVolumeFile, validateKeyToPath
	twice := list(M{"key": "a", "path": "p"}, M{"key": "b", "path": "p"})
	downward := func(pairs ...any) M {
		item := M{"path": "p", "fieldRef": M{"fieldPath": "metadata.name"}}
		for i := 0; i < len(pairs); i += 2 {
			put(item, pairs[i].(string), pairs[i+1])
		}
		return item
	}
	add(projections(M{"secret": M{}}, M{"secret": M{"name": "s", "items": twice}}, M{"configMap": M{}}, M{"configMap": M{"name": "c", "items": twice}}, M{"downwardAPI": M{"items": list(downward(), downward())}}, M{"downwardAPI": M{"items": list(downward("mode", 512))}}, M{"downwardAPI": M{"items": list(downward("path", "../x"))}},
		M{"downwardAPI": M{"items": list(downward("resourceFieldRef", M{"containerName": "main", "resource": "limits.cpu"}))}}, M{"downwardAPI": M{"items": list(M{"path": "p"})}}, M{"downwardAPI": M{"items": list(downward("path", ""))}},
		M{"serviceAccountToken": M{"path": "t", "expirationSeconds": 5}}, M{"serviceAccountToken": M{"path": "t", "expirationSeconds": 99999999999}}, M{"serviceAccountToken": M{"path": ""}}, M{"serviceAccountToken": M{"path": "../t"}},
		M{"secret": M{"name": "a"}, "configMap": M{"name": "b"}}, list(M{"secret": M{"name": "s", "items": list(M{"key": "a", "path": "p"})}}, M{"configMap": M{"name": "c", "items": list(M{"key": "a", "path": "p"})}})))
	bundled, certified := projections(bundle())[0], projections(certificate())[0]
	add(inUse(bundled, projections(bundle("name", "n"), bundle("signerName", nil, "name", ""), bundle("signerName", nil, "name", "Bad Name"), bundle("signerName", nil, "name", "example.com:s:Bad Name"), bundle("signerName", nil, "name", "n", "labelSelector", M{}), bundle("signerName", ""), bundle("signerName", nil), bundle("path", ""), bundle("path", "../b"),
		bundle("labelSelector", M{"matchLabels": M{"a b": "c"}}), list(bundle(), bundle()))...))
	signers := []any{"", "nope", "a/b/c", "example/s", "Bad Domain.com/s", long(254) + ".com/s", "example.com/Bad_Name", "example.com/" + long(254), "a." + strings.Repeat("a.", 125) + "a/" + strings.Repeat("b.", 170) + "b"}
	for _, signer := range signers {
		add(inUse(bundled, projections(bundle("signerName", signer))...), inUse(certified, projections(certificate("signerName", signer))...))
	}
	add(projections(bundle(), certificate()), inUse(certified, projections(certificate("keyType", "nope"), certificate("keyType", ""), certificate("maxExpirationSeconds", 5), certificate("maxExpirationSeconds", 99999999), certificate("signerName", "kubernetes.io/s", "maxExpirationSeconds", 86401), certificate("credentialBundlePath", "../p"), certificate("credentialBundlePath", nil),
		certificate("keyPath", "p"), certificate("keyPath", "../k"), certificate("certificateChainPath", "p"), certificate("certificateChainPath", "/c"), list(M{"secret": M{"name": "s", "items": list(M{"key": "a", "path": "p"})}}, certificate()))...))
	add(inUse(certified, projections(certificate("userAnnotations", M{"nokey": "x"}), certificate("userAnnotations", M{"": "x"}), certificate("userAnnotations", M{"a b/c": "x"}), certificate("userAnnotations", M{"a.b/c/d": "x"}), certificate("userAnnotations", M{"a.b/" + long(64): "x"}), certificate("userAnnotations", M{"A.B/C D": "x"}), certificate("userAnnotations", M{"large": large}), certificate("userAnnotations", M{"large": large, "a.b/c": "x"}, "keyType", "RSA3072"))...))
	add(volumes(M{"downwardAPI": M{"items": list(downward("mode", -1))}}, M{"downwardAPI": M{"defaultMode": 512}}, M{"configMap": M{"name": "c", "items": list(M{"key": "", "path": "/abs"})}}, M{"image": M{"reference": "a", "pullPolicy": "Nope"}}))

	// ValidateEnv, ValidateEnvFrom, validateEnvVarValueFrom, validateObjectFieldSelector, validateContainerResourceFieldSelector, key selectors
	add(puts(ctr+"env", list(M{"name": ""}), list(M{"name": "a=b"}), list(M{"name": "=x"}), list(M{"name": "\u00e9"}), list(M{"name": "A", "value": "x", "valueFrom": M{"fieldRef": M{"fieldPath": "metadata.name"}}}), list(M{"name": "A", "value": "x", "valueFrom": M{}}), list(M{"name": "A", "value": "x", "valueFrom": M{"secretKeyRef": M{"name": "s", "key": "k"}}})))
	add(puts(ctr+"envFrom", list(M{}), list(M{"prefix": "=", "secretRef": M{"name": "s"}}), list(M{"prefix": "a=b", "configMapRef": M{"name": "c"}}), list(M{"configMapRef": M{"name": ""}}), list(M{"configMapRef": M{"name": "c"}, "secretRef": M{"name": "s"}})))
	add(valuesFrom(M{}, M{"fieldRef": M{"fieldPath": ""}}, M{"fieldRef": M{"fieldPath": "metadata.name['a']"}}, M{"fieldRef": M{"fieldPath": "spec.nodeName['a']"}}, M{"fieldRef": M{"fieldPath": "metadata.labels['a b']"}}, M{"fieldRef": M{"fieldPath": "metadata.annotations['']"}}, M{"fieldRef": M{"apiVersion": "v2", "fieldPath": "metadata.name"}}, M{"fieldRef": M{"fieldPath": "status.nope"}}, M{"fieldRef": M{"fieldPath": "metadata.labels"}},
		M{"fieldRef": M{"fieldPath": "metadata.name"}, "configMapKeyRef": M{"name": "c", "key": "k"}}, M{"resourceFieldRef": M{"resource": ""}}, M{"resourceFieldRef": M{"resource": "limits.nope"}}, M{"resourceFieldRef": M{"resource": "limits.cpu", "divisor": "3"}}, M{"resourceFieldRef": M{"resource": "limits.memory", "divisor": "7"}}, M{"resourceFieldRef": M{"resource": "limits.ephemeral-storage", "divisor": "3Ki"}}, M{"resourceFieldRef": M{"resource": "limits.hugepages-2Mi", "divisor": "3"}}))
	for _, kind := range []string{"configMapKeyRef", "secretKeyRef"} {
		for _, key := range []any{"", "a b", "..", "..x", ".", long(254), "a/b"} {
			add(valuesFrom(M{kind: M{"name": "n", "key": key}}))
		}
		add(valuesFrom(M{kind: M{"name": "", "key": "k"}}))
	}
	for _, ref := range []M{{"volumeName": "", "path": "p", "key": "K"}, {"volumeName": "v", "path": "", "key": "K"}, {"volumeName": "v", "path": "p", "key": ""}, {"volumeName": "v", "path": "../p", "key": "K"}, {"volumeName": "v", "path": "p", "key": "=x"}, {"volumeName": "Bad Name", "path": "/p", "key": "a=b"}} {
		one(together("file-key", pod+"volumes", list(M{"name": "v", "emptyDir": M{}}), ctr+"env", list(M{"name": "A", "valueFrom": M{"fileKeyRef": ref}})))
	}

	// validateContainerPorts, AccumulateUniqueHostPorts, checkHostPortConflicts, ValidateVolumeMounts, ValidateVolumeDevices
	add(puts(ctr+"ports", list(M{"containerPort": 0}), list(M{"containerPort": 70000}), list(M{"containerPort": -1}), list(M{"containerPort": 1, "name": "a"}, M{"containerPort": 2, "name": "a"}), list(M{"containerPort": 1, "protocol": "Nope"}), list(M{"containerPort": 1, "name": "UPPER"}), list(M{"containerPort": 1, "hostPort": 70000}), list(M{"containerPort": 1, "hostPort": -1}), list(M{"containerPort": 1, "hostPort": 9}, M{"containerPort": 2, "hostPort": 9}), list(M{"containerPort": 1, "hostPort": 9, "hostIP": "127.0.0.1"}, M{"containerPort": 2, "hostPort": 9, "hostIP": "127.0.0.1"})))
	add(puts(ctr+"volumeMounts", list(M{"name": "v", "mountPath": ""}), list(M{"name": "", "mountPath": "/a"}), list(M{"name": "nope", "mountPath": "/a"}), list(M{"name": "v", "mountPath": "/a", "subPath": "/x", "subPathExpr": "y"})))
	one(together("devices", pod+"volumes", list(M{"name": "b", "persistentVolumeClaim": M{"claimName": "c"}}), ctr+"volumeDevices", list(M{"name": "", "devicePath": "/d"})),
		together("devices", pod+"volumes", list(M{"name": "b", "persistentVolumeClaim": M{"claimName": "c"}}), ctr+"volumeDevices", list(M{"name": "b", "devicePath": ""})))

	// validateHandler, validateHTTPGetAction, validateTCPSocketAction, validateGRPCAction, IsHTTPHeaderName, validateStopSignal, validateSleepAction
	command, get, socket := M{"command": list("x")}, M{"port": 1}, M{"port": 1}
	for _, handler := range []M{{"exec": command, "httpGet": get}, {"exec": command, "tcpSocket": socket}, {"httpGet": get, "tcpSocket": socket}} {
		add(puts(ctr+"livenessProbe", handler), puts(ctr+"lifecycle", M{"preStop": handler}))
	}
	add(puts(ctr+"livenessProbe", M{"exec": command, "grpc": get}, M{"tcpSocket": socket, "grpc": get}, M{"grpc": M{"port": 0}}, M{"grpc": M{"port": 70000}}, M{"grpc": M{"port": -1}}, M{"tcpSocket": M{"port": 0}}, M{"tcpSocket": M{"port": "UPPER"}}, M{"tcpSocket": M{"port": "a--b"}}, M{"httpGet": M{"port": 0}}, M{"httpGet": M{"port": 1, "scheme": "ftp"}}, M{"exec": M{}}, M{}))
	add(puts(ctr+"lifecycle", M{"preStop": M{"exec": command, "sleep": M{"seconds": 1}}}, M{"postStart": M{"tcpSocket": socket, "sleep": M{"seconds": 1}}}, M{"preStop": M{"sleep": M{"seconds": -1}}}, M{"preStop": M{"sleep": M{"seconds": 31}}}, M{"preStop": M{}}))
	for _, header := range []string{"a b", "", "a:b", "x(", "\u00e9"} {
		add(puts(ctr+"readinessProbe", M{"httpGet": M{"port": 1, "httpHeaders": list(M{"name": header, "value": "x"})}}))
	}
	stops := func(os any, signal string) broken {
		return together("stop-signal", pod+"os", os, ctr+"lifecycle", M{"stopSignal": signal})
	}
	for _, os := range []any{M{"name": "linux"}, M{"name": "windows"}, nil} {
		add(inUse(stops(M{"name": "linux"}, "SIGTERM"), stops(os, "SIGHUP"), stops(os, "SIGNOPE")))
	}
	one(stops(M{"name": "linux"}, "SIGNOPE"))
	for _, group := range []M{{}, {"podGroupName": "Bad Name"}, {"podGroupName": ""}, {"podGroupName": "a_b"}, {"podGroupName": long(254)}} {
		add(inUse(puts(pod+"schedulingGroup", M{"podGroupName": "g"})[0], puts(pod+"schedulingGroup", group)...))
	}

	// Containers of all kinds: restart policies, resize policies, resources
	rules := list(M{"action": "Restart", "exitCodes": M{"operator": "In", "values": list(1)}})
	add(inUse(initWith("restartPolicy", "Never", "restartPolicyRules", rules), initWith("restartPolicy", "Always", "restartPolicyRules", rules), initWith("restartPolicyRules", rules), initWith("restartPolicy", "Nope", "restartPolicyRules", rules)))
	one(initWith("restartPolicy", "Nope"), initWith("restartPolicy", ""), initWith("restartPolicy", "Always", "restartPolicyRules", list(M{"action": "Restart", "exitCodes": M{"operator": "In", "values": list(1)}})), initWith("resizePolicy", list(M{"resourceName": "cpu", "restartPolicy": "RestartContainer"})), initWith("resizePolicy", list(M{"resourceName": "memory", "restartPolicy": "RestartContainer"})), initWith("name", "main"), initWith("lifecycle", M{"preStop": M{"exec": command}}), initWith("image", ""))
	add(puts(ctr+"restartPolicy", "Always", "Nope"), puts(ctr+"terminationMessagePolicy", "Nope"), puts(ctr+"imagePullPolicy", "Nope"), puts(pod+"restartPolicy", "Never", "OnFailure", "Nope"), puts(pod+"dnsPolicy", "Nope"), puts(pod+"preemptionPolicy", "", "Nope"))
	resize := func(resource, policy string) M { return M{"resourceName": resource, "restartPolicy": policy} }
	add(puts(ctr+"resizePolicy", list(resize("cpu", "NotRequired"), resize("cpu", "NotRequired")), list(resize("cpu", "Nope")), list(resize("nope", "NotRequired")), list(resize("", ""))))
	one(together("resize-never", pod+"restartPolicy", "Never", ctr+"resizePolicy", list(resize("cpu", "RestartContainer"))), together("resize-never", pod+"restartPolicy", "Never", ctr+"resizePolicy", list(resize("memory", "RestartContainer"))))
	resources := func(key string, limits, requests M) []broken {
		return puts(ctr+"resources", M{"limits": limits, "requests": requests})
	}
	add(resources("extended", M{"example.com/x": "2"}, M{"example.com/x": "1"}), resources("extended", M{}, M{"example.com/x": "1"}), resources("fraction", M{"example.com/x": "500m"}, M{"example.com/x": "500m"}), resources("huge", M{"hugepages-2Mi": "3Mi", "cpu": "1"}, M{"hugepages-2Mi": "3Mi"}), resources("huge", M{"hugepages-2Mi": "1Mi", "memory": "1"}, M{"hugepages-2Mi": "1Mi"}), resources("huge", M{"hugepages-1Gi": "1Mi", "memory": "1"}, M{}), resources("huge", M{"hugepages-2Mi": "2Mi"}, M{}),
		resources("name", M{"foo": "1"}, M{}), resources("name", M{"a b": "1"}, M{}), resources("name", M{"requests.example.com/x": "1"}, M{}), resources("name", M{"kubernetes.io/x": "1"}, M{}), resources("negative", M{"cpu": "-1"}, M{}), resources("negative", M{"memory": "-1"}, M{"memory": "-2"}), resources("more", M{"cpu": "1"}, M{"cpu": "2"}), resources("name", M{"example.com/" + long(64): "1"}, M{}))
	add(puts(pod+"overhead", M{"foo": "1"}, M{"a b": "1"}, M{"cpu": "-1"}, M{"x/y/z": "1"}))
	for _, claims := range [][]any{{M{"name": "c", "request": "a"}, M{"name": "c", "request": "a"}}, {M{"name": "c"}, M{"name": "c"}}, {M{"name": "nope"}}, {M{"name": ""}}} {
		one(together("claims", pod+"resourceClaims", list(M{"name": "c", "resourceClaimName": "x"}), ctr+"resources", M{"claims": claims}))
	}
	for _, own := range []M{{"requests": M{"cpu": "1"}}, {"requests": M{"cpu": "1"}, "limits": M{"cpu": "1"}}, {"requests": M{"memory": "1"}}, {"claims": list(M{"name": "c"})}, {"claims": list()}, {"requests": M{"storage": "1"}}, {"limits": M{"cpu": "1"}}} {
		one(together("pod-resources", pod+"resources", own, ctr+"resources", M{"requests": M{"cpu": "2", "memory": "1Gi"}, "limits": M{"cpu": "3"}}))
	}
	add(puts(pod+"ephemeralContainers", list(M{"name": "d", "image": "x"}, M{"name": "d", "image": "x"}), list(M{"name": "main", "image": "x"}), list(M{"name": "d", "image": "x", "ports": list(M{"containerPort": 1})})))
	for _, sub := range []string{"subPath", "subPathExpr"} {
		one(together("ephemeral", pod+"volumes", list(M{"name": "v", "emptyDir": M{}}), pod+"ephemeralContainers", list(M{"name": "d", "image": "x", "volumeMounts": list(M{"name": "v", "mountPath": "/v", sub: "x"})})))
	}
	one(together("mirror", tpl+"metadata.annotations", M{"kubernetes.io/config.mirror": "x"}, pod+"resourceClaims", list(M{"name": "c", "resourceClaimName": "x"})))

	// Security contexts, IsValidUserID, IsValidGroupID, seccomp, AppArmor, Windows
	for _, id := range []any{-1, 4294967296} {
		add(puts(podSC+"runAsUser", id), puts(podSC+"runAsGroup", id), puts(podSC+"fsGroup", id), puts(podSC+"supplementalGroups", list(id)), puts(sc+"runAsUser", id), puts(sc+"runAsGroup", id))
	}
	add(puts(podSC+"supplementalGroupsPolicy", "Nope", "merge"), puts(podSC+"seLinuxChangePolicy", "Nope"), puts(podSC+"fsGroupChangePolicy", "Nope"), puts(ctr+"securityContext", M{"allowPrivilegeEscalation": false, "capabilities": M{"add": list("CAP_SYS_ADMIN")}}, M{"allowPrivilegeEscalation": false, "privileged": true}, M{"procMount": "Nope"}))
	seccomp := "seccomp.security.alpha.kubernetes.io/pod"
	for _, pair := range [][2]any{{"unconfined", M{"type": "RuntimeDefault"}}, {"runtime/default", M{"type": "Localhost", "localhostProfile": "x"}}, {"localhost/y", M{"type": "Localhost", "localhostProfile": "x"}}, {"runtime/default", M{"type": "Unconfined"}}, {"localhost/x", M{"type": "RuntimeDefault"}}} {
		one(together("seccomp", tpl+"metadata.annotations", M{seccomp: pair[0]}, podSC+"seccompProfile", pair[1]))
		one(together("seccomp", tpl+"metadata.annotations", M{"container." + strings.Replace(seccomp, "/pod", "/main", 1): pair[0]}, sc+"seccompProfile", pair[1]))
	}
	add(puts(podSC+"seccompProfile", M{"type": "RuntimeDefault", "localhostProfile": "x"}, M{"type": "Localhost"}, M{"type": "Nope"}), puts(sc+"seccompProfile", M{"type": "Unconfined", "localhostProfile": "x"}))
	for _, f := range []fragment{{"hostUsers", true}, {"hostPID", true}, {"hostIPC", true}, {"shareProcessNamespace", true}, {"securityContext", M{"appArmorProfile": M{"type": "Unconfined"}}}, {"securityContext", M{"seLinuxOptions": M{"type": "t"}}}, {"securityContext", M{"seccompProfile": M{"type": "Unconfined"}}}, {"securityContext", M{"fsGroup": 1}}, {"securityContext", M{"fsGroupChangePolicy": "Always"}}, {"securityContext", M{"sysctls": list(M{"name": "a", "value": "b"})}}, {"securityContext", M{"runAsUser": 1}}, {"securityContext", M{"runAsGroup": 1}}, {"securityContext", M{"supplementalGroups": list(1)}}, {"securityContext", M{"supplementalGroupsPolicy": "Merge"}}, {"securityContext", M{"seLinuxChangePolicy": "Recursive"}}} {
		one(windowsWith(f.path, f.value))
	}
	for _, f := range []fragment{{"appArmorProfile", M{"type": "Unconfined"}}, {"seLinuxOptions", M{"type": "t"}}, {"seccompProfile", M{"type": "Unconfined"}}, {"capabilities", M{"add": list("A")}}, {"readOnlyRootFilesystem", true}, {"privileged", true}, {"allowPrivilegeEscalation", true}, {"procMount", "Default"}, {"runAsUser", 1}, {"runAsGroup", 1}} {
		one(windowsWith("containers.0.securityContext", M{f.path: f.value}))
	}
	for _, options := range []M{{"gmsaCredentialSpec": ""}, {"runAsUserName": "a\\b\\c"}, {"runAsUserName": ""}, {"gmsaCredentialSpecName": "Bad Name"}, {"runAsUserName": "d\\" + long(105)}, {"runAsUserName": long(257) + "\\u"}, {"runAsUserName": "a\u0001"}, {"runAsUserName": "d\\. "}} {
		add(puts(podSC+"windowsOptions", options), puts(sc+"windowsOptions", options))
	}

	// ValidateTolerations, validateTaintEffect, IsDecimalInteger, ValidateTolerationsInPodAnnotations
	toleration := func(op, value string) M { return M{"key": "k", "operator": op, "value": value} }
	for _, value := range []string{"x", "", "05", "+1", "1.5", "99999999999999999999", "-0", " 1"} {
		add(puts(pod+"tolerations", list(toleration("Lt", value)), list(toleration("Gt", value))))
	}
	add(puts(pod+"tolerations", list(M{"operator": "Exists", "effect": "Nope"}), list(M{"operator": "Exists", "effect": "noexecute"}), list(M{"key": "k", "operator": "Exists", "effect": "NoSchedule "}), list(M{"operator": "Exists", "effect": "NoSchedule", "tolerationSeconds": 5}), list(M{"key": "a b", "operator": "Exists"}), list(M{"key": "k", "operator": "Exists", "value": "x"}), list(M{"key": "k", "operator": "Nope"}), list(M{"operator": "Equal"}), list(M{"key": "k", "value": "bad value"})))
	for _, text := range []string{"x", "[{\"key\":\"a b\"}]", "{}", "[1]", "[{\"operator\":\"Nope\",\"key\":\"k\"}]"} {
		add(puts(tpl+"metadata.annotations", M{"scheduler.alpha.kubernetes.io/tolerations": text}))
	}

	// Affinity and spreading
	add(puts(pod+"affinity", required(), required(term(req("k", "Exists", "x"))), required(term(req("k", "DoesNotExist", "x"))), required(term(req("k", "In"))), required(term(req("k", "Gt", "a", "b"))), required(term(req("k", "Nope", "x"))), required(term(req("a b", "Exists"))), required(M{"matchFields": list(req("metadata.name", "In", "Bad Name"))}), required(M{"matchFields": list(req("metadata.uid", "In", "x"))})))
	weighted := func(weight int, term M) M {
		return M{"preferredDuringSchedulingIgnoredDuringExecution": list(M{"weight": weight, "podAffinityTerm": term})}
	}
	good := M{"topologyKey": "zone", "labelSelector": M{"matchLabels": M{"a": "b"}}}
	for _, weight := range []int{0, 101, -1} {
		add(puts(affinity+"podAffinity", weighted(weight, good)), puts(affinity+"podAntiAffinity", weighted(weight, good)))
	}
	for _, change := range []fragment{{"labelSelector", M{"matchLabels": M{"a b": "c"}}}, {"labelSelector", expressions("a", "Nope", "x")}, {"namespaceSelector", M{"matchLabels": M{"a": "b c"}}}, {"topologyKey", ""}, {"topologyKey", "a b"}, {"namespaces", list("Bad NS")}, {"matchLabelKeys", list("a b")}, {"mismatchLabelKeys", list("a b")}} {
		term := copyValue(good).(M)
		term[change.path] = change.value
		add(puts(affinity+"podAffinity", M{"requiredDuringSchedulingIgnoredDuringExecution": list(term)}, weighted(5, term)))
	}
	for _, keys := range []M{{"matchLabelKeys": list("a")}, {"mismatchLabelKeys": list("a")}, {"matchLabelKeys": list("x"), "mismatchLabelKeys": list("x")}} {
		term := M{"topologyKey": "zone", "labelSelector": M{"matchLabels": M{"a": "b"}, "matchExpressions": list(req("a", "Exists"))}}
		for key, value := range keys {
			term[key] = value
		}
		add(puts(affinity+"podAntiAffinity", M{"requiredDuringSchedulingIgnoredDuringExecution": list(term)}))
	}
	for _, change := range []fragment{{"maxSkew", 0}, {"topologyKey", ""}, {"whenUnsatisfiable", "Nope"}, {"minDomains", 0}, {"nodeAffinityPolicy", "Nope"}, {"nodeTaintsPolicy", "Nope"}, {"labelSelector", M{"matchLabels": M{"a b": "c"}}}, {"matchLabelKeys", list("app")}, {"matchLabelKeys", list("a b")}} {
		spread := M{"maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule", "labelSelector": M{"matchLabels": M{"app": "a"}}}
		spread[change.path] = change.value
		add(puts(pod+"topologySpreadConstraints", list(spread)))
	}

	// validatePodDNSConfig, ValidateHostAliases, parseIP, the rest of a Pod's spec
	var many []any
	for i := range 33 {
		many = append(many, fmt.Sprintf("domain-%d.example", i))
	}
	add(puts(pod+"dnsConfig", M{"searches": many}, M{"searches": list(long(60)+".a", strings.Repeat(long(62)+".", 3)+"b", strings.Repeat(long(61)+".", 3)+"c")}, M{"nameservers": list("1.1.1.1", "1.1.1.2", "1.1.1.3", "1.1.1.4")}, M{"nameservers": list("nope")}, M{"nameservers": list("::ffff:1.2.3.4")}, M{"nameservers": list("01.2.3.4")}, M{"options": list(M{"name": ""})}, M{"searches": list("a_b!")}))
	var wide []any
	for range 20 {
		wide = append(wide, strings.Repeat(long(50)+".", 4)+"d")
	}
	add(puts(pod+"dnsConfig", M{"searches": wide}), puts(pod+"hostAliases", list(M{"ip": "::ffff:1.2.3.4"}), list(M{"ip": "nope"}), list(M{"ip": "01.2.3.4"}), list(M{"ip": ""}), list(M{"ip": "1.2.3.4", "hostnames": list("Bad_Name")})))
	one(together("none", pod+"dnsPolicy", "None"))
	add(puts(pod+"schedulingGates", list(M{"name": "a b"}), list(M{"name": "a"}, M{"name": "a"})), puts(pod+"readinessGates", list(M{"conditionType": "a b"})), puts(pod+"runtimeClassName", "Bad Name"), puts(pod+"priorityClassName", "Bad Name"), puts(pod+"serviceAccountName", "Bad Name"), puts(pod+"nodeName", "Bad Name"), puts(pod+"hostname", "Bad_Name"), puts(pod+"subdomain", "Bad_Name"), puts(pod+"activeDeadlineSeconds", 0), puts(pod+"nodeSelector", M{"a b": "c"}, M{"a": "b c"}), puts(pod+"imagePullSecrets", list(M{})), puts(pod+"terminationGracePeriodSeconds", -1), puts(pod+"hostnameOverride", "Bad_Name"), puts(pod+"schedulerName", ""), puts(pod+"os", M{"name": "nope"}))
	return all
}()

// genFunctions takes what is broken in turn; each round has it beside other things that are right.
func genFunctions(g gen, i int) Case {
	b := directed[i%len(directed)]
	for range 20 {
		m := baseDaemonSet(g)
		put(m, "metadata.namespace", "kube-system")
		c := Case{Name: b.name, Kind: "validate"}
		if old := b.do(m); old != nil {
			c.Input.OldYAML = toYAML(old)
		}
		c.Input.YAML = withLarge(toYAML(m))
		if strings.Contains(c.Input.YAML, "operator: Lt") || strings.Contains(c.Input.YAML, "operator: Gt\n        value") {
			c.FeatureGates = map[string]bool{"TaintTolerationComparisonOperators": true}
		}
		first := evaluate(c)
		same := true
		for range 12 {
			same = same && bytes.Equal(first, evaluate(c))
		}
		if same {
			return c
		}
	}
	fatalIf(fmt.Errorf("%s: another answer each time", b.name))
	return Case{}
}
