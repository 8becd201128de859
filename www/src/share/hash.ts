/** Values in the hash of an address: JSON, deflated, in the letters that addresses carry as they are. The version stands in front. */

/** What a version wrote stays readable: another form gets another number, and this one keeps its reader. */
const VERSION = "v1";

/** No link holds more, in bytes of JSON; one that claims to is a bomb. */
const LARGEST = 32 * 1024 * 1024;

/** Why a hash gives nothing. `newer`: of a version that is not known here. `broken`: cut, or never whole. */
export type Unread = "newer" | "broken";

/** `#v1=…` */
export async function toHash(value: unknown): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(value));
  const packed = await gathered(streamOf(json).pipeThrough(new CompressionStream("deflate-raw")), Infinity);
  let binary = "";
  for (let at = 0; at < packed.length; at += 0x8000) binary += String.fromCharCode(...packed.subarray(at, at + 0x8000));
  return `#${VERSION}=${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

export function isLink(hash: string): boolean {
  return /^#v\d+=/.test(hash);
}

export async function fromHash(hash: string): Promise<{ readonly value: unknown } | Unread> {
  const [, version, packed = ""] = /^#(v\d+)=([\w-]*)/.exec(hash) ?? [];
  if (version !== VERSION) return version === undefined ? "broken" : "newer";
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    const json = await gathered(streamOf(bytes).pipeThrough(new DecompressionStream("deflate-raw")), LARGEST);
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json)) as unknown };
  } catch {
    return "broken";
  }
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream();
}

async function gathered(stream: ReadableStream<Uint8Array<ArrayBuffer>>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError("more than a link holds");
    }
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
