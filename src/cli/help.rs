use super::arguments::Verb;

/// What `everynode help` prints, for all verbs or for one.
pub(super) fn help(verb: Option<Verb>) -> String {
    match verb {
        None => GENERAL.to_owned(),
        Some(Verb::Place) => format!("{PLACE}{OPTIONS}"),
        Some(Verb::Explain) => format!("{EXPLAIN}{OPTIONS}"),
        Some(Verb::Lint) => format!("{LINT}{OPTIONS}"),
    }
}

const GENERAL: &str = "\
everynode tells what the Kubernetes control plane will do with a DaemonSet.

Usage:
  everynode place FILE...                      on which nodes it runs, and why not on the others
  everynode explain FILE... --node NAME        every check on one node
  everynode lint FILE...                       what reading the files finds
  everynode help [VERB]                        more about a verb
  everynode version                            this version, and that of Kubernetes

FILE is a manifest, a folder of them, or - for standard input:
  kubectl get nodes,ds,pods,controllerrevisions -A -o yaml | everynode place -

Exit codes: 0, all is well; 1, the input has errors, or what was asked for is not in it;
2, the command cannot be carried out.
";

const PLACE: &str = "\
On which nodes each DaemonSet runs, and why not on the others: groups of nodes, each with its reason.

Usage: everynode place FILE... [options]

  -d, --daemonset [NS/]NAME   only this one
  -o, --output FORMAT         wide (a line for each node, taints and tolerations), json, yaml, markdown
";

const EXPLAIN: &str = "\
Every check of one DaemonSet on one node, by whom it is made, with its evidence and its places.

Usage: everynode explain FILE... --node NAME [--daemonset [NS/]NAME] [options]

  -d, --daemonset [NS/]NAME   which one; may be left out where there is only one
  -n, --node NAME             which node
  -o, --output FORMAT         json, yaml, markdown
";

const LINT: &str = "\
What reading the files finds, with the lines that it is about.

Usage: everynode lint FILE... [options]

  -o, --output FORMAT         json, yaml, markdown
";

const OPTIONS: &str = "
  --now MOMENT                the moment the answer is for (2026-11-21T08:00:00Z); default: now
  --feature-gates A=true,...  feature gates of Kubernetes that differ from the release's default
  --complete                  the files are a whole cluster: what is not there does not exist
  --color WHEN                auto (default), always, never; NO_COLOR is heard, too
  -h, --help                  this text

FILE is a manifest, a folder of them (.yaml, .yml, .json, .md), or - for standard input.
";
