import { useEffect, useRef } from "preact/hooks";
import { paletteTexts } from "../../texts/palette";

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
const NAMES: Readonly<Record<string, string>> = isApple ? { Mod: "⌘", Fold: "⌥" } : { Mod: "Ctrl", Fold: "Shift" };

/** Every key that does something, by where it does. */
export function KeySheet({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      class="keys"
      ref={dialog}
      aria-labelledby="keys"
      onClose={close}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <header>
        <h2 id="keys">{paletteTexts.keys}</h2>
        <button class="btn sm" onClick={() => dialog.current?.close()}>
          {paletteTexts.close}
        </button>
      </header>
      <div class="columns">
        {paletteTexts.sheet.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([combination, what]) => (
                <div key={what}>
                  <dt>
                    {combination.map((key) => (
                      <kbd key={key}>{NAMES[key] ?? key}</kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
