/** What a secret looks like wherever it stands: the forms that issuers give their tokens, and values under telling names. */

import type { Span } from "./outline";

/** Forms that nothing else has. Each begins with letters of its own and repeats one class: no text makes them slow. */
export const FORMS: readonly RegExp[] = [
  // JSON Web Tokens: two parts of base64 that begin with `{"`.
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?/g,
  // GitHub, GitLab
  /\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{22,}|\bgl(?:pat|dt|rt|cbt|ptt|soat|ft)-[\w-]{18,}/g,
  // Amazon, Google
  /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}|\bGOCSPX-[\w-]{20,}|\bya29\.[\w-]{20,}/g,
  // Slack, Stripe, SendGrid, Twilio, Shopify
  /\bxox[abeprs]-[\w-]{10,}|\bxapp-[\w-]{20,}|\b[rs]k_(?:live|test)_\w{16,}|\bSG\.[\w-]{16,}\.[\w-]{16,}|\bSK[0-9a-f]{32}\b|\bshp(?:at|ca|pa|ss)_[0-9a-f]{32}/g,
  /\bhooks\.slack\.com\/services\/[A-Z0-9]+\/[A-Z0-9]+\/\w+/g,
  // npm, PyPI, crates.io, RubyGems, Docker
  /\bnpm_[A-Za-z0-9]{36}|\bpypi-[\w-]{50,}|\bcio[A-Za-z0-9]{32}\b|\brubygems_[0-9a-f]{48}|\bdckr_(?:pat|oat)_[\w-]{20,}/g,
  // Vault, DigitalOcean, Grafana, New Relic, Linear, Databricks, age, keys of model hosts
  /\bhv[bsr]\.[\w-]{20,}|\bdo[opr]_v1_[0-9a-f]{64}|\bglsa_\w{32,}|\bglc_[\w=+/-]{32,}|\bNRA[KL]-[A-Z0-9]{20,}|\blin_api_\w{32,}|\bdapi[0-9a-f]{32}\b/g,
  /\bAGE-SECRET-KEY-1[0-9A-Z]{50,}|\bhf_[A-Za-z]{30,}|\bsk-[\w-]{24,}/g,
];

/** The headers that carry one. */
export const HEADER = /\b(?:Bearer|Basic|Token)[ \t]+([\w.~+/-]{12,}={0,2})/g;
/** The password of an address. A digest behind `@` belongs to the name of an image. */
export const ADDRESS = /:\/\/[^\s/@:"'<>\\]{0,200}:([^\s/@"'<>\\]{1,500})@(?!sha(?:256|512):)/g;
/** `--name` with its value as the next argument. */
export const ARGUMENT = /(?<![\w-])--?([A-Za-z][\w.-]{0,99})["']?(?:[ \t]*,\s*|[ \t]*\r?\n[ \t]*-[ \t]+|[ \t]+)["']?([^\s"',\]-][^\s"',\]]{0,4000})/g;
/** Begins a private key; certificates and public keys are for everybody. */
export const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,20}-----/g;
/** The same as base64. */
export const PACKED_PRIVATE_KEY = /\bLS0tLS1CRUdJTi(?:BQUklWQVRF|BSU0EgUFJJVkFURS|BFQyBQUklWQVRF|BPUEVOU1NIIFBSSVZBVE|BFTkNSWVBURUQg)[\w+/=]*/g;

const PASSWORD: ReadonlySet<string> = new Set(["password", "passwd", "passphrase", "passwort", "pwd", "pass"]);
const TELLING: ReadonlySet<string> = new Set([
  ...PASSWORD,
  "token",
  "secret",
  "key",
  "apikey",
  "accesskey",
  "secretkey",
  "privatekey",
  "credential",
  "credentials",
  "auth",
  "authorization",
  "bearer",
  "salt",
  "dsn",
  "pat",
]);
/** What the last word of a name makes of it: the name, the place or the digest of a secret is none. */
const ABOUT: ReadonlySet<string> = new Set([
  "name",
  "names",
  "namespace",
  "ref",
  "path",
  "file",
  "dir",
  "mount",
  "hash",
  "checksum",
  "digest",
  "sum",
  "sha",
  "sha256",
  "fingerprint",
  "thumbprint",
  "version",
  "url",
  "uri",
  "type",
  "class",
  "provider",
  "audience",
  "issuer",
  "seconds",
  "ttl",
  "expiration",
  "public",
  "size",
  "length",
]);
const DIGEST: ReadonlySet<string> = new Set(["checksum", "hash", "digest", "fingerprint", "public", "pub"]);

/** `clientSecret`, `CLIENT_SECRET` and `client-secret` are the same words. */
function words(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** What stands for a value that comes from elsewhere, or says that there is none. */
const STANDS_FOR_ANOTHER = /^(?:[$<%*]|(?:true|false|null|none|~|\d{1,3})$|x{3,}|\.{0,2}\/[a-z0-9._/-]*$)|:\/\/|\$[({]|\{\{/;

/** What a name tells of its value. `lock`: it is `key`, the key of a label or a taint more often than that of a lock. */
type Telling = "nothing" | "password" | "login" | "token" | "lock";

const known = new Map<string, Telling>();

function tells(name: string): Telling {
  const found = known.get(name) ?? classify(name);
  // A text repeats a few names; one that has thousands of them is not worth remembering.
  if (known.size < 2000) known.set(name, found);
  return found;
}

function classify(name: string): Telling {
  const parts = words(name.slice(-100));
  const last = parts.at(-1);
  if (last === undefined || ABOUT.has(last)) return "nothing";
  if (!parts.some((word) => TELLING.has(word)) || parts.some((word) => DIGEST.has(word))) return "nothing";
  if (PASSWORD.has(last)) return "password";
  if (last === "auth") return "login";
  return parts.length === 1 && last === "key" ? "lock" : "token";
}

/** Whether a value that stands under a name is one to keep: any under the name of a password, a random one under that of a token. */
export function isTelling(name: string, value: string): boolean {
  const told = tells(name);
  if (told === "nothing" || STANDS_FOR_ANOTHER.test(value)) return false;
  if (told === "password" || (told === "login" && isLogin(value))) return true;
  return isRandom(value, told === "lock" ? 24 : 16);
}

/** `NAME=value` and `--name=value` whose value is to keep. */
export function* assignments(text: string): Generator<{ readonly name: string } & Span> {
  const value = /["']?([^\s"',;&\\=]{1,4000}={0,2})/y;
  const rest = /[^\s"',;&\\]*/y;
  for (let at = text.indexOf("="); at >= 0; at = text.indexOf("=", at + 1)) {
    const name = /[A-Za-z][\w.-]*$/.exec(text.slice(Math.max(0, at - 100), at))?.[0];
    if (name === undefined || tells(name) === "nothing") continue;
    value.lastIndex = at + 1;
    const found = value.exec(text)?.[1];
    if (found === undefined || !isTelling(name, found)) continue;
    const from = value.lastIndex - found.length;
    rest.lastIndex = from;
    rest.test(text);
    yield { name, from, to: rest.lastIndex };
    at = rest.lastIndex - 1;
  }
}

/** `user:password` in base64, as files of registries have it. */
function isLogin(value: string): boolean {
  try {
    return /^[\w+/=]{8,}$/.test(value) && atob(value).includes(":");
  } catch {
    return false;
  }
}

/** Letters that nobody chose: hexadecimal, base64 or the like, and long enough to be no word. */
function isRandom(value: string, length: number): boolean {
  // The form of the tokens by which nodes join.
  if (/^[a-z0-9]{6}\.[a-z0-9]{16}$/.test(value)) return true;
  if (value.length < length || !/^[\w+/=~-]+$/.test(value)) return false;
  const digits = value.replace(/\D/g, "").length;
  if (/^[0-9a-f-]+$/i.test(value) && /[a-f]/i.test(value) && digits > 0) return true;
  if (/[a-z]/.test(value) && /[A-Z]/.test(value)) return digits > (length > 16 ? 1 : 0) || value.length >= 40;
  return digits >= value.length * 0.15 && /[a-z]/i.test(value) && value.length >= 20;
}
