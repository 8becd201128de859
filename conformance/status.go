package main

import (
	"bytes"
	"context"
	"fmt"
	"sort"
	"strings"
	"time"
	_ "unsafe" // go:linkname

	"github.com/liggitt/tabwriter"
	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/duration"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	cliprinters "k8s.io/cli-runtime/pkg/printers"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/apis/apps"
	"k8s.io/kubernetes/pkg/controller"
	"k8s.io/kubernetes/pkg/controller/daemon"
	"k8s.io/kubernetes/pkg/printers"
	printersinternal "k8s.io/kubernetes/pkg/printers/internalversion"
)

// StatusReport is what the controller makes of one DaemonSet of a recorded cluster at one moment.
type StatusReport struct {
	DaemonSet string `json:"daemonSet"`
	// Status as the controller writes it in its next sync. It is computed from the Pods of the input:
	// what the same sync creates or deletes is not in it.
	Status StatusCounters `json:"status"`
	// Hash is the value of the label controller-revision-hash that counts as up to date.
	Hash string `json:"hash"`
	// Revision tells where Hash comes from. "found": from a ControllerRevision of the input whose data are
	// the template. "stale": the input has revisions of this DaemonSet, but none is the template, so the
	// controller makes a new one. "missing": the input has no revision of this DaemonSet, so the
	// controller makes one; a real cluster would nearly always have had it.
	Revision string `json:"revision"`
	// MisscheduledNodes are those that numberMisscheduled counts, by name.
	MisscheduledNodes []string `json:"misscheduledNodes"`
	// Adopted and Released Pods, by name.
	Adopted  []string `json:"adopted,omitempty"`
	Released []string `json:"released,omitempty"`
	// Skipped: why the controller leaves the status as it is ("deletionTimestamp", "emptySelector", "history":
	// there is no current revision, NextSync.Error says why); Status is then the one of the input.
	Skipped  string      `json:"skipped,omitempty"`
	NextSync SyncActions `json:"nextSync"`
	Kubectl  KubectlRows `json:"kubectl"`
	Error    string      `json:"error,omitempty"`
}

// StatusCounters are the counters of appsv1.DaemonSetStatus, zeros written out.
type StatusCounters struct {
	Desired      int32 `json:"desiredNumberScheduled"`
	Current      int32 `json:"currentNumberScheduled"`
	Misscheduled int32 `json:"numberMisscheduled"`
	Ready        int32 `json:"numberReady"`
	Updated      int32 `json:"updatedNumberScheduled"`
	Available    int32 `json:"numberAvailable"`
	Unavailable  int32 `json:"numberUnavailable"`
}

func countersOf(st appsv1.DaemonSetStatus) StatusCounters {
	return StatusCounters{Desired: st.DesiredNumberScheduled, Current: st.CurrentNumberScheduled,
		Misscheduled: st.NumberMisscheduled, Ready: st.NumberReady, Updated: st.UpdatedNumberScheduled,
		Available: st.NumberAvailable, Unavailable: st.NumberUnavailable}
}

// SyncActions is what a controller does to the Pods in the sync that writes the status, when it has just
// started (nothing expected, no failed Pod in backoff): Nodes that get a Pod, Pods that are deleted.
type SyncActions struct {
	Creates []string `json:"creates"`
	Deletes []string `json:"deletes"`
	Error   string   `json:"error,omitempty"`
}

// KubectlRows is what `kubectl get daemonset NAME` prints, and with `-o wide`.
type KubectlRows struct {
	Default KubectlTable `json:"default"`
	Wide    KubectlTable `json:"wide"`
}

// KubectlTable has the cells one by one, and both lines with kubectl's spacing.
type KubectlTable struct {
	Header []string `json:"header"`
	Cells  []string `json:"cells"`
	Text   string   `json:"text"`
}

//go:linkname dscConstructHistory k8s.io/kubernetes/pkg/controller/daemon.(*DaemonSetsController).constructHistory
func dscConstructHistory(*daemon.DaemonSetsController, context.Context, *appsv1.DaemonSet) (*appsv1.ControllerRevision, []*appsv1.ControllerRevision, error)

//go:linkname dscGetNodesToDaemonPods k8s.io/kubernetes/pkg/controller/daemon.(*DaemonSetsController).getNodesToDaemonPods
func dscGetNodesToDaemonPods(*daemon.DaemonSetsController, context.Context, *appsv1.DaemonSet, bool) (map[string][]*corev1.Pod, error)

// status answers for every DaemonSet of the input alone: no DaemonSet sees what another one adopted.
func status(o *Objects, now time.Time) []StatusReport {
	o.applyDefaults()
	for _, r := range o.ControllerRevisions {
		canonicalData(r)
	}
	out := []StatusReport{}
	for _, ds := range o.DaemonSets {
		out = append(out, statusOf(o, ds, now))
	}
	return out
}

// canonicalData writes the data of a revision as the controller wrote them: the controller compares bytes,
// and `kubectl get -o json` indents them.
func canonicalData(r *appsv1.ControllerRevision) {
	if len(r.Data.Raw) == 0 {
		return
	}
	var v any
	fatalIf(utiljson.Unmarshal(r.Data.Raw, &v))
	var err error
	r.Data.Raw, err = utiljson.Marshal(v)
	fatalIf(err)
}

func statusOf(o *Objects, ds *appsv1.DaemonSet, now time.Time) StatusReport {
	r := StatusReport{DaemonSet: ds.Namespace + "/" + ds.Name, MisscheduledNodes: []string{},
		NextSync: SyncActions{Creates: []string{}, Deletes: []string{}}}
	stored := ds
	switch {
	case ds.UID == "":
		r.Error = "the DaemonSet has no metadata.uid: the controller finds Pods and revisions by it"
	case ds.DeletionTimestamp != nil:
		r.Skipped = "deletionTimestamp"
	case ds.Spec.Selector != nil && len(ds.Spec.Selector.MatchLabels)+len(ds.Spec.Selector.MatchExpressions) == 0:
		r.Skipped = "emptySelector"
	}
	if r.Error == "" {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		if r.Skipped == "" {
			r.revision(ctx, o, ds, now)
		}
		s := recordedSim(ctx, o, ds, now, Scenario{})
		defer s.queue.ShutDown()
		if err := s.sync(ctx, s.key); err != nil {
			r.NextSync.Error = err.Error()
		}
		for _, p := range s.creates {
			r.NextSync.Creates = append(r.NextSync.Creates, target(p))
		}
		r.NextSync.Deletes = append(r.NextSync.Deletes, s.deletes...)
		sort.Strings(r.NextSync.Creates)
		sort.Strings(r.NextSync.Deletes)
		r.Adopted, r.Released = s.adopted, s.released
		var err error
		stored, err = s.client.AppsV1().DaemonSets(s.ns).Get(ctx, s.name, metav1.GetOptions{})
		fatalIf(err)
	}
	r.Status = countersOf(stored.Status)
	if r.Error == "" && r.Skipped == "" && len(r.MisscheduledNodes) != int(r.Status.Misscheduled) {
		fatalIf(fmt.Errorf("%s: misscheduled on %v, but the controller counts %d", r.DaemonSet, r.MisscheduledNodes, r.Status.Misscheduled))
	}
	r.Kubectl = kubectlRows(stored, now)
	return r
}

// revision asks the controller for the current revision and for its Pods by Node, on a cluster of its own:
// both change what they look at (adoption, new revisions).
func (r *StatusReport) revision(ctx context.Context, o *Objects, ds *appsv1.DaemonSet, now time.Time) {
	s := recordedSim(ctx, o, ds, now, Scenario{})
	defer s.queue.ShutDown()
	cur, old, err := dscConstructHistory(s.dsc, ctx, ds.DeepCopy())
	if err != nil {
		r.Skipped = "history"
		return
	}
	r.Hash = cur.Labels[appsv1.DefaultDaemonSetUniqueLabelKey]
	r.Revision = "missing"
	if _, given, _ := s.history.GetByKey(ds.Namespace + "/" + cur.Name); given {
		r.Revision = "found"
	} else if len(old) > 0 {
		r.Revision = "stale"
	}
	pods, err := dscGetNodesToDaemonPods(s.dsc, ctx, ds.DeepCopy(), false)
	fatalIf(err)
	for _, n := range o.Nodes {
		if run, _ := daemon.NodeShouldRunDaemonPod(klog.FromContext(ctx), n, ds.DeepCopy()); !run && len(pods[n.Name]) > 0 {
			r.MisscheduledNodes = append(r.MisscheduledNodes, n.Name)
		}
	}
	sort.Strings(r.MisscheduledNodes)
}

// recordedSim is a controller that has just listed the cluster of the input.
func recordedSim(ctx context.Context, o *Objects, ds *appsv1.DaemonSet, now time.Time, sc Scenario) *sim {
	s := newSim(ctx, sc)
	s.clock.SetTime(now)
	s.ns, s.name = ds.Namespace, ds.Name
	s.key, _ = controller.KeyFunc(ds)
	tracker := s.client.Tracker()
	fatalIf(tracker.Add(ds.DeepCopy()))
	fatalIf(s.dsStore.Add(ds.DeepCopy()))
	for _, n := range o.Nodes {
		fatalIf(s.nodes.Add(n.DeepCopy()))
	}
	for _, p := range o.Pods {
		fatalIf(tracker.Add(p.DeepCopy()))
		fatalIf(s.podStore.Add(p.DeepCopy()))
	}
	for _, r := range o.ControllerRevisions {
		fatalIf(tracker.Add(r.DeepCopy()))
		fatalIf(s.history.Add(r.DeepCopy()))
	}
	return s
}

// kubectlRows prints the DaemonSet as the API server makes the table and kubectl prints it. The age is
// measured from now; the printer takes the time of the day.
func kubectlRows(ds *appsv1.DaemonSet, now time.Time) KubectlRows {
	in := toInternal(ds).(*apps.DaemonSet)
	table, err := printers.NewTableGenerator().With(printersinternal.AddHandlers).
		GenerateTable(&apps.DaemonSetList{Items: []apps.DaemonSet{*in}}, printers.GenerateOptions{Wide: true})
	fatalIf(err)
	if !ds.CreationTimestamp.IsZero() {
		for i, c := range table.ColumnDefinitions {
			if c.Name == "Age" {
				table.Rows[0].Cells[i] = duration.HumanDuration(now.Sub(ds.CreationTimestamp.Time))
			}
		}
	}
	return KubectlRows{Default: kubectlTable(table, false), Wide: kubectlTable(table, true)}
}

func kubectlTable(table *metav1.Table, wide bool) KubectlTable {
	text := func(w *tabwriter.Writer, b *bytes.Buffer) string {
		fatalIf(cliprinters.NewTablePrinter(cliprinters.PrintOptions{Wide: wide}).PrintObj(table.DeepCopy(), w))
		fatalIf(w.Flush())
		return b.String()
	}
	var plain, split bytes.Buffer
	t := KubectlTable{Text: text(cliprinters.GetNewTabWriter(&plain), &plain)}
	// The same lines once more with "|" between the cells and a byte as padding that no cell holds.
	lines := strings.Split(text(tabwriter.NewWriter(&split, 0, 0, 0, 1, tabwriter.Debug), &split), "\n")
	cells := func(line string) []string { return strings.Split(strings.ReplaceAll(line, "\x01", ""), "|") }
	t.Header, t.Cells = cells(lines[0]), cells(lines[1])
	return t
}

// note keeps the names of Pods that the controller patches: orphans it adopts, own ones it releases.
func (s *sim) note(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := &s.adopted
	if p := s.pod(name); p != nil && metav1.GetControllerOf(p) != nil {
		list = &s.released
	}
	if i := sort.SearchStrings(*list, name); i == len(*list) || (*list)[i] != name {
		*list = append(*list, name)
		sort.Strings(*list)
	}
}
