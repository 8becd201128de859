import type { DefaultedObject } from "everynode";
import { useMemo } from "preact/hooks";
import { storedTexts } from "../../texts/stored";

/** The object as the server stores it, line by line; what the text does not say has a sign before it. */
export function StoredText({ object }: { readonly object: DefaultedObject }) {
  const { yaml, added } = object;
  const lines = useMemo(() => {
    const own = new Set<number>();
    for (const { line, lastLine } of added) for (let at = line; at <= lastLine; at += 1) own.add(at);
    return yaml.trimEnd().split("\n").map((text, at) => ({ text, isAdded: own.has(at + 1) }));
  }, [object]);
  if (yaml === "") return <p class="empty muted">{storedTexts.nothingStored}</p>;
  return (
    <section aria-label={storedTexts.asStored}>
      <h2>{storedTexts.asStored}</h2>
      <p class="muted">{storedTexts.legend}</p>
      <div class="frame stored">
        {lines.map(({ text, isAdded }, at) => (
          <div key={at} class={isAdded ? "added" : undefined}>
            <span class="no">
              {isAdded && <span class="sr">{storedTexts.added}</span>}
              <span aria-hidden="true">{isAdded ? "+" : " "}</span>
            </span>
            <span>{text}</span>
          </div>
        ))}
      </div>
    </section>
  );
}
