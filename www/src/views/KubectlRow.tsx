import type { KubectlRow as Row } from "everynode";
import { texts } from "../texts";

/** kubectl's own words, with the moment they hold for. */
export function KubectlRow({ kubectl }: { readonly kubectl: Row }) {
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
    </div>
  );
}
