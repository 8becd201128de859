import ds from "./ds.yaml?raw";
import nodes from "./nodes.yaml?raw";

/** Shows on how many Nodes the DaemonSet runs, or what was thrown. */
export async function show(init, place) {
  const status = document.querySelector("[role=status]");
  try {
    await init();
    const answer = await place({ files: [{ name: "nodes.yaml", text: nodes }, { name: "ds.yaml", text: ds }] });
    status.textContent = `eligible: ${answer.daemonSets[0].eligible}`;
  } catch (error) {
    status.textContent = `${error.name}: ${error.message}`;
  }
}
