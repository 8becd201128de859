/** The manifests as files in a zip, with a README that says how to ask the same of them. */

import { strToU8, zipSync, type Zippable } from "fflate";
import { fence } from "../derive/markdown";
import { shareTexts } from "../texts/share";
import type { Shared } from "./form";

export interface Archived {
  readonly shared: Shared;
  readonly line: string;
  readonly verdict: string;
  /** Values that were redacted. */
  readonly redacted: number;
  readonly version: string;
}

/** Names as every system takes them: no folders, no way out, none twice. */
export function fileNames(names: readonly string[]): readonly string[] {
  const taken = new Set(["readme.md"]);
  return names.map((name) => {
    const safe = name.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, "-").replace(/^[.\s]+|[.\s]+$/g, "").slice(0, 120) || "manifest.yaml";
    let free = safe;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${count}-${safe}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

export function archive({ shared, line, verdict, redacted, version }: Archived): Uint8Array<ArrayBuffer> {
  const names = fileNames(shared.files.map(({ name }) => name));
  const { readme } = shareTexts;
  const parts = [readme.title, verdict, `${readme.line(version)}\n\n${fence(line, "sh")}`, ...(redacted > 0 ? [readme.redacted(redacted)] : [])];
  const entries: Zippable = { "README.md": strToU8(`${parts.join("\n\n")}\n`) };
  shared.files.forEach(({ text }, at) => {
    entries[names[at] ?? ""] = strToU8(text);
  });
  // Workers of the library's own would be made from text, which the page's policy refuses.
  return new Uint8Array(zipSync(entries, { level: 6 }));
}
