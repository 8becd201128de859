/** The page as one file that holds its state: it opens without a server and without a network. */

import type { Shared } from "./form";

declare const __STANDALONE__: boolean;

/** Whether this is such a file. */
export const IS_STANDALONE = __STANDALONE__;

/** Built beside the page: everything in one file. */
const TEMPLATE = "./standalone.html";
const ID = "everynode-shared";
/** Where the state goes: data, which no policy runs. */
const SLOT = `<script type="application/json" id="${ID}">null</script>`;

/** The file's parts. Fails where the template cannot be loaded. */
export async function standalone(shared: Shared): Promise<readonly string[]> {
  const response = await fetch(TEMPLATE);
  if (!response.ok) throw new Error(`${TEMPLATE}: ${response.status}`);
  const [before, after, ...more] = (await response.text()).split(SLOT);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`${TEMPLATE} has another form`);
  return [before, SLOT.replace("null", () => inScript(shared)), after];
}

/** What a file of its own holds; undefined in the page, and where nothing was put. */
export function heldState(): unknown {
  const text = document.getElementById(ID)?.textContent;
  return text == null || text === "null" ? undefined : (JSON.parse(text) as unknown);
}

/** JSON that ends no element and begins none. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}
