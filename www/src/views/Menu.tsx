import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Glyph } from "./Glyph";
import { Said } from "./Said";

export interface MenuItem {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly about?: string;
}

interface Props {
  readonly label: string;
  readonly button: ComponentChildren;
  readonly buttonClass: string;
  readonly items: readonly MenuItem[];
  readonly selected: string | null;
  readonly choose: (id: string) => void;
}

/** A button that opens a list to choose one from. Arrow keys move, Enter chooses, Escape closes. */
export function Menu({ label, button, buttonClass, items, selected, choose }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const inOrder = items.some((item) => item.id === selected) ? selected : items[0]?.id;
  const entries = () => [...(root.current?.querySelectorAll<HTMLButtonElement>("[role=menuitemradio]") ?? [])];

  useEffect(() => {
    if (!open) return;
    const all = entries();
    (all.find((entry) => entry.getAttribute("aria-checked") === "true") ?? all[0])?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.findIndex((entry) => entry === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all[(to + all.length) % all.length]?.focus();
    } else if (event.key === "Escape") {
      close();
    } else if (event.key === "Tab") {
      setOpen(false);
    }
  };

  return (
    <div class="menu" ref={root}>
      <button
        class={buttonClass}
        ref={opener}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") {
            event.preventDefault();
            setOpen(true);
          }
        }}
      >
        {button}
        <Glyph name="caret" />
      </button>
      {open && (
        <div class="menulist" role="menu" aria-label={label} onKeyDown={onKeyDown}>
          {items.map((item) => (
            <button
              key={item.id}
              role="menuitemradio"
              aria-checked={item.id === selected}
              tabIndex={item.id === inOrder ? 0 : -1}
              onClick={() => {
                close();
                choose(item.id);
              }}
            >
              <b>{item.title}</b>
              {item.about !== undefined && (
                <span>
                  <Said text={item.about} />
                </span>
              )}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
