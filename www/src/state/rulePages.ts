/** What docs/rules says of each rule: a part of the page that comes when somebody asks for it. */

const pages = import.meta.glob<string>(["../../../docs/rules/*.md", "!../../../docs/rules/README.md"], {
  query: "?raw",
  import: "default",
  eager: true,
});

export type RuleBlock =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] };

export interface RuleSection {
  readonly title: string;
  readonly blocks: readonly RuleBlock[];
}

export interface RulePage {
  /** What it finds, in one sentence. */
  readonly what: string;
  /** Names and values: severity, presets, what others call it. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Why, invalid, valid, when to switch it off. */
  readonly sections: readonly RuleSection[];
  readonly ignorable: boolean;
}

export interface RulePages {
  readonly ids: readonly string[];
  readonly page: (rule: string) => RulePage | undefined;
}

const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1, -".md".length);

const texts: ReadonlyMap<string, string> = new Map(Object.entries(pages).map(([path, text]) => [nameOf(path), text]));
const read = new Map<string, RulePage>();

export const rulePages: RulePages = {
  ids: [...texts.keys()],
  page: (rule) => {
    const text = texts.get(rule);
    if (text === undefined) return undefined;
    const known = read.get(rule) ?? parse(text);
    read.set(rule, known);
    return known;
  },
};

function parse(text: string): RulePage {
  const [head = "", ...rest] = text.split(/^## /m);
  const facts = listed(head).map((item): readonly [string, string] => {
    const colon = item.indexOf(": ");
    return [item.slice(0, colon), item.slice(colon + 2)];
  });
  const what = blocks(head).find((block) => block.kind === "text")?.text ?? "";
  const sections = rest.map((part) => {
    const end = part.indexOf("\n");
    return { title: part.slice(0, end), blocks: blocks(part.slice(end)) };
  });
  return { what, facts, sections, ignorable: facts.every(([name]) => name !== "cannot be ignored") };
}

const listed = (text: string) => blocks(text).flatMap((block) => (block.kind === "list" ? block.items : []));

/** Paragraphs, lists and fenced code: all that these pages have. The title and the way to the other pages are left out. */
function blocks(text: string): readonly RuleBlock[] {
  return text
    .split(/^```\w*\n/m)
    .flatMap((part, at): readonly RuleBlock[] =>
      at % 2 === 1
        ? [{ kind: "code", text: part.replace(/\n$/, "") }]
        : part
            .split(/\n{2,}/)
            .map((each) => each.trim())
            .filter((each) => each !== "" && !each.startsWith("# ") && !each.startsWith("[All rules]"))
            .map((each): RuleBlock =>
              each.startsWith("- ")
                ? { kind: "list", items: each.slice(2).split("\n- ").map((item) => item.replaceAll("\n", " ")) }
                : { kind: "text", text: each.replaceAll("\n", " ") },
            ),
    );
}
