import type { Answer, Stage } from "../answer/answer";
import { IS_STANDALONE } from "../share/standalone";
import { takeNewer, useOffline } from "../offline/offline";
import { texts } from "../texts";
import { Unloaded } from "./Unloaded";

declare const __WASM_BYTES__: { readonly start: number; readonly whole: number };

interface Props {
  readonly answer: Answer | null;
  /** No newer answer is on its way. */
  readonly settled: boolean;
  readonly stage: Stage;
  readonly loadWhole: () => void;
}

/** Whose rules, how fast, how large, and that nothing leaves. */
export function Footer({ answer, settled, stage, loadWhole }: Props) {
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
            <b>{texts.foot.wasm(wasmBytes(stage))}</b>
            {texts.foot.wasmOf}
          </span>
        </>
      )}
      {!settled && <span class="busy">{texts.foot.busy}</span>}
      <Unloaded stage={stage} loadWhole={loadWhole} />
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

/** What was loaded by now. */
function wasmBytes(stage: Stage): number {
  const { start, whole } = __WASM_BYTES__;
  if (IS_STANDALONE) return whole;
  return stage === "whole" ? start + whole : start;
}
