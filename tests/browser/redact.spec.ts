/** What is taken out of texts before they are kept or sent on. It needs no page. */

import { expect, test } from "@playwright/test";
import { withholder } from "../../www/src/share/redacted";
import { redact } from "../../www/src/share/redact";

const HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const PEM = "MIIEowIBAAKCAQEAwJTr0Q8n\nq3Zk1v7c0o8J2m4b6n8x0z2C\n";
const JWT = "eyJhbGciOiJSUzI1NiIsImtpZCI6IiJ9.eyJpc3MiOiJrdWJlcm5ldGVzIn0.c2lnbmF0dXJl";
/** Written in two parts, so that no other search for secrets stops here. */
const forge = (...parts: readonly string[]) => parts.join("");

/** Title, text, what may not be left of it, what must be. */
const FOUND: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ["a Secret", "kind: Secret\nmetadata: {name: db}\nstringData:\n  user: admin\n  token: hunter2 # as ever\n", ["admin", "hunter2"], ["name: db", "user: REDACTED", "# as ever"]],
  ["data stays base64", "apiVersion: v1\nkind: Secret\ndata:\n  token: aHVudGVyMg==\n", ["aHVudGVyMg"], ["token: UkVEQUNURUQ="]],
  ["a Secret whose kind comes last", "data:\n  a: aHVudGVyMg==\nmetadata:\n  name: x\nkind: Secret\n", ["aHVudGVyMg"], ["name: x"]],
  ["a Secret in flow style", "{kind: Secret, metadata: {name: x}, stringData: {a: hunter2, b: [one, two]}}", ["hunter2", "one", "two"], ["{name: x}"]],
  ["a Secret in JSON", '{\n  "kind": "Secret",\n  "data": {\n    "a": "aHVudGVyMg==",\n    "b": "b25l"\n  },\n  "type": "Opaque"\n}\n', ["aHVudGVyMg", "b25l"], ['"type": "Opaque"', '"a": "UkVEQUNURUQ="']],
  ["a Secret in a List", "kind: List\nitems:\n- kind: Secret\n  metadata:\n    name: x\n  data:\n    a: aHVudGVyMg==\n- kind: ConfigMap\n  data:\n    colour: green\n", ["aHVudGVyMg"], ["colour: green", "name: x"]],
  ["a SecretList, whose items have no kind", "kind: SecretList\nitems:\n- metadata: {name: x}\n  data:\n    a: aHVudGVyMg==\n", ["aHVudGVyMg"], ["name: x"]],
  ["several lines", "kind: Secret\nstringData:\n  conf: |\n    user = me\n\n    word = hunter2\n  more: >-\n    folded\n    twice\nmetadata:\n  name: x\n", ["me\n", "hunter2", "folded", "twice"], ["conf: |", "name: x"]],
  ["a quotation over lines", 'kind: Secret\nstringData:\n  a: "first\n    second"\n  b: plain\n    goes on\ntype: Opaque\n', ["first", "second", "plain", "goes on"], ["type: Opaque"]],
  ["a quotation without an end", 'kind: Secret\nstringData:\n  a: "hunter2\n  b: second\n---\nkind: Node\nmetadata: {name: n-1}\n', ["hunter2", "second"], ["name: n-1"]],
  ["a Secret that is not indented", "kind: Secret\nstringData:\ntoken: hunter2\n", ["hunter2"], ["token: REDACTED"]],
  ["half of a line", "kind: Secret\nstringData:\n  hunter2\n", ["hunter2"], []],
  ["tabs for indentation", "kind: Secret\nstringData:\n\ttoken: hunter2\n", ["hunter2"], []],
  ["an anchor elsewhere", "x: &all\n  a: hunter2\nkind: Secret\nstringData: *all\n", ["hunter2"], ["&all"]],
  ["before the kind is written", "type: kubernetes.io/basic-auth\ndata: {username: YWRtaW4=}\n", ["YWRtaW4="], []],
  ["what kubectl applied last", 'kind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {"kind":"Secret","stringData":{"a":"hunter2"}}\ndata: {a: aHVudGVyMg==}\n', ["hunter2", "aHVudGVyMg"], ["last-applied-configuration: |"]],
  ["what kubectl applied last of another kind", 'kind: Pod\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {"spec":{"env":[{"name":"DB_PASSWORD","value":"hunter2"}]}}\n', ["hunter2"], []],
  ["the same quoted", '{"metadata":{"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{\\"env\\":[{\\"name\\":\\"DB_PASSWORD\\",\\"value\\":\\"hunter2\\"}]}"}}}', ["hunter2"], []],
  ["a commented Secret", "# kind: Secret\n# stringData:\n#   a: hunter2\nkind: Node\n", ["hunter2"], ["kind: Node"]],
  ["a Secret in a Markdown page", "Text.\n\n```yaml\nkind: Secret\nstringData:\n  a: hunter2\n```\n\nMore text.\n", ["hunter2"], ["More text.", "```yaml"]],
  ["a Secret in a here-document", "cat <<EOF | kubectl apply -f -\nkind: Secret\nstringData:\n  a: hunter2\nEOF\necho done\n", ["hunter2"], ["echo done", "EOF"]],
  ["literals of a generator", "secretGenerator:\n- name: x\n  literals:\n  - word=hunter2\n", ["hunter2"], ["word=REDACTED", "name: x"]],
  ["an environment", "env:\n- name: DB_PASSWORD\n  value: hunter2\n- name: COLOUR\n  value: green\n", ["hunter2"], ["green"]],
  ["an environment the other way round", "env:\n- value: hunter2\n  name: DB_PASSWORD\n", ["hunter2"], []],
  ["a random value under a telling name", `clientSecret: 8Xk2mQ9vLr4Tz7Wp\napiKey: ${HEX.slice(0, 32)}\n`, ["8Xk2mQ9v", HEX.slice(0, 16)], []],
  ["a key that is the key of a lock", `key: ${HEX}\n`, [HEX], []],
  ["a UUID as a secret", "client-secret: 3f2504e0-4f89-11d3-9a0c-0305e82c3301\n", ["3f2504e0"], []],
  ["the token by which a node joins", "token: abcdef.0123456789abcdef\n", ["0123456789abcdef"], []],
  ["an argument", "args:\n- --password=hunter2\n- --user=me\n", ["hunter2"], ["--user=me"]],
  ["an argument and its value", 'args: ["--token", "8Xk2mQ9vLr4Tz7Wp", "--port", "80"]\n', ["8Xk2mQ9v"], ['"80"']],
  ["the same as a list", "args:\n- --password\n- hunter2\n- --port\n- '80'\n", ["hunter2"], ["'80'"]],
  ["a shell's assignment", 'command: ["sh", "-c", "export PASSWORD=hunter2; run"]\n', ["hunter2"], ["; run"]],
  ["a literal of kubectl", "kubectl create secret generic x --from-literal=password=hunter2\n", ["hunter2"], ["generic x"]],
  ["an address with a password", "url: postgres://app:hunter2@db:5432/x?sslmode=disable\n", ["hunter2"], ["postgres://app:REDACTED@db:5432/x"]],
  ["a header", "httpHeaders:\n- name: Authorization\n  value: Bearer 0a1b2c3d4e5f6a7b8c9d\n", ["0a1b2c3d"], ["Bearer "]],
  ["the login of a registry", 'auths: {"r.example.com": {"auth": "bWU6aHVudGVy"}}\n', ["bWU6aHVudGVy"], ["r.example.com"]],
  ["a private key", `conf: |\n  -----BEGIN RSA PRIVATE KEY-----\n  ${PEM.replace("\n", "\n  ")}  -----END RSA PRIVATE KEY-----\nname: x\n`, ["MIIEow", "q3Zk1v"], ["BEGIN RSA", "END RSA", "name: x"]],
  ["a private key without an end", `x: |\n  -----BEGIN PRIVATE KEY-----\n  MIIEowIBAAKCAQEA\nname: "x y"\n`, ["MIIEow"], ['name: "x y"']],
  ["a private key in one line", '{"a": "-----BEGIN PRIVATE KEY-----\\nMIIEowIBAAKC\\n-----END PRIVATE KEY-----\\n", "b": 1}', ["MIIEow"], ['"b": 1']],
  ["a private key in base64", `file: ${Buffer.from(`-----BEGIN RSA PRIVATE KEY-----\n${PEM}`).toString("base64")}\n`, ["LS0tLS1CRUdJTi"], []],
  ["a JSON Web Token", `annotation: ${JWT}\n`, [JWT.slice(0, 20), "c2lnbmF0dXJl"], []],
  ...[
    forge("ghp_", "16C7e42F292c6912E7710c838347Ae178B4a"),
    forge("github_pat_", "11ABCDEFG0123456789abcdef"),
    forge("glpat-", "AbCdEfGhIjKlMnOpQrSt"),
    forge("AKIA", "IOSFODNN7EXAMPLE"),
    forge("AIza", "SyA1234567890abcdefghijklmnopqrstuv"),
    forge("xoxb-", "123456789012-abcdefABCDEF"),
    forge("sk_live_", "4eC39HqLyjWDarjtT1zdp7dc"),
    forge("SG.", "ngeVfQFYQlKU0ufo8x5d1A", ".TwL2iGABf9DHoTf09kqeF8tAmbihYzrnopKc"),
    forge("npm_", "abcdefghijklmnopqrstuvwxyz0123456789"),
    forge("dckr_pat_", "abcdefghijklmnopqrstuvwxyz0"),
    forge("hvs.", "CAESIJlU02LQZq1234567890ab"),
    forge("AGE-SECRET-KEY-1", "QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ"),
  ].map((token) => [`a token: ${token.slice(0, 5)}`, `# by hand: ${token}\nnote: x${"\n"}url: https://${token}@example.com/\n`, [token.slice(5)], ["example.com"]] as const),
];

/** What looks like one and is none. */
const LEFT: readonly (readonly [string, string])[] = [
  ["the digest of an image", `image: registry.example.com:5000/agent:1@sha256:${HEX}\nimageID: docker-pullable://agent:1@sha256:${HEX}\n`],
  ["uids and versions", "uid: 3f2504e0-4f89-11d3-9a0c-0305e82c3301\nresourceVersion: '123456789012345'\n"],
  ["hashes of ControllerRevisions", "labels:\n  controller-revision-hash: 7d9c5b8f6d\n  pod-template-hash: 5f6b8c9d7f\nname: fluent-bit-7d9c5b8f6d\n"],
  ["checksums of Secrets", `annotations:\n  checksum/secret: ${HEX}\n  checksum/token: ${HEX}\n`],
  ["names and places of Secrets", "secretName: db-credentials-v2-0123456789\ntokenPath: /var/run/secrets/token\nimagePullSecrets:\n- name: registry-0123456789abcdef\n"],
  ["references to Secrets", "valueFrom:\n  secretKeyRef:\n    name: db\n    key: password\ncertificateRefs:\n- kind: Secret\n  name: tls\n  namespace: web\n"],
  ["keys of taints and labels", "tolerations:\n- key: node-role.kubernetes.io/control-plane\n- key: dedicated-gpu-workers-2024-pool\n- key: nodePoolForBatchJobs\n"],
  ["certificates", "caBundle: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUM=\nx: |\n  -----BEGIN CERTIFICATE-----\n  MIIEowIBAAKCAQEA\n  -----END CERTIFICATE-----\n  -----BEGIN PUBLIC KEY-----\n  MIIBIjANBgkq\n"],
  ["public keys", "publicKey: AAAAB3NzaC1yc2EAAAADAQABAAABgQC7\n"],
  ["what stands for a value", "env:\n- {name: PASSWORD, value: $(DB_PASSWORD)}\n- {name: TOKEN, value: '${TOKEN}'}\npassword: '{{ .Values.password }}'\nargs: [--token-file=/run/token, --password=$PASSWORD]\n"],
  ["flags", "automountServiceAccountToken: false\nallowPasswordAuth: true\npassword: null\n"],
  ["tokens as volumes", "serviceAccountToken: {path: token, expirationSeconds: 3607, audience: vault}\n"],
  ["addresses without a password", "image: https://user@example.com/x\nurl: http://[::1]:8080/\nurl2: http://localhost:8080/a@b\n"],
  ["a ConfigMap", "kind: ConfigMap\ndata:\n  a: aHVudGVyMg==\n"],
  ["rights on Secrets", "rules:\n- apiGroups: ['']\n  resources: [secrets, tokenreviews]\n  verbs: [get]\n"],
  ["redacted before", "kind: Secret\ndata:\n  a: UkVEQUNURUQ=\nstringData:\n  b: REDACTED\n"],
];

for (const [title, text, gone, stays] of FOUND) {
  test(`redacts ${title}`, () => {
    const { text: left, found } = redact(text);
    for (const each of gone) expect(left).not.toContain(each);
    for (const each of stays) expect(left).toContain(each);
    expect(found.length).toBeGreaterThan(0);
    for (const { from, to, line } of found) {
      expect(text.slice(0, from).split("\n")).toHaveLength(line);
      expect(to).toBeGreaterThan(from);
    }
    expect(left.split("\n")).toHaveLength(text.split("\n").length);
    expect(redact(left)).toEqual({ text: left, found: [] });
    expect(redact(text.replaceAll("\n", "\r\n")).text).toBe(left.replaceAll("\n", "\r\n"));
  });
}

for (const [title, text] of LEFT) {
  test(`leaves ${title}`, () => {
    expect(redact(text)).toEqual({ text, found: [] });
  });
}

test("says what it takes and where", () => {
  const text = "kind: Secret\nmetadata: {name: db}\ndata:\n  token: aHVudGVyMg==\n---\nurl: redis://:hunter2@cache\n";
  expect(redact(text).found).toEqual([
    { kind: "secretData", name: "token", from: 49, to: 61, line: 4 },
    { kind: "password", name: "", from: 80, to: 87, line: 6 },
  ]);
});

test("no text takes long, whatever it holds", () => {
  const size = 256 * 1024;
  const bricks = ["a", "a.", "ey", "eyJ", "-", "- ", "{", "[{", '"', "'", "a: {", "key=", "password: ", "-----BEGIN PRIVATE KEY-----\n", "://a:", "kind: Secret\n", "{kind: SecretList, a: ", "{stringData: ", "&a *a ", "# token: a\n", "\n", "\n ", "--token ", "LS0tLS1CRUdJTi", "a: |\n  b\n", "\t", "Bearer ", "\\"];
  for (const brick of bricks) {
    const text = brick.repeat(Math.ceil(size / brick.length));
    const began = performance.now();
    redact(text);
    // A square of the size would take minutes.
    expect(performance.now() - began, brick).toBeLessThan(5000);
  }
});

test("what a message quotes of a secret is withheld, and other words stay", () => {
  const text = "env:\n- name: DB_PASSWORD\n  value: hunter2.hunter2\n- name: MODE\n  value: fast\n";
  const withheld = withholder([{ id: 1, name: "agent.yaml", text }]);
  expect(redact(text).found).toHaveLength(1);
  expect(withheld("`hunter2.hunter2` is given twice, in `fast` mode")).toBe("`REDACTED` is given twice, in `fast` mode");
  expect(withheld("xhunter2.hunter2 is another word")).toBe("xhunter2.hunter2 is another word");
  expect(withholder([])("`hunter2.hunter2`")).toBe("`hunter2.hunter2`");
});
