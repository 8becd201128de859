import type { DaemonSetPlacement } from "everynode";
import { useState } from "preact/hooks";
import { texts } from "../texts";

/** kubectl's own words, with the moment they hold for. */
export function KubectlRow({ daemonSet }: { readonly daemonSet: DaemonSetPlacement }) {
  const [wide, setWide] = useState(false);
  const { kubectl, status, recordedStatus } = daemonSet;
  const differs =
    recordedStatus !== undefined &&
    (recordedStatus.desiredNumberScheduled !== status.desiredNumberScheduled ||
      recordedStatus.currentNumberScheduled !== status.currentNumberScheduled ||
      recordedStatus.numberReady !== status.numberReady ||
      recordedStatus.numberAvailable !== status.numberAvailable);
  return (
    <div class="term" tabIndex={0} role="region" aria-label={texts.kubectl.label}>
      <div class="typed">
        <span>
          <span class="p">$ </span>
          {kubectl.command}{" "}
          <button class="flag" aria-pressed={wide} title={texts.kubectl.wide} onClick={() => setWide(!wide)}>
            -o wide
          </button>
        </span>
        <span class="p">
          {"# "}
          {kubectl.moment}
        </span>
      </div>
      <span class="hd">{wide ? kubectl.wideHeader : kubectl.header}</span>
      {"\n"}
      {wide ? kubectl.wideRow : kubectl.row}
      {differs && (
        <span class="p">
          {"\n# "}
          {texts.kubectl.recorded(recordedStatus)}
        </span>
      )}
    </div>
  );
}
