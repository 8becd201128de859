import type { Answer } from "../answer/protocol";
import { IS_STANDALONE } from "../share/standalone";
import { takeNewer, useOffline } from "../offline/offline";
import { texts } from "../texts";

declare const __WASM_BYTES__: number;

interface Props {
  readonly answer: Answer | null;
  /** No newer answer is on its way. */
  readonly settled: boolean;
}

/** Whose rules, how fast, how large, and that nothing leaves. */
export function Footer({ answer, settled }: Props) {
  const offline = useOffline();
  return (
    <footer class="foot">
      {answer !== null && (
        <>
          <span>
            {texts.foot.rules}
            <b>{texts.foot.kubernetes(answer.place.kubernetes)}</b>
          </span>
          <span class="wide">
            {texts.foot.answered}
            <b>{texts.foot.milliseconds(answer.milliseconds)}</b>
          </span>
          <span class="wide">
            {texts.foot.core(answer.place.version)}
            <b>{texts.foot.wasm(__WASM_BYTES__)}</b>
            {texts.foot.wasmOf}
          </span>
        </>
      )}
      {!settled && <span class="busy">{texts.foot.busy}</span>}
      <span class="sp" />
      {offline === "newer" && (
        <span role="status">
          {texts.keeping.newer} <button onClick={takeNewer}>{texts.keeping.takeNewer}</button>
        </span>
      )}
      {(offline === "ready" || IS_STANDALONE) && (
        <span class="wide" title={texts.keeping.offlineTip}>
          {texts.keeping.offline}
        </span>
      )}
      <span title={texts.foot.privateTip}>{texts.foot.private}</span>
    </footer>
  );
}
