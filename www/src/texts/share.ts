/** Texts about what is kept, shared and written to files. */

import type { RedactedKind } from "../share/redact";
import { count, list, size } from "./words";

/** What the page says from the beginning. */
export const keepTexts = {
  keeping: {
    /** Under the editor. */
    redacts: (values: number) => `${count(values, "secret value")}: kept and shared as REDACTED`,
    keptRedacted: (files: readonly string[]) =>
      `${list(files)} ${files.length === 1 ? "holds" : "hold"} Secrets or tokens: for the next visit, REDACTED is kept in their place.`,
    restored: (redacted: readonly string[], missing: readonly string[]) =>
      [
        ...(redacted.length === 0 ? [] : [`Secrets and tokens of ${list(redacted)} were not kept from the last visit: REDACTED stands in their place.`]),
        ...(missing.length === 0 ? [] : [`${list(missing)} ${missing.length === 1 ? "was" : "were"} not kept from the last visit: attached files never are.`]),
      ].join(" "),
    brokenLink: "This link is cut or changed: nothing can be read from it. What is shown is the last visit's.",
    newerLink: "This link was made by a later version of the playground. Reload the page to get that version, then open the link again.",
    openedLink: (files: readonly string[]) => `These files came with a link. Of the last visit, ${list(files)} ${files.length === 1 ? "is" : "are"} kept until one of them is changed.`,
    share: "Share",
    offline: "Works offline",
    offlineTip: "The page is kept in this browser. It opens without a network.",
    newer: "A newer version is there.",
    takeNewer: "Load it",
    notLoaded: "What is needed to share could not be loaded. Reload the page to try again.",
  },
} as const;

const kinds: Readonly<Record<RedactedKind, string>> = {
  secretData: "data of a Secret",
  privateKey: "private key",
  password: "password",
  token: "token",
};

/** What the dialog says. */
export const shareTexts = {
  title: "Share what is shown",
  close: "Close",
  nothingLeaves: "Nothing leaves this page until you pass it on. A link holds everything behind its `#`, which browsers do not send to a server.",
  copy: "Copy",
  copied: "Copied",
  saved: "Saved as a file",
  link: "Link",
  copyLink: "Copy link",
  making: "Making the link",
  linkSize: (letters: number, limit: number) => `${size(letters)}, of ${size(limit)} that mail and chats pass on whole`,
  linkLong: (letters: number, limit: number) =>
    `${size(letters)}: mail and chats cut links above ${size(limit)}. It works in the address bar; to pass it on, send the page or the zip.`,
  noLink: "This browser cannot compress, so there is no link. The zip holds the same.",
  elsewhere: "For an issue, a colleague, the disk",
  markdown: {
    name: "Copy as Markdown",
    about: "Verdict, nodes by reason, findings, manifests, and the command, for an issue.",
    notYet: "There is no answer yet.",
    head: ["Verdict", "Nodes", "Why"],
    update: (verdict: string) => `${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}.`,
    findings: (findings: number) => count(findings, "finding"),
    more: (findings: number) => `${count(findings, "more", "more")} in the playground`,
    andMore: (nodes: number) => `and ${count(nodes, "more", "more")}`,
    line: "The same on the command line:",
    tooLong: (letters: number) => `${size(letters)}, left out here`,
    made: (version: string, kubernetes: string) => `everynode ${version}, rules of Kubernetes ${kubernetes}.`,
    open: (link: string) => `[Open in the playground](${link})`,
  },
  zip: {
    name: "Download zip",
    about: "The manifests as files, and a README with the command.",
    file: "everynode.zip",
  },
  page: {
    name: "Download as one page",
    about: "This playground with these files in one HTML file. It opens from the disk, without a network.",
    file: "everynode.html",
    failed: "The page's template could not be loaded. It needs the network once.",
  },
  line: "The same on the command line",
  readme: {
    title: "# Manifests from the everynode playground",
    line: (version: string) => `Asks the same of these files (everynode ${version}):`,
    redacted: (values: number) => `REDACTED stands in place of ${count(values, "secret value")}.`,
  },
  redacted: (values: number) => (values === 0 ? "No Secret and no token was found in these texts." : `${count(values, "value")} redacted: REDACTED goes in ${values === 1 ? "its" : "their"} place`),
  kind: (kind: RedactedKind) => kinds[kind],
  at: (file: string, line: number) => `${file} L${line}`,
  moreRedacted: (values: number) => `and ${count(values, "more", "more")}`,
  left: (files: readonly string[]) => `${list(files)} ${files.length === 1 ? "is" : "are"} attached and not shared.`,
} as const;
