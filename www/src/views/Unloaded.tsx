import type { Stage } from "../answer/answer";
import { texts } from "../texts";

/** Says that the API server's checks did not load. The other answers are there. */
export function Unloaded({ stage, loadWhole }: { readonly stage: Stage; readonly loadWhole: () => void }) {
  if (stage !== "failed") return null;
  return (
    <span role="status">
      {texts.foot.unloaded} <button onClick={loadWhole}>{texts.foot.loadAgain}</button>
    </span>
  );
}
