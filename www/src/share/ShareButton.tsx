import { useState } from "preact/hooks";
import type { Shown } from "../state/store";
import { texts } from "../texts";
import { useLater } from "../views/later";

const loadDialog = async () => (await import("./ShareDialog")).ShareDialog;

/** Opens the dialog that shares what is shown. What it needs is loaded when it is asked for. */
export function ShareButton({ shown }: { readonly shown: Shown }) {
  const [open, setOpen] = useState(false);
  const dialog = useLater(loadDialog, open ? "now" : shown.answer === null ? "not" : "soon");
  return (
    <>
      <button class="btn line sharebtn" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {texts.keeping.share}
      </button>
      {open && dialog === "failed" && (
        <p class="notice" role="alert">
          {texts.keeping.notLoaded}
        </p>
      )}
      {open && dialog !== null && dialog !== "failed" && <dialog.part shown={shown} close={() => setOpen(false)} />}
    </>
  );
}
