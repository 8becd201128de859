package main

import (
	"encoding/json"
	"fmt"
	"time"
	_ "unsafe" // go:linkname

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/kubernetes/pkg/controller"
	"k8s.io/kubernetes/pkg/controller/daemon/util"
)

// Objects as a cluster holds them: with defaults, uid, resourceVersion, and made from each other by the
// code that makes them in a cluster.

//go:linkname dscGetPatch k8s.io/kubernetes/pkg/controller/daemon.getPatch
func dscGetPatch(*appsv1.DaemonSet) ([]byte, error)

// uid is a random UUID of version 4.
func (g gen) uid() types.UID {
	var b [16]byte
	g.Read(b[:])
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return types.UID(fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:]))
}

// suffix is what the API server appends to a generateName.
func (g gen) suffix() string {
	const alphabet = "bcdfghjklmnpqrstvwxz2456789"
	b := make([]byte, 5)
	for i := range b {
		b[i] = alphabet[g.Intn(len(alphabet))]
	}
	return string(b)
}

// storedDaemonSet gives the DaemonSet as the API server stores it after templateGeneration changes of its
// template (0: an object from before apps/v1, without the annotation).
func (g gen) storedDaemonSet(m M, created time.Time, templateGeneration int) *appsv1.DaemonSet {
	ds := storedForm(objectOf[*appsv1.DaemonSet](m))
	ds.UID = g.uid()
	ds.CreationTimestamp = metav1.NewTime(created)
	ds.Generation = int64(max(templateGeneration, 1))
	delete(ds.Annotations, appsv1.DeprecatedTemplateGeneration)
	if templateGeneration > 0 {
		metav1.SetMetaDataAnnotation(&ds.ObjectMeta, appsv1.DeprecatedTemplateGeneration, fmt.Sprint(templateGeneration))
	}
	return ds
}

func objectOf[T runtime.Object](m M) T {
	b, err := json.Marshal(m)
	fatalIf(err)
	o := &Objects{}
	fatalIf(o.addRaw(b))
	return o.All[0].(T)
}

// storedForm applies the defaults and then what reading from the API server adds (serviceAccount, for one).
func storedForm[T runtime.Object](obj T) T {
	defaultObject(obj)
	return toVersioned(toInternal(obj), obj.GetObjectKind().GroupVersionKind().GroupVersion()).(T)
}

// storedRevision is the ControllerRevision that the controller makes for the template of ds.
func (g gen) storedRevision(ds *appsv1.DaemonSet, revision int64, created time.Time) *appsv1.ControllerRevision {
	patch, err := dscGetPatch(ds)
	fatalIf(err)
	hash := hashOf(ds)
	r := &appsv1.ControllerRevision{Revision: revision, Data: runtime.RawExtension{Raw: patch}}
	r.APIVersion, r.Kind = "apps/v1", "ControllerRevision"
	r.Name, r.Namespace, r.UID = ds.Name+"-"+hash, ds.Namespace, g.uid()
	r.CreationTimestamp = metav1.NewTime(created)
	r.Labels = map[string]string{appsv1.DefaultDaemonSetUniqueLabelKey: hash}
	for k, v := range ds.Spec.Template.Labels {
		r.Labels[k] = v
	}
	r.Annotations = ds.Annotations
	r.OwnerReferences = []metav1.OwnerReference{*metav1.NewControllerRef(ds, daemonSetKind)}
	return r
}

var daemonSetKind = appsv1.SchemeGroupVersion.WithKind("DaemonSet")

func hashOf(ds *appsv1.DaemonSet) string {
	return controller.ComputeHash(&ds.Spec.Template, ds.Status.CollisionCount)
}

// storedPod is the daemon Pod that the controller makes for a Node, not yet bound.
func (g gen) storedPod(ds *appsv1.DaemonSet, hash, node string, created time.Time) *corev1.Pod {
	generation, err := util.GetTemplateGeneration(ds)
	if err != nil {
		generation = nil
	}
	t := util.CreatePodTemplate(ds.Spec.Template, generation, hash)
	t.Spec.Affinity = util.ReplaceDaemonSetPodNodeNameNodeAffinity(t.Spec.Affinity, node)
	p, err := controller.GetPodFromTemplate(&t, ds, metav1.NewControllerRef(ds, daemonSetKind))
	fatalIf(err)
	p.APIVersion, p.Kind = "v1", "Pod"
	p.Namespace, p.Name, p.UID = ds.Namespace, p.GenerateName+g.suffix(), g.uid()
	p.CreationTimestamp = metav1.NewTime(created)
	p.Status.Phase = corev1.PodPending
	return p
}

// asM is the JSON of an object.
func asM(obj any) M {
	b, err := json.Marshal(obj)
	fatalIf(err)
	var m M
	fatalIf(json.Unmarshal(b, &m))
	return m
}
