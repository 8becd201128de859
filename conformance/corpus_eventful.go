package main

import (
	"fmt"
	"sort"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// genEventful makes what genRollout leaves out: hundreds of Nodes (bursts of 250), updates amid an update,
// Nodes that join, leave and come back, surge among them, and recorded clusters amid anything as the start.
func genEventful(g gen, i int) Case {
	make := map[int]func(gen) Case{0: genBurst, 1: genAmid, 4: genAmid, 7: genAmid, 10: genAmid}[i%12]
	if make == nil {
		make = genEvents
	}
	c := make(g)
	c.Input.Scenario.RealQueue = i%2 == 1
	return c
}

// genEvents starts from a simulated cluster.
func genEvents(g gen) Case {
	names := nodeNames(g.between(2, 9))
	old := g.eventfulDaemonSet()
	new := deepCopy(old)
	put(new, "spec.template.spec.containers.0.image", "registry.example/agent:2")
	g.otherNodes(new)
	objs := []M{old, new}
	if g.chance(0.1) {
		objs = []M{new}
	}
	sc := &Scenario{StartupSeconds: pick(g, 0, 5, 10, 20), TerminationSeconds: pick(g, 0, 2, 5, 30), Nodes: map[string]NodeScenario{}}
	for _, name := range names {
		objs = append(objs, g.eventfulNode(name))
		g.oddNode(sc, name, true)
	}
	g.happenings(sc, names, new)
	return Case{Input: CaseInput{Objects: objs, Scenario: sc}}
}

// eventfulDaemonSet has a strategy that leaves something to do for a while.
func (g gen) eventfulDaemonSet() M {
	ds := daemonSet("agent", M{"containers": list(M{"name": "main", "image": "registry.example/agent:1"})})
	switch r := g.Float64(); {
	case r < 0.07:
		put(ds, "spec.updateStrategy", M{"type": "OnDelete"})
	case r < 0.5:
		put(ds, "spec.updateStrategy", M{"rollingUpdate": M{"maxUnavailable": pick[any](g, 1, 1, 2, 3, "25%", "34%", "50%", "100%")}})
	default:
		put(ds, "spec.updateStrategy", M{"rollingUpdate": M{"maxUnavailable": 0, "maxSurge": pick[any](g, 1, 1, 2, 3, "25%", "50%", "100%")}})
	}
	if g.chance(0.5) {
		put(ds, "spec.minReadySeconds", pick(g, 1, 5, 15))
	}
	if g.chance(0.4) {
		put(ds, "spec.template.spec.tolerations", list(M{"key": "dedicated", "operator": "Exists"}))
	}
	return ds
}

// otherNodes sometimes changes which Nodes the template wants.
func (g gen) otherNodes(ds M) {
	switch r := g.Float64(); {
	case r < 0.08:
		put(ds, "spec.template.spec.nodeSelector", M{"disk": "ssd"})
	case r < 0.14:
		put(ds, "spec.template.spec.tolerations", nil)
	case r < 0.18:
		put(ds, "spec.template.spec.tolerations", list(M{"operator": "Exists"}))
	}
}

func (g gen) eventfulNode(name string) M {
	node := object("v1", "Node", name)
	put(node, "metadata.labels", M{"disk": pick(g, "ssd", "ssd", "hdd")})
	if g.chance(0.1) {
		put(node, "spec.taints", list(M{"key": pick(g, "dedicated", "node.kubernetes.io/unschedulable"), "effect": pick(g, "NoSchedule", "NoExecute")}))
	}
	return node
}

// oddNode makes a Node's Pods slow, hopeless or, where they are simulated, something else at the start.
func (g gen) oddNode(sc *Scenario, name string, simulated bool) {
	ns := NodeScenario{}
	if g.chance(0.25) {
		ns.StartupSeconds = intp(pick(g, 1, 15, 40))
	}
	if g.chance(0.15) {
		ns.TerminationSeconds = intp(pick(g, 0, 1, 45))
	}
	ns.NeverReady = g.chance(0.03)
	ns.Unschedulable = g.chance(0.05)
	ns.Down = g.chance(0.04)
	if simulated && g.chance(0.12) {
		ns.Initial = pick(g, "notReady", "missing", "failed", "succeeded")
	}
	if ns != (NodeScenario{}) {
		sc.Nodes[name] = ns
	}
}

// happenings are events in the middle.
func (g gen) happenings(sc *Scenario, names []string, ds M) {
	at := func() int { return g.between(0, 70) }
	event := func(e ScenarioEvent) { sc.Events = append(sc.Events, e) }
	if g.chance(0.3) {
		sc.PodGCSeconds = intp(pick(g, 5, 20, 60))
	}
	if g.chance(0.55) { // another update, sometimes two
		for k := g.between(1, 2); k > 0; k-- {
			next := deepCopy(ds)
			switch r := g.Float64(); {
			case r < 0.4:
				put(next, "spec.template.spec.containers.0.image", "registry.example/agent:3")
				g.otherNodes(next)
			case r < 0.75: // back again
				put(next, "spec.template.spec.containers.0.image", "registry.example/agent:1")
			case r < 0.9: // another pace
				put(next, "spec.updateStrategy", M{"rollingUpdate": pick(g, M{"maxUnavailable": 0, "maxSurge": 2}, M{"maxUnavailable": "100%"}, M{"maxUnavailable": 1})})
			default:
				put(next, "spec.minReadySeconds", pick(g, 0, 3, 30))
			}
			event(ScenarioEvent{Time: at(), Update: next})
			if g.chance(0.5) {
				ds = next
			}
		}
	}
	if g.chance(0.5) { // leaves, and sometimes comes back
		for k := g.between(1, 2); k > 0; k-- {
			name, t := pick(g, names...), at()
			event(ScenarioEvent{Time: t, DeleteNode: name})
			if g.chance(0.4) {
				event(ScenarioEvent{Time: t + g.between(0, 70), SetNode: g.eventfulNode(name)})
			}
		}
	}
	if g.chance(0.5) { // joins
		for k := g.between(1, 3); k > 0; k-- {
			name := fmt.Sprintf("new-%d", k)
			event(ScenarioEvent{Time: at(), SetNode: g.eventfulNode(name)})
			g.oddNode(sc, name, false)
		}
	}
	if g.chance(0.3) { // changes
		node := g.eventfulNode(pick(g, names...))
		if g.chance(0.6) {
			put(node, "spec.taints", list(M{"key": pick(g, "dedicated", "other", "node.kubernetes.io/unreachable"), "effect": pick(g, "NoSchedule", "NoExecute")}))
		}
		event(ScenarioEvent{Time: at(), SetNode: node})
	}
	if g.chance(0.25) {
		event(ScenarioEvent{Time: at(), DeletePod: pick(g, names...)})
	}
	if g.chance(0.2) {
		event(ScenarioEvent{Time: at(), NotReady: pick(g, names...)})
	}
}

// genBurst has more Nodes than one sync creates or deletes Pods.
func genBurst(g gen) Case {
	n := g.between(300, 600)
	old := daemonSet("agent", M{"containers": list(M{"name": "main", "image": "registry.example/agent:1"})})
	put(old, "spec.updateStrategy", M{"rollingUpdate": pick(g, M{"maxUnavailable": "100%"}, M{"maxUnavailable": "60%"}, M{"maxUnavailable": 280},
		M{"maxUnavailable": 0, "maxSurge": "100%"}, M{"maxUnavailable": 0, "maxSurge": "70%"})})
	if g.chance(0.4) {
		put(old, "spec.minReadySeconds", 5)
	}
	new := deepCopy(old)
	put(new, "spec.template.spec.containers.0.image", "registry.example/agent:2")
	if g.chance(0.3) { // hundreds of Pods are no longer wanted
		put(new, "spec.template.spec.nodeSelector", M{"disk": "ssd"})
	}
	objs := []M{old, new}
	if g.chance(0.25) {
		objs = []M{new}
	}
	sc := &Scenario{StartupSeconds: pick(g, 0, 10), TerminationSeconds: pick(g, 0, 5), Nodes: map[string]NodeScenario{}}
	for i := 0; i < n; i++ {
		node := object("v1", "Node", fmt.Sprintf("n%03d", i))
		put(node, "metadata.labels", M{"disk": pick(g, "ssd", "hdd", "hdd", "hdd")})
		objs = append(objs, node)
		if g.chance(0.01) {
			sc.Nodes[fmt.Sprintf("n%03d", i)] = NodeScenario{Initial: pick(g, "notReady", "failed", "missing"), StartupSeconds: intp(30)}
		}
	}
	if g.chance(0.3) {
		next := deepCopy(new)
		put(next, "spec.template.spec.containers.0.image", "registry.example/agent:3")
		sc.Events = append(sc.Events, ScenarioEvent{Time: g.between(0, 12), Update: next})
	}
	return Case{Name: fmt.Sprintf("%d nodes", n), Input: CaseInput{Objects: objs, Scenario: sc}}
}

// genAmid starts from a cluster as kubectl prints it, amid an update or something worse.
func genAmid(g gen) Case {
	names := nodeNames(g.between(2, 8))
	m := g.eventfulDaemonSet()
	s := &statusGen{gen: g, consistent: true}
	generation := g.between(2, 9)
	before := g.storedDaemonSet(m, statusNow.Add(-48*time.Hour), generation-1)
	put(m, "spec.template.spec.containers.0.image", "registry.example/agent:2")
	s.ds = g.storedDaemonSet(m, before.CreationTimestamp.Time, generation)
	s.ds.UID = before.UID
	s.ds.ResourceVersion = fmt.Sprint(g.between(1000, 900000))
	s.old, s.hash = hashOf(before), hashOf(s.ds)
	s.oldGeneration, s.generation = fmt.Sprint(generation-1), fmt.Sprint(generation)
	s.staleStatus()
	s.ds.Status.NumberMisscheduled = 0
	sc := &Scenario{StartupSeconds: pick(g, 0, 10, 20, 60), TerminationSeconds: pick(g, 0, 2, 5, 30), Nodes: map[string]NodeScenario{}}

	objects := []any{s.ds}
	switch r := g.Float64(); { // what is applied then
	case r < 0.25:
		put(m, "spec.template.spec.containers.0.image", "registry.example/agent:3")
		g.otherNodes(m)
		objects = append(objects, m)
	case r < 0.4: // undone
		put(m, "spec.template.spec.containers.0.image", "registry.example/agent:1")
		objects = append(objects, m)
	case r < 0.5:
		put(m, "spec.minReadySeconds", pick(g, 2, 20))
		objects = append(objects, m)
	}
	for _, name := range names {
		objects = append(objects, g.eventfulNode(name))
		s.amidPods(name)
		g.oddNode(sc, name, false)
	}
	if g.chance(0.15) {
		s.amidPods("node-gone")
	}
	sort.Slice(s.pods, func(i, j int) bool { return s.pods[i].Name < s.pods[j].Name })
	for _, p := range s.pods {
		objects = append(objects, p)
	}
	objects = append(objects, g.storedRevision(before, 1, before.CreationTimestamp.Time), g.storedRevision(s.ds, 2, statusNow.Add(-time.Hour)))
	if g.chance(0.5) {
		g.happenings(sc, names, m)
	}
	c := Case{Input: CaseInput{Now: statusNow.Format(time.RFC3339), Scenario: sc}}
	for _, o := range objects {
		c.Input.Objects = append(c.Input.Objects, asM(o))
	}
	return c
}

// amidPods are the Pods of one Node: one of either template, both, or several.
func (s *statusGen) amidPods(node string) {
	switch r := s.Float64(); {
	case r < 0.1:
	case r < 0.75:
		s.pods = append(s.pods, s.amidPod(node, s.chance(0.45)))
	case r < 0.95:
		s.pods = append(s.pods, s.amidPod(node, true), s.amidPod(node, false))
	default:
		for i := s.between(2, 3); i > 0; i-- {
			s.pods = append(s.pods, s.amidPod(node, s.chance(0.5)))
		}
	}
}

// amidPod is a Pod whose labels are those of its template.
func (s *statusGen) amidPod(node string, updated bool) *corev1.Pod {
	created := time.Duration(s.between(0, 90)) * time.Second
	if !updated || s.chance(0.4) {
		created += time.Hour
	}
	p := s.storedPod(s.ds, s.hash, node, statusNow.Add(-created))
	p.Spec = corev1.PodSpec{Affinity: p.Spec.Affinity, Containers: []corev1.Container{{Name: "main", Image: "registry.example/agent:2"}}}
	if !updated {
		p.Spec.Containers[0].Image = "registry.example/agent:1"
		p.Labels[appsv1.DefaultDaemonSetUniqueLabelKey] = s.old
		p.Labels["pod-template-generation"] = s.oldGeneration
	}
	s.amidState(p, node, created)
	return p
}

func (s *statusGen) amidState(p *corev1.Pod, node string, created time.Duration) {
	bind := func() {
		p.Spec.NodeName = node
		p.Status.Phase = corev1.PodRunning
	}
	ready := func(status corev1.ConditionStatus, since time.Duration) {
		bind()
		p.Status.Conditions = []corev1.PodCondition{{Type: corev1.PodReady, Status: status, LastTransitionTime: ago(since)}}
	}
	terminating := func() {
		d := ago(time.Duration(s.between(-40, 20)) * time.Second)
		grace := int64(30)
		p.DeletionTimestamp, p.DeletionGracePeriodSeconds = &d, &grace
	}
	switch r := s.Float64(); {
	case r < 0.5:
		ready(corev1.ConditionTrue, created*3/4)
	case r < 0.58: // around minReadySeconds
		ready(corev1.ConditionTrue, min(created, time.Duration(s.ds.Spec.MinReadySeconds)*time.Second+time.Duration(s.between(-2, 1))*time.Second))
	case r < 0.7: // starting
		ready(corev1.ConditionFalse, created)
	case r < 0.74:
		bind()
		p.Status.Phase = corev1.PodPending
	case r < 0.8: // waits for the scheduler
	case r < 0.9:
		ready(corev1.ConditionTrue, created/2)
		terminating()
	case r < 0.94:
		ready(corev1.ConditionFalse, time.Second)
		terminating()
	case r < 0.97:
		bind()
		p.Status = corev1.PodStatus{Phase: corev1.PodFailed, Reason: "Evicted"}
	case r < 0.98:
		bind()
		p.Status.Phase = corev1.PodSucceeded
	default: // since when is not said
		ready(corev1.ConditionTrue, created)
		p.Status.Conditions[0].LastTransitionTime = metav1.Time{}
	}
}
