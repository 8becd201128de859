import type { Answer } from "../answer/protocol";
import { texts } from "../texts";

declare const __WASM_BYTES__: number;

export function Footer({ answer }: { readonly answer: Answer | null }) {
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
      <span class="sp" />
      <span title={texts.foot.privateTip}>{texts.foot.private}</span>
    </footer>
  );
}
