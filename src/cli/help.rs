use super::arguments::Verb;

/// What `everynode help` prints, for all verbs or for one.
pub(super) fn help(verb: Option<Verb>) -> String {
    match verb {
        None => GENERAL.to_owned(),
        Some(Verb::Place) => format!("{PLACE}{OPTIONS}"),
        Some(Verb::Explain) => format!("{EXPLAIN}{OPTIONS}"),
        Some(Verb::Lint) => format!("{LINT}{OPTIONS}"),
        Some(Verb::Rollout) => format!("{ROLLOUT}{OPTIONS}"),
        Some(Verb::Validate) => format!("{VALIDATE}{OPTIONS}"),
        Some(Verb::Default) => format!("{DEFAULT}{OPTIONS}"),
    }
}

const GENERAL: &str = "\
everynode tells what the Kubernetes control plane will do with a DaemonSet.

Usage: everynode VERB FILE... [options]

  place     on which nodes it runs, and why not on the others
  explain   every check on one node
  rollout   how an update goes, step by step, before it runs
  lint      what a reviewer says of the files
  validate  what the API server answers to the files
  default   the objects as the API server stores them
  help      more about a verb: everynode help place
  version   this version, and that of Kubernetes

FILE is a manifest, a folder of them, or - for standard input:

  everynode place agent.yaml nodes.yaml
  everynode explain agent.yaml nodes.yaml --node worker-7
  kubectl get nodes,ds,pods,controllerrevisions -A -o yaml | everynode place -

Exit codes:
  0   all is well
  1   the input has errors, what was asked for is not in it, or an update stops
  2   the command cannot be carried out
";

const PLACE: &str = "\
On which nodes each DaemonSet runs, and why not on the others. Nodes with the
same verdict for the same reason are one group.

Usage: everynode place FILE... [options]

  everynode place agent.yaml nodes.yaml
  everynode place manifests/ --daemonset logging/agent -o wide
  kubectl get nodes,ds,pods,controllerrevisions -A -o yaml | everynode place -

Options:
  -d, --daemonset [NS/]NAME   only this one
  -o, --output FORMAT         wide: with a line for each node, and all tolerations
                              against all taints; json, yaml, markdown
";

const EXPLAIN: &str = "\
Every check of one DaemonSet on one node: by whom it is made, what was wanted,
what is there, and the lines that say so.

Usage: everynode explain FILE... --node NAME [options]

  everynode explain agent.yaml nodes.yaml --node worker-7
  everynode explain cluster.yaml -d logging/agent -n worker-7 -o markdown

Options:
  -d, --daemonset [NS/]NAME   which one, where there are several
  -n, --node NAME             which node
  -o, --output FORMAT         json, yaml, markdown
";

const ROLLOUT: &str = "\
How an update goes before it runs: what the controller deletes and creates and
when, what kubectl says meanwhile, and how it ends.

Usage: everynode rollout FILE... [options]

  everynode rollout --from old.yaml new.yaml nodes.yaml
  everynode rollout cluster.yaml --restart --down worker-7
  kubectl get nodes,ds,pods,controllerrevisions -A -o yaml |
    everynode rollout - new.yaml --watch

Options:
      --from FILE             the DaemonSet as it was before; without it, recorded
                              objects (with a uid or a status) are what is there
      --restart               the update is `kubectl rollout restart`
      --patch TEXT            the update is `kubectl patch`: YAML or JSON;
      --patch-file FILE       the same, from a file
      --type TYPE             of the patch: strategic (default), merge, json
      --set CONTAINER=IMAGE   the update is `kubectl set image`: * is every container,
                              image=IMAGE is that of the only one
      --undo[=REVISION]       the update is `kubectl rollout undo`
      --delete[=HOW]          the DaemonSet is deleted: background (default),
                              foreground, orphan
  -d, --daemonset [NS/]NAME   which one, where there are several
  -w, --watch                 what `kubectl rollout status` and `get -w` would print
      --scenario FILE         what happens meanwhile: nodes join, are drained or fail,
                              a second update; docs/scenario.md describes it
      --seed NUMBER           another order of nodes than that of their names
      --startup TIME          from creation to Ready: 90s, 2m; otherwise as the
                              manifest lets expect
      --termination TIME      from deletion to gone
      --down NODES            no kubelet answers there; commas between
      --never-ready NODES     new Pods never become Ready there
      --unschedulable NODES   new Pods stay Pending there
  -o, --output FORMAT         wide: every step; json, yaml, markdown; svg: a
                              picture, nodes by time
";

const LINT: &str = "\
What reading the files finds and what a reviewer says, with the lines that it
is about.

Usage: everynode lint FILE... [options]

  everynode lint manifests/
  helm template chart/ | everynode lint - --preset strict
  everynode lint manifests/ -o sarif > findings.sarif
  everynode lint new.yaml --old old.yaml

Options:
      --old FILE              what is replaced, to be compared with; without it,
                              recorded objects (with a uid or a status)
      --config FILE           what the reviewer follows, by default everynode.yaml of
                              the working folder; docs/lint-config.md describes it
      --preset NAME           recommended (default), strict (every rule), security,
                              off; several add up
      --rule ID               this rule, too, whatever the preset says
      --role ROLE             what kind of agent everything is: log-collector,
                              metrics-exporter, cni, csi, security-agent,
                              device-plugin, generic; by default as it looks
      --fix                   mends in the files what is safe to mend
      --unsafe-fixes          mends what changes the meaning of an object as well
      --diff                  shows what would be mended, and writes nothing
      --fail-on SEVERITY      error (default), warning, info, never: from which on
                              the exit code is 1
  -o, --output FORMAT         text (default), compact, json, yaml, markdown, github,
                              junit, sarif
";

const VALIDATE: &str = "\
What the API server answers when the files are applied: its refusals and
warnings in its words, as kubectl prints them. DaemonSets, Pods, Nodes, Services
and PriorityClasses are judged.

Usage: everynode validate FILE... [options]

  everynode validate agent.yaml
  everynode validate --old stored.yaml agent.yaml -o json

Options:
      --old FILE              what is stored already; without it, recorded objects
                              (with a uid or a status) are what is there
  -o, --output FORMAT         json, yaml: with the place of each field
";

const DEFAULT: &str = "\
Each DaemonSet, Pod, Node, Service and PriorityClass as the API server stores
it, in YAML: decoded, with its defaults. What the server adds is marked.

Usage: everynode default FILE... [options]

  everynode default agent.yaml
  everynode default agent.yaml -o json

Options:
  -o, --output FORMAT         json: with the paths of what is added
";

// No `\` at the end of the first line: it would take the blanks of the next one with it.
const OPTIONS: &str =
    "      --now MOMENT            the moment that the answer is for, by default this one:
                              2026-11-21T08:00:00Z
      --feature-gates LIST    feature gates of Kubernetes that are not at their
                              default: NAME=true,NAME=false
      --complete              the files are a whole cluster: what is not there does
                              not exist
      --color WHEN            auto (default), always, never; NO_COLOR is heard, too
  -h, --help                  this text
  -V, --version               this version, and that of Kubernetes

FILE is a manifest, a folder of them (.yaml, .yml, .json, .md), or - for
standard input.
";
