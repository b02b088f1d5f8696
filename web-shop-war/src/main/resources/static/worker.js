// Shows one page of ours instead of the browser's when the shop cannot be reached. Keeps that page and its looks, and
// nothing else: no page with anything of a guest's is ever kept, and each request goes to the network first.
const KEPT = "shop-offline-{version}";
const PAGE = "/offline";
const LOOKS = /^\/(static|brand)\/|^\/icon\.svg$/;
const OTHERS = /^\/(portal|api|health|openapi|\.well-known)(\/|$)/;

async function prepare() {
    const page = await fetch(PAGE, { credentials: "omit", cache: "no-store" });
    if (!page.ok) throw new Error("no offline page: " + page.status);
    const text = await page.clone().text();
    const looks = [...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(found => found[1]).filter(path => LOOKS.test(path));
    const cache = await caches.open(KEPT);
    await cache.put(PAGE, page);
    await cache.addAll([...new Set(looks)]);
}

async function tidy() {
    for (const name of await caches.keys()) if (name.startsWith("shop-offline-") && name !== KEPT) await caches.delete(name);
    await clients.claim();
}

async function page(request) {
    try {
        return await fetch(request);
    } catch (away) {
        return (await (await caches.open(KEPT)).match(PAGE)) || Response.error();
    }
}

async function look(request) {
    try {
        return await fetch(request);
    } catch (away) {
        return (await (await caches.open(KEPT)).match(request)) || Response.error();
    }
}

addEventListener("install", event => { skipWaiting(); event.waitUntil(prepare()); });
addEventListener("activate", event => event.waitUntil(tidy()));
addEventListener("fetch", event => {
    const { request } = event;
    const url = new URL(request.url);
    if (url.origin !== location.origin || OTHERS.test(url.pathname)) return;
    if (request.mode === "navigate") event.respondWith(page(request));
    else if (request.method === "GET" && LOOKS.test(url.pathname)) event.respondWith(look(request));
});
