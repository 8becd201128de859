package main

import (
	"fmt"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// pod is a daemon Pod of one version of the DaemonSet as it stands before the scheduler has seen it:
// made by the controller, admitted (service account, priority) and with defaults.
func (r *recording) pod(ds *appsv1.DaemonSet, node string, created time.Duration) *corev1.Pod {
	p := r.storedPod(ds, hashOf(ds), node, r.now.Add(-created))
	token := "kube-api-access-" + r.suffix()
	mode, seconds, priority := int32(0o644), int64(3607), int32(0)
	p.Spec.Volumes = append(p.Spec.Volumes, corev1.Volume{Name: token, VolumeSource: corev1.VolumeSource{Projected: &corev1.ProjectedVolumeSource{
		DefaultMode: &mode, Sources: []corev1.VolumeProjection{
			{ServiceAccountToken: &corev1.ServiceAccountTokenProjection{ExpirationSeconds: &seconds, Path: "token"}},
			{ConfigMap: &corev1.ConfigMapProjection{LocalObjectReference: corev1.LocalObjectReference{Name: "kube-root-ca.crt"},
				Items: []corev1.KeyToPath{{Key: "ca.crt", Path: "ca.crt"}}}},
			{DownwardAPI: &corev1.DownwardAPIProjection{Items: []corev1.DownwardAPIVolumeFile{{Path: "namespace",
				FieldRef: &corev1.ObjectFieldSelector{APIVersion: "v1", FieldPath: "metadata.namespace"}}}}}}}}})
	for i := range p.Spec.Containers {
		p.Spec.Containers[i].VolumeMounts = append(p.Spec.Containers[i].VolumeMounts,
			corev1.VolumeMount{Name: token, MountPath: "/var/run/secrets/kubernetes.io/serviceaccount", ReadOnly: true})
	}
	policy := corev1.PreemptLowerPriority
	p.Spec.Priority, p.Spec.PreemptionPolicy = &priority, &policy
	if p.Spec.PriorityClassName == "system-node-critical" {
		*p.Spec.Priority = 2000001000
	}
	p = storedForm(p)
	p.Generation = 1
	p.Status.QOSClass = corev1.PodQOSBurstable
	p.ResourceVersion = r.version()
	r.pods = append(r.pods, p)
	return p
}

// bound is a Pod that the scheduler has bound one second after its creation and whose container is not ready;
// why is the reason of the waiting container, empty when it runs.
func (r *recording) bound(ds *appsv1.DaemonSet, node string, created time.Duration, why string) *corev1.Pod {
	p := r.pod(ds, node, created)
	at := metav1.NewTime(p.CreationTimestamp.Add(time.Second))
	p.Spec.NodeName = node
	p.Status.StartTime = &at
	for _, n := range r.nodes {
		if n.Name == node {
			p.Status.HostIP = n.Status.Addresses[0].Address
			p.Status.HostIPs = []corev1.HostIP{{IP: p.Status.HostIP}}
			p.Status.PodIP = fmt.Sprintf("%s%d", n.Spec.PodCIDR[:len(n.Spec.PodCIDR)-len("0/24")], r.between(2, 250))
			p.Status.PodIPs = []corev1.PodIP{{IP: p.Status.PodIP}}
		}
	}
	conditions(p, "True", "True", "False", "False", at)
	started := true
	for _, c := range p.Spec.Containers {
		s := corev1.ContainerStatus{Name: c.Name, Image: c.Image, ImageID: fmt.Sprintf("registry.example/%s@sha256:%s", c.Name, r.hex(64)),
			Started: &started, State: corev1.ContainerState{Running: &corev1.ContainerStateRunning{StartedAt: metav1.NewTime(at.Add(2 * time.Second))}}}
		s.ContainerID = "containerd://" + r.hex(64)
		p.Status.Phase = corev1.PodRunning
		if why != "" {
			started := false
			s.State = corev1.ContainerState{Waiting: &corev1.ContainerStateWaiting{Reason: why}}
			s.Started, s.ContainerID, s.ImageID = &started, "", ""
			p.Status.Phase = corev1.PodPending
		}
		p.Status.ContainerStatuses = append(p.Status.ContainerStatuses, s)
	}
	return p
}

// ready is a bound Pod that became ready some time ago.
func (r *recording) ready(ds *appsv1.DaemonSet, node string, created, since time.Duration) *corev1.Pod {
	p := r.bound(ds, node, created, "")
	setConditions(p, r.ago(since), corev1.ConditionTrue, "", "")
	for i := range p.Status.ContainerStatuses {
		p.Status.ContainerStatuses[i].Ready = true
	}
	return p
}

// running are Pods of one version, ready since soon after their creation.
func (r *recording) running(ds *appsv1.DaemonSet, created time.Duration, nodes ...string) {
	for _, n := range nodes {
		r.ready(ds, n, created, created-9*time.Second)
		created -= 41 * time.Second
	}
}

// waiting is a Pod that no node takes.
func (r *recording) waiting(ds *appsv1.DaemonSet, node string, created time.Duration, message string) *corev1.Pod {
	p := r.pod(ds, node, created)
	p.Status.Conditions = []corev1.PodCondition{{Type: corev1.PodScheduled, Status: corev1.ConditionFalse, Reason: "Unschedulable",
		Message: message, LastTransitionTime: p.CreationTimestamp}}
	return p
}

// terminating is a Pod whose deletion was asked for some time ago.
func (r *recording) terminating(p *corev1.Pod, since time.Duration) {
	grace := *p.Spec.TerminationGracePeriodSeconds
	at := r.ago(since - time.Duration(grace)*time.Second) // deletionTimestamp is when the grace period ends
	p.DeletionTimestamp, p.DeletionGracePeriodSeconds = &at, &grace
	p.Generation, p.ResourceVersion = 2, r.version()
}

// failed is a Pod that the kubelet ended.
func (r *recording) failed(ds *appsv1.DaemonSet, node string, created time.Duration, reason, message string) *corev1.Pod {
	p := r.bound(ds, node, created, "")
	p.Status.Phase, p.Status.Reason, p.Status.Message = corev1.PodFailed, reason, message
	setConditions(p, r.ago(created-3*time.Second), corev1.ConditionFalse, "PodFailed", "")
	for i := range p.Status.ContainerStatuses {
		s := &p.Status.ContainerStatuses[i]
		stopped := false
		s.Started = &stopped
		s.State = corev1.ContainerState{Terminated: &corev1.ContainerStateTerminated{ExitCode: 137, Reason: "Error",
			StartedAt: s.State.Running.StartedAt, FinishedAt: r.ago(created - 3*time.Second), ContainerID: s.ContainerID}}
	}
	return p
}

// setConditions sets Ready and ContainersReady.
func setConditions(p *corev1.Pod, at metav1.Time, status corev1.ConditionStatus, reason, message string) {
	for i := range p.Status.Conditions {
		c := &p.Status.Conditions[i]
		if c.Type == corev1.PodReady || c.Type == corev1.ContainersReady {
			c.Status, c.LastTransitionTime, c.Reason, c.Message = status, at, reason, message
		}
	}
}

// conditions are the kubelet's, in its order.
func conditions(p *corev1.Pod, sandbox, initialized, ready, containers corev1.ConditionStatus, at metav1.Time) {
	p.Status.Conditions = nil
	for _, c := range []struct {
		t corev1.PodConditionType
		s corev1.ConditionStatus
	}{{corev1.PodReadyToStartContainers, sandbox}, {corev1.PodInitialized, initialized}, {corev1.PodReady, ready},
		{corev1.ContainersReady, containers}, {corev1.PodScheduled, corev1.ConditionTrue}} {
		pc := corev1.PodCondition{Type: c.t, Status: c.s, LastTransitionTime: at, ObservedGeneration: 1}
		if c.s == corev1.ConditionFalse {
			pc.Reason = "ContainersNotReady"
			pc.Message = "containers with unready status: " + fmt.Sprint(names(p))
		}
		p.Status.Conditions = append(p.Status.Conditions, pc)
	}
	p.Status.ObservedGeneration = 1
}

func names(p *corev1.Pod) (out []string) {
	for _, c := range p.Spec.Containers {
		out = append(out, c.Name)
	}
	return out
}
