// Keeps the page for when there is no network: one cache for each version, filled before it is used. The build fills in the two
// constants (offline/plugin.ts).

const VERSION = "__VERSION__";
const FILES = __FILES__;

/** Other pages of this origin may be everynode, too. */
const OURS = `everynode ${registration.scope} `;
const CACHE = OURS + VERSION;
/** Too large for everybody to load: it is kept once somebody has asked for it. */
const WHEN_ASKED = `${registration.scope}standalone.html`;

addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) =>
      // The names of the others change with what they hold.
      cache.addAll(FILES.map((file) => new Request(file, { cache: file.startsWith("./assets/") ? "default" : "reload" }))),
    ),
  );
});

addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

// A page that is open keeps its version until the person wants the newer one.
addEventListener("message", (event) => {
  if (event.data === "everynode: take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(answer(request));
});

async function answer(request) {
  const cache = await caches.open(CACHE);
  const address = request.url.replace(/[?#].*$/, "");
  const isPage = address === registration.scope || address === `${registration.scope}index.html`;
  const held = await cache.match(isPage ? registration.scope : request, { ignoreSearch: true });
  if (held !== undefined) return held;
  const response = await fetch(request);
  if (address === WHEN_ASKED && response.ok) await cache.put(WHEN_ASKED, response.clone());
  return response;
}
