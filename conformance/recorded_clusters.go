package main

import (
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

const (
	second = time.Second
	minute = time.Minute
	hour   = time.Hour
	day    = 24 * time.Hour
)

// recordedClusters describes tests/recorded: each sets name and story, then fills the cluster.
var recordedClusters = []func(*recording){
	func(r *recording) {
		r.name = "rolling-max-unavailable"
		r.story = "An update with maxUnavailable 2 is halfway: two Nodes are done, on one the new Pod starts, on one the old Pod terminates, two still run the old Pod."
		for _, n := range []string{"oak-1", "oak-2", "oak-3", "oak-4", "oak-5", "oak-6"} {
			r.node(n, nil)
		}
		m := agent("logging", "log-shipper", "registry.example/log-shipper:3.1.0")
		put(m, atRollingUpdate, M{"maxUnavailable": 2})
		v1 := r.create(m, 38*day)
		v2 := r.update(v1, 95*second, atImage, "registry.example/log-shipper:3.2.0")
		r.running(v2, 90*second, "oak-5", "oak-2")
		r.bound(v2, "oak-1", 8*second, "")
		r.terminating(r.ready(v1, "oak-6", 30*day, 30*day-10*second), 12*second)
		setConditions(r.pods[len(r.pods)-1], r.ago(9*second), corev1.ConditionFalse, "ContainersNotReady", "containers with unready status: [log-shipper]")
		r.running(v1, 30*day, "oak-3", "oak-4")
	},
	func(r *recording) {
		r.name = "rolling-max-surge"
		r.story = "An update with maxSurge 1: old and new Pods stand side by side. On elm-2 the new Pod is available, but the old one, ready while it terminates, is still the one that is counted."
		for _, n := range []string{"elm-1", "elm-2", "elm-3", "elm-4", "elm-5"} {
			r.node(n, nil)
		}
		m := agent("mesh", "node-proxy", "registry.example/node-proxy:1.27.1")
		put(m, atRollingUpdate, M{"maxUnavailable": 0, "maxSurge": 1})
		put(m, atMinReady, 10)
		v1 := r.create(m, 12*day)
		v2 := r.update(v1, 80*second, atImage, "registry.example/node-proxy:1.27.2")
		r.running(v2, 79*second, "elm-1")
		r.terminating(r.ready(v1, "elm-2", 12*day, 12*day-8*second), 15*second)
		r.ready(v2, "elm-2", 44*second, 26*second)
		r.running(v1, 12*day, "elm-3", "elm-4", "elm-5")
		r.ready(v2, "elm-3", 15*second, 4*second)
	},
	func(r *recording) {
		r.name = "taint-added-later"
		r.story = "ash-db-1 was tainted NoSchedule for a database after the Pod was there: the Pod stays and counts as misscheduled. The control plane never got one; the cordoned Node keeps its own, because the controller tolerates that taint."
		labels, taint := controlPlane()
		r.node("ash-cp-1", labels, taint)
		r.node("ash-1", nil)
		r.cordon(r.node("ash-2", nil))
		r.node("ash-3", nil, corev1.Taint{Key: "example.com/spare", Effect: corev1.TaintEffectPreferNoSchedule})
		at := r.ago(3 * day)
		r.node("ash-db-1", map[string]string{"dedicated": "db"}, corev1.Taint{Key: "dedicated", Value: "db", Effect: corev1.TaintEffectNoSchedule, TimeAdded: &at})
		v1 := r.create(agent("monitoring", "node-metrics", "registry.example/node-metrics:1.9.1"), 20*day)
		r.running(v1, 20*day, "ash-1", "ash-2", "ash-3", "ash-db-1")
	},
	func(r *recording) {
		r.name = "label-changed"
		r.story = "A minute ago the disktype label moved from fir-2 to fir-4: on fir-2 the Pod terminates and counts as misscheduled until it is gone, on fir-4 the new Pod waits for the scheduler and counts as current."
		ssd, hdd := map[string]string{"disktype": "ssd"}, map[string]string{"disktype": "hdd"}
		r.node("fir-1", ssd)
		r.node("fir-2", hdd)
		r.node("fir-3", ssd)
		r.node("fir-4", ssd)
		r.node("fir-5", hdd)
		m := agent("storage", "disk-scanner", "registry.example/disk-scanner:0.14.3")
		put(m, atSelector, M{"disktype": "ssd"})
		v1 := r.create(m, 6*day)
		r.running(v1, 6*day, "fir-1", "fir-3")
		r.terminating(r.ready(v1, "fir-2", 6*day, 6*day-7*second), 20*second)
		r.pod(v1, "fir-4", second)
	},
	func(r *recording) {
		r.name = "node-unreachable"
		r.story = "yew-6 fell silent; the update deleted its Pod first, which stays Terminating for ever and holds the budget of maxUnavailable 1. Nothing moves, while DESIRED equals AVAILABLE: the Node is tainted and no longer desired."
		for _, n := range []string{"yew-1", "yew-2", "yew-3", "yew-4", "yew-5"} {
			r.node(n, nil)
		}
		r.lost(r.node("yew-6", nil), 3*hour)
		v1 := r.create(agent("network", "dns-cache", "registry.example/dns-cache:1.23.0"), 33*day)
		r.running(v1, 33*day, "yew-1", "yew-2", "yew-3", "yew-4", "yew-5")
		p := r.ready(v1, "yew-6", 33*day, 33*day-8*second)
		r.update(v1, 47*minute, atImage, "registry.example/dns-cache:1.23.1")
		setConditions(p, r.ago(3*hour), corev1.ConditionFalse, "NodeNotReady", "")
		r.terminating(p, 47*minute)
	},
	func(r *recording) {
		r.name = "on-delete"
		r.story = "With OnDelete the new driver is only where somebody deleted the Pod by hand: one of four Nodes is up to date, and kubectl rollout status has nothing to say."
		gpu := map[string]string{"example.com/gpu": "true"}
		taint := corev1.Taint{Key: "example.com/gpu", Value: "true", Effect: corev1.TaintEffectNoSchedule}
		for _, n := range []string{"gpu-a", "gpu-b", "gpu-c", "gpu-d"} {
			r.node(n, gpu, taint)
		}
		r.node("cpu-a", nil)
		m := agent("gpu-system", "gpu-driver", "registry.example/gpu-driver:570.86")
		put(m, atStrategy, M{"type": "OnDelete"})
		put(m, atSelector, M{"example.com/gpu": "true"})
		put(m, atTolerations, list(M{"key": "example.com/gpu", "operator": "Exists", "effect": "NoSchedule"}))
		put(m, "spec.template.spec.priorityClassName", "system-node-critical")
		v1 := r.create(m, 90*day)
		v2 := r.update(v1, 9*day, atImage, "registry.example/gpu-driver:575.51")
		v3 := r.update(v2, 2*day, "spec.template.spec.terminationGracePeriodSeconds", 120)
		r.running(v1, 90*day, "gpu-a", "gpu-c")
		r.running(v2, 8*day, "gpu-d")
		r.running(v3, 5*hour, "gpu-b")
	},
	func(r *recording) {
		r.name = "failed-in-backoff"
		r.story = "Two Pods were ended by the kubelet and stay until the controller's backoff lets it replace them; one crashes over and over, which is not Failed. All three are current, none is ready."
		for _, n := range []string{"pine-1", "pine-2", "pine-3", "pine-4", "pine-5"} {
			r.node(n, nil)
		}
		pressed := r.nodes[1]
		at := r.ago(4 * minute)
		pressed.Spec.Taints = []corev1.Taint{{Key: "node.kubernetes.io/disk-pressure", Effect: corev1.TaintEffectNoSchedule, TimeAdded: &at}}
		pressed.Status.Conditions[1] = corev1.NodeCondition{Type: corev1.NodeDiskPressure, Status: corev1.ConditionTrue, Reason: "KubeletHasDiskPressure",
			Message: "kubelet has disk pressure", LastHeartbeatTime: r.ago(11 * second), LastTransitionTime: at}
		v1 := r.create(agent("edge", "collector", "registry.example/collector:2.4.0"), 15*day)
		r.running(v1, 15*day, "pine-1", "pine-4")
		r.failed(v1, "pine-2", 70*second, "Evicted", "The node was low on resource: ephemeral-storage. Threshold quantity: 10144090Ki, available: 9320Mi. ")
		r.failed(v1, "pine-3", 25*second, "NodeAffinity", "Pod was rejected: Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector")
		p := r.bound(v1, "pine-5", 35*minute, "")
		p.Status.ContainerStatuses[0].RestartCount = 11
		p.Status.ContainerStatuses[0].State = corev1.ContainerState{Waiting: &corev1.ContainerStateWaiting{Reason: "CrashLoopBackOff",
			Message: "back-off 5m0s restarting failed container=collector"}}
	},
	func(r *recording) {
		r.name = "min-ready-seconds"
		r.story = "minReadySeconds 60, and four of five Pods were deleted by hand a moment ago: ready for 61, 60, 59 and 5 seconds, beside one of two hours. Sixty seconds are enough; a Pod that is ready and not yet available counts as unavailable."
		for _, n := range []string{"bay-1", "bay-2", "bay-3", "bay-4", "bay-5"} {
			r.node(n, nil)
		}
		m := agent("security", "file-watch", "registry.example/file-watch:0.41.0")
		put(m, atMinReady, 60)
		v1 := r.create(m, 2*hour+minute)
		r.ready(v1, "bay-1", 2*hour+10*second, 2*hour)
		r.ready(v1, "bay-2", 80*second, 61*second)
		r.ready(v1, "bay-3", 80*second, 60*second)
		r.ready(v1, "bay-4", 80*second, 59*second)
		r.ready(v1, "bay-5", 80*second, 5*second)
	},
	func(r *recording) {
		r.name = "orphan-adoption"
		r.story = "The DaemonSet was deleted with --cascade=orphan and created again a moment ago: it adopts its Pods and its revision. A Pod with other labels, one that is being deleted and one of a ReplicaSet stay out; kiwi-4 has no Pod yet that counts."
		for _, n := range []string{"kiwi-1", "kiwi-2", "kiwi-3", "kiwi-4"} {
			r.node(n, nil)
		}
		m := agent("backup", "snapshotter", "registry.example/snapshotter:5.0.2")
		gone := r.create(m, 60*day)
		r.running(gone, 60*day, "kiwi-1", "kiwi-2", "kiwi-3")
		leaving := r.ready(gone, "kiwi-4", 60*day, 60*day-9*second)
		r.terminating(leaving, 6*second)
		renamed := r.ready(gone, "kiwi-1", 50*day, 50*day-9*second)
		renamed.Labels["app.kubernetes.io/name"] = "snapshotter-debug"
		for _, p := range r.pods {
			p.OwnerReferences = nil
			p.Labels["pod-template-generation"] = "4"
		}
		r.sets = nil
		r.revisions[0].OwnerReferences = nil
		r.revisions[0].Revision = 4
		again := r.storedDaemonSet(m, r.now.Add(-2*second), 1)
		again.ResourceVersion = r.version()
		r.sets = append(r.sets, again)
		replica := r.ready(again, "kiwi-4", 9*day, 9*day-20*second)
		delete(replica.Labels, "pod-template-generation")
		delete(replica.Labels, "controller-revision-hash")
		replica.Labels["pod-template-hash"] = "7c9d8b5f46"
		replica.Spec.Affinity, replica.Spec.Tolerations = nil, nil
		replica.GenerateName = "snapshotter-once-7c9d8b5f46-"
		replica.Name = replica.GenerateName + r.suffix()
		yes := true
		replica.OwnerReferences = []metav1.OwnerReference{{APIVersion: "apps/v1", Kind: "ReplicaSet", Name: "snapshotter-once-7c9d8b5f46",
			UID: r.uid(), Controller: &yes, BlockOwnerDeletion: &yes}}
	},
	func(r *recording) {
		r.name = "node-deleted"
		r.story = "Two Nodes were deleted: the Pod bound to palm-5 runs on in the list, the Pod meant for palm-6 waits for a Node that will not come. Neither is counted, because only Nodes are."
		for _, n := range []string{"palm-1", "palm-2", "palm-3", "palm-4", "palm-5"} {
			r.node(n, nil)
		}
		v1 := r.create(agent("observability", "trace-agent", "registry.example/trace-agent:0.98.0"), 25*day)
		r.running(v1, 25*day, "palm-1", "palm-2", "palm-3", "palm-4", "palm-5")
		r.waiting(v1, "palm-6", 4*minute, "0/5 nodes are available: 5 node(s) didn't satisfy plugin(s) [NodeAffinity]. no new claims to deallocate, preemption: 0/5 nodes are available: 5 Preemption is not helpful for scheduling.")
		r.nodes = r.nodes[:4]
	},
	func(r *recording) {
		r.name = "mixed-fleet"
		r.story = "Seven Nodes, four DaemonSets: a proxy for every Linux Node, a GPU plugin by affinity, a Windows exporter, a node agent without tolerations. A cordoned, a NotReady and a tainted Node each mean something else to each of them."
		labels, taint := controlPlane()
		r.node("fleet-cp-1", labels, taint)
		r.node("fleet-1", nil)
		r.cordon(r.node("fleet-2", nil))
		sick := r.node("fleet-3", nil)
		since := r.ago(6 * minute)
		ready := &sick.Status.Conditions[3]
		ready.Status, ready.Reason, ready.Message, ready.LastTransitionTime = corev1.ConditionFalse, "KubeletNotReady",
			"container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized", since
		sick.Spec.Taints = []corev1.Taint{{Key: "node.kubernetes.io/not-ready", Effect: corev1.TaintEffectNoSchedule, TimeAdded: &since},
			{Key: "node.kubernetes.io/not-ready", Effect: corev1.TaintEffectNoExecute, TimeAdded: &since}}
		gpu := corev1.Taint{Key: "example.com/gpu", Value: "true", Effect: corev1.TaintEffectNoSchedule}
		r.node("fleet-gpu-1", map[string]string{"example.com/gpu.product": "H200"}, gpu)
		r.node("fleet-gpu-2", map[string]string{"example.com/gpu.product": "L4"}, gpu)
		win := r.node("fleet-win-1", map[string]string{"kubernetes.io/os": "windows", "beta.kubernetes.io/os": "windows",
			"node.kubernetes.io/windows-build": "10.0.26100"}, corev1.Taint{Key: "os", Value: "windows", Effect: corev1.TaintEffectNoSchedule})
		win.Status.NodeInfo.OperatingSystem, win.Status.NodeInfo.OSImage = "windows", "Windows Server 2025 Datacenter"
		win.Status.NodeInfo.KernelVersion = "10.0.26100.6584"

		linux := M{"kubernetes.io/os": "linux"}
		proxy := agent("kube-system", "service-proxy", "registry.example/service-proxy:v1.36.3")
		put(proxy, atSelector, linux)
		put(proxy, atTolerations, list(M{"operator": "Exists"}))
		put(proxy, "spec.template.spec.hostNetwork", true)
		put(proxy, "spec.template.spec.priorityClassName", "system-node-critical")
		p := r.create(proxy, 40*day)
		r.running(p, 40*day, "fleet-cp-1", "fleet-1", "fleet-2", "fleet-gpu-1", "fleet-gpu-2")
		setConditions(r.ready(p, "fleet-3", 40*day, 40*day-9*second), since, corev1.ConditionFalse, "NodeNotReady", "")

		plugin := agent("gpu-system", "gpu-plugin", "registry.example/gpu-plugin:0.17.4")
		put(plugin, atTolerations, list(M{"key": "example.com/gpu", "operator": "Exists", "effect": "NoSchedule"}))
		put(plugin, "spec.template.spec.affinity", required(term(req("example.com/gpu.product", "In", "H200", "H100")),
			term(req("example.com/gpu.product", "In", "L4"), req("kubernetes.io/arch", "NotIn", "amd64"))))
		r.running(r.create(plugin, 11*day), 11*day, "fleet-gpu-1")

		exporter := agent("monitoring", "windows-exporter", "registry.example/windows-exporter:0.31.3")
		put(exporter, atSelector, M{"kubernetes.io/os": "windows"})
		put(exporter, atTolerations, list(M{"key": "os", "value": "windows", "effect": "NoSchedule"}))
		r.bound(r.create(exporter, 3*hour), "fleet-win-1", 3*hour-second, "ImagePullBackOff")

		plain := r.create(agent("monitoring", "node-agent", "registry.example/node-agent:1.9.1"), 40*day)
		r.running(plain, 40*day, "fleet-1", "fleet-2")
		setConditions(r.ready(plain, "fleet-3", 40*day, 40*day-9*second), since, corev1.ConditionFalse, "NodeNotReady", "")
	},
	func(r *recording) {
		r.name = "rolled-back"
		r.story = "An update was undone halfway: the revision of the first template is the current one again with number 3. Its old Pods count as up to date by their hash, although their template generation is 1; the two Pods of the bad template are to go."
		for _, n := range []string{"lime-1", "lime-2", "lime-3", "lime-4", "lime-5"} {
			r.node(n, nil)
		}
		v1 := r.create(agent("logging", "audit-tail", "registry.example/audit-tail:2.0.0"), 70*day)
		v2 := r.update(v1, 11*minute, atImage, "registry.example/audit-tail:2.1.0-rc.1")
		v3 := r.update(v2, 40*second, atImage, "registry.example/audit-tail:2.0.0")
		r.running(v1, 70*day, "lime-2", "lime-5")
		r.running(v3, 35*second, "lime-1")
		r.ready(v2, "lime-3", 9*minute, 9*minute-8*second)
		bad := r.bound(v2, "lime-4", 10*minute, "")
		bad.Status.ContainerStatuses[0].RestartCount = 6
		r.terminating(bad, 14*second)
	},
	func(r *recording) {
		r.name = "revision-of-an-older-controller"
		r.story = "Controllers before 1.34 wrote creationTimestamp: null into revisions, so their revision no longer equals the same template. The controller made a second one, under another hash because the name was taken (collisionCount 1); the Pods bear the old hash and are up to date by their template generation alone."
		for _, n := range []string{"moss-1", "moss-2", "moss-3", "moss-4"} {
			r.node(n, nil)
		}
		v1 := r.create(agent("kube-system", "time-sync", "registry.example/time-sync:4.6.1"), 400*day)
		data := decodeData(r.revisions[0])
		get(data, "spec.template.metadata").(M)["creationTimestamp"] = nil
		r.revisions[0].Data.Raw = encodeData(data)
		r.running(v1, 100*day, "moss-1", "moss-2", "moss-3")
		v1.Status.CollisionCount = int32p(1)
		r.revise(v1, 2, 8*day)
		r.ready(v1, "moss-4", 7*day, 7*day-9*second)
	},
	func(r *recording) {
		r.name = "without-revisions"
		r.story = "What most people paste: Nodes, DaemonSets and Pods, no ControllerRevisions. An update with maxUnavailable 1 is on its second Node; only the label pod-template-generation tells new Pods from old ones."
		for _, n := range []string{"reed-1", "reed-2", "reed-3", "reed-4"} {
			r.node(n, nil)
		}
		v1 := r.create(agent("default", "host-agent", "registry.example/host-agent:7.1"), 5*day)
		v2 := r.update(v1, 50*second, atImage, "registry.example/host-agent:7.2")
		r.running(v1, 5*day, "reed-2", "reed-3")
		r.running(v2, 45*second, "reed-1")
		r.bound(v2, "reed-4", 3*second, "ContainerCreating")
		r.revisions = nil
	},
	func(r *recording) {
		r.name = "just-created"
		r.story = "A DaemonSet of half a minute: one Pod runs, one can't pull its image, one does not fit and waits unscheduled, and a quota kept the fourth from being created."
		for _, n := range []string{"sage-1", "sage-2", "sage-3", "sage-4"} {
			r.node(n, nil)
		}
		v1 := r.create(agent("team-a", "cache-warmer", "registry.example/cache-warmer:0.1.0"), 31*second)
		r.ready(v1, "sage-1", 30*second, 12*second)
		r.bound(v1, "sage-2", 30*second, "ErrImagePull")
		r.waiting(v1, "sage-3", 30*second, "0/4 nodes are available: 1 Insufficient memory, 3 node(s) didn't satisfy plugin(s) [NodeAffinity]. no new claims to deallocate, preemption: 0/4 nodes are available: 1 No preemption victims found for incoming pod, 3 Preemption is not helpful for scheduling.")
	},
}
