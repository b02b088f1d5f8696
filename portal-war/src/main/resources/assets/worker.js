// Keeps the order list and its sheets readable while the network is away. Always asks the network first: a kept page is
// shown only when there is no answer, and the page says of when it is. Guests are named on them, so they are gone when
// somebody is asked to sign in, as soon as a page hears that its session is over, and after the time that a session may rest.
const KEPT = 'portal-pages';
const LOOKS = 'portal-looks';
const WAIT = 8000;
const TERM = 12 * 3600 * 1000;

const isPage = url => url.pathname === '/portal/orders' || /^\/portal\/orders\/[0-9a-f-]{36}$/.test(url.pathname) || url.pathname === '/portal/';
const isLook = url => url.pathname.startsWith('/portal/assets/');

function keyOf(address) {
    const url = new URL(address);
    for (const name of ['done', 'refused']) url.searchParams.delete(name);
    url.hash = '';
    return url.toString();
}

/** The session ran out or was ended from elsewhere. */
const isDoor = answer => answer.redirected && new URL(answer.url).pathname === '/portal/sign-in';

async function keep(address, answer) {
    if (isDoor(answer)) { await caches.delete(KEPT); return; }
    if (!answer.ok || answer.redirected || !(answer.headers.get('Content-Type') || '').startsWith('text/html')) return;
    const headers = new Headers(answer.headers);
    headers.set('X-Kept-At', new Date().toISOString());
    const cache = await caches.open(KEPT);
    await cache.put(keyOf(address), new Response(await answer.blob(), { status: 200, headers }));
    const keys = await cache.keys();
    for (const old of keys.slice(0, Math.max(0, keys.length - 120))) await cache.delete(old);
    await forgetOld();
}

async function forgetOld() {
    const cache = await caches.open(KEPT);
    for (const key of await cache.keys()) {
        const kept = await cache.match(key);
        if (kept && !(Date.parse(kept.headers.get('X-Kept-At')) > Date.now() - TERM)) await cache.delete(key);
    }
}

async function page(request) {
    let trouble;
    try {
        const answer = await Promise.race([fetch(request), new Promise((_, late) => setTimeout(late, WAIT, new Error('late')))]);
        if (answer.status < 500) {
            keep(request.url, answer.clone());
            return answer;
        }
        trouble = answer; // says in a sentence what is wrong, and is better than nothing
    } catch (away) {
        trouble = Response.error();
    }
    await forgetOld();
    return (await (await caches.open(KEPT)).match(keyOf(request.url))) || trouble;
}

async function look(request) {
    const cache = await caches.open(LOOKS);
    const kept = await cache.match(request);
    if (kept) return kept;
    const answer = await fetch(request);
    if (answer.ok) {
        for (const old of await cache.keys())
            if (new URL(old.url).pathname === new URL(request.url).pathname) await cache.delete(old);
        await cache.put(request, answer.clone());
    }
    return answer;
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(Promise.all([self.clients.claim(), forgetOld()])));
self.addEventListener('fetch', event => {
    const url = new URL(event.request.url);
    if (event.request.method !== 'GET' || url.origin !== location.origin) return;
    if (url.pathname === '/portal/sign-in') event.waitUntil(caches.delete(KEPT));
    else if (isLook(url)) event.respondWith(look(event.request));
    else if (isPage(url)) event.respondWith(page(event.request));
});
self.addEventListener('message', event => {
    const { keep: wanted = [], again = [], forget = false } = event.data || {};
    event.waitUntil((async () => {
        if (forget) await caches.delete(KEPT);
        const cache = await caches.open(KEPT);
        for (const address of [...wanted, ...again]) {
            const url = new URL(address);
            if (url.origin !== location.origin || !isPage(url)) continue;
            if (!again.includes(address) && (await cache.match(keyOf(address)))) continue;
            try { await keep(address, await fetch(address, { credentials: 'same-origin' })); } catch (away) { return; }
        }
    })());
});
self.addEventListener('notificationclick', event => {
    event.notification.close();
    event.waitUntil((async () => {
        const address = new URL(event.notification.data || '/portal/orders', location.origin).href;
        const open = await self.clients.matchAll({ type: 'window' });
        const there = open.find(page => page.url.startsWith(address));
        if (there) await there.focus();
        else await self.clients.openWindow(address);
    })());
});
