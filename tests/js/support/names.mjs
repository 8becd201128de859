/** The names of the Nodes of a group, which itself has their indices. */
export function namesOf(answer, group) {
  return Array.from(group.nodes, (index) => answer.nodes.names[index]);
}

/** Those that the first DaemonSet of an answer runs on. */
export function runningOn(answer) {
  const groups = answer.daemonSets[0].groups.filter((group) => group.shouldRun);
  return groups.flatMap((group) => namesOf(answer, group)).sort();
}
