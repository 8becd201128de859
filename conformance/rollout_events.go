package main

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
)

// startRecorded is a controller that has just listed a recorded cluster, with the Pods' futures: what the
// kubelets are in the middle of goes on. Stored then is the second DaemonSet, if there is one.
func startRecorded(ctx context.Context, o *Objects, sc Scenario, now time.Time, r *RolloutReport) *sim {
	for _, rev := range o.ControllerRevisions {
		canonicalData(rev)
	}
	s := recordedSim(ctx, o, o.DaemonSets[0], now, sc)
	s.begin = now
	// New Pods come after recorded ones where only the names decide.
	s.infix = "-zzzzzz"
	for _, p := range o.Pods {
		if s.mine(p) {
			s.foresee(p)
		}
	}
	st := s.ds().Status
	r.Initial = &st
	if len(o.DaemonSets) == 2 {
		s.setDaemonSet(s.updateDaemonSet(o.DaemonSets[1]))
	}
	s.queue.dirty = true
	return s
}

// mine: the Pod is the DaemonSet's or will be adopted, and the controller still looks at it.
func (s *sim) mine(p *corev1.Pod) bool {
	ds := s.ds()
	selector, err := metav1.LabelSelectorAsSelector(ds.Spec.Selector)
	if err != nil || p.Namespace != ds.Namespace || !selector.Matches(labels.Set(p.Labels)) {
		return false
	}
	leaving := p.DeletionTimestamp != nil
	if metav1.GetControllerOf(p) == nil {
		return !leaving
	}
	return metav1.IsControlledBy(p, ds) && (alive(p) || !leaving)
}

// claim adopts and releases the Pods that the controller has patched.
func (s *sim) claim() {
	s.mu.Lock()
	adopted, released := s.adopted, s.released
	s.adopted, s.released = nil, nil
	s.mu.Unlock()
	for _, name := range adopted {
		p := s.pod(name)
		q := p.DeepCopy()
		q.OwnerReferences = append(q.OwnerReferences, *metav1.NewControllerRef(s.ds(), daemonSetKind))
		s.updatePod(p, q)
	}
	for _, name := range released {
		p := s.pod(name)
		q := p.DeepCopy()
		q.OwnerReferences = slices.DeleteFunc(q.OwnerReferences, func(o metav1.OwnerReference) bool { return o.UID == s.ds().UID })
		s.updatePod(p, q)
	}
}

// foresee says what becomes of a recorded Pod by itself. One that is bound and starting is Ready in its time; when
// that has passed it stays as it is. One that is being deleted is gone at its deletionTimestamp, at the latest now.
func (s *sim) foresee(p *corev1.Pod) {
	now, n := s.clock.Now(), s.node(target(p))
	bound := p.Spec.NodeName != ""
	switch {
	case bound && !s.nodeExists(p.Spec.NodeName):
		s.goneAt[p.Name] = now.Add(seconds(s.sc.PodGCSeconds, podGCSeconds))
	case p.DeletionTimestamp != nil && !n.Down:
		s.goneAt[p.Name] = later(p.DeletionTimestamp.Time, now)
	case p.DeletionTimestamp != nil || !bound || !alive(p) || isReady(p) || n.NeverReady || n.Down:
	default:
		if at := p.CreationTimestamp.Add(seconds(n.StartupSeconds, s.sc.StartupSeconds)); !at.Before(now) {
			s.readyAt[p.Name] = at
		}
	}
}

// podGCSeconds: the collector looks every 20 seconds, and again after 40.
const podGCSeconds = 60

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

func alive(p *corev1.Pod) bool {
	return p.Status.Phase != corev1.PodFailed && p.Status.Phase != corev1.PodSucceeded
}

func isReady(p *corev1.Pod) bool {
	for _, c := range p.Status.Conditions {
		if c.Type == corev1.PodReady {
			return c.Status == corev1.ConditionTrue
		}
	}
	return false
}

func (s *sim) nodeExists(name string) bool {
	_, ok, err := s.nodes.GetByKey(name)
	fatalIf(err)
	return ok
}

// silent: no kubelet works there.
func (s *sim) silent(node string) bool {
	return s.node(node).Down || !s.nodeExists(node)
}

// synced does with the key what the controller's worker does: after an error it comes back later and later, first
// within the same second.
func (s *sim) synced(err error) {
	if err == nil {
		s.failures = 0
		if s.step != nil {
			s.step.Error = ""
		}
		return
	}
	if s.step != nil {
		s.step.Error = err.Error()
	}
	delay := 5 * time.Millisecond << min(s.failures, 20)
	s.failures++
	switch {
	case delay < time.Second:
		s.queue.dirty = true
	case s.expecting(): // else the same again for ever
		whole := (min(delay, 1000*time.Second) + time.Second - 1) / time.Second
		s.queue.retry = s.clock.Now().Add(whole * time.Second)
	}
}

// expecting: something will happen by itself.
func (s *sim) expecting() bool {
	return len(s.goneAt)+len(s.readyAt)+len(s.queue.wake) > 0 || len(s.events) > 0
}

func (s *sim) objects(m M) *Objects {
	b, err := json.Marshal(m)
	fatalIf(err)
	o := &Objects{}
	fatalIf(o.addRaw(b))
	o.applyDefaults()
	return o
}

// update applies another manifest of the DaemonSet.
func (s *sim) update(m M) {
	s.setDaemonSet(s.updateDaemonSet(s.objects(m).DaemonSets[0]))
	s.newHash = hashOf(s.ds())
}

// setNode adds or replaces a Node. Where it was gone and comes back in time, its kubelet goes on with its Pods.
func (s *sim) setNode(m M) {
	n := s.objects(m).Nodes[0]
	back := !s.nodeExists(n.Name)
	fatalIf(s.nodes.Add(n))
	if back {
		for _, name := range s.podNames() {
			if p := s.pod(name); p.Spec.NodeName == n.Name {
				s.goOn(p)
			}
		}
	}
	fatalIf(dscSyncNodeUpdate(s.dsc, s.ctx, n.Name))
}

func (s *sim) goOn(p *corev1.Pod) {
	now, n := s.clock.Now(), s.node(p.Spec.NodeName)
	delete(s.goneAt, p.Name)
	switch {
	case n.Down:
	case p.DeletionTimestamp != nil:
		s.goneAt[p.Name] = now.Add(seconds(n.TerminationSeconds, s.sc.TerminationSeconds))
	case alive(p) && !isReady(p) && !n.NeverReady:
		s.readyAt[p.Name] = now.Add(seconds(n.StartupSeconds, s.sc.StartupSeconds))
	}
}

// deleteNode deletes a Node, of which the controller is not told. Its Pods are collected later, however far they
// are with starting or stopping.
func (s *sim) deleteNode(name string) {
	obj, ok, err := s.nodes.GetByKey(name)
	fatalIf(err)
	if !ok {
		return
	}
	fatalIf(s.nodes.Delete(obj))
	for _, pod := range s.podNames() {
		if s.pod(pod).Spec.NodeName == name {
			delete(s.readyAt, pod)
			s.goneAt[pod] = s.clock.Now().Add(seconds(s.sc.PodGCSeconds, podGCSeconds))
		}
	}
}
