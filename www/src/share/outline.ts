/**
 * The mappings and scalars of a text, with their places, as far as indentation, quotes and brackets tell them. It takes YAML and JSON,
 * half of a document, and pages that hold both. The core reads exactly; this reads what the core may refuse, and before the core is
 * there: what is kept or sent on must be looked through all the same.
 */

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A key, with what stands under it. */
export interface Entry {
  readonly key: string;
  /** Its scalars, one span for each of their lines, without quotes and indentation. */
  readonly spans: Span[];
  readonly mappings: Mapping[];
  anchor: string;
}

export interface Mapping {
  readonly entries: Entry[];
}

interface Open {
  readonly indent: number;
  readonly mapping: Mapping;
}

interface Frame {
  readonly mapping: Mapping | null;
  /** Whose scalars and mappings come next; null where a key does. */
  owner: Entry | null;
}

/** Every mapping of the text, in the order in which they begin. */
export function outline(text: string): readonly Mapping[] {
  const reader = new Reader(text);
  reader.read();
  return reader.mappings;
}

/** The text's comment lines as if they were not comments, at the same places; the other lines are blank. */
export function uncommented(text: string): string {
  return text.replace(/^.*$/gm, (line) => {
    const found = /^(\s*)#/.exec(line);
    return found === null ? " ".repeat(line.length) : `${found[1] ?? ""} ${line.slice(found[0].length)}`;
  });
}

const isBlank = (letter: string | undefined) => letter === " " || letter === "\t" || letter === "\r";
/** Also where the text ends. */
const isSpace = (letter: string | undefined) => letter === undefined || letter === "\n" || isBlank(letter);

class Reader {
  readonly mappings: Mapping[] = [];
  readonly #text: string;
  #at = 0;
  #open: Open[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    while (this.#at < this.#text.length) this.#line();
  }

  #line(): void {
    const text = this.#text;
    const start = this.#at;
    const end = this.#endOf(start);
    this.#at = end + 1;
    let from = this.#skip(start, end);
    if (from === end || text[from] === "#") return;
    if (this.#separates(start)) {
      this.#open = [];
      from = this.#skip(start + 3, end);
      if (from === end) return;
    }
    while (text[from] === "-" && isSpace(text[from + 1])) {
      this.#close(from - start);
      from = this.#skip(from + 1, end);
      if (from === end) return;
    }
    const indent = from - start;
    const key = this.#key(from, end);
    if (key === null) {
      while (this.#open.length > 0 && (this.#open.at(-1)?.indent ?? 0) >= indent) this.#open.pop();
      const owner = this.#owner();
      this.#value(from, end, indent - 1, owner);
      return;
    }
    this.#close(indent);
    let top = this.#open.at(-1);
    if (top === undefined || top.indent !== indent) {
      top = { indent, mapping: this.#mapping(this.#owner()) };
      this.#open.push(top);
    }
    this.#value(key.after, end, indent, this.#entry(top.mapping, key.text));
  }

  /** What stands from `from` on belongs to `owner`; lines that are indented more than `indent` may continue it. */
  #value(from: number, end: number, indent: number, owner: Entry | null): void {
    const text = this.#text;
    let at = this.#skip(from, end);
    while (text[at] === "&" || text[at] === "!") {
      const property = at;
      while (!isSpace(text[at])) at += 1;
      if (text[property] === "&" && owner !== null) owner.anchor = text.slice(property + 1, at);
      at = this.#skip(at, end);
    }
    const first = text[at];
    if (at >= end || first === "#") return;
    if (first === "{" || first === "[") {
      this.#at = this.#flow(at, owner);
      this.#at = this.#endOf(this.#at) + 1;
    } else if (first === '"' || first === "'") {
      const close = this.#quoted(at, indent);
      this.#take(owner, at + 1, close);
      this.#at = Math.max(this.#at, this.#endOf(close) + 1);
    } else if ((first === "|" || first === ">") && /^[|>][-+0-9]*\s*(#.*)?$/.test(text.slice(at, end))) {
      this.#block(indent, owner);
    } else {
      const comment = text.slice(at, end).search(/\s#/);
      this.#take(owner, at, comment < 0 ? end : at + comment);
    }
  }

  #block(indent: number, owner: Entry | null): void {
    const text = this.#text;
    while (this.#at < text.length) {
      const end = this.#endOf(this.#at);
      const from = this.#skip(this.#at, end);
      if (from < end && from - this.#at <= indent) return;
      this.#take(owner, from, end);
      this.#at = end + 1;
    }
  }

  /** A key with its colon, and where its value begins. */
  #key(from: number, end: number): { readonly text: string; readonly after: number } | null {
    const text = this.#text;
    const quote = text[from];
    if (quote === '"' || quote === "'") {
      const close = this.#closing(from, from + 1, end);
      const colon = this.#skip(close + 1, end);
      return close < end && text[colon] === ":" ? { text: text.slice(from + 1, close), after: colon + 1 } : null;
    }
    if ("{[&*!|>%@`#,]}".includes(quote ?? "")) return null;
    for (let at = from; at < end; at += 1) {
      if (text[at] === "#" && isBlank(text[at - 1])) return null;
      if (text[at] === ":" && isSpace(text[at + 1])) return { text: text.slice(from, at).trim(), after: at + 1 };
    }
    return null;
  }

  /** Brackets, over as many lines as they take; where they end, or the document does. */
  #flow(from: number, outside: Entry | null): number {
    const text = this.#text;
    const frames: Frame[] = [];
    let at = from;
    while (at < text.length) {
      const letter = text[at];
      const frame = frames.at(-1);
      if (letter === "\n" && this.#separates(at + 1)) return at;
      if (isSpace(letter) || letter === ":") {
        at += 1;
      } else if (letter === "#" && isSpace(text[at - 1])) {
        at = this.#endOf(at);
      } else if (letter === "{" || letter === "[") {
        const owner = frame === undefined ? outside : frame.owner;
        frames.push(letter === "{" ? { mapping: this.#mapping(owner), owner: null } : { mapping: null, owner });
        at += 1;
      } else if (letter === "}" || letter === "]") {
        frames.pop();
        at += 1;
        if (frames.length === 0) return at;
      } else if (letter === ",") {
        if (frame?.mapping != null) frame.owner = null;
        at += 1;
      } else {
        const isQuoted = letter === '"' || letter === "'";
        // JSON's end on their line; of one that has no end, no more is taken.
        const to = isQuoted ? this.#closing(at, at + 1, this.#endOf(at)) : this.#plainInFlow(at);
        const begin = isQuoted ? at + 1 : at;
        if (frame !== undefined && frame.mapping !== null && frame.owner === null) {
          frame.owner = this.#entry(frame.mapping, text.slice(begin, to).trim());
        } else {
          this.#take(frame === undefined ? outside : frame.owner, begin, to);
        }
        at = Math.max(at + 1, isQuoted && text[to] === letter ? to + 1 : to);
      }
    }
    return at;
  }

  #plainInFlow(from: number): number {
    const text = this.#text;
    let at = from;
    for (; at < text.length; at += 1) {
      const letter = text[at] ?? "";
      if (",[]{}\n".includes(letter)) return at;
      if (letter === ":" && (isSpace(text[at + 1]) || ",[]{}\"'".includes(text[at + 1] ?? ""))) return at;
      if (letter === "#" && isBlank(text[at - 1])) return at;
    }
    return at;
  }

  /** Where the quotation that begins at `from` ends: at its other quote, or before a line that cannot belong to it. */
  #quoted(from: number, indent: number): number {
    let end = this.#endOf(from);
    for (let at = from + 1; ; at = end + 1) {
      const close = this.#closing(from, at, end);
      if (close < end) return close;
      const next = end + 1;
      if (next >= this.#text.length || this.#separates(next)) return end;
      const nextEnd = this.#endOf(next);
      const content = this.#skip(next, nextEnd);
      if (content < nextEnd && content - next <= indent) return end;
      end = nextEnd;
    }
  }

  /** The other one of the quote at `from`, looked for in a part of the text; `end` where it is not there. */
  #closing(from: number, begin: number, end: number): number {
    const text = this.#text;
    const quote = text[from];
    for (let at = begin; at < end; at += 1) {
      if (quote === '"' && text[at] === "\\") at += 1;
      else if (text[at] === quote) {
        if (quote === '"' || text[at + 1] !== quote) return at;
        at += 1;
      }
    }
    return end;
  }

  /** Writes down what stands between, line by line. */
  #take(owner: Entry | null, from: number, to: number): void {
    if (owner === null) return;
    for (let at = from; at < to; ) {
      const end = Math.min(this.#endOf(at), to);
      const begin = this.#skip(at, end);
      let last = end;
      while (last > begin && isBlank(this.#text[last - 1])) last -= 1;
      if (last > begin) owner.spans.push({ from: begin, to: last });
      at = end + 1;
    }
  }

  #mapping(owner: Entry | null): Mapping {
    const mapping: Mapping = { entries: [] };
    this.mappings.push(mapping);
    owner?.mappings.push(mapping);
    return mapping;
  }

  #entry(mapping: Mapping, key: string): Entry {
    const entry: Entry = { key, spans: [], mappings: [], anchor: "" };
    mapping.entries.push(entry);
    return entry;
  }

  #owner(): Entry | null {
    return this.#open.at(-1)?.mapping.entries.at(-1) ?? null;
  }

  /** Mappings that are indented more are over. */
  #close(indent: number): void {
    while ((this.#open.at(-1)?.indent ?? -1) > indent) this.#open.pop();
  }

  #separates(start: number): boolean {
    const mark = this.#text.slice(start, start + 3);
    return (mark === "---" || mark === "...") && isSpace(this.#text[start + 3]);
  }

  #endOf(at: number): number {
    const end = this.#text.indexOf("\n", at);
    return end < 0 ? this.#text.length : end;
  }

  #skip(at: number, end: number): number {
    let from = at;
    while (from < end && isBlank(this.#text[from])) from += 1;
    return from;
  }
}
