/** The texts of an element: from its children, and from where `src` points. */

export interface Given {
  readonly name: string;
  readonly text: string;
}

/** The files, and those that could not be had. */
export interface GivenFiles {
  readonly files: readonly Given[];
  readonly unreadable: readonly string[];
}

export async function textsOf(element: HTMLElement): Promise<GivenFiles> {
  const files: Given[] = children(element);
  const unreadable: string[] = [];
  const addresses = (element.getAttribute("src") ?? "").split(/\s+/).filter((address) => address !== "");
  const read = await Promise.all(
    addresses.map(async (address) => {
      const name = address.replace(/[?#].*$/, "").replace(/^.*\//, "") || address;
      try {
        const response = await fetch(new URL(address, element.ownerDocument.baseURI));
        return { name, text: response.ok ? await response.text() : null };
      } catch {
        return { name, text: null };
      }
    }),
  );
  for (const { name, text } of read) {
    if (text === null) unreadable.push(name);
    else files.push({ name, text });
  }
  return { files, unreadable };
}

const SOURCES = 'script[type="text/yaml"], script[type="application/yaml"], script[type="application/json"], pre, template';

/** Each child that holds a text, in their order; `data-name` is its name. */
function children(element: HTMLElement): Given[] {
  const found = [...element.querySelectorAll<HTMLElement>(SOURCES)].filter((each) => each.parentElement?.closest("pre, template") == null);
  return found.map((child, at) => ({
    name: child.dataset["name"] ?? (at === 0 ? "manifest.yaml" : `manifest-${at + 1}.yaml`),
    text: dedented((child instanceof HTMLTemplateElement ? child.content.textContent : child.textContent) ?? ""),
  }));
}

/** Without the indentation that all lines share: pages indent what they nest. */
export function dedented(text: string): string {
  const lines = text.replace(/^[ \t]*\r?\n/, "").split("\n");
  let shared = Infinity;
  for (const line of lines) if (line.trim() !== "") shared = Math.min(shared, line.length - line.trimStart().length);
  if (shared === Infinity) return "";
  return lines.map((line) => line.slice(Math.min(shared, line.length - line.trimStart().length))).join("\n").replace(/[ \t]+$/, "");
}
