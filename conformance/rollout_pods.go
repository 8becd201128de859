package main

import (
	"fmt"
	"sort"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
)

func (s *sim) createPod(p *corev1.Pod) {
	node, now := target(p), s.clock.Now()
	s.seq++
	p.Name = fmt.Sprintf("%s%s%04d", s.name, s.infix, s.seq)
	p.Namespace = s.ns
	p.UID = types.UID(p.Name)
	p.CreationTimestamp = metav1.NewTime(now)
	p.Status.Phase = corev1.PodPending
	n := s.node(node)
	if s.setup {
		p.Spec.NodeName = node
		setReady(p, true, now.Add(-24*time.Hour))
	} else {
		s.step.Created = append(s.step.Created, node)
		if !n.Unschedulable {
			p.Spec.NodeName = node
			if !n.NeverReady && !n.Down {
				s.readyAt[p.Name] = now.Add(seconds(n.StartupSeconds, s.sc.StartupSeconds))
			}
		}
	}
	fatalIf(s.podStore.Add(p))
	dscAddPod(s.dsc, s.logger, p)
	if t, ok := s.readyAt[p.Name]; ok && !t.After(now) {
		s.advancePods()
	}
}

func seconds(override *int, def int) time.Duration {
	if override != nil {
		def = *override
	}
	return time.Duration(def) * time.Second
}

func (s *sim) pod(name string) *corev1.Pod {
	obj, ok, _ := s.podStore.GetByKey(s.ns + "/" + name)
	if !ok {
		return nil
	}
	return obj.(*corev1.Pod)
}

func (s *sim) deletePod(name string) {
	p := s.pod(name)
	if p == nil || p.DeletionTimestamp != nil {
		return
	}
	node := target(p)
	if s.step != nil {
		s.step.Deleted = append(s.step.Deleted, node)
		if s.newHash != "" && p.Labels[appsv1.DefaultDaemonSetUniqueLabelKey] == s.newHash {
			s.step.DeletedUpdated = append(s.step.DeletedUpdated, node)
		}
	}
	grace := seconds(s.node(node).TerminationSeconds, s.sc.TerminationSeconds)
	silent := s.silent(node)
	if s.setup || grace == 0 && !silent || p.Spec.NodeName == "" || p.Status.Phase == corev1.PodFailed || p.Status.Phase == corev1.PodSucceeded {
		s.removePod(p)
		return
	}
	q := p.DeepCopy()
	gone := metav1.NewTime(s.clock.Now().Add(grace))
	q.DeletionTimestamp = &gone
	if !silent {
		s.goneAt[name] = gone.Time
	}
	s.updatePod(p, q)
}

// updatePod stores a changed pod and tells the controller.
func (s *sim) updatePod(old, new *corev1.Pod) {
	s.rv++
	new.ResourceVersion = fmt.Sprint(s.rv)
	fatalIf(s.podStore.Update(new))
	dscUpdatePod(s.dsc, s.logger, old, new)
}

func (s *sim) removePod(p *corev1.Pod) {
	delete(s.goneAt, p.Name)
	delete(s.readyAt, p.Name)
	fatalIf(s.podStore.Delete(p))
	dscDeletePod(s.dsc, s.logger, p)
}

// advancePods makes pods vanish or become ready when their time has come.
func (s *sim) advancePods() {
	now := s.clock.Now()
	for _, name := range s.podNames() {
		p := s.pod(name)
		if t, ok := s.goneAt[name]; ok && !t.After(now) {
			if s.step != nil {
				s.step.Gone = append(s.step.Gone, target(p))
			}
			s.removePod(p)
			continue
		}
		if t, ok := s.readyAt[name]; ok && !t.After(now) {
			delete(s.readyAt, name)
			if p.DeletionTimestamp != nil {
				continue
			}
			if s.step != nil {
				s.step.Ready = append(s.step.Ready, target(p))
			}
			q := p.DeepCopy()
			setReady(q, true, now)
			s.updatePod(p, q)
		}
	}
}

func (s *sim) podNames() []string {
	var names []string
	for _, obj := range s.podStore.List() {
		names = append(names, obj.(*corev1.Pod).Name)
	}
	sort.Strings(names)
	return names
}

func setReady(p *corev1.Pod, ready bool, at time.Time) {
	p.Status.Phase = corev1.PodRunning
	status := corev1.ConditionFalse
	if ready {
		status = corev1.ConditionTrue
	}
	p.Status.Conditions = []corev1.PodCondition{{Type: corev1.PodReady, Status: status, LastTransitionTime: metav1.NewTime(at)}}
}

// initialStates puts the old pods into the states of the scenario.
func (s *sim) initialStates() {
	for _, name := range s.podNames() {
		p := s.pod(name)
		q := p.DeepCopy()
		switch s.node(target(p)).Initial {
		case "notReady":
			setReady(q, false, s.clock.Now().Add(-time.Minute))
		case "failed":
			q.Status = corev1.PodStatus{Phase: corev1.PodFailed}
		case "succeeded":
			q.Status = corev1.PodStatus{Phase: corev1.PodSucceeded}
		case "missing":
			fatalIf(s.podStore.Delete(p))
			continue
		default:
			continue
		}
		fatalIf(s.podStore.Update(q))
	}
}
