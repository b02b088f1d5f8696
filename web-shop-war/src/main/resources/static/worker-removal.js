// Takes the worker of before back: removes what it kept, and itself.
async function leave() {
    for (const name of await caches.keys()) if (name.startsWith("shop-offline-")) await caches.delete(name);
    await registration.unregister();
}
addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(leave()));
