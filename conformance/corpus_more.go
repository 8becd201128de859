package main

import (
	"bytes"
	"fmt"
	"strings"
)

// bad changes a value into one of the same type that validation may refuse.
func bad(g gen, v any) any {
	switch t := v.(type) {
	case string:
		return pick[any](g, "", "Bad Value", "x/y/z", "../x", "UPPER", strings.Repeat("a", 300), "-1", "1.2.3.4", "/abs", "a..b", "nope", "a", "2000000", " padded ", "x=y", "300.1.1.1", "Bad_Domain!", "0", "1e30")
	case int:
		return pick[any](g, -1, 0, 1, 70000, 2147483647, 101, 511, 512, 2)
	case bool:
		return !t
	case M:
		if len(t) == 0 {
			return nil
		}
		out := copyValue(t).(M)
		keys := keysOf(out)
		switch g.Intn(4) {
		case 0:
			return M{}
		case 1:
			k := keys[g.Intn(len(keys))]
			delete(out, k)
			return out
		case 2:
			k := keys[g.Intn(len(keys))]
			if s, ok := out[k].(string); ok {
				delete(out, k)
				out["Bad Key!"] = s
				return out
			}
		}
		return nil
	case []any:
		if len(t) == 0 || g.chance(0.2) {
			return list()
		}
		out := copyValue(t).([]any)
		switch g.Intn(3) {
		case 0:
			return append(out, copyValue(out[0]))
		case 1:
			for len(out) < 40 {
				out = append(out, copyValue(out[0]))
			}
			return out
		}
		return list(copyValue(bad(g, out[0])))
	}
	return nil
}

// spoilValues changes one to two values in the parts that the fragments brought.
func spoilValues(g gen, m M, paths []string) {
	for range g.between(1, 2) {
		path := paths[g.Intn(len(paths))]
		cut := strings.LastIndex(path, ".")
		parent := m
		if cut >= 0 {
			var ok bool
			if parent, ok = get(m, path[:cut]).(M); !ok {
				continue
			}
		}
		key := path[cut+1:]
		places := append([]place{{in: parent, key: key}}, placesOf(parent[key])...)
		p := places[g.Intn(len(places))]
		p.set(bad(g, p.get()))
	}
}

const annotated = "metadata.annotations"

// special are what takes several parts at once; paths are those of a Pod.
var special = []mutation{
	set("annotation-mirror", annotated, M{"kubernetes.io/config.mirror": "x"}),
	set("annotation-tolerations", annotated, M{"scheduler.alpha.kubernetes.io/tolerations": "x"}, M{"scheduler.alpha.kubernetes.io/tolerations": "[{\"key\":\"a b\"}]"}, M{"scheduler.alpha.kubernetes.io/tolerations": "[{\"operator\":\"Nope\",\"key\":\"k\"}]"}),
	set("annotation-deletion-cost", annotated, M{"controller.kubernetes.io/pod-deletion-cost": "x"}, M{"controller.kubernetes.io/pod-deletion-cost": "+5"}, M{"controller.kubernetes.io/pod-deletion-cost": "99999999999"}, M{"controller.kubernetes.io/pod-deletion-cost": "05"}),
	set("annotation-seccomp", annotated, M{"seccomp.security.alpha.kubernetes.io/pod": "nope"}, M{"seccomp.security.alpha.kubernetes.io/pod": "localhost/../x"}, M{"container.seccomp.security.alpha.kubernetes.io/main": "nope"}, M{"seccomp.security.alpha.kubernetes.io/pod": "localhost//abs"}),
	set("annotation-apparmor", annotated, M{"container.apparmor.security.beta.kubernetes.io/nope": "runtime/default"}, M{"container.apparmor.security.beta.kubernetes.io/main": "nope"}, M{"container.apparmor.security.beta.kubernetes.io/": "localhost/x"}),
	{"annotation-apparmor-field", func(g gen, m M) {
		put(m, annotated, M{"container.apparmor.security.beta.kubernetes.io/main": pick(g, "runtime/default", "localhost/x", "unconfined")})
		put(m, "spec."+pick(g, "", "containers.0.")+"securityContext.appArmorProfile", pick(g, M{"type": "Unconfined"}, M{"type": "RuntimeDefault"}, M{"type": "Localhost", "localhostProfile": "y"}))
	}},
	{"annotation-seccomp-field", func(g gen, m M) {
		put(m, annotated, M{pick(g, "seccomp.security.alpha.kubernetes.io/pod", "container.seccomp.security.alpha.kubernetes.io/main"): pick(g, "runtime/default", "localhost/x", "unconfined")})
		put(m, "spec."+pick(g, "", "containers.0.")+"securityContext.seccompProfile", pick(g, M{"type": "Unconfined"}, M{"type": "RuntimeDefault"}, M{"type": "Localhost", "localhostProfile": "y"}))
	}},
	{"app-armor", func(g gen, m M) {
		put(m, "spec."+pick(g, "", "containers.0.")+"securityContext.appArmorProfile", pick(g, M{}, M{"type": "Nope"}, M{"type": "Localhost"}, M{"type": "Localhost", "localhostProfile": " x"}, M{"type": "Localhost", "localhostProfile": ""}, M{"type": "Localhost", "localhostProfile": strings.Repeat("x", 4096)}, M{"type": "RuntimeDefault", "localhostProfile": "x"}))
	}},
	{"seccomp", func(g gen, m M) {
		put(m, "spec."+pick(g, "", "containers.0.")+"securityContext.seccompProfile", pick(g, M{}, M{"type": "Nope"}, M{"type": "Localhost"}, M{"type": "Localhost", "localhostProfile": "/x"}, M{"type": "Localhost", "localhostProfile": "a/../b"}, M{"type": "Unconfined", "localhostProfile": "x"}))
	}},
	{"sysctl-host", func(g gen, m M) {
		put(m, "spec."+pick(g, "hostNetwork", "hostIPC"), true)
		put(m, "spec.securityContext.sysctls", list(M{"name": pick(g, "net.core.somaxconn", "kernel.shm_rmid_forced", "kernel/msgmax", "net/ipv4/x"), "value": "1"}))
	}},
	set("sysctls", "spec.securityContext.sysctls", list(M{"name": ""}), list(M{"name": "a b"}), list(M{"name": "net.a"}, M{"name": "net/a"}), list(M{"name": strings.Repeat("a", 300)}), list(M{"name": "Upper"})),
	{"windows", func(g gen, m M) {
		put(m, "spec.os", M{"name": "windows"})
		for range g.between(1, 3) {
			switch g.Intn(4) {
			case 0:
				put(m, "spec."+pick(g, "hostPID", "hostIPC", "hostUsers", "shareProcessNamespace"), true)
			case 1:
				put(m, "spec.securityContext."+pick(g, "runAsUser", "runAsGroup", "fsGroup"), 1)
			case 2:
				f := pick[fragment](g, fragment{"appArmorProfile", M{"type": "Unconfined"}}, fragment{"seLinuxOptions", M{"type": "t"}}, fragment{"seccompProfile", M{"type": "Unconfined"}}, fragment{"fsGroupChangePolicy", "Always"}, fragment{"sysctls", list(M{"name": "a", "value": "b"})}, fragment{"supplementalGroups", list(1)}, fragment{"supplementalGroupsPolicy", "Merge"}, fragment{"seLinuxChangePolicy", "Recursive"})
				put(m, "spec.securityContext."+f.path, copyValue(f.value))
			default:
				f := pick[fragment](g, fragment{"appArmorProfile", M{"type": "Unconfined"}}, fragment{"seLinuxOptions", M{"type": "t"}}, fragment{"seccompProfile", M{"type": "Unconfined"}}, fragment{"capabilities", M{"add": list("A")}}, fragment{"readOnlyRootFilesystem", true}, fragment{"privileged", true}, fragment{"allowPrivilegeEscalation", true}, fragment{"procMount", "Default"}, fragment{"runAsUser", 1}, fragment{"runAsGroup", 1})
				put(m, "spec.containers.0.securityContext."+f.path, copyValue(f.value))
			}
		}
		if g.chance(0.2) {
			put(m, "spec.resources", M{"limits": M{"cpu": "1"}})
		}
	}},
	{"linux", func(g gen, m M) {
		put(m, "spec.os", M{"name": "linux"})
		put(m, "spec."+pick(g, "", "containers.0.")+"securityContext.windowsOptions", M{"runAsUserName": "x"})
	}},
	{"host-process", func(g gen, m M) {
		put(m, "spec.securityContext.windowsOptions.hostProcess", g.chance(0.7))
		put(m, "spec.containers.0.securityContext.windowsOptions.hostProcess", g.chance(0.5))
		put(m, "spec.hostNetwork", g.chance(0.4))
		if g.chance(0.5) {
			put(m, "spec.initContainers", list(M{"name": "init", "image": "x"}))
		}
	}},
	{"windows-options", func(g gen, m M) {
		put(m, "spec."+pick(g, "", "containers.0.")+"securityContext.windowsOptions", pick(g, M{"gmsaCredentialSpecName": "Bad Name"}, M{"gmsaCredentialSpec": ""}, M{"runAsUserName": ""}, M{"runAsUserName": "a\\b\\c"}, M{"runAsUserName": strings.Repeat("u", 600)}, M{"runAsUserName": "a\x01"}, M{"runAsUserName": "dom\\"}, M{"runAsUserName": "\\user"}, M{"runAsUserName": "...\\user"}, M{"runAsUserName": "d\\" + strings.Repeat("u", 130)}, M{"runAsUserName": strings.Repeat("d", 260) + "\\u"}, M{"runAsUserName": "d\\.. "}, M{"runAsUserName": "d\\a:b"}))
	}},
	{"host-users", func(g gen, m M) {
		put(m, "spec.hostUsers", false)
		put(m, "spec."+pick(g, "hostPID", "hostIPC", "hostNetwork"), true)
		if g.chance(0.3) {
			put(m, "spec.containers.0.volumeDevices", list(M{"name": "b", "devicePath": "/dev/x"}))
		}
	}},
	{"hostname-override", func(g gen, m M) {
		put(m, "spec.hostnameOverride", pick(g, "x.y", "Bad", strings.Repeat("h", 65), ""))
		put(m, "spec."+pick(g, "setHostnameAsFQDN", "hostNetwork", "hostPID"), true)
	}},
	{"volume-devices", func(g gen, m M) {
		put(m, "spec.volumes", list(M{"name": "block", "persistentVolumeClaim": M{"claimName": "c"}}, M{"name": "host", "hostPath": M{"path": "/x"}}))
		put(m, "spec.containers.0.volumeDevices", pick(g, list(M{"name": "block", "devicePath": ""}), list(M{"name": "block", "devicePath": "a/../b"}), list(M{"name": "", "devicePath": "/d"}), list(M{"name": "nope", "devicePath": "/d"}), list(M{"name": "host", "devicePath": "/d"}),
			list(M{"name": "block", "devicePath": "/d"}, M{"name": "block", "devicePath": "/e"}), list(M{"name": "block", "devicePath": "/d"}, M{"name": "host", "devicePath": "/d"}), list(M{"name": "block", "devicePath": "/data"})))
		if g.chance(0.5) {
			put(m, "spec.containers.0.volumeMounts", list(M{"name": pick(g, "block", "host"), "mountPath": "/data"}))
		}
	}},
	{"claims", func(g gen, m M) {
		put(m, "spec.resourceClaims", pick(g, list(M{"name": "c", "resourceClaimName": "x"}), list(M{"name": ""}), list(M{"name": "c", "resourceClaimName": "x"}, M{"name": "c", "resourceClaimTemplateName": "y"}), list(M{"name": "c", "resourceClaimName": "Bad Name"}), list(M{"name": "c", "resourceClaimTemplateName": "Bad Name"})))
		put(m, "spec.containers.0.resources.claims", pick(g, list(M{"name": "c"}), list(M{"name": ""}), list(M{"name": "c"}, M{"name": "c"}), list(M{"name": "nope"}), list(M{"name": "c", "request": "Bad Name"}), list(M{"name": "c", "request": "a"}, M{"name": "c"}), list(M{"name": "c"}, M{"name": "c", "request": "a"}), list(M{"name": "Bad_Claim"})))
	}},
	{"pod-resources", func(g gen, m M) {
		put(m, "spec.resources", pick(g, M{"limits": M{"cpu": "1"}}, M{"limits": M{"memory": "64Mi"}, "requests": M{"memory": "32Mi"}}, M{"limits": M{"cpu": "1"}, "requests": M{"cpu": "2"}}, M{"requests": M{"ephemeral-storage": "1"}}, M{"claims": list(M{"name": "c"})}, M{"limits": M{"hugepages-2Mi": "2Mi"}}, M{"limits": M{"cpu": "-1"}}, M{"requests": M{"example.com/x": "1"}}))
		put(m, "spec.containers.0.resources", pick(g, M{"limits": M{"cpu": "2"}}, M{"requests": M{"memory": "1Gi"}}, M{"limits": M{"hugepages-2Mi": "4Mi", "cpu": "3"}}, M{}))
	}},
	{"restart-rules", func(g gen, m M) {
		put(m, "spec.containers.0.restartPolicy", pick[any](g, nil, "Never", "Always", "Nope"))
		rule := func() any {
			return pick[any](g, M{}, M{"action": "Restart", "exitCodes": M{"operator": "In", "values": list(1)}}, M{"action": "Nope"}, M{"action": "Restart"}, M{"action": "Restart", "exitCodes": M{"operator": "Nope", "values": list(1)}}, M{"action": "Restart", "exitCodes": M{"operator": "NotIn", "values": make256()}})
		}
		rules := list(rule(), rule())
		if g.chance(0.15) {
			for len(rules) < 21 {
				rules = append(rules, M{"action": "Restart", "exitCodes": M{"operator": "In", "values": list(1)}})
			}
		}
		put(m, "spec.containers.0.restartPolicyRules", rules)
	}},
	{"init-restart", func(g gen, m M) {
		init := M{"name": "init", "image": "x"}
		put(m, "spec.initContainers", list(init))
		if g.chance(0.6) {
			init["restartPolicy"] = pick(g, "Always", "Never", "OnFailure", "Nope")
		}
		f := pick[fragment](g, fragment{"lifecycle", M{"preStop": M{"exec": M{"command": list("x")}}}}, fragment{"livenessProbe", probe(M{"successThreshold": 2})}, fragment{"readinessProbe", probe(M{"timeoutSeconds": -1})}, fragment{"startupProbe", probe(M{"successThreshold": 3})}, fragment{"restartPolicyRules", list(M{"action": "Restart", "exitCodes": M{"operator": "In", "values": list(1)}})}, fragment{"resizePolicy", list(M{"resourceName": "cpu", "restartPolicy": "NotRequired"})}, fragment{"resizePolicy", list(M{"resourceName": "cpu", "restartPolicy": "Nope"})}, fragment{"terminationMessagePolicy", "Nope"}, fragment{"lifecycle", M{"postStart": M{}}})
		init[f.path] = copyValue(f.value)
	}},
	{"ephemeral", func(g gen, m M) {
		c := M{"name": "debug", "image": "x"}
		f := pick[fragment](g, fragment{"name", ""}, fragment{"name", "main"}, fragment{"targetContainerName", "nope"}, fragment{"ports", list(M{"containerPort": 1})}, fragment{"livenessProbe", copyValue(httpProbe)}, fragment{"lifecycle", M{}}, fragment{"resources", M{"limits": M{"cpu": "1"}}}, fragment{"volumeMounts", list(M{"name": "v", "mountPath": "/v", "subPath": "x"})}, fragment{"volumeMounts", list(M{"name": "v", "mountPath": "/v", "subPathExpr": "x"})}, fragment{"image", ""}, fragment{"restartPolicy", "Always"}, fragment{"imagePullPolicy", "Nope"}, fragment{"resizePolicy", list(M{"resourceName": "cpu", "restartPolicy": "NotRequired"})})
		c[f.path] = f.value
		put(m, "spec.ephemeralContainers", list(c))
		put(m, "spec.volumes", list(M{"name": "v", "emptyDir": M{}}))
	}},
	{"file-key", func(g gen, m M) {
		put(m, "spec.volumes", list(M{"name": "v", "emptyDir": M{}}, M{"name": "host", "hostPath": M{"path": "/x"}}))
		put(m, "spec.containers.0.env", list(M{"name": "A", "valueFrom": M{"fileKeyRef": pick(g, M{"volumeName": "nope", "path": "p", "key": "K"}, M{"volumeName": "host", "path": "p", "key": "K"}, M{"volumeName": "v", "path": "../p", "key": "K"}, M{"volumeName": "", "path": "", "key": ""}, M{"volumeName": "v", "path": "/p", "key": "a b"}, M{"volumeName": "v", "path": "p", "key": "=x"})}}))
	}},
	{"mount-read-only", func(g gen, m M) {
		put(m, "spec.volumes", list(M{"name": "v", "hostPath": M{"path": "/x"}}))
		put(m, "spec.containers.0.volumeMounts", list(pick(g, M{"name": "v", "mountPath": "/v", "recursiveReadOnly": "Enabled"}, M{"name": "v", "mountPath": "/v", "readOnly": true, "recursiveReadOnly": "Nope"}, M{"name": "v", "mountPath": "/v", "readOnly": true, "mountPropagation": "HostToContainer", "recursiveReadOnly": "Enabled"}, M{"name": "v", "mountPath": "/v", "readOnly": true, "recursiveReadOnly": "IfPossible", "mountPropagation": "Bidirectional"}, M{"name": "v", "mountPath": "/v", "recursiveReadOnly": "Disabled"})))
	}},
	{"scheduling", func(g gen, m M) {
		put(m, "spec.schedulingGates", list(M{"name": "a"}))
		put(m, "spec.nodeName", "node-1")
	}},
	{"match-label-keys", func(g gen, m M) {
		put(m, "spec.topologySpreadConstraints", list(M{"maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule", "labelSelector": pick[any](g, nil, M{"matchLabels": M{"app": "a"}}, M{"matchLabels": M{"a b": "c"}}), "matchLabelKeys": pick(g, list("app"), list("a b"), list("x", "x"))}))
	}},
	{"pod-affinity-keys", func(g gen, m M) {
		term := M{"topologyKey": pick(g, "zone", "", "a b"), "labelSelector": pick[any](g, nil, M{"matchLabels": M{"app": "a"}}), "matchLabelKeys": pick(g, list("app"), list("a b"), list("x")), "mismatchLabelKeys": pick(g, list("x"), list("b c"), list("app")), "namespaces": pick(g, list("Bad NS"), list("ok"))}
		put(m, "spec.affinity."+pick(g, "podAffinity", "podAntiAffinity"), pick(g, M{"requiredDuringSchedulingIgnoredDuringExecution": list(term)}, M{"preferredDuringSchedulingIgnoredDuringExecution": list(M{"weight": pick[any](g, 0, 101, 5), "podAffinityTerm": term})}))
	}},
	{"restart-deadline", func(g gen, m M) {
		put(m, "spec.activeDeadlineSeconds", pick[any](g, 0, -1, 99999999999))
	}},
	{"field-ref", func(g gen, m M) {
		put(m, "spec.containers.0.env", list(M{"name": "A", "valueFrom": pick(g, M{"fieldRef": M{"fieldPath": ""}}, M{"fieldRef": M{"fieldPath": "metadata.labels['']"}}, M{"fieldRef": M{"fieldPath": "metadata.annotations['a b']"}}, M{"fieldRef": M{"fieldPath": "metadata.name['a']"}}, M{"fieldRef": M{"apiVersion": "v2", "fieldPath": "metadata.name"}}, M{"fieldRef": M{"fieldPath": "spec.containers"}}, M{"fieldRef": M{"fieldPath": "metadata.labels"}},
			M{"resourceFieldRef": M{"resource": ""}}, M{"resourceFieldRef": M{"resource": "limits.nope"}}, M{"resourceFieldRef": M{"resource": "limits.cpu", "divisor": "3"}}, M{"resourceFieldRef": M{"resource": "limits.memory", "divisor": "7"}}, M{"resourceFieldRef": M{"resource": "requests.ephemeral-storage", "divisor": "3Ki"}}, M{"resourceFieldRef": M{"resource": "limits.hugepages-2Mi", "divisor": "3"}}, M{"resourceFieldRef": M{"resource": "requests.hugepages-1Gi"}},
			M{"configMapKeyRef": M{"name": "", "key": ""}}, M{"configMapKeyRef": M{"name": "Bad Name", "key": "a/b"}}, M{"secretKeyRef": M{"name": "", "key": ""}}, M{"secretKeyRef": M{"name": "s", "key": "a b"}})}))
	}},
	{"env-from", func(g gen, m M) {
		put(m, "spec.containers.0.envFrom", list(pick(g, M{"secretRef": M{}}, M{"secretRef": M{"name": "Bad Name"}}, M{"configMapRef": M{"name": "Bad Name"}}, M{"prefix": "=", "secretRef": M{"name": "s"}}, M{})))
	}},
	{"downward", func(g gen, m M) {
		item := pick(g, M{}, M{"path": "", "fieldRef": M{"fieldPath": "metadata.name"}}, M{"path": "/abs", "fieldRef": M{"fieldPath": "metadata.name"}}, M{"path": "x", "mode": 512, "fieldRef": M{"fieldPath": "metadata.name"}}, M{"path": "..x", "fieldRef": M{"fieldPath": "metadata.name"}}, M{"path": "x", "fieldRef": M{"fieldPath": "metadata.name"}, "resourceFieldRef": M{"containerName": "main", "resource": "limits.cpu"}}, M{"path": "x", "resourceFieldRef": M{"resource": "limits.cpu"}}, M{"path": "x"})
		put(m, "spec.volumes", list(pick(g, M{"name": "d", "downwardAPI": M{"items": list(item), "defaultMode": pick[any](g, 420, 1000)}}, M{"name": "d", "projected": M{"sources": list(M{"downwardAPI": M{"items": list(item)}})}})))
	}},
	{"projected", func(g gen, m M) {
		source := func() M {
			return pick(g, M{"secret": M{}}, M{"secret": M{"name": "Bad Name"}}, M{"configMap": M{}}, M{"configMap": M{"name": "c", "items": list(M{"key": "k", "path": "p"})}}, M{"secret": M{"name": "s", "items": list(M{"key": "k", "path": "p"})}}, M{"serviceAccountToken": M{"path": ""}}, M{"serviceAccountToken": M{"path": "t", "expirationSeconds": 5}}, M{"serviceAccountToken": M{"path": "p", "expirationSeconds": 99999999999}}, M{"serviceAccountToken": M{"path": "../t"}},
				M{"clusterTrustBundle": M{"path": ""}}, M{"clusterTrustBundle": M{"path": "x", "name": "n", "signerName": "s"}}, M{"clusterTrustBundle": M{"path": "x", "signerName": "bad"}}, M{"clusterTrustBundle": M{"path": "x", "name": "Bad Name"}}, M{"clusterTrustBundle": M{"path": "x", "name": "n", "labelSelector": M{}}}, M{"secret": M{"name": "a"}, "configMap": M{"name": "b"}}, M{}, M{"podCertificate": M{"signerName": "bad", "keyType": "nope"}}, M{"podCertificate": M{"signerName": "example.com/s", "keyType": "ED25519", "maxExpirationSeconds": 5, "credentialBundlePath": "p"}}, M{"podCertificate": M{"signerName": "example.com/s", "keyType": "ED25519", "keyPath": "p", "certificateChainPath": "p"}}, M{"podCertificate": M{"signerName": "example.com/s", "keyType": "ED25519"}})
		}
		put(m, "spec.volumes", list(M{"name": "p", "projected": M{"defaultMode": pick[any](g, 420, 420, 1000), "sources": list(source(), source())}}))
	}},
	{"host-ports", func(g gen, m M) {
		put(m, "spec.containers", list(M{"name": "a", "image": "x", "ports": list(M{"containerPort": 1, "hostPort": 1})}, M{"name": "b", "image": "x", "ports": list(M{"containerPort": 1, "hostPort": 1, "protocol": pick(g, "TCP", "UDP"), "hostIP": pick(g, "", "127.0.0.1")})}))
	}},
	{"volume-claim", func(g gen, m M) {
		put(m, "spec.volumes", list(M{"name": "scratch", "ephemeral": M{"volumeClaimTemplate": pick(g, M{"spec": M{}}, M{"metadata": M{"name": "x"}, "spec": M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "1Gi"}}}}, M{"spec": M{"accessModes": list("Nope"), "resources": M{"requests": M{"storage": "0"}}}}, M{"spec": M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "1Gi"}}, "storageClassName": "Bad Class"}}, M{"metadata": M{"labels": M{"a b": "c"}}, "spec": M{"accessModes": list("ReadWriteOncePod", "ReadWriteOnce"), "resources": M{"requests": M{"storage": "-1"}}}},
			M{"spec": M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "1Gi"}}, "volumeMode": "Nope", "selector": M{"matchLabels": M{"a b": "c"}}}}, M{"spec": M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "1Gi"}}, "dataSource": M{"kind": "X", "name": ""}}}, M{"spec": M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "1Gi"}}, "dataSource": M{"kind": "", "name": "x"}, "dataSourceRef": M{"kind": "Y", "name": "z"}}}, M{"spec": M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "1Gi"}}, "volumeAttributesClassName": "Bad Class"}})}}))
	}},
	{"supplemental", func(g gen, m M) {
		put(m, "spec.securityContext."+pick(g, "supplementalGroupsPolicy", "seLinuxChangePolicy", "fsGroupChangePolicy"), "Nope")
	}},
	{"keys", func(g gen, m M) {
		put(m, "spec.containers.0.env", list(M{"name": "A", "valueFrom": pick(g, M{"secretKeyRef": M{"name": "", "key": ""}}, M{"secretKeyRef": M{"name": "Bad Name", "key": "a b"}}, M{"configMapKeyRef": M{"name": "", "key": ""}}, M{"configMapKeyRef": M{"name": "Bad Name", "key": "a/b"}}, M{"resourceFieldRef": M{"resource": "limits.cpu", "divisor": "3"}}, M{"resourceFieldRef": M{"resource": "requests.memory", "divisor": "7"}}, M{"resourceFieldRef": M{"resource": "limits.ephemeral-storage", "divisor": "3Ki"}},
			M{"fieldRef": M{"fieldPath": "metadata.name"}, "secretKeyRef": M{"name": "s", "key": "k"}})}))
	}},
	{"init-probes", func(g gen, m M) {
		init := M{"name": "init", "image": "x", "restartPolicy": pick(g, "Always", "Always", "Never", "OnFailure")}
		put(m, "spec.initContainers", list(init))
		init[pick(g, "livenessProbe", "readinessProbe", "startupProbe")] = pick(g, probe(M{"successThreshold": 2}), probe(M{"timeoutSeconds": -1}), probe(M{"terminationGracePeriodSeconds": 0}))
	}},
	set("restart-policy", "spec.restartPolicy", "Nope", "Never", "OnFailure"),
	set("dns-policy", "spec.dnsPolicy", "Nope", "None", "Default"),
	{"stop-signal", func(g gen, m M) {
		put(m, "spec.containers.0.lifecycle.stopSignal", pick(g, "SIGTERM", "SIGNOPE", "SIGUSR1"))
		if g.chance(0.7) {
			put(m, "spec.os", M{"name": pick(g, "linux", "windows")})
		}
	}},
	{"proc-mount", func(g gen, m M) {
		put(m, "spec.containers.0.securityContext.procMount", pick(g, "Nope", "Unmasked"))
		put(m, "spec.hostUsers", pick[any](g, true, false, nil))
	}},
	{"probes", func(g gen, m M) {
		put(m, "spec.containers.0."+pick(g, "livenessProbe", "readinessProbe", "startupProbe"), pick(g, M{}, probe(M{"exec": M{"command": list("a")}}), probe(M{"successThreshold": 2}), probe(M{"terminationGracePeriodSeconds": 0}), probe(M{"terminationGracePeriodSeconds": 5}), probe(M{"terminationGracePeriodSeconds": -5}), probe(M{"timeoutSeconds": -1}), probe(M{"periodSeconds": -1, "failureThreshold": -1}),
			M{"exec": M{}}, M{"exec": M{"command": list()}}, M{"httpGet": M{"port": 0}}, M{"httpGet": M{"port": 1, "scheme": "http"}}, M{"httpGet": M{"port": "a--b"}}, M{"httpGet": M{"port": 1, "httpHeaders": list(M{"name": "a b", "value": "x"})}}, M{"tcpSocket": M{"port": 70000}}, M{"grpc": M{"port": -1}}))
	}},
	{"handlers", func(g gen, m M) {
		put(m, "spec.containers.0.lifecycle."+pick(g, "postStart", "preStop"), pick(g, M{}, M{"exec": M{}}, M{"exec": M{"command": list("a")}, "httpGet": M{"port": 1}}, M{"sleep": M{"seconds": 0}}, M{"sleep": M{"seconds": -1}}, M{"sleep": M{"seconds": 31}}, M{"sleep": M{"seconds": 1}, "tcpSocket": M{"port": 1}}, M{"httpGet": M{"port": 0, "scheme": "X"}}, M{"tcpSocket": M{"port": "UPPER"}}))
	}},
	{"preferred", func(g gen, m M) {
		put(m, "spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution", list(M{"weight": pick[any](g, 0, -1, 101, 5), "preference": pick(g, M{}, term(req("a b", "Exists")), term(req("k", "In")), M{"matchFields": list(req("metadata.name", "In", "a", "b"))}, M{"matchFields": list(req("nope", "In", "a"))}, M{"matchFields": list(req("metadata.name", "Gt", "1"))}, M{"matchFields": list(req("metadata.name", "In", "Bad Name"))})}))
	}},
	{"required", func(g gen, m M) {
		put(m, "spec.affinity", pick(g, required(), required(M{}), required(term(req("k", "In"))), required(term(req("k", "Exists", "x"))), required(term(req("k", "Gt", "a", "b"))), required(term(req("k", "Nope", "x"))), required(M{"matchFields": list(req("metadata.name", "In"))}), required(M{"matchFields": list(req("metadata.name", "DoesNotExist"))}), required(M{"matchFields": list(req("metadata.uid", "In", "x"))}), required(term(req("k", "In", "bad value")))))
	}},
	{"key-to-path", func(g gen, m M) {
		items := list(pick(g, M{"key": "", "path": ""}, M{"key": "k", "path": "/abs"}, M{"key": "k", "path": "a/../b"}, M{"key": "k", "path": "..x"}, M{"key": "k", "path": "p", "mode": 512}, M{"key": "k", "path": "p", "mode": -1}))
		put(m, "spec.volumes", list(pick(g, M{"name": "v", "configMap": M{"name": "c", "items": items}}, M{"name": "v", "secret": M{"secretName": "s", "items": items}}, M{"name": "v", "secret": M{"defaultMode": 512}}, M{"name": "v", "configMap": M{"defaultMode": -1}}, M{"name": "v", "projected": M{"sources": list(M{"configMap": M{"name": "c", "items": items}})}})))
	}},
	{"host-path", func(g gen, m M) {
		put(m, "spec.volumes", list(M{"name": "v", "hostPath": pick(g, M{"path": ""}, M{"path": "/a/../b"}, M{"path": "/a", "type": "Nope"}, M{"path": "..", "type": "nope"})}))
	}},
	{"image-volume", func(g gen, m M) {
		put(m, "spec.volumes", list(M{"name": "v", "image": pick(g, M{}, M{"reference": ""}, M{"reference": "a", "pullPolicy": "Nope"}, M{"reference": " a"})}))
		put(m, "spec.containers.0.volumeMounts", list(M{"name": "v", "mountPath": "/v", "subPath": pick(g, "", "a", "/x")}))
	}},
	{"spread", func(g gen, m M) {
		c := M{"maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "DoNotSchedule"}
		c[pick(g, "maxSkew", "topologyKey", "whenUnsatisfiable", "minDomains", "nodeAffinityPolicy", "nodeTaintsPolicy")] = nil
		f := pick[fragment](g, fragment{"maxSkew", 0}, fragment{"maxSkew", -1}, fragment{"topologyKey", ""}, fragment{"topologyKey", "a b"}, fragment{"whenUnsatisfiable", "Nope"}, fragment{"whenUnsatisfiable", ""}, fragment{"minDomains", 0}, fragment{"nodeAffinityPolicy", "Nope"}, fragment{"nodeTaintsPolicy", "Nope"}, fragment{"labelSelector", M{"matchLabels": M{"a b": "c"}}})
		c[f.path] = f.value
		for k, v := range c {
			if v == nil {
				delete(c, k)
			}
		}
		all := list(c)
		if g.chance(0.3) {
			all = append(all, copyValue(c))
		}
		put(m, "spec.topologySpreadConstraints", all)
	}},
	{"ephemeral-claim-twice", func(g gen, m M) {
		put(m, "spec.volumes", list(M{"name": "v", "ephemeral": pick(g, M{}, M{"volumeClaimTemplate": M{"spec": M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "1Gi"}}}}})}, M{"name": "c", "persistentVolumeClaim": M{"claimName": pick(g, "agent-v", "", "x")}}))
	}},
}

func volume(sources ...any) mutation {
	return set("rare-volume", "spec.volumes", volumesOf(sources)...)
}

func volumesOf(sources []any) []any {
	var out []any
	for _, source := range sources {
		v := copyValue(source).(M)
		v["name"] = "v"
		out = append(out, list(v))
	}
	return out
}

func container(name, path string, values ...any) mutation {
	return set(name, "spec.containers.0."+path, values...)
}

// rare are what chance seldom finds; each is taken in turn.
var rare = []mutation{
	volume(M{"gitRepo": M{"repository": ""}}, M{"gitRepo": M{"repository": "x", "directory": "../y"}}, M{"gitRepo": M{}}),
	volume(M{"scaleIO": M{"system": "s", "secretRef": M{"name": "x"}, "volumeName": "v"}}, M{"scaleIO": M{"gateway": "g", "secretRef": M{"name": "x"}, "volumeName": "v"}}, M{"scaleIO": M{"gateway": "g", "system": "s", "secretRef": M{"name": "x"}}}),
	volume(M{"storageos": M{}}, M{"storageos": M{"volumeName": "Bad Name"}}, M{"storageos": M{"volumeName": "v", "volumeNamespace": "Bad NS"}}, M{"storageos": M{"volumeName": "v", "secretRef": M{}}}),
	volume(M{"photonPersistentDisk": M{}}, M{"portworxVolume": M{}}, M{"photonPersistentDisk": M{"fsType": "x"}}),
	volume(M{"cinder": M{}}, M{"cinder": M{"volumeID": "v", "secretRef": M{}}}, M{"cinder": M{"readOnly": true}}),
	volume(M{"awsElasticBlockStore": M{}}, M{"awsElasticBlockStore": M{"volumeID": "v", "partition": 300}}, M{"awsElasticBlockStore": M{"volumeID": "v", "partition": -1}}),
	volume(M{"azureFile": M{}}, M{"azureFile": M{"secretName": "s"}}, M{"azureFile": M{"shareName": "s"}}, M{"azureDisk": M{"diskName": "d"}}, M{"azureDisk": M{"diskName": "d", "diskURI": "x", "kind": "Nope"}}),
	volume(M{"cephfs": M{}}, M{"cephfs": M{"monitors": list()}}, M{"rbd": M{"image": "i"}}, M{"rbd": M{"monitors": list("m"), "image": ""}}),
	volume(M{"flexVolume": M{}}, M{"flexVolume": M{"driver": "x", "options": M{"kubernetes.io/x": "y"}}}, M{"flexVolume": M{"driver": "x", "options": M{"a.k8s.io/x": "y"}}}),
	volume(M{"flocker": M{}}, M{"flocker": M{"datasetName": "a", "datasetUUID": "b"}}, M{"flocker": M{"datasetName": "a/b"}}),
	volume(M{"nfs": M{}}, M{"nfs": M{"server": "s"}}, M{"nfs": M{"server": "s", "path": "rel"}}),
	volume(M{"csi": M{}}, M{"csi": M{"driver": "Bad Driver"}}, M{"csi": M{"driver": strings.Repeat("d", 70)}}, M{"csi": M{"driver": "d", "nodePublishSecretRef": M{}}}),
	volume(M{"image": M{}}, M{"image": M{"reference": "a", "pullPolicy": "Nope"}}),
	volume(M{"downwardAPI": M{"defaultMode": 512}}, M{"downwardAPI": M{"defaultMode": -1, "items": list()}}),
	volume(M{"ephemeral": M{"volumeClaimTemplate": M{"spec": M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "0"}}}}}}, M{"ephemeral": M{"volumeClaimTemplate": M{"spec": M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "1Gi"}}, "dataSourceRef": M{"kind": "", "name": "x"}}}}}, M{"ephemeral": M{"volumeClaimTemplate": M{"spec": M{"accessModes": list("ReadWriteOnce"), "resources": M{"requests": M{"storage": "1Gi"}}, "dataSourceRef": M{"apiGroup": "a b", "kind": "X", "name": ""}}}}}),
	volume(M{"configMap": M{"name": "c", "items": list(M{"key": "k", "path": "..x"})}}, M{"secret": M{"secretName": "s", "items": list(M{"key": "k", "path": ".."})}}),
	container("rare-liveness", "livenessProbe", probe(M{"successThreshold": 2}), probe(M{"successThreshold": 3})),
	container("rare-readiness", "readinessProbe", probe(M{"terminationGracePeriodSeconds": 5}), probe(M{"terminationGracePeriodSeconds": 1})),
	container("rare-startup", "startupProbe", probe(M{"successThreshold": 2}), probe(M{"successThreshold": 5})),
	container("rare-exec", "livenessProbe", M{"exec": M{}}, M{"exec": M{"command": list()}}),
	container("rare-signal", "lifecycle", M{"stopSignal": "SIGTERM"}, M{"stopSignal": "SIGNOPE"}),
	container("rare-env-from", "envFrom", list(M{"configMapRef": M{}}), list(M{"configMapRef": M{"name": "Bad Name"}}), list(M{"secretRef": M{}})),
	container("rare-key", "env", list(M{"name": "A", "valueFrom": M{"configMapKeyRef": M{"name": "c"}}}), list(M{"name": "A", "valueFrom": M{"configMapKeyRef": M{"key": "k"}}}), list(M{"name": "A", "valueFrom": M{"configMapKeyRef": M{"name": "c", "key": "a b"}}}), list(M{"name": "A", "valueFrom": M{"secretKeyRef": M{"name": "s"}}})),
	container("rare-container-for-pod", "image", " a", "a ", "\ta"),
	container("rare-resources", "resources", M{"limits": M{"kubernetes.io/x": "1"}}, M{"requests": M{"a b": "1"}}, M{"limits": M{strings.Repeat("x", 70): "1"}}),
	set("rare-pod-resources", "spec.resources", M{"requests": M{"storage": "1"}}, M{"limits": M{"example.com/x": "1"}}, M{"claims": list(M{"name": "x"})}),
	set("rare-ephemeral", "spec.ephemeralContainers", list(M{"name": "main", "image": "x"}), list(M{"name": "d", "image": "x", "targetContainerName": "nope"}), list(M{"image": "x"})),
	set("rare-init", "spec.initContainers", list(M{"name": "i", "image": "x", "restartPolicy": "Nope"}), list(M{"name": "i", "image": "x", "restartPolicyRules": list(M{"action": "Nope"})}), list(M{"name": "i", "image": "x", "restartPolicy": "Always", "livenessProbe": probe(M{"successThreshold": 2})})),
	set("rare-selector", "spec.affinity", required(M{"matchFields": list(req("metadata.name", "In", "Bad Name"))}), required(term(req("k", "Gt"))), required()),
	set("rare-match-label-keys", "spec.affinity", M{"podAffinity": M{"requiredDuringSchedulingIgnoredDuringExecution": list(M{"topologyKey": "z", "labelSelector": M{"matchLabels": M{"a": "b"}}, "matchLabelKeys": list("a"), "mismatchLabelKeys": list("a")})}}, M{"podAffinity": M{"requiredDuringSchedulingIgnoredDuringExecution": list(M{"topologyKey": "z", "matchLabelKeys": list("a")})}}),
	set("rare-dns", "spec.dnsConfig", M{"searches": list("a_b!")}, M{"searches": list("-a")}, M{"options": list(M{"name": ""})}),
	set("rare-owner", "metadata.ownerReferences", list(M{"apiVersion": "v1", "kind": "N", "name": "a", "uid": "u", "controller": true}, M{"apiVersion": "v1", "kind": "N", "name": "b", "uid": "w", "controller": true})),
}

// volumeFragments are the volumes among the fragments.
var volumeFragments = func() []fragment {
	var out []fragment
	for _, f := range podFragments {
		if f.path == "volumes" {
			out = append(out, f)
		}
	}
	return out
}()

func make256() []any {
	var out []any
	for i := range 256 {
		out = append(out, i)
	}
	return out
}

// managed are metadata that only servers write, and that clients may send back wrong.
var managed = []mutation{
	set("managed-fields", "metadata.managedFields", list(M{"manager": "m", "operation": "Nope", "apiVersion": "v1", "fieldsType": "FieldsV1"}), list(M{"manager": "m", "operation": "Update", "apiVersion": "v1", "fieldsType": "Nope"}), list(M{"manager": strings.Repeat("m", 200), "operation": "Apply", "fieldsType": "FieldsV1"}), list(M{"manager": "m\x01", "operation": "Apply", "fieldsType": "FieldsV1"}), list(M{"manager": "m", "operation": "Apply", "fieldsType": "FieldsV1", "subresource": strings.Repeat("s", 300)})),
	set("finalizers", "metadata.finalizers", list("orphan", "foregroundDeletion"), list("a b/c"), list("noslash"), list("")),
	set("owners", "metadata.ownerReferences", list(M{"apiVersion": "v1", "kind": "Event", "name": "e", "uid": "u"}), list(M{"apiVersion": "v1", "kind": "Node", "name": "a", "uid": "u", "controller": true}, M{"apiVersion": "v1", "kind": "Node", "name": "b", "uid": "w", "controller": true}), list(M{"apiVersion": "v1", "kind": "", "name": "", "uid": ""}), list(M{"apiVersion": "a/b/c", "kind": "X", "name": "n", "uid": "u"})),
	set("generate-name", "metadata.generateName", "Bad Name", "ok-"),
	set("generation", "metadata.generation", -1),
	set("name-and-labels", "metadata.labels", M{"a b": "x", "ok": strings.Repeat("v", 70)}, M{strings.Repeat("k", 70): "v"}, M{strings.Repeat("p", 260) + "/k": "v"}),
}

var nodeSpecials = []mutation{
	set("node-cidrs", "spec.podCIDRs", list("10.0.0.0"), list("10.0.0.0/24", "10.1.0.0/24"), list("10.0.0.0/24", "fd00::/64", "10.2.0.0/24"), list("010.0.0.0/24")),
	set("node-taints", "spec.taints", list(M{"key": "k", "effect": "Nope"}), list(M{"key": "k", "effect": "NoSchedule"}, M{"key": "k", "effect": "NoSchedule"}), list(M{"key": "", "effect": ""}), list(M{"key": "a b", "value": "c d", "effect": "NoExecute"})),
	set("node-annotations", "metadata.annotations", M{"scheduler.alpha.kubernetes.io/taints": "x"}, M{"scheduler.alpha.kubernetes.io/taints": "[{\"key\":\"a b\"}]"}, M{"scheduler.alpha.kubernetes.io/preferAvoidPods": "x"}, M{"scheduler.alpha.kubernetes.io/preferAvoidPods": "{\"preferAvoidPods\":[{\"podSignature\":{}}]}"}, M{"scheduler.alpha.kubernetes.io/preferAvoidPods": "{\"preferAvoidPods\":[{\"podSignature\":{\"podController\":{\"apiVersion\":\"v1\",\"kind\":\"RC\",\"name\":\"x\",\"uid\":\"u\",\"controller\":false}}}]}"}),
	set("node-features", "status.declaredFeatures", list("Bad feature"), list("B", "A"), list("A", "A")),
	set("node-config", "spec.configSource", M{}, M{"configMap": M{}}, M{"configMap": M{"name": "n", "namespace": "x", "kubeletConfigKey": "k"}}, M{"configMap": M{"name": "n", "namespace": "x", "kubeletConfigKey": "k", "uid": "u"}}),
	set("node-capacity", "status.capacity", M{"cpu": "-1"}, M{"pods": "1.5"}, M{"a b": "1"}, M{"example.com/x": "1500m"}),
	set("node-allocatable", "status.allocatable", M{"cpu": "-1"}, M{"memory": "-1Gi"}),
	set("node-addresses", "status.addresses", list(M{"type": "InternalIP", "address": "10.0.0.1"}, M{"type": "InternalIP", "address": "10.0.0.1"})),
}

var serviceSpecials = []mutation{
	set("svc-external", "spec.externalTrafficPolicy", "Local", "Cluster", "Nope"),
	{"svc-health", func(g gen, m M) {
		put(m, "spec.type", pick(g, "LoadBalancer", "NodePort", "ClusterIP"))
		put(m, "spec.externalTrafficPolicy", pick(g, "Local", "Cluster", "Nope"))
		put(m, "spec.healthCheckNodePort", pick[any](g, 0, 31000, 70000))
	}},
	{"svc-ips", func(g gen, m M) {
		put(m, "spec.clusterIP", pick[any](g, nil, "10.0.0.1", "None", "x", "010.0.0.1"))
		put(m, "spec.clusterIPs", pick(g, list("10.0.0.1"), list("None", "10.0.0.1"), list("10.0.0.1", "fd00::1"), list("10.0.0.1", "10.0.0.2"), list("x"), list("10.0.0.1", "fd00::1", "10.0.0.3")))
		put(m, "spec.ipFamilies", pick[any](g, nil, list("IPv4"), list("IPv4", "IPv4"), list("IPv5"), list("IPv4", "IPv6")))
		put(m, "spec.ipFamilyPolicy", pick[any](g, nil, "SingleStack", "Nope", "RequireDualStack"))
	}},
	set("svc-distribution", "spec.trafficDistribution", "PreferClose", "Nope", "PreferSameNode"),
	{"svc-class", func(g gen, m M) {
		put(m, "spec.loadBalancerClass", pick(g, "example.com/x", "Bad Class", "a/b/c"))
		put(m, "spec.type", pick(g, "LoadBalancer", "ClusterIP"))
	}},
	{"svc-affinity", func(g gen, m M) {
		put(m, "spec.sessionAffinity", pick(g, "ClientIP", "ClientIP", "ClientIP", "None", "Nope"))
		put(m, "spec.sessionAffinityConfig", pick(g, M{"clientIP": M{"timeoutSeconds": 0}}, M{"clientIP": M{"timeoutSeconds": 99999}}, M{"clientIP": M{"timeoutSeconds": -1}}, M{}))
	}},
	{"svc-external-name", func(g gen, m M) {
		put(m, "spec.type", "ExternalName")
		put(m, "spec.externalName", pick[any](g, "Bad Name", "x.example", "1.2.3.4", nil))
		put(m, "spec.clusterIP", pick[any](g, nil, "None", "10.0.0.1"))
	}},
	{"svc-ranges", func(g gen, m M) {
		put(m, "spec.type", pick(g, "LoadBalancer", "ClusterIP"))
		put(m, "spec.loadBalancerSourceRanges", pick(g, list("x"), list("10.0.0.0/8"), list("10.0.0.0/40")))
	}},
	{"svc-ports", func(g gen, m M) {
		put(m, "spec.type", pick(g, "NodePort", "ClusterIP", "ExternalName"))
		put(m, "spec.ports", pick(g, list(M{"port": 80, "nodePort": 30000}), list(M{"port": 80, "nodePort": 30000, "name": "a"}, M{"port": 81, "nodePort": 30000, "name": "b"}), list(M{"port": 80, "name": "a"}, M{"port": 80, "name": "b"}), list(M{"port": 80, "name": "a"}, M{"port": 81, "name": "a"}), list(M{"port": 80, "appProtocol": "Bad Protocol"}), list(M{"port": 80, "targetPort": 70000}), list(M{"port": 70000, "targetPort": "a b"}), list(M{"port": 80, "protocol": "X", "name": "Bad Name"})))
	}},
	set("svc-external-ips", "spec.externalIPs", list("x"), list("127.0.0.1"), list("0.0.0.0"), list("169.254.1.1"), list("224.0.0.1")),
	set("svc-status", "status.loadBalancer.ingress", list(M{"ip": "x"}), list(M{"hostname": "1.2.3.4"}), list(M{"ip": "1.2.3.4", "ipMode": "Nope"})),
	{"svc-allocate", func(g gen, m M) {
		put(m, "spec.allocateLoadBalancerNodePorts", g.chance(0.5))
		put(m, "spec.type", pick(g, "LoadBalancer", "ClusterIP"))
	}},
}

var prioritySpecials = []mutation{
	set("pc-value", "value", 1000000001, 2147483647, -2147483648, 2000000000),
	set("pc-policy", "preemptionPolicy", "Nope", "Never"),
	set("pc-name", "metadata.name", "system-x", "system-node-critical", "Bad", ""),
	set("pc-default", "globalDefault", true),
}

// updates are changes of what is stored; they are made on a copy of it.
var updates = map[string][]mutation{
	"DaemonSet": {
		set("selector", "spec.selector", M{"matchLabels": M{"app": "other"}}),
		{"selector-and-labels", func(g gen, m M) {
			put(m, "spec.selector", M{"matchLabels": M{"app": "new"}})
			put(m, tpl+"metadata.labels", M{"app": "new"})
		}},
		set("template-labels", tpl+"metadata.labels", M{"app": "other"}, M{}),
		set("template-generation", "metadata.annotations", M{"deprecated.daemonset.template.generation": "0"}, M{"deprecated.daemonset.template.generation": "-3"}),
		set("image", ctr+"image", "a:2", "", " a"),
		set("name", "metadata.generateName", "x-", "Bad Name"),
		set("finalizers", "metadata.finalizers", list("example.com/x"), list("noslash")),
		set("status", "status.desiredNumberScheduled", 3, -1),
		set("scheduling-gates", pod+"schedulingGates", list(M{"name": "example.com/g"})),
		set("owner", "metadata.ownerReferences", list(M{"apiVersion": "v1", "kind": "Event", "name": "e", "uid": "u"})),
	},
	"Pod": {
		set("image", "spec.containers.0.image", "a:2", ""),
		set("command", "spec.containers.0.command", list("x")),
		set("name-of-container", "spec.containers.0.name", "other"),
		set("tolerations", "spec.tolerations", list(M{"key": "k", "operator": "Exists", "effect": "NoSchedule"}), list()),
		set("deadline", "spec.activeDeadlineSeconds", 10, 0, -1, 100000),
		set("grace", "spec.terminationGracePeriodSeconds", 1, -1, 99),
		set("gates", "spec.schedulingGates", list(M{"name": "example.com/new"}), list()),
		set("node-selector", "spec.nodeSelector", M{"new": "x"}, M{}, M{"old": "y"}),
		set("required", "spec.affinity", required(term(req("other", "Exists"))), required(term(req("disk", "Exists")), term(req("b", "Exists")))),
		set("node-name", "spec.nodeName", "node-2"),
		set("labels", "metadata.labels", M{"a": "b"}, M{"a b": "c"}),
		set("annotations", "metadata.annotations", M{"kubernetes.io/config.mirror": "x"}, M{"container.apparmor.security.beta.kubernetes.io/main": "unconfined"}),
		set("host-network", "spec.hostNetwork", true),
		set("init-image", "spec.initContainers", list(M{"name": "init", "image": "b"})),
		set("resources", "spec.containers.0.resources", M{"limits": M{"cpu": "1"}}),
		set("affinity", "spec.affinity", required(term(req("k", "Exists"))), M{"nodeAffinity": M{"preferredDuringSchedulingIgnoredDuringExecution": list(M{"weight": 1, "preference": term(req("a", "Exists"))})}}),
		set("volumes", "spec.volumes", list(M{"name": "v", "emptyDir": M{}})),
	},
	"Node": {
		set("taints", "spec.taints", list(M{"key": "k", "effect": "Nope"}), list(M{"key": "k", "effect": "NoExecute"}), list(M{"key": "k", "effect": "NoSchedule"}, M{"key": "k", "value": "x", "effect": "NoSchedule"})),
		set("cidr", "spec.podCIDR", "10.9.0.0/24", "10.1.0.0/24"), set("cidrs", "spec.podCIDRs", list("10.9.0.0/24"), list("10.1.0.0/24", "fd00::/64")),
		set("provider", "spec.providerID", "y://2"), set("external", "spec.externalID", "x"), set("unschedulable", "spec.unschedulable", true),
		set("labels", "metadata.labels", M{"a b": "c"}, M{"a": "b"}), set("capacity", "status.capacity", M{"cpu": "-1"}), set("config", "spec.configSource", M{}, M{"configMap": M{}}, M{"configMap": M{"name": "Bad Name", "namespace": "x", "kubeletConfigKey": "k"}}),
		set("addresses", "status.addresses", list(M{"type": "InternalIP", "address": "1"}, M{"type": "InternalIP", "address": "1"})), set("features", "status.declaredFeatures", list("b c")),
	},
	"Service": {
		set("type", "spec.type", "ExternalName", "NodePort", "LoadBalancer", "ClusterIP"), set("cluster-ip", "spec.clusterIP", "10.0.0.2", "None", nil), set("cluster-ips", "spec.clusterIPs", list("10.0.0.2"), list("10.0.0.1", "fd00::1"), nil),
		set("families", "spec.ipFamilies", list("IPv6"), list("IPv4", "IPv6")), set("policy", "spec.ipFamilyPolicy", "RequireDualStack", "SingleStack"), set("ports", "spec.ports", list(), list(M{"port": 0}), list(M{"port": 8080})),
		set("health", "spec.healthCheckNodePort", 31001, 0), set("class", "spec.loadBalancerClass", "example.com/other", nil), set("selector", "spec.selector", M{"a b": "c"}, M{"a": "b"}), set("internal", "spec.internalTrafficPolicy", "Nope", "Local"), set("external", "spec.externalTrafficPolicy", "Cluster", "Nope"),
	},
	"PriorityClass": {
		set("value", "value", 1, 2000), set("policy", "preemptionPolicy", "Never", "PreemptLowerPriority"), set("default", "globalDefault", true), set("labels", "metadata.labels", M{"a b": "c"}), set("description", "description", "x"),
	},
}

// asPod makes a mutation of a Pod one of a DaemonSet: its template takes the Pod's place.
func asPod(ds M, do func(M)) { do(ds["spec"].(M)["template"].(M)) }

// genMore makes manifests that fail in parts of validation that the first thousand cases leave out. A case whose answer
// is not the same each time (some of upstream's loops go over maps) is not taken.
func genMore(g gen, i int) Case {
	for {
		c, ok := oneMore(g, i)
		if !ok {
			continue
		}
		first := evaluate(c)
		if bytes.Contains(first, []byte("decodeErrors")) && !g.chance(0.02) {
			continue
		}
		same := true
		for range 12 {
			same = same && bytes.Equal(first, evaluate(c))
		}
		if same {
			return c
		}
	}
}

func oneMore(g gen, i int) (c Case, ok bool) {
	// A mutation may find that another one took away what it changes.
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	c.Kind = "validate"
	name := func(kind, what string) string { return strings.TrimSpace(fmt.Sprint(kind, " ", what)) }
	of := func(m M) CaseInput { return CaseInput{YAML: toYAML(m)} }
	switch i % 10 {
	case 1, 2: // a volume with bad values
		m := daemonSet("agent", M{})
		f := volumeFragments[(i/10*2+i%10-1)%len(volumeFragments)]
		withFragment(m, pod, f)
		volumes := get(m, pod+"volumes").([]any)
		volume := volumes[g.Intn(len(volumes))].(M)
		for k, source := range volume {
			if inner, ok := source.(M); ok && k != "name" && len(inner) > 0 {
				keys := keysOf(inner)
				at := keys[g.Intn(len(keys))]
				if g.chance(0.4) {
					delete(inner, at)
				} else {
					inner[at] = bad(g, inner[at])
				}
			}
		}
		put(m, pod+"volumes", list(volume))
		c.Name, c.Input = name("DaemonSet", "volume"), of(m)
	case 0: // a fragment with bad values
		kind := pick(g, "DaemonSet", "DaemonSet", "Pod")
		m, paths := plainObject(g, kind, 1)
		spoilValues(g, m, paths)
		c.Name, c.Input = name(kind, "values"), of(m)
	case 3: // what is rare; two volume sources, or two handlers, in one
		if i/10%5 != 0 {
			s := rare[(i/10)%len(rare)]
			m := daemonSet("agent", M{})
			asPod(m, func(template M) { s.do(g, template) })
			put(m, tpl+"metadata.labels", M{"app": "agent"})
			c.Name, c.Input = name("DaemonSet", s.name), of(m)
			break
		}
		m := daemonSet("agent", M{})
		a, b := podFragments[g.Intn(len(podFragments))], podFragments[g.Intn(len(podFragments))]
		withFragment(m, pod, a)
		other := daemonSet("agent", M{})
		path := withFragment(other, pod, b)
		if x, ok := get(m, path).([]any); ok {
			if y, ok := get(other, path).([]any); ok {
				for k, v := range y[0].(M) {
					if _, taken := x[0].(M)[k]; !taken {
						x[0].(M)[k] = v
					}
				}
			}
		} else {
			put(m, path, get(other, path))
		}
		c.Name, c.Input = name("DaemonSet", "together"), of(m)
	case 4, 5, 6: // what takes several parts
		s := special[(i/10*3+i%10-4)%len(special)]
		if g.chance(0.7) {
			m := daemonSet("agent", M{})
			asPod(m, func(template M) { s.do(g, template) })
			put(m, tpl+"metadata.labels", M{"app": "agent"})
			c.Name, c.Input = name("DaemonSet", s.name), of(m)
		} else {
			m := object("v1", "Pod", "agent")
			put(m, "metadata.namespace", "default")
			put(m, "spec", M{"containers": list(M{"name": "main", "image": "a:1"})})
			s.do(g, m)
			c.Name, c.Input = name("Pod", s.name), of(m)
		}
	case 7: // the other kinds, and metadata of all
		kind := pick(g, "Node", "Service", "Service", "PriorityClass", "DaemonSet")
		m, paths := plainObject(g, kind, 1)
		from := map[string][]mutation{"Node": nodeSpecials, "Service": serviceSpecials, "PriorityClass": prioritySpecials, "DaemonSet": managed}[kind]
		if kind == "Service" && m["spec"].(M)["ports"] == nil {
			put(m, "spec.ports", list(M{"port": 80}))
		}
		s := from[g.Intn(len(from))]
		if g.chance(0.2) {
			s = managed[g.Intn(len(managed))]
		}
		if g.chance(0.75) || len(paths) == 0 {
			s.do(g, m)
		} else {
			spoilValues(g, m, paths)
			s.name = "values"
		}
		c.Name, c.Input = name(kind, s.name), of(m)
	default: // updates
		kind := pick(g, "DaemonSet", "DaemonSet", "DaemonSet", "Pod", "Pod", "Node", "Service", "Service", "PriorityClass")
		old, _ := plainObject(g, kind, 1)
		switch kind {
		case "DaemonSet", "Pod":
			put(old, "metadata.namespace", "default")
			if kind == "Pod" {
				put(old, "spec.schedulingGates", pick[any](g, nil, list(M{"name": "example.com/a"})))
				put(old, "spec.activeDeadlineSeconds", pick[any](g, nil, 50))
				if g.chance(0.4) {
					put(old, "spec.nodeSelector", M{"old": "x"})
					put(old, "spec.affinity", required(term(req("disk", "Exists"))))
					put(old, "spec.tolerations", list(M{"key": "a", "operator": "Exists"}))
				}
			}
		case "Node":
			put(old, "spec.podCIDRs", list("10.1.0.0/24"))
			put(old, "spec.podCIDR", "10.1.0.0/24")
			put(old, "spec.providerID", "x://1")
		case "Service":
			old = object("v1", "Service", "agent")
			put(old, "spec", M{"clusterIP": "10.0.0.1", "clusterIPs": list("10.0.0.1"), "ipFamilies": list("IPv4"), "ipFamilyPolicy": "SingleStack", "type": "ClusterIP", "ports": list(M{"port": 80})})
			if g.chance(0.6) {
				put(old, "spec.type", "LoadBalancer")
				put(old, "spec.externalTrafficPolicy", "Local")
				put(old, "spec.healthCheckNodePort", 31000)
				put(old, "spec.loadBalancerClass", "example.com/lb")
			}
		case "PriorityClass":
			put(old, "value", 1000)
		}
		put(old, "metadata.generateName", nil)
		m := deepCopy(old)
		var names []string
		for range g.between(1, 2) {
			s := updates[kind][g.Intn(len(updates[kind]))]
			s.do(g, m)
			names = append(names, s.name)
		}
		c.Name = name("update "+kind, strings.Join(names, "+"))
		c.Input = CaseInput{YAML: toYAML(m), OldYAML: toYAML(old)}
	}
	return c, true
}
