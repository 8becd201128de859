package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"oracle/reached"
)

// wanted is how often each function is to fail.
const wanted = 5

// tally is how often a function failed in the cases of DaemonSets.
type tally struct {
	failed, made int
	sites        map[string]int
}

// listFunctions evaluates corpora again, and prints for each function of a listing in how many cases of DaemonSets it answers with an
// error, in how many it makes one itself, and at how many of the places where it makes them. Only the build that functions/ prepares
// can tell.
func listFunctions(listing string, corpora []string) {
	var functions []struct {
		Name  string
		Sites []string
	}
	text, err := os.ReadFile(listing)
	fatalIf(err)
	fatalIf(json.Unmarshal(text, &functions))
	tallies := map[string]*tally{}
	for _, f := range functions {
		tallies[f.Name] = &tally{sites: map[string]int{}}
	}
	for _, corpus := range corpora {
		countFailures(corpus, tallies)
	}
	if t := tallies["k8s.io/kubernetes/pkg/apis/apps/validation.ValidateDaemonSet"]; t == nil || t.failed == 0 {
		fatalIf(errors.New("no function fails: this is not the build that functions/ prepares"))
	}
	w := bufio.NewWriter(os.Stdout)
	defer func() { fatalIf(w.Flush()) }()
	few := 0
	fmt.Fprintln(w, "function\tfails\tmakes an error\tplaces\tnever here\twhy fewer than 5")
	for _, f := range functions {
		t := tallies[f.Name]
		count, made, places, never := t.failed, "", "", ""
		if len(f.Sites) > 0 {
			count = t.made
			made = fmt.Sprint(t.made)
			missed := missedSites(f.Sites, t.sites)
			places = fmt.Sprintf("%d of %d", len(f.Sites)-len(missed), len(f.Sites))
			never = strings.Join(missed, " ")
		}
		name := strings.TrimPrefix(f.Name, "k8s.io/")
		why := ""
		if count < wanted {
			few++
			if why = unreachable[name]; why == "" {
				why = "?"
			}
		}
		fmt.Fprintf(w, "%s\t%d\t%s\t%s\t%s\t%s\n", name, t.failed, made, places, never, why)
	}
	fmt.Fprintf(os.Stderr, "functions: %d of %d fail in %d cases\n", len(functions)-few, len(functions), wanted)
}

func countFailures(corpus string, tallies map[string]*tally) {
	text, err := os.ReadFile(corpus)
	fatalIf(err)
	for _, line := range bytes.Split(bytes.TrimSpace(text), []byte("\n")) {
		var c Case
		fatalIf(json.Unmarshal(line, &c))
		if !strings.Contains(c.Input.YAML, "DaemonSet") {
			continue
		}
		reached.Take()
		evaluate(c)
		calls := reached.Take()
		for name, t := range tallies {
			if calls.Failed[name] {
				t.failed++
			}
			if len(calls.Made[name]) > 0 {
				t.made++
			}
			for site := range calls.Made[name] {
				t.sites[site]++
			}
		}
	}
}

// missedSites are the places of a list that were never come to. A call that goes over several lines counts at its first or at its
// last.
func missedSites(sites []string, hit map[string]int) []string {
	var missed []string
	for _, site := range sites {
		if hit[site] == 0 {
			missed = append(missed, site)
		}
	}
	return missed
}

// unreachable says why a function fails in fewer cases than wanted.
var unreachable = map[string]string{
	"apimachinery/pkg/api/validation.ValidateObjectMeta":                         "makes one of an object without metadata, of which there is none",
	"apimachinery/pkg/api/validation.ValidateObjectMetaUpdate":                   "makes one of an object without metadata, of which there is none",
	"apimachinery/pkg/api/validation.ValidateObjectMetaAccessorUpdate":           "resourceVersion and generation are set before",
	"apimachinery/pkg/util/validation.IsEnvVarName":                              "the gate RelaxedEnvironmentVariableValidation is on",
	"kubernetes/pkg/apis/apps/validation.ValidateDaemonSetSpecUpdate":            "the strategy sets templateGeneration before",
	"kubernetes/pkg/apis/core/validation.ValidateMatchLabelKeysInTopologySpread": "the gate MatchLabelKeysInPodTopologySpreadSelectorMerge is on",
	"kubernetes/pkg/apis/core/validation.validateContainerOnlyForPod":            "asked of a Pod, not of a template",
	"kubernetes/pkg/apis/core/validation.validateImagePullSecrets":               "the type has only the field that it allows",
	"kubernetes/pkg/apis/core/validation.validateImageVolumeSource":              "asked of a Pod, not of a template",
}
