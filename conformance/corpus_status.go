package main

import (
	"encoding/json"
	"fmt"
	"sort"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

var statusNow = time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)

// statusGen makes one recorded cluster in a state that a controller may find, however unlikely.
type statusGen struct {
	gen
	ds        *appsv1.DaemonSet
	old, hash string // values of the label controller-revision-hash
	// oldGeneration is the label pod-template-generation of Pods of the old template.
	oldGeneration, generation string
	consistent                bool // Pods bear the labels of one of the two templates, never a mixture
	unseen                    bool // the controller has not seen the new template: all Pods are old
	pods                      []*corev1.Pod
}

func ago(d time.Duration) metav1.Time { return metav1.NewTime(statusNow.Add(-d)) }

// age is any age that kubectl writes in another form.
func (g gen) age() time.Duration {
	unit := pick(g, time.Second, time.Second, time.Minute, time.Minute, time.Hour, time.Hour, 24*time.Hour, 24*time.Hour, 365*24*time.Hour)
	return time.Duration(g.between(0, 11))*unit + time.Duration(g.between(0, 130))*time.Second
}

func genStatus(g gen, _ int) Case {
	names := nodeNames(g.between(2, 8))
	m := daemonSet("agent", M{"containers": list(M{"name": "main", "image": "registry.example/agent:1"})})
	g.statusSpec(m, names)
	s := &statusGen{gen: g}
	templateGeneration := g.between(2, 9)
	if g.chance(0.08) {
		templateGeneration = 0
	}
	before := g.storedDaemonSet(m, statusNow.Add(-g.age()), max(templateGeneration-1, 0))
	put(m, "spec.template.spec.containers.0.image", "registry.example/agent:2")
	s.ds = g.storedDaemonSet(m, before.CreationTimestamp.Time, templateGeneration)
	s.ds.UID = before.UID
	s.ds.ResourceVersion = fmt.Sprint(g.between(1000, 900000))
	if g.chance(0.05) {
		s.ds.Status.CollisionCount = int32p(1)
	}
	s.old, s.hash = hashOf(before), hashOf(s.ds)
	s.oldGeneration, s.generation = fmt.Sprint(templateGeneration-1), fmt.Sprint(templateGeneration)
	revisions, note := s.revisions(before)
	s.staleStatus()
	if g.chance(0.01) {
		s.ds.DeletionTimestamp = &metav1.Time{Time: statusNow.Add(-time.Minute)}
		s.ds.Finalizers = []string{"foregroundDeletion"}
	}

	c := Case{Name: note, Input: CaseInput{Now: statusNow.Format(time.RFC3339)}}
	objects := []any{}
	for _, name := range names {
		objects = append(objects, g.statusNode(name))
	}
	objects = append(objects, s.ds)
	for _, name := range names {
		s.podsOn(name)
	}
	if g.chance(0.2) {
		s.podsOn("node-gone")
	}
	if g.chance(0.3) {
		s.strangers(names)
	}
	if g.chance(0.1) { // a second DaemonSet, with Pods of its own
		other := *s
		om := daemonSet("other", M{"nodeSelector": M{"pool": "b"}})
		other.ds = g.storedDaemonSet(om, statusNow.Add(-g.age()), 1)
		other.hash, other.generation, other.pods = hashOf(other.ds), "1", nil
		other.old, other.oldGeneration = "5f7d9c8b64", "0"
		for _, name := range names {
			other.podsOn(name)
		}
		s.pods = append(s.pods, other.pods...)
		objects = append(objects, other.ds)
		revisions = append(revisions, g.storedRevision(other.ds, 1, other.ds.CreationTimestamp.Time))
	}
	sort.Slice(s.pods, func(i, j int) bool { return s.pods[i].Name < s.pods[j].Name })
	for _, p := range s.pods {
		objects = append(objects, p)
	}
	for _, r := range revisions {
		objects = append(objects, r)
	}
	for _, o := range objects {
		c.Input.Objects = append(c.Input.Objects, asM(o))
	}
	return c
}

func int32p(i int32) *int32 { return &i }

// statusSpec fills in what decides on placement, availability and kubectl's row.
func (g gen) statusSpec(m M, names []string) {
	spec := get(m, "spec.template.spec").(M)
	if g.chance(0.35) {
		spec["nodeSelector"] = M{"pool": "a"}
		if g.chance(0.3) {
			spec["nodeSelector"].(M)["kubernetes.io/os"] = "linux"
		}
	}
	if g.chance(0.15) {
		spec["affinity"] = M{"nodeAffinity": g.nodeAffinity(names)}
	}
	switch r := g.Float64(); {
	case r < 0.2:
		spec["tolerations"] = list(M{"key": "dedicated", "operator": "Exists"})
	case r < 0.3:
		spec["tolerations"] = list(M{"operator": "Exists"})
	case r < 0.4:
		spec["tolerations"] = list(M{"effect": "NoSchedule", "operator": "Exists"})
	}
	if g.chance(0.2) {
		spec["hostNetwork"] = true
	}
	if g.chance(0.2) {
		spec["containers"] = append(spec["containers"].([]any), M{"name": "reload", "image": "registry.example/reload@sha256:" + fmt.Sprintf("%064d", 7)})
	}
	if g.chance(0.65) {
		put(m, "spec.minReadySeconds", pick(g, 1, 10, 30, 600))
	}
	switch r := g.Float64(); {
	case r < 0.15:
		put(m, "spec.updateStrategy", M{"type": "OnDelete"})
	case r < 0.45:
		put(m, "spec.updateStrategy", M{"rollingUpdate": M{"maxUnavailable": 0, "maxSurge": pick[any](g, 1, "25%", "100%")}})
	case r < 0.75:
		put(m, "spec.updateStrategy", M{"rollingUpdate": M{"maxUnavailable": pick[any](g, 1, 2, "34%", "100%")}})
	}
	if g.chance(0.15) {
		put(m, "spec.selector", M{"matchLabels": M{"app": "agent"}, "matchExpressions": list(pick(g,
			M{"key": "tier", "operator": "In", "values": list("node", "edge")}, M{"key": "canary", "operator": "DoesNotExist"},
			M{"key": "tier", "operator": "NotIn", "values": list("web")}, M{"key": "tier", "operator": "Exists"}))})
		put(m, "spec.template.metadata.labels.tier", "node")
	}
	if g.chance(0.1) { // data that a careless comparison of revisions gets wrong
		put(m, "spec.template.metadata.annotations", M{"example.com/note": pick(g, "a<b & c>d", "zażółć", "line\nline", "")})
	}
	if g.chance(0.1) {
		put(m, "spec.template.spec.containers.0.resources", M{"requests": M{"cpu": pick(g, "0.1", "100m", "1"), "memory": "1024Mi"}})
	}
}

func (g gen) statusNode(name string) M {
	n := object("v1", "Node", name)
	put(n, "metadata.uid", string(g.uid()))
	labels := M{"kubernetes.io/hostname": name, "kubernetes.io/os": pick(g, "linux", "linux", "linux", "windows"), "pool": pick(g, "a", "a", "b")}
	if g.chance(0.5) {
		labels["disk"] = pick(g, "ssd", "hdd")
	}
	put(n, "metadata.labels", labels)
	ready := "True"
	switch r := g.Float64(); {
	case r < 0.08:
		put(n, "spec.taints", list(M{"key": "dedicated", "value": "db", "effect": pick(g, effects...)}))
	case r < 0.16:
		ready = "Unknown"
		put(n, "spec.taints", list(M{"key": "node.kubernetes.io/unreachable", "effect": "NoSchedule", "timeAdded": ago(time.Hour)},
			M{"key": "node.kubernetes.io/unreachable", "effect": "NoExecute", "timeAdded": ago(time.Hour)}))
	case r < 0.21:
		ready = "False"
		put(n, "spec.taints", list(M{"key": "node.kubernetes.io/not-ready", "effect": "NoSchedule"}))
	case r < 0.27:
		put(n, "spec.unschedulable", true)
		put(n, "spec.taints", list(M{"key": "node.kubernetes.io/unschedulable", "effect": "NoSchedule"}))
	}
	put(n, "status.conditions", list(M{"type": "Ready", "status": ready}))
	return n
}

// revisions gives the ControllerRevisions of the input and a word for the case's name.
func (s *statusGen) revisions(before *appsv1.DaemonSet) ([]*appsv1.ControllerRevision, string) {
	old := s.storedRevision(before, 1, before.CreationTimestamp.Time)
	cur := s.storedRevision(s.ds, 2, statusNow.Add(-time.Hour))
	oldest := before.DeepCopy()
	oldest.Spec.Template.Spec.Containers[0].Image = "registry.example/agent:0"
	r := s.Float64()
	take := func(p float64) bool {
		r -= p
		return r < 0
	}
	switch {
	case take(0.1):
		return []*appsv1.ControllerRevision{cur}, "one revision"
	case take(0.08): // back to a template that was there before: its revision gets the highest number later
		cur.Revision, old.Revision = int64(s.between(1, 3)), 2
		return []*appsv1.ControllerRevision{cur, old}, "rolled back"
	case take(0.05):
		twin := cur.DeepCopy()
		twin.Name, twin.UID, twin.Revision = s.ds.Name+"-6c9d5f7b88", s.uid(), 3
		twin.Labels[appsv1.DefaultDaemonSetUniqueLabelKey] = "6c9d5f7b88"
		if s.chance(0.5) {
			s.hash = "6c9d5f7b88"
		}
		return []*appsv1.ControllerRevision{twin, old, cur}, "two revisions of the template"
	case take(0.05):
		foreign := cur.DeepCopy()
		foreign.Name, foreign.UID, foreign.Revision = s.ds.Name+"-7b5c4d6f99", s.uid(), 9
		foreign.Labels[appsv1.DefaultDaemonSetUniqueLabelKey] = "7b5c4d6f99"
		foreign.OwnerReferences[0].UID = s.uid()
		return []*appsv1.ControllerRevision{foreign, old, cur}, "revision of another owner"
	case take(0.04):
		cur.OwnerReferences = nil
		return []*appsv1.ControllerRevision{old, cur}, "orphaned revision"
	case take(0.02): // of the DaemonSet, but not selected by it any more
		old.Labels["app"] = "renamed"
		return []*appsv1.ControllerRevision{old, cur}, "released revision"
	case take(0.03):
		delete(cur.Labels, appsv1.DefaultDaemonSetUniqueLabelKey)
		if s.chance(0.7) {
			s.hash = cur.Name
		}
		return []*appsv1.ControllerRevision{old, cur}, "revision without a hash"
	case take(0.05):
		// As controllers before 1.34 wrote them: never equal to what this one writes.
		for _, r := range []*appsv1.ControllerRevision{old, cur} {
			m := decodeData(r)
			get(m, "spec.template.metadata").(M)["creationTimestamp"] = nil
			r.Data.Raw = encodeData(m)
		}
		s.consistent = true
		// How the controller gets out of it: the name is taken, so it counts a collision.
		if s.ds.Status.CollisionCount == nil {
			s.ds.Status.CollisionCount = int32p(0)
		}
		*s.ds.Status.CollisionCount++
		return []*appsv1.ControllerRevision{old, cur}, "revisions of an old controller"
	case take(0.02):
		m := decodeData(cur)
		delete(get(m, "spec.template").(M), "$patch")
		cur.Data.Raw = encodeData(m)
		cur.Name, cur.Labels[appsv1.DefaultDaemonSetUniqueLabelKey] = s.ds.Name+"-58b4c6d7f9", "58b4c6d7f9"
		s.hash, s.consistent = "58b4c6d7f9", true
		return []*appsv1.ControllerRevision{old, cur}, "revision with other data"
	case take(0.06): // just changed; the controller has not seen it yet
		s.consistent, s.unseen = true, true
		return []*appsv1.ControllerRevision{old}, "no revision yet"
	case take(0.06):
		s.consistent = true
		if s.ds.Annotations[appsv1.DeprecatedTemplateGeneration] == "" {
			break // nothing would tell new from old
		}
		return nil, "no revisions"
	case take(0.15):
		first := s.storedRevision(oldest, 1, before.CreationTimestamp.Time)
		old.Revision, cur.Revision = 2, 3
		return []*appsv1.ControllerRevision{first, old, cur}, ""
	}
	return []*appsv1.ControllerRevision{old, cur}, ""
}

func decodeData(r *appsv1.ControllerRevision) M { return asM(r.Data) }

func encodeData(m M) []byte {
	b, err := json.Marshal(m)
	fatalIf(err)
	return b
}

// staleStatus is the recorded status: something that may have been true a while ago.
func (s *statusGen) staleStatus() {
	st := &s.ds.Status
	st.DesiredNumberScheduled = int32(s.Intn(9))
	st.CurrentNumberScheduled = st.DesiredNumberScheduled
	st.NumberReady = int32(s.Intn(int(st.DesiredNumberScheduled) + 1))
	st.NumberAvailable = st.NumberReady
	st.NumberUnavailable = st.DesiredNumberScheduled - st.NumberAvailable
	st.UpdatedNumberScheduled = int32(s.Intn(int(st.DesiredNumberScheduled) + 1))
	st.NumberMisscheduled = int32(s.Intn(2))
	st.ObservedGeneration = s.ds.Generation - int64(s.Intn(2))
}

func (s *statusGen) podsOn(node string) {
	switch r := s.Float64(); {
	case r < 0.12:
	case r < 0.72:
		s.pods = append(s.pods, s.pod(node, s.chance(0.5)))
	case r < 0.92:
		s.pods = append(s.pods, s.pod(node, true), s.pod(node, false))
	default:
		for i := s.between(2, 3); i > 0; i-- {
			s.pods = append(s.pods, s.pod(node, s.chance(0.5)))
		}
	}
}

// pod is a daemon Pod of the old or the new template in any state.
func (s *statusGen) pod(node string, updated bool) *corev1.Pod {
	created := s.age()
	p := s.storedPod(s.ds, s.hash, node, statusNow.Add(-created))
	p.Spec = corev1.PodSpec{Affinity: p.Spec.Affinity, // the rest is of no interest here, and long
		Containers: []corev1.Container{{Name: "main", Image: "registry.example/agent:2"}}}
	if aff := p.Spec.Affinity; aff != nil && aff.NodeAffinity != nil {
		aff.NodeAffinity.PreferredDuringSchedulingIgnoredDuringExecution = nil
	}
	if !updated || s.unseen {
		p.Spec.Containers[0].Image = "registry.example/agent:1"
		p.Labels[appsv1.DefaultDaemonSetUniqueLabelKey] = s.old
		if p.Labels["pod-template-generation"] != "" {
			p.Labels["pod-template-generation"] = s.oldGeneration
		}
	}
	if !s.consistent {
		switch r := s.Float64(); {
		case r < 0.04:
			delete(p.Labels, appsv1.DefaultDaemonSetUniqueLabelKey)
		case r < 0.08:
			delete(p.Labels, "pod-template-generation")
		case r < 0.11: // hash and generation disagree, as after a rollback
			p.Labels["pod-template-generation"] = s.oldGeneration
		case r < 0.14:
			p.Labels["pod-template-generation"] = s.generation
		case r < 0.16:
			p.Labels["pod-template-generation"] = "0" + s.generation
		case r < 0.18:
			p.Labels[appsv1.DefaultDaemonSetUniqueLabelKey] = ""
		}
	}
	s.podState(p, node, created)
	s.podOwner(p)
	return p
}

func (s *statusGen) podState(p *corev1.Pod, node string, created time.Duration) {
	bind := func() {
		p.Spec.NodeName = node
		p.Status.Phase = corev1.PodRunning
	}
	ready := func(status corev1.ConditionStatus, since time.Duration) {
		bind()
		p.Status.Conditions = []corev1.PodCondition{
			{Type: corev1.PodScheduled, Status: corev1.ConditionTrue, LastTransitionTime: p.CreationTimestamp},
			{Type: corev1.PodReady, Status: status, LastTransitionTime: ago(since)}}
	}
	terminating := func() {
		d := ago(time.Duration(s.between(-30, 300)) * time.Second)
		grace := int64(30)
		p.DeletionTimestamp, p.DeletionGracePeriodSeconds = &d, &grace
	}
	need := time.Duration(s.ds.Spec.MinReadySeconds) * time.Second
	long := max(created-3*time.Second, need+time.Minute)
	switch r := s.Float64(); {
	case r < 0.34:
		ready(corev1.ConditionTrue, long)
	case r < 0.46: // around minReadySeconds, to the second
		ready(corev1.ConditionTrue, max(0, need+time.Duration(s.between(-1, 1))*time.Second))
	case r < 0.48: // the clock of the node is ahead
		ready(corev1.ConditionTrue, -5*time.Second)
	case r < 0.50:
		ready(corev1.ConditionTrue, long)
		p.Status.Conditions[1].LastTransitionTime = metav1.Time{}
	case r < 0.58:
		ready(corev1.ConditionFalse, long)
	case r < 0.61:
		ready("Unknown", long)
	case r < 0.65: // bound, no condition yet
		bind()
		p.Status.Phase = corev1.PodPending
	case r < 0.72: // waits for the scheduler
		p.Status.Conditions = []corev1.PodCondition{{Type: corev1.PodScheduled, Status: corev1.ConditionFalse, Reason: "Unschedulable"}}
	case r < 0.74: // no Node to be read from it: by label, as before 1.12, …
		p.Spec.Affinity.NodeAffinity.RequiredDuringSchedulingIgnoredDuringExecution.NodeSelectorTerms = []corev1.NodeSelectorTerm{
			{MatchExpressions: []corev1.NodeSelectorRequirement{{Key: "kubernetes.io/hostname", Operator: corev1.NodeSelectorOpIn, Values: []string{node}}}}}
	case r < 0.75: // … two names, …
		p.Spec.Affinity.NodeAffinity.RequiredDuringSchedulingIgnoredDuringExecution.NodeSelectorTerms[0].MatchFields[0].Values = []string{node, "node-a"}
	case r < 0.76: // … or no affinity at all
		p.Spec.Affinity = nil
	case r < 0.77: // the second term names the Node
		terms := &p.Spec.Affinity.NodeAffinity.RequiredDuringSchedulingIgnoredDuringExecution.NodeSelectorTerms
		*terms = append([]corev1.NodeSelectorTerm{{MatchFields: []corev1.NodeSelectorRequirement{
			{Key: "metadata.name", Operator: corev1.NodeSelectorOpNotIn, Values: []string{"node-a"}}}}}, *terms...)
	case r < 0.83:
		ready(corev1.ConditionTrue, long)
		terminating()
	case r < 0.88:
		ready(corev1.ConditionFalse, time.Minute)
		terminating()
	case r < 0.92:
		bind()
		p.Status = corev1.PodStatus{Phase: corev1.PodFailed, Reason: pick(s.gen, "Evicted", "NodeAffinity", "Preempting")}
	case r < 0.94: // the condition outlives the containers
		ready(corev1.ConditionTrue, long)
		p.Status.Phase = pick(s.gen, corev1.PodFailed, corev1.PodSucceeded)
	case r < 0.96:
		bind()
		p.Status.Phase = corev1.PodSucceeded
	case r < 0.985: // finished and deleted: kept by a finalizer
		ready(corev1.ConditionFalse, time.Minute)
		p.Status.Phase = pick(s.gen, corev1.PodFailed, corev1.PodSucceeded)
		terminating()
		p.Finalizers = []string{"example.com/collect"}
	default: // bound elsewhere: nodeName counts
		ready(corev1.ConditionTrue, long)
		p.Spec.NodeName = pick(s.gen, "node-a", "node-b")
	}
	if s.chance(0.1) { // same age as others, so that the name decides
		p.CreationTimestamp = ago(10 * time.Hour)
	}
}

func (s *statusGen) podOwner(p *corev1.Pod) {
	ref := func() *metav1.OwnerReference { return &p.OwnerReferences[0] }
	no := false
	switch r := s.Float64(); {
	case r < 0.86:
	case r < 0.91:
		p.OwnerReferences = nil // adopted if it matches and is not being deleted
	case r < 0.92:
		ref().Controller = &no // a dependent, but not controlled: adopted too
	case r < 0.93:
		ref().UID = s.uid() // of a DaemonSet of this name that is gone
	case r < 0.94:
		ref().APIVersion, ref().Kind, ref().Name, ref().UID = "apps/v1", "ReplicaSet", "agent-5d89b", s.uid()
	case r < 0.95:
		ref().Name = "agent-old" // our uid under another name: found by neither index
	case r < 0.97:
		p.Labels["app"] = "renamed" // ours, no longer selected: released
	case r < 0.98:
		p.OwnerReferences, p.Labels["app"] = nil, "renamed"
	case r < 0.99:
		p.OwnerReferences, p.Namespace = nil, "default"
	default:
		p.Labels["canary"], p.Labels["tier"] = "yes", "web"
	}
}

// strangers are Pods that have nothing to do with the DaemonSet.
func (s *statusGen) strangers(nodes []string) {
	for i := s.between(1, 3); i > 0; i-- {
		p := &corev1.Pod{}
		p.APIVersion, p.Kind, p.Name, p.Namespace, p.UID = "v1", "Pod", "web-"+s.suffix(), pick(s.gen, "default", s.ds.Namespace), s.uid()
		p.Labels = map[string]string{"app": "web"}
		p.CreationTimestamp = ago(s.age())
		p.Spec.NodeName = pick(s.gen, nodes...)
		p.Spec.Containers = []corev1.Container{{Name: "main", Image: "registry.example/web:1"}}
		p.Status.Phase = corev1.PodRunning
		s.pods = append(s.pods, p)
	}
}
