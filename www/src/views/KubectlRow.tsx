import type { DaemonSetPlacement } from "everynode";
import { texts } from "../texts";

/** kubectl's own words, with the moment they hold for. */
export function KubectlRow({ daemonSet }: { readonly daemonSet: DaemonSetPlacement }) {
  const { kubectl, status, recordedStatus } = daemonSet;
  const differs =
    recordedStatus !== undefined &&
    (recordedStatus.desiredNumberScheduled !== status.desiredNumberScheduled ||
      recordedStatus.currentNumberScheduled !== status.currentNumberScheduled ||
      recordedStatus.numberReady !== status.numberReady ||
      recordedStatus.numberAvailable !== status.numberAvailable);
  return (
    <div class="term" tabIndex={0} role="region" aria-label={texts.kubectl.label}>
      <span class="p">$ </span>
      {kubectl.command}
      <span class="p">
        {"   # "}
        {kubectl.moment}
      </span>
      {"\n"}
      <span class="hd">{kubectl.header}</span>
      {"\n"}
      {kubectl.row}
      {differs && (
        <span class="p">
          {"\n# "}
          {texts.kubectl.recorded(recordedStatus)}
        </span>
      )}
    </div>
  );
}
