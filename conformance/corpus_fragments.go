package main

import "strings"

// A fragment is a part of a manifest that the API server takes: a value, and where it goes in a Pod's spec (or in its
// first container, with "c:"). Together they hold nearly every field of a Pod template.
type fragment struct {
	path  string
	value any
}

var podFragments = []fragment{
	{"restartPolicy", "Always"},
	{"terminationGracePeriodSeconds", 60},
	{"activeDeadlineSeconds", 600},
	{"dnsPolicy", "ClusterFirstWithHostNet"},
	{"dnsConfig", M{"nameservers": list("10.0.0.10"), "searches": list("example.com"), "options": list(M{"name": "ndots", "value": "2"}, M{"name": "edns0"})}},
	{"nodeSelector", M{"kubernetes.io/os": "linux", "disk": "ssd"}},
	{"serviceAccountName", "agent"},
	{"serviceAccount", "agent"},
	{"automountServiceAccountToken", false},
	{"hostNetwork", true},
	{"hostPID", true},
	{"hostIPC", true},
	{"shareProcessNamespace", true},
	{"hostUsers", false},
	{"hostname", "agent"},
	{"subdomain", "agents"},
	{"setHostnameAsFQDN", true},
	{"schedulerName", "mine"},
	{"priorityClassName", "system-node-critical"},
	{"priority", 1000},
	{"preemptionPolicy", "Never"},
	{"runtimeClassName", "kata"},
	{"enableServiceLinks", false},
	{"overhead", M{"cpu": "250m", "memory": "120Mi"}},
	{"os", M{"name": "linux"}},
	{"imagePullSecrets", list(M{"name": "registry"}, M{"name": "other"})},
	{"readinessGates", list(M{"conditionType": "example.com/ready"})},
	{"schedulingGates", list(M{"name": "example.com/gate"})},
	{"hostAliases", list(M{"ip": "10.1.2.3", "hostnames": list("a.example", "b.example")})},
	{"resourceClaims", list(M{"name": "gpu", "resourceClaimTemplateName": "gpus"})},
	{"resources", M{"requests": M{"cpu": "1", "memory": "1Gi"}, "limits": M{"memory": "2Gi"}}},
	{"topologySpreadConstraints", list(M{"maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone", "whenUnsatisfiable": "ScheduleAnyway", "minDomains": 2, "nodeAffinityPolicy": "Honor", "nodeTaintsPolicy": "Ignore",
		"labelSelector": M{"matchLabels": M{"app": "agent"}}, "matchLabelKeys": list("pod-template-hash")})},
	{"securityContext", M{"runAsUser": 1000, "runAsGroup": 1000, "runAsNonRoot": true, "fsGroup": 2000, "fsGroupChangePolicy": "OnRootMismatch", "supplementalGroups": list(1, 2), "supplementalGroupsPolicy": "Strict",
		"sysctls": list(M{"name": "net.core.somaxconn", "value": "1024"}), "seccompProfile": M{"type": "RuntimeDefault"}, "appArmorProfile": M{"type": "Localhost", "localhostProfile": "agent"},
		"seLinuxOptions": M{"level": "s0:c1,c2", "user": "u", "role": "r", "type": "t"}, "seLinuxChangePolicy": "MountOption"}},
	{"securityContext", M{"windowsOptions": M{"hostProcess": false, "runAsUserName": "ContainerUser", "gmsaCredentialSpecName": "spec", "gmsaCredentialSpec": "{}"}}},
	{"securityContext", M{}},
	{"tolerations", list(M{"operator": "Exists"})},
	{"tolerations", list(M{"key": "dedicated", "operator": "Equal", "value": "infra", "effect": "NoSchedule"}, M{"key": "node.kubernetes.io/not-ready", "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300})},
	{"affinity", M{"nodeAffinity": M{"requiredDuringSchedulingIgnoredDuringExecution": M{"nodeSelectorTerms": list(
		M{"matchExpressions": list(req("disk", "In", "ssd", "nvme"), req("gpu", "DoesNotExist"), req("cores", "Gt", "4"))}, M{"matchFields": list(req("metadata.name", "NotIn", "node-1"))})},
		"preferredDuringSchedulingIgnoredDuringExecution": list(M{"weight": 10, "preference": term(req("zone", "In", "a"))})}}},
	{"affinity", M{"podAffinity": M{"requiredDuringSchedulingIgnoredDuringExecution": list(M{"topologyKey": "kubernetes.io/hostname", "labelSelector": M{"matchLabels": M{"app": "db"}}, "namespaces": list("db"), "namespaceSelector": M{}, "matchLabelKeys": list("rev")})},
		"podAntiAffinity": M{"preferredDuringSchedulingIgnoredDuringExecution": list(M{"weight": 1, "podAffinityTerm": M{"topologyKey": "zone", "labelSelector": M{"matchExpressions": list(req("app", "Exists"))}, "mismatchLabelKeys": list("x")}})}}},
	// volumes of every kind
	{"volumes", list(M{"name": "host", "hostPath": M{"path": "/var/log"}}, M{"name": "typed", "hostPath": M{"path": "/run/x.sock", "type": "Socket"}})},
	{"volumes", list(M{"name": "empty", "emptyDir": M{}}, M{"name": "memory", "emptyDir": M{"medium": "Memory", "sizeLimit": "64Mi"}}, M{"name": "none"})},
	{"volumes", list(M{"name": "config", "configMap": M{"name": "agent", "items": list(M{"key": "a", "path": "a.yaml", "mode": 256})}}, M{"name": "optional", "configMap": M{"name": "x", "optional": true, "defaultMode": 256}})},
	{"volumes", list(M{"name": "secret", "secret": M{"secretName": "agent", "items": list(M{"key": "k", "path": "k"})}}, M{"name": "mode", "secret": M{"secretName": "x", "defaultMode": 384, "optional": false}})},
	{"volumes", list(M{"name": "info", "downwardAPI": M{"items": list(M{"path": "name", "fieldRef": M{"fieldPath": "metadata.name"}}, M{"path": "cpu", "resourceFieldRef": M{"containerName": "main", "resource": "limits.cpu", "divisor": "1m"}})}})},
	{"volumes", list(M{"name": "all", "projected": M{"sources": list(M{"configMap": M{"name": "c"}}, M{"secret": M{"name": "s", "items": list(M{"key": "k", "path": "k"})}}, M{"serviceAccountToken": M{"path": "token"}},
		M{"downwardAPI": M{"items": list(M{"path": "labels", "fieldRef": M{"fieldPath": "metadata.labels"}})}}, M{"clusterTrustBundle": M{"path": "ca.pem", "signerName": "example.com/s", "labelSelector": M{}}})}})},
	{"volumes", list(M{"name": "token", "projected": M{"defaultMode": 288, "sources": list(M{"serviceAccountToken": M{"path": "token", "audience": "vault", "expirationSeconds": 7200}})}})},
	{"volumes", list(M{"name": "claim", "persistentVolumeClaim": M{"claimName": "data", "readOnly": true}})},
	{"volumes", list(M{"name": "scratch", "ephemeral": M{"volumeClaimTemplate": M{"metadata": M{"labels": M{"type": "scratch"}}, "spec": M{"accessModes": list("ReadWriteOnce"), "storageClassName": "fast", "resources": M{"requests": M{"storage": "1Gi"}}}}}})},
	{"volumes", list(M{"name": "csi", "csi": M{"driver": "csi.example.com", "fsType": "ext4", "readOnly": true, "volumeAttributes": M{"a": "b"}, "nodePublishSecretRef": M{"name": "s"}}})},
	{"volumes", list(M{"name": "nfs", "nfs": M{"server": "nfs.example", "path": "/x", "readOnly": true}}, M{"name": "image", "image": M{"reference": "registry.example/data:1"}}, M{"name": "latest", "image": M{"reference": "registry.example/data"}})},
	{"volumes", list(M{"name": "iscsi", "iscsi": M{"targetPortal": "10.0.0.1:3260", "iqn": "iqn.2001-04.com.example:storage", "lun": 0, "portals": list("10.0.0.2")}}, M{"name": "fc", "fc": M{"targetWWNs": list("50060e801049cfd1"), "lun": 2}})},
	{"volumes", list(M{"name": "rbd", "rbd": M{"monitors": list("10.0.0.1:6789"), "image": "i"}}, M{"name": "ceph", "cephfs": M{"monitors": list("10.0.0.1"), "secretRef": M{"name": "s"}}}, M{"name": "gluster", "glusterfs": M{"endpoints": "e", "path": "p"}})},
	{"volumes", list(M{"name": "aws", "awsElasticBlockStore": M{"volumeID": "v", "fsType": "ext4", "partition": 1}}, M{"name": "gce", "gcePersistentDisk": M{"pdName": "p"}}, M{"name": "azure", "azureDisk": M{"diskName": "d", "diskURI": "https://x"}}, M{"name": "file", "azureFile": M{"secretName": "s", "shareName": "n"}})},
	{"volumes", list(M{"name": "scale", "scaleIO": M{"gateway": "g", "system": "s", "secretRef": M{"name": "x"}, "volumeName": "v"}}, M{"name": "flex", "flexVolume": M{"driver": "example.com/d", "options": M{"a": "b"}}}, M{"name": "git", "gitRepo": M{"repository": "https://x", "revision": "main"}}, M{"name": "cinder", "cinder": M{"volumeID": "c"}}, M{"name": "vsphere", "vsphereVolume": M{"volumePath": "p"}})},
	{"volumes", list(M{"name": "flocker", "flocker": M{"datasetName": "d"}}, M{"name": "quobyte", "quobyte": M{"registry": "r:1", "volume": "v"}}, M{"name": "storageos", "storageos": M{"volumeName": "v", "volumeNamespace": "n", "secretRef": M{"name": "s"}}}, M{"name": "portworx", "portworxVolume": M{"volumeID": "p"}}, M{"name": "photon", "photonPersistentDisk": M{"pdID": "p"}})},
	{"initContainers", list(M{"name": "init", "image": "registry.example/init", "command": list("sh", "-c", "true"), "resources": M{"limits": M{"cpu": "100m"}}})},
	{"initContainers", list(M{"name": "sidecar", "image": "registry.example/sidecar:2", "restartPolicy": "Always", "startupProbe": M{"tcpSocket": M{"port": 1}}, "ports": list(M{"containerPort": 99})})},
	{"ephemeralContainers", list(M{"name": "debug", "image": "busybox", "targetContainerName": "main", "stdin": true, "tty": true})},
	// the first container
	{"c:image", "registry.example:5000/agent"},
	{"c:image", "agent:latest"},
	{"c:image", "agent@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
	{"c:image", "Not An Image"},
	{"c:imagePullPolicy", "Never"},
	{"c:command", list("/bin/agent", "run")},
	{"c:args", list("--node=$(NODE)", "--v=2")},
	{"c:workingDir", "/work"},
	{"c:tty", true},
	{"c:stdinOnce", true},
	{"c:terminationMessagePath", "/dev/message"},
	{"c:terminationMessagePolicy", "FallbackToLogsOnError"},
	{"c:restartPolicy", "Always"},
	{"c:ports", list(M{"containerPort": 9100}, M{"containerPort": 9101, "hostPort": 9101, "name": "metrics", "protocol": "UDP", "hostIP": "127.0.0.1"})},
	{"c:env", list(M{"name": "A"}, M{"name": "B", "value": "b"}, M{"name": "NODE", "valueFrom": M{"fieldRef": M{"fieldPath": "spec.nodeName"}}}, M{"name": "V1", "valueFrom": M{"fieldRef": M{"apiVersion": "v1", "fieldPath": "metadata.name"}}},
		M{"name": "CPU", "valueFrom": M{"resourceFieldRef": M{"resource": "limits.cpu"}}}, M{"name": "MEM", "valueFrom": M{"resourceFieldRef": M{"resource": "limits.memory", "divisor": "1Mi"}}}, M{"name": "S", "valueFrom": M{"secretKeyRef": M{"name": "s", "key": "k", "optional": true}}}, M{"name": "C", "valueFrom": M{"configMapKeyRef": M{"name": "c", "key": "k"}}})},
	{"c:env", list(M{"name": "F", "valueFrom": M{"fileKeyRef": M{"volumeName": "v", "path": "p", "key": "k"}}})},
	{"c:envFrom", list(M{"prefix": "A_", "configMapRef": M{"name": "c", "optional": true}}, M{"secretRef": M{"name": "s"}})},
	{"c:resources", M{"requests": M{"cpu": "100m", "memory": "64Mi"}, "limits": M{"cpu": 0.5, "memory": 134217728, "ephemeral-storage": "1G"}}},
	{"c:resources", M{"limits": M{"cpu": "1", "example.com/gpu": "2", "hugepages-2Mi": "4Mi"}, "claims": list(M{"name": "gpu", "request": "one"})}},
	{"c:resources", M{"requests": M{"cpu": "0.0001", "memory": "1.5"}}},
	{"c:resizePolicy", list(M{"resourceName": "cpu", "restartPolicy": "NotRequired"}, M{"resourceName": "memory", "restartPolicy": "RestartContainer"})},
	{"c:volumeMounts", list(M{"name": "host", "mountPath": "/host", "readOnly": true, "mountPropagation": "HostToContainer", "recursiveReadOnly": "IfPossible"}, M{"name": "sub", "mountPath": "/sub", "subPath": "a/b"}, M{"name": "expr", "mountPath": "/e", "subPathExpr": "$(A)"})},
	{"c:volumeDevices", list(M{"name": "block", "devicePath": "/dev/xvda"})},
	{"c:livenessProbe", M{"httpGet": M{"port": 8080}}},
	{"c:livenessProbe", M{"httpGet": M{"path": "/healthz", "port": "web", "host": "127.0.0.1", "scheme": "HTTPS", "httpHeaders": list(M{"name": "X", "value": "y"})}, "initialDelaySeconds": 5, "periodSeconds": 3, "timeoutSeconds": 2, "failureThreshold": 5, "successThreshold": 1, "terminationGracePeriodSeconds": 10}},
	{"c:readinessProbe", M{"exec": M{"command": list("cat", "/tmp/ready")}}},
	{"c:readinessProbe", M{"grpc": M{"port": 5000}}},
	{"c:startupProbe", M{"grpc": M{"port": 5000, "service": "health"}, "failureThreshold": 30}},
	{"c:startupProbe", M{"tcpSocket": M{"port": "web", "host": "127.0.0.1"}}},
	{"c:lifecycle", M{"preStop": M{"httpGet": M{"port": 80}}, "postStart": M{"exec": M{"command": list("true")}}}},
	{"c:lifecycle", M{"preStop": M{"sleep": M{"seconds": 5}}, "postStart": M{"tcpSocket": M{"port": 1}}, "stopSignal": "SIGUSR1"}},
	{"c:securityContext", M{"privileged": true, "capabilities": M{"add": list("NET_ADMIN"), "drop": list("ALL")}, "procMount": "Default", "readOnlyRootFilesystem": true, "allowPrivilegeEscalation": true, "runAsUser": 0, "runAsNonRoot": false}},
	{"c:securityContext", M{"seccompProfile": M{"type": "Localhost", "localhostProfile": "p.json"}, "seLinuxOptions": M{"type": "spc_t"}, "windowsOptions": M{"runAsUserName": "x"}, "appArmorProfile": M{"type": "Unconfined"}}},
	{"c:restartPolicyRules", list(M{"action": "Restart", "exitCodes": M{"operator": "In", "values": list(1, 2)}})},
}

// specFragments go into a DaemonSet's spec.
var specFragments = []fragment{
	{"minReadySeconds", 10},
	{"revisionHistoryLimit", 3},
	{"revisionHistoryLimit", 0},
	{"updateStrategy", M{"type": "OnDelete"}},
	{"updateStrategy", M{"type": "RollingUpdate"}},
	{"updateStrategy", M{"rollingUpdate": M{"maxUnavailable": "10%"}}},
	{"updateStrategy", M{"rollingUpdate": M{"maxUnavailable": 0, "maxSurge": 1}}},
	{"updateStrategy", M{"rollingUpdate": M{}}},
	{"updateStrategy", M{"type": "OnDelete", "rollingUpdate": M{"maxSurge": "5%"}}},
	{"selector.matchExpressions", list(req("tier", "NotIn", "db"), req("app", "Exists"))},
	{"template.metadata.annotations", M{"prometheus.io/scrape": "true"}},
	{"template.metadata.name", "agent"},
}

// metadataFragments go into the metadata of any object.
var metadataFragments = []fragment{
	{"labels", M{"app.kubernetes.io/name": "agent", "team": "infra"}},
	{"annotations", M{"note": "several\nlines", "empty": ""}},
	{"generateName", "agent-"},
	{"finalizers", list("example.com/finalizer")},
	{"ownerReferences", list(M{"apiVersion": "v1", "kind": "Node", "name": "n", "uid": "u", "controller": true, "blockOwnerDeletion": false})},
	{"uid", "7d1f0a52-0000-4000-8000-000000000000"},
	{"resourceVersion", "12"},
	{"generation", 3},
	{"selfLink", "/x"},
	{"creationTimestamp", "2026-01-02T03:04:05Z"},
	{"deletionTimestamp", "2026-01-02T05:04:05+02:00"},
	{"deletionGracePeriodSeconds", 30},
	{"managedFields", list(M{"manager": "kubectl", "operation": "Update", "apiVersion": "apps/v1", "time": "2026-01-02T03:04:05Z", "fieldsType": "FieldsV1", "fieldsV1": M{"f:metadata": M{"f:labels": M{".": M{}}}}})},
}

var nodeFragments = []fragment{
	{"spec.podCIDR", "10.1.0.0/24"}, {"spec.podCIDRs", list("10.1.0.0/24")}, {"spec.providerID", "x://1"}, {"spec.unschedulable", true},
	{"spec.taints", list(M{"key": "k", "effect": "NoSchedule"}, M{"key": "k", "value": "v", "effect": "NoExecute", "timeAdded": "2026-01-02T03:04:05Z"})},
	{"status.capacity", M{"cpu": "4", "memory": "16Gi", "pods": "110", "ephemeral-storage": "100.5Gi"}},
	{"status.allocatable", M{"cpu": "3920m", "memory": "12345678Ki"}},
	{"status.conditions", list(M{"type": "Ready", "status": "True", "lastHeartbeatTime": "2026-01-02T03:04:05Z", "lastTransitionTime": nil, "reason": "KubeletReady"})},
	{"status.addresses", list(M{"type": "InternalIP", "address": "10.0.0.1"})},
	{"status.daemonEndpoints", M{"kubeletEndpoint": M{"Port": 10250}}},
	{"status.nodeInfo", M{"kubeletVersion": "v1.36.3", "osImage": "Linux", "architecture": "amd64"}},
	{"status.images", list(M{"names": list("a:1"), "sizeBytes": 123456789012})},
	{"status.volumesInUse", list("v")}, {"status.volumesAttached", list(M{"name": "v", "devicePath": "/dev/x"})}, {"status.phase", "Running"},
	{"status.runtimeHandlers", list(M{"name": "", "features": M{"userNamespaces": true}})},
}

var serviceFragments = []fragment{
	{"type", "NodePort"}, {"type", "LoadBalancer"}, {"type", "ExternalName"}, {"externalName", "x.example"},
	{"ports", list(M{"port": 80})}, {"ports", list(M{"port": 80, "targetPort": "web", "name": "web"}, M{"port": 443, "targetPort": 8443, "protocol": "UDP", "nodePort": 30443, "name": "tls", "appProtocol": "https"})}, {"ports", list(M{"port": 80, "targetPort": ""})},
	{"selector", M{"app": "agent"}}, {"clusterIP", "None"}, {"clusterIPs", list("10.0.0.9")}, {"internalTrafficPolicy", "Local"}, {"externalTrafficPolicy", "Local"},
	{"sessionAffinity", "ClientIP"}, {"sessionAffinity", "None"}, {"sessionAffinityConfig", M{"clientIP": M{"timeoutSeconds": 60}}}, {"sessionAffinityConfig", M{"clientIP": M{}}}, {"externalIPs", list("10.9.9.9")},
	{"ipFamilies", list("IPv4")}, {"ipFamilyPolicy", "SingleStack"}, {"loadBalancerIP", "1.2.3.4"}, {"loadBalancerSourceRanges", list("10.0.0.0/8")}, {"allocateLoadBalancerNodePorts", false},
	{"healthCheckNodePort", 31000}, {"publishNotReadyAddresses", true}, {"trafficDistribution", "PreferClose"}, {"loadBalancerClass", "example.com/lb"},
}

var priorityClassFragments = []fragment{
	{"value", 1000}, {"value", -5}, {"value", 0}, {"globalDefault", true}, {"description", "for agents"}, {"preemptionPolicy", "Never"}, {"preemptionPolicy", "PreemptLowerPriority"},
}

// withFragment puts a fragment into a manifest; pod is where its Pod's spec is.
func withFragment(m M, pod string, f fragment) string {
	path := pod + f.path
	if inner, ok := strings.CutPrefix(f.path, "c:"); ok {
		path = pod + "containers.0." + inner
	}
	put(m, path, copyValue(f.value))
	return path
}

// copyValue copies maps and lists, so that one case does not change the next.
func copyValue(v any) any {
	switch t := v.(type) {
	case M:
		out := M{}
		for k, v := range t {
			out[k] = copyValue(v)
		}
		return out
	case []any:
		out := make([]any, len(t))
		for i, v := range t {
			out[i] = copyValue(v)
		}
		return out
	}
	return v
}

// plainObject is an object of one of the five kinds, with a few fragments; the paths at which those are come back too.
func plainObject(g gen, kind string, fragments int) (M, []string) {
	var paths []string
	some := func(m M, prefix string, from []fragment) {
		for range fragments {
			paths = append(paths, withFragment(m, prefix, from[g.Intn(len(from))]))
		}
	}
	var m M
	switch kind {
	case "DaemonSet":
		m = daemonSet("agent", M{})
		some(m, pod, podFragments)
		if g.chance(0.4) {
			paths = append(paths, withFragment(m, "spec.", specFragments[g.Intn(len(specFragments))]))
		}
	case "Pod":
		m = object("v1", "Pod", "agent")
		put(m, "spec", M{"containers": list(M{"name": "main", "image": "a:1"})})
		some(m, "spec.", podFragments)
	case "Node":
		m = object("v1", "Node", "node-1")
		some(m, "", nodeFragments)
	case "Service":
		m = object("v1", "Service", "agent")
		some(m, "spec.", serviceFragments)
	case "PriorityClass":
		m = object("scheduling.k8s.io/v1", "PriorityClass", "high")
		some(m, "", priorityClassFragments)
	}
	if g.chance(0.25) {
		paths = append(paths, withFragment(m, "metadata.", metadataFragments[g.Intn(len(metadataFragments))]))
	}
	return m, paths
}
