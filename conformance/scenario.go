package main

import appsv1 "k8s.io/api/apps/v1"

// Scenario says how the simulated cluster behaves. Times are whole seconds from the update of the
// DaemonSet.
type Scenario struct {
	StartupSeconds     int `json:"startupSeconds"`
	TerminationSeconds int `json:"terminationSeconds"`
	MaxSeconds         int `json:"maxSeconds,omitempty"` // default 86400
	// PodGCSeconds is the time from a Node's deletion until its Pods are collected; default 60.
	PodGCSeconds *int `json:"podGCSeconds,omitempty"`
	// RealQueue: of several delayed wake-ups the earliest alone is kept, as the controller's queue does it. Without
	// it each one wakes the controller.
	RealQueue bool                    `json:"realQueue,omitempty"`
	Nodes     map[string]NodeScenario `json:"nodes,omitempty"`
	Events    []ScenarioEvent         `json:"events,omitempty"`
}

// NodeScenario overrides the defaults on one node.
type NodeScenario struct {
	StartupSeconds     *int `json:"startupSeconds,omitempty"`
	TerminationSeconds *int `json:"terminationSeconds,omitempty"`
	// NeverReady: pods created during the rollout stay unready here.
	NeverReady bool `json:"neverReady,omitempty"`
	// Unschedulable: pods created during the rollout stay Pending, without spec.nodeName.
	Unschedulable bool `json:"unschedulable,omitempty"`
	// Down: no kubelet answers. Pods created during the rollout stay unready here, deleted ones terminating.
	Down bool `json:"down,omitempty"`
	// Initial state of the old pod: available (default), notReady, missing, failed, succeeded.
	Initial string `json:"initial,omitempty"`
}

// ScenarioEvent is a change from outside: SetNode replaces (or adds) a Node, DeleteNode deletes one,
// DeletePod deletes the daemon pods of a node as `kubectl delete pod` does, NotReady makes the pods of a
// node unready for good, Update applies another manifest of the DaemonSet.
type ScenarioEvent struct {
	Time       int    `json:"time"`
	SetNode    M      `json:"setNode,omitempty"`
	DeleteNode string `json:"deleteNode,omitempty"`
	DeletePod  string `json:"deletePod,omitempty"`
	NotReady   string `json:"notReady,omitempty"`
	Update     M      `json:"update,omitempty"`
}

// RolloutReport is the course of one rollout.
type RolloutReport struct {
	// MapOrder: sorted or random, the order in which the controller picks among equal nodes.
	MapOrder string `json:"mapOrder"`
	// MaxUnavailable and MaxSurge as the controller resolves them for the eligible nodes at time 0.
	MaxUnavailable int                     `json:"maxUnavailable"`
	MaxSurge       int                     `json:"maxSurge"`
	OldHash        string                  `json:"oldHash,omitempty"`
	NewHash        string                  `json:"newHash"`
	Initial        *appsv1.DaemonSetStatus `json:"initialStatus,omitempty"`
	Steps          []RolloutStep           `json:"steps"`
	// Outcome: complete, stuck (nothing more will happen), halted (only the same error again will) or
	// timeout (MaxSeconds).
	Outcome string `json:"outcome"`
	EndTime int    `json:"endTime"`
	Error   string `json:"error,omitempty"`
}

// RolloutStep is all that happens at one moment: first what the cluster did (Gone, Ready), then
// what the controller did, in as many syncs as it took to come to rest, then the status.
type RolloutStep struct {
	Time    int      `json:"time"`
	Gone    []string `json:"gone,omitempty"`
	Ready   []string `json:"ready,omitempty"`
	Deleted []string `json:"deletedPods"`
	// DeletedUpdated are those of Deleted which were of the new template.
	DeletedUpdated []string               `json:"deletedUpdatedPods,omitempty"`
	Created        []string               `json:"createdPods"`
	Status         appsv1.DaemonSetStatus `json:"status"`
	// Message is what `kubectl rollout status` says.
	Message string `json:"message"`
	// Error of the last sync.
	Error string `json:"error,omitempty"`
}
