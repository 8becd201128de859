/**
 * Secrets in a text, and the text without them: what is written to links, Markdown, files and the browser's storage. The editor
 * keeps what was pasted.
 *
 * It is a function of the page, not of the core: it must answer at once, when the page is left, and also while there is no core.
 */

import { outline, uncommented, type Entry, type Mapping, type Span } from "./outline";
import { ADDRESS, ARGUMENT, assignments, FORMS, HEADER, isTelling, PACKED_PRIVATE_KEY, PRIVATE_KEY } from "./tokens";

/** `secretData`: stands in a Secret. `password`: in an address or under the name of one. */
export type RedactedKind = "secretData" | "privateKey" | "password" | "token";

/** One value, by its place in the text as it was. */
export interface Redaction {
  readonly kind: RedactedKind;
  /** Offsets in UTF-16 units, up to the end of its last line. */
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly line: number;
  /** The key or the name that it stands under; empty where it has none. */
  readonly name: string;
}

export interface Redacted {
  /** Has as many lines as before, and the same keys. */
  readonly text: string;
  readonly found: readonly Redaction[];
}

/** What stands in the place of a value. */
export const PUT = "REDACTED";
/** The same in base64, so that `data` is still what a server takes. */
const PUT_AS_DATA = "UkVEQUNURUQ=";

/** Lines of one value: the first gets the word, the others nothing. */
interface Hit {
  readonly kind: RedactedKind;
  readonly name: string;
  readonly spans: readonly Span[];
  readonly put: string;
}

/** Text without a letter of these has nothing to look for: most nodes and Pods. */
const WORTH_A_LOOK = /secret|token|[a-z_-]key|\bkey["']?\s*[:=]\s*["']?[\w+/=-]{24}|pass|pwd|auth|cred|salt|dsn|\bpat\b|stringData|Opaque|last-applied-configuration/i;

/** Takes the secrets out of a text. What comes out has none: the same again changes nothing. */
export function redact(text: string): Redacted {
  const hits = [...structured(text, true), ...anywhere(text)];
  const pieces = hits.flatMap((hit) => hit.spans.map((span, at) => ({ ...span, hit, put: at === 0 ? hit.put : "" })));
  // Of two that overlap, the one that begins first or is longer: a whole value goes before a part of it.
  pieces.sort((one, other) => one.from - other.from || other.to - one.to);
  let out = "";
  let done = 0;
  const kept = new Map<Hit, { from: number; to: number }>();
  for (const { from, to, hit, put } of pieces) {
    if (to <= done) continue;
    if (from >= done) out += text.slice(done, from) + put;
    done = to;
    const place = kept.get(hit);
    kept.set(hit, { from: place?.from ?? from, to });
  }
  if (kept.size === 0) return { text, found: [] };
  const lines = lineCounter(text);
  const found = [...kept].map(([{ kind, name }, { from, to }]) => ({ kind, from, to, line: lines(from), name }));
  return { text: out + text.slice(done), found };
}

/** By keys and what they hold. `deep`: also what comments and applied configurations hold. */
function structured(text: string, deep: boolean): readonly Hit[] {
  if (!WORTH_A_LOOK.test(text)) return [];
  const mappings = outline(text);
  const hits = inMappings(text, mappings, deep);
  if (!deep || !/^[ \t]*#.*(?:secret|token|key|pass|auth)/im.test(text)) return hits;
  const comments = uncommented(text);
  return [...hits, ...inMappings(comments, outline(comments), false)];
}

function inMappings(text: string, mappings: readonly Mapping[], deep: boolean): readonly Hit[] {
  const hits: Hit[] = [];
  const anchors = new Map<string, Entry>();
  for (const { entries } of mappings) for (const entry of entries) if (entry.anchor !== "") anchors.set(entry.anchor, entry);
  const done = new Set<Entry>();
  const listed = new Set<Entry>();
  const secret = (entry: Entry, put: string, within: string) => {
    for (const each of withDescendants(entry, done)) {
      done.add(each);
      const spans = each.spans.filter((span) => isWorth(read(text, span)));
      if (spans.length > 0) hits.push({ kind: "secretData", name: each === entry ? within : each.key, spans, put });
      const alias = anchors.get(spans.length === 1 && spans[0] !== undefined ? read(text, spans[0]).replace(/^\*/, "") : "");
      if (alias !== undefined && !done.has(alias)) secret(alias, put, alias.key);
    }
  };
  for (const mapping of mappings) {
    const { entries } = mapping;
    const value = (key: string) => entries.filter((entry) => entry.key === key).map((entry) => first(text, entry));
    if (value("kind").includes("SecretList") || entries.some(({ key }) => key === "secretGenerator")) {
      for (const entry of entries.flatMap((each) => withDescendants(each, listed))) {
        listed.add(entry);
        if (entry.key === "data" || entry.key === "stringData") secret(entry, putFor(entry), entry.key);
        if (entry.key === "literals") hits.push(...literals(text, entry));
      }
    }
    if (isSecret(entries, value)) {
      for (const entry of entries) if (!OF_SECRET.has(entry.key)) secret(entry, putFor(entry), entry.key);
      // kubectl keeps the whole object there once more.
      for (const entry of entries.filter(({ key }) => key === "metadata").flatMap((each) => withDescendants(each, done))) {
        const spans = entry.spans.filter((span) => isWorth(read(text, span)));
        if (entry.key.endsWith("last-applied-configuration")) hits.push({ kind: "secretData", name: entry.key, spans, put: "{}" });
      }
    } else {
      hits.push(...named(text, entries, deep));
    }
  }
  return hits.filter(({ spans }) => spans.length > 0);
}

const TYPES = /^(?:Opaque|kubernetes\.io\/(?:tls|dockercfg|dockerconfigjson|basic-auth|ssh-auth|service-account-token))$/;

/** Also before its kind is written; a reference to a Secret names one, and holds nothing. */
function isSecret(entries: readonly Entry[], value: (key: string) => readonly string[]): boolean {
  const has = (key: string) => entries.some((entry) => entry.key === key);
  if (has("stringData")) return true;
  if (value("kind").includes("Secret")) return has("data") || has("metadata") || has("type");
  return has("data") && value("type").some((type) => TYPES.test(type));
}

/** What a Secret has besides its data. */
const OF_SECRET: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata", "type", "immutable"]);

const putFor = ({ key }: Entry) => (key === "data" ? PUT_AS_DATA : PUT);

function literals(text: string, entry: Entry): readonly Hit[] {
  return entry.spans.flatMap((span) => {
    const at = read(text, span).indexOf("=");
    const value = { from: span.from + at + 1, to: span.to };
    if (at < 0 || !isWorth(read(text, value))) return [];
    return [{ kind: "secretData" as const, name: text.slice(span.from, span.from + at), spans: [value], put: PUT }];
  });
}

/** Values under telling names: of keys, and of `name` and `value` side by side, as in `env`. */
function named(text: string, entries: readonly Entry[], deep: boolean): readonly Hit[] {
  const hits: Hit[] = [];
  const names = entries.filter(({ key }) => key === "name").map((entry) => first(text, entry));
  for (const entry of entries) {
    const { key, spans } = entry;
    if (deep && key.endsWith("last-applied-configuration")) {
      const inner = spans.map((span) => read(text, span)).join("\n").replaceAll('\\"', '"');
      if ([...structured(inner, false), ...anywhere(inner)].length > 0) hits.push({ kind: "secretData", name: key, spans, put: "{}" });
      continue;
    }
    const name = key === "value" && names[0] !== undefined ? names[0] : key;
    for (const span of spans) {
      const value = read(text, span);
      if (isWorth(value) && isTelling(name, value)) hits.push({ kind: kindOf(name), name, spans: [span], put: PUT });
    }
  }
  return hits;
}

const kindOf = (name: string): RedactedKind => (/pass|pwd/i.test(name) ? "password" : "token");

/** By the form of the values alone. */
function anywhere(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  const put = (kind: RedactedKind, name: string, from: number, to: number) => {
    if (isWorth(text.slice(from, to))) hits.push({ kind, name, spans: [{ from, to }], put: PUT });
  };
  for (const form of FORMS) for (const { index, 0: all } of text.matchAll(form)) put("token", "", index, index + all.length);
  for (const { index, 0: all } of text.matchAll(PACKED_PRIVATE_KEY)) put("privateKey", "", index, index + all.length);
  let keyEnd = 0;
  for (const { index, 0: begin } of text.matchAll(PRIVATE_KEY)) {
    if (index < keyEnd) continue;
    const { spans } = privateKey(text, index + begin.length);
    hits.push({ kind: "privateKey", name: "", spans, put: PUT });
    keyEnd = spans.at(-1)?.to ?? 0;
  }
  for (const { index, 0: all, 1: value = "" } of text.matchAll(HEADER)) {
    if (/\d/.test(value) && /[A-Za-z]/.test(value)) put("token", "", index + all.length - value.length, index + all.length);
  }
  for (const { index, 0: all, 1: value = "" } of text.matchAll(ADDRESS)) {
    if (!/^[$<{]/.test(value)) put("password", "", index + all.length - value.length - 1, index + all.length - 1);
  }
  for (const { name, from, to } of assignments(text)) put(kindOf(name), name, from, to);
  for (const { index, 0: all, 1: name = "", 2: value = "" } of text.matchAll(ARGUMENT)) {
    if (isTelling(name, value)) put(kindOf(name), name, index + all.length - value.length, index + all.length);
  }
  return hits.filter(({ spans }) => spans.length > 0);
}

/** No private key is longer, in letters. */
const LONGEST_KEY = 20_000;

/** From behind the line that begins it to the one that ends it, or as long as lines look like one. */
function privateKey(text: string, from: number): Pick<Hit, "spans"> {
  const window = text.slice(from, from + LONGEST_KEY);
  const end = window.search(/-----END [A-Z ]{0,60}-----/);
  const to = end >= 0 ? end : (/^(?:[\w+/=:,.\\ \t-]*\r?(?:\n|$))*/.exec(window)?.[0].length ?? 0);
  const spans: Span[] = [];
  for (const { index, 0: line } of window.slice(0, to).matchAll(/[^\r\n]+/g)) {
    const content = line.trim().replace(/^(?:\\n)+/, "");
    const begin = index + line.indexOf(content);
    if (content !== "" && isWorth(content)) spans.push({ from: from + begin, to: from + begin + content.length });
  }
  return { spans };
}

const read = (text: string, { from, to }: Span) => text.slice(from, to);
const first = (text: string, { spans }: Entry) => (spans[0] === undefined ? "" : read(text, spans[0]));

/** Something stands there, and not yet the word in its place. */
function isWorth(value: string): boolean {
  return value !== "" && value !== PUT && value !== PUT_AS_DATA && value !== "{}";
}

/** An entry and all under it, without those that are done, so that no nesting makes it slow. */
function withDescendants(entry: Entry, done: ReadonlySet<Entry>): readonly Entry[] {
  const all: Entry[] = done.has(entry) ? [] : [entry];
  for (let at = 0; at < all.length; at += 1) {
    for (const { entries } of all[at]?.mappings ?? []) for (const each of entries) if (!done.has(each)) all.push(each);
  }
  return all;
}

/** Lines from 1, of offsets that rise. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (let next = text.indexOf("\n", at); next >= 0 && next < offset; next = text.indexOf("\n", at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}
