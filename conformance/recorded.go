package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"sort"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	sigsyaml "sigs.k8s.io/yaml"
)

// Recorded is tests/recorded/<name>/expected.json: what the controller counts in the cluster.yaml beside it.
type Recorded struct {
	Story      string         `json:"story"`
	Now        string         `json:"now"`
	DaemonSets []StatusReport `json:"daemonSets"`
}

// RecordedRollout is a line of tests/recorded/<name>/rollout.jsonl: what happens to one DaemonSet from there, with
// another image where there is one.
type RecordedRollout struct {
	DaemonSet string `json:"daemonSet"`
	Image     string `json:"image,omitempty"`
	Expected  any    `json:"expected"`
}

// recordedScenario: Pods take that long.
var recordedScenario = Scenario{StartupSeconds: 20, TerminationSeconds: 10}

func recordedRollouts(file, now string) []byte {
	var b bytes.Buffer
	for i := 0; ; i++ {
		for _, image := range []string{"", "registry.example/next:1"} {
			o, err := parseObjects(readInput([]string{file}))
			fatalIf(err)
			if i == len(o.DaemonSets) {
				return b.Bytes()
			}
			ds := o.DaemonSets[i]
			o.DaemonSets = []*appsv1.DaemonSet{ds}
			if image != "" {
				next := ds.DeepCopy()
				next.Spec.Template.Spec.Containers[0].Image = image
				o.DaemonSets = append(o.DaemonSets, next)
			}
			emitTo(&b, RecordedRollout{ds.Namespace + "/" + ds.Name, image, rollout(o, recordedScenario, now)})
		}
	}
}

// recorded holds every folder of dir against the real code: cluster.yaml where recorded_clusters.go
// describes it, expected.json, rollout.jsonl, and that each recorded status is the one that the controller writes.
// With write it writes the files instead. A folder that is described nowhere needs its cluster.yaml and an
// expected.json with story and now.
func recorded(dir string, write bool) {
	stories := map[string]Recorded{}
	differ := 0
	put := func(path string, content []byte) {
		if write {
			fatalIf(os.MkdirAll(filepath.Dir(path), 0o755))
			fatalIf(os.WriteFile(path, content, 0o644))
		} else if was, err := os.ReadFile(path); err != nil || !bytes.Equal(was, content) {
			fmt.Println("DIFFERS", path)
			differ++
		}
	}
	for i, describe := range recordedClusters {
		r := newRecording(int64(i + 1))
		describe(r)
		put(filepath.Join(dir, r.name, "cluster.yaml"), r.yaml())
		stories[r.name] = Recorded{Story: r.story, Now: r.now.Format(time.RFC3339)}
	}
	files, err := filepath.Glob(filepath.Join(dir, "*", "cluster.yaml"))
	fatalIf(err)
	for _, f := range files {
		expected := filepath.Join(filepath.Dir(f), "expected.json")
		rec, ok := stories[filepath.Base(filepath.Dir(f))]
		if !ok {
			fatalIf(json.Unmarshal(readInput([]string{expected}), &rec))
		}
		o, err := parseObjects(readInput([]string{f}))
		fatalIf(err)
		rec.DaemonSets = status(o, mustTime(rec.Now))
		for i, r := range rec.DaemonSets {
			if was := countersOf(o.DaemonSets[i].Status); was != r.Status {
				fmt.Printf("DIFFERS %s: %s has recorded %+v, the controller counts %+v\n", f, r.DaemonSet, was, r.Status)
				differ++
			}
		}
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		fatalIf(e.Encode(rec))
		put(expected, b.Bytes())
		put(filepath.Join(filepath.Dir(f), "rollout.jsonl"), recordedRollouts(f, rec.Now))
	}
	fmt.Printf("%d recorded clusters, %d differences\n", len(files), differ)
	if differ > 0 {
		os.Exit(1)
	}
}

// recording is a cluster on its way to a file.
type recording struct {
	gen
	name, story string
	now         time.Time
	rv          int
	nodes       []*corev1.Node
	sets        []*appsv1.DaemonSet // the last version of each
	revisions   []*appsv1.ControllerRevision
	pods        []*corev1.Pod
}

func newRecording(seed int64) *recording {
	return &recording{gen: gen{Rand: rand.New(rand.NewSource(seed))}, now: statusNow, rv: 48_000_000}
}

func (r *recording) ago(d time.Duration) metav1.Time { return metav1.NewTime(r.now.Add(-d)) }

// hex is n hexadecimal digits.
func (r *recording) hex(n int) string {
	b := make([]byte, n/2)
	r.Read(b)
	return fmt.Sprintf("%x", b)
}

func (r *recording) version() string {
	r.rv += r.between(1, 4000)
	return fmt.Sprint(r.rv)
}

// yaml prints the cluster as `kubectl get nodes,daemonsets,pods,controllerrevisions -A -o yaml` does; the
// recorded status of every DaemonSet is the one that the controller writes for it.
func (r *recording) yaml() []byte {
	items := []any{}
	for _, n := range r.nodes {
		items = append(items, asM(n))
	}
	o := &Objects{}
	add := func(objs ...any) {
		for _, obj := range objs {
			b, err := json.Marshal(obj)
			fatalIf(err)
			fatalIf(o.addRaw(b))
		}
	}
	for _, n := range r.nodes {
		add(n)
	}
	for _, p := range r.pods {
		add(p)
	}
	for _, c := range r.revisions {
		add(c)
	}
	for _, ds := range r.sets {
		add(ds)
	}
	for i, s := range status(o, r.now) {
		st, c := &r.sets[i].Status, s.Status
		st.ObservedGeneration = r.sets[i].Generation
		st.DesiredNumberScheduled, st.CurrentNumberScheduled, st.NumberMisscheduled = c.Desired, c.Current, c.Misscheduled
		st.NumberReady, st.UpdatedNumberScheduled = c.Ready, c.Updated
		st.NumberAvailable, st.NumberUnavailable = c.Available, c.Unavailable
		items = append(items, asM(r.sets[i]))
	}
	byName := func(from int) {
		part := items[from:]
		ms := make([]M, len(part))
		for i := range part {
			ms[i] = part[i].(M)
		}
		sortByNamespaceAndName(ms)
		for i := range part {
			part[i] = ms[i]
		}
	}
	byName(len(r.nodes))
	from := len(items)
	for _, p := range r.pods {
		items = append(items, asM(p))
	}
	byName(from)
	from = len(items)
	for _, c := range r.revisions {
		items = append(items, asM(c))
	}
	byName(from)
	b, err := sigsyaml.Marshal(M{"apiVersion": "v1", "kind": "List", "metadata": M{"resourceVersion": ""}, "items": items})
	fatalIf(err)
	return b
}

// node is a healthy worker that joined 40 days ago.
func (r *recording) node(name string, labels map[string]string, taints ...corev1.Taint) *corev1.Node {
	n := &corev1.Node{}
	n.APIVersion, n.Kind, n.Name, n.UID = "v1", "Node", name, r.uid()
	n.CreationTimestamp = r.ago(40*24*time.Hour + time.Duration(r.Intn(3600))*time.Second)
	n.Labels = map[string]string{"beta.kubernetes.io/arch": "amd64", "beta.kubernetes.io/os": "linux", "kubernetes.io/arch": "amd64",
		"kubernetes.io/os": "linux", "kubernetes.io/hostname": name, "topology.kubernetes.io/region": "north",
		"topology.kubernetes.io/zone": fmt.Sprintf("north-%c", 'a'+len(r.nodes)%3)}
	for k, v := range labels {
		n.Labels[k] = v
	}
	n.Annotations = map[string]string{"node.alpha.kubernetes.io/ttl": "0", "volumes.kubernetes.io/controller-managed-attach-detach": "true"}
	i := len(r.nodes) + 1
	n.Spec.PodCIDR = fmt.Sprintf("10.244.%d.0/24", i)
	n.Spec.PodCIDRs = []string{n.Spec.PodCIDR}
	n.Spec.ProviderID = "example://north/" + name
	n.Spec.Taints = taints
	ip := fmt.Sprintf("192.0.2.%d", 10+i)
	n.Status.Addresses = []corev1.NodeAddress{{Type: corev1.NodeInternalIP, Address: ip}, {Type: corev1.NodeHostName, Address: name}}
	q := resource.MustParse
	n.Status.Capacity = corev1.ResourceList{"cpu": q("8"), "memory": q("32861764Ki"), "ephemeral-storage": q("101430960Ki"),
		"hugepages-1Gi": q("0"), "hugepages-2Mi": q("0"), "pods": q("110")}
	n.Status.Allocatable = n.Status.Capacity.DeepCopy()
	n.Status.Allocatable["cpu"], n.Status.Allocatable["memory"] = q("7820m"), q("31812164Ki")
	n.Status.Allocatable["ephemeral-storage"] = q("93478772582")
	beat := r.ago(time.Duration(r.Intn(240)) * time.Second)
	for _, c := range [][3]string{
		{"MemoryPressure", "KubeletHasSufficientMemory", "kubelet has sufficient memory available"},
		{"DiskPressure", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"},
		{"PIDPressure", "KubeletHasSufficientPID", "kubelet has sufficient PID available"},
		{"Ready", "KubeletReady", "kubelet is posting ready status"}} {
		status := corev1.ConditionFalse
		if c[0] == "Ready" {
			status = corev1.ConditionTrue
		}
		n.Status.Conditions = append(n.Status.Conditions, corev1.NodeCondition{Type: corev1.NodeConditionType(c[0]), Status: status,
			Reason: c[1], Message: c[2], LastHeartbeatTime: beat, LastTransitionTime: metav1.NewTime(n.CreationTimestamp.Add(21 * time.Second))})
	}
	n.Status.DaemonEndpoints.KubeletEndpoint.Port = 10250
	n.Status.Images = []corev1.ContainerImage{{Names: []string{"registry.example/pause:3.10"}, SizeBytes: 320448}}
	n.Status.NodeInfo = corev1.NodeSystemInfo{Architecture: "amd64", OperatingSystem: "linux", OSImage: "Debian GNU/Linux 13 (trixie)",
		KernelVersion: "6.12.48+deb13-amd64", ContainerRuntimeVersion: "containerd://2.1.4", KubeletVersion: "v1.36.3",
		BootID: string(r.uid()), MachineID: r.hex(32), SystemUUID: string(r.uid())}
	n.ResourceVersion = r.version()
	r.nodes = append(r.nodes, n)
	return n
}

// lost makes the node one whose kubelet fell silent some time ago, as the node lifecycle controller marks it.
func (r *recording) lost(n *corev1.Node, since time.Duration) {
	t := r.ago(since)
	for i := range n.Status.Conditions {
		c := &n.Status.Conditions[i]
		c.Status, c.Reason, c.Message = corev1.ConditionUnknown, "NodeStatusUnknown", "Kubelet stopped posting node status."
		c.LastTransitionTime, c.LastHeartbeatTime = t, r.ago(since+50*time.Second)
	}
	execute := r.ago(since - 5*time.Second)
	n.Spec.Taints = append(n.Spec.Taints,
		corev1.Taint{Key: "node.kubernetes.io/unreachable", Effect: corev1.TaintEffectNoSchedule, TimeAdded: &t},
		corev1.Taint{Key: "node.kubernetes.io/unreachable", Effect: corev1.TaintEffectNoExecute, TimeAdded: &execute})
}

// cordon is `kubectl cordon`.
func (r *recording) cordon(n *corev1.Node) {
	t := r.ago(12 * time.Minute)
	n.Spec.Unschedulable = true
	n.Spec.Taints = append(n.Spec.Taints, corev1.Taint{Key: "node.kubernetes.io/unschedulable", Effect: corev1.TaintEffectNoSchedule, TimeAdded: &t})
}

func controlPlane() (map[string]string, corev1.Taint) {
	return map[string]string{"node-role.kubernetes.io/control-plane": "", "node.kubernetes.io/exclude-from-external-load-balancers": ""},
		corev1.Taint{Key: "node-role.kubernetes.io/control-plane", Effect: corev1.TaintEffectNoSchedule}
}

// agent is a manifest as many are: one container with a probe, host files, an own service account.
func agent(namespace, name, image string) M {
	ds := daemonSet(name, M{
		"serviceAccountName": name,
		"containers": list(M{"name": name, "image": image,
			"env":            list(M{"name": "NODE_NAME", "valueFrom": M{"fieldRef": M{"fieldPath": "spec.nodeName"}}}),
			"ports":          list(M{"name": "metrics", "containerPort": 9404}),
			"readinessProbe": M{"httpGet": M{"path": "/ready", "port": "metrics"}, "periodSeconds": 5},
			"resources":      M{"requests": M{"cpu": "50m", "memory": "96Mi"}, "limits": M{"memory": "192Mi"}},
			"volumeMounts":   list(M{"name": "logs", "mountPath": "/var/log", "readOnly": true})}),
		"volumes": list(M{"name": "logs", "hostPath": M{"path": "/var/log", "type": "Directory"}}),
	})
	labels := M{"app.kubernetes.io/name": name}
	put(ds, "metadata.namespace", namespace)
	put(ds, "metadata.labels", M{"app.kubernetes.io/name": name, "app.kubernetes.io/part-of": namespace})
	put(ds, "spec.selector.matchLabels", labels)
	put(ds, "spec.template.metadata.labels", deepCopy(labels))
	return ds
}

const (
	atImage         = "spec.template.spec.containers.0.image"
	atSelector      = "spec.template.spec.nodeSelector"
	atTolerations   = "spec.template.spec.tolerations"
	atStrategy      = "spec.updateStrategy"
	atMinReady      = "spec.minReadySeconds"
	atRollingUpdate = "spec.updateStrategy.rollingUpdate"
)

// create stores the first version of a DaemonSet, and its revision.
func (r *recording) create(m M, since time.Duration) *appsv1.DaemonSet {
	ds := r.storedDaemonSet(m, r.now.Add(-since), 1)
	ds.ResourceVersion = r.version()
	r.sets = append(r.sets, ds)
	r.revise(ds, 1, since-time.Second)
	return ds
}

func (r *recording) revise(ds *appsv1.DaemonSet, n int64, since time.Duration) *appsv1.ControllerRevision {
	c := r.storedRevision(ds, n, r.now.Add(-since))
	c.ResourceVersion = r.version()
	r.revisions = append(r.revisions, c)
	return c
}

// update stores a new template for the DaemonSet. The old version stays as it was, to make Pods of.
func (r *recording) update(old *appsv1.DaemonSet, since time.Duration, path string, value any) *appsv1.DaemonSet {
	m := asM(old)
	put(m, path, value)
	ds := storedForm(objectOf[*appsv1.DaemonSet](m))
	ds.Generation++
	ds.Annotations[appsv1.DeprecatedTemplateGeneration] = fmt.Sprint(ds.Generation)
	ds.ResourceVersion = r.version()
	for i := range r.sets {
		if r.sets[i].UID == ds.UID {
			r.sets[i] = ds
		}
	}
	for _, c := range r.revisions { // back to a template of before: its revision moves to the end
		if c.Name == ds.Name+"-"+hashOf(ds) {
			c.Revision = ds.Generation
			return ds
		}
	}
	r.revise(ds, ds.Generation, since-time.Second)
	return ds
}

// sortByNamespaceAndName is the order in which the API server lists.
func sortByNamespaceAndName(objs []M) {
	sortByName(objs)
	sort.SliceStable(objs, func(i, j int) bool {
		return get(objs[i], "metadata.namespace").(string) < get(objs[j], "metadata.namespace").(string)
	})
}
