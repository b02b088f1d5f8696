// Makes pages quicker and live; every page works without it.
document.documentElement.classList.add('js');

for (const form of document.querySelectorAll('form[data-auto]'))
    for (const field of form.querySelectorAll('select')) field.addEventListener('change', () => form.requestSubmit());
for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print());

// --- Values that people carry elsewhere: a button beside each, which says that it worked --------------------------
for (const value of document.querySelectorAll('[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-quiet copy';
    const say = word => {
        button.textContent = word;
        const what = document.createElement('span');
        what.className = 'visually-hidden';
        what.textContent = ` ${value.dataset.name || value.textContent.slice(0, 80)}`;
        button.append(what);
    };
    say(value.dataset.copy);
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
        getSelection().selectAllChildren(value);
        // Without HTTPS browsers have no clipboard; then what is marked now is a Ctrl+C away.
        try { await navigator.clipboard.writeText(value.textContent); } catch { if (!document.execCommand('copy')) return; }
        say(value.dataset.copied);
        setTimeout(() => say(value.dataset.copy), 4000);
    });
    value.after(button);
}

// --- Live: told by the server, else every 15 s; the page fetches itself and swaps what changed ------------------
const offline = document.getElementById('offline');
let shownAt = new Date();
let asking = false;
let askAgain = false;

function clean(url) {
    const copy = new URL(url);
    for (const name of ['done', 'refused']) copy.searchParams.delete(name);
    return copy.toString();
}

// What somebody presses, fills in or has opened is not swapped; what is news for it comes when they are done.
let pressed = false;
let heldBack = false;

function catchUp() {
    if (pressed || !heldBack) return;
    heldBack = false;
    setTimeout(look);
}

addEventListener('pointerdown', () => { pressed = true; }, true);
addEventListener('keydown', event => { pressed ||= event.key === ' ' && event.target.matches('button, summary'); }, true);
for (const end of ['pointerup', 'pointercancel', 'keyup'])
    addEventListener(end, () => {
        if (!pressed) return;
        pressed = false;
        catchUp();
    }, true);
addEventListener('blur', event => {
    if (event.target === window) pressed = false;
    catchUp();
}, true);
addEventListener('toggle', catchUp, true);

function busy(region) {
    const active = document.activeElement;
    const editing = region.contains(active) && active.matches('input:not([type=hidden]), textarea, select');
    const typed = [...region.querySelectorAll('input:not([type=hidden]), textarea')].some(f => f.value !== f.defaultValue);
    const held = pressed || editing || typed || region.querySelector('details[open]') !== null;
    heldBack ||= held;
    return held;
}

/** Each page has fresh tokens in its forms, which are no news. */
const said = region => region.innerHTML.replaceAll(/(name="csrf" value=")[^"]*/g, '$1');

function tokens(token) {
    for (const field of document.querySelectorAll('input[name=csrf]')) field.value = field.defaultValue = token;
}

function swap(fresh) {
    const theirs = fresh.body.dataset.session;
    if (theirs && theirs !== document.body.dataset.session) {
        document.body.dataset.session = theirs;
        const token = fresh.querySelector('input[name=csrf]');
        if (token) tokens(token.value);
    }
    const regions = [...document.querySelectorAll('[data-live]'), document.getElementById('till-health')].filter(Boolean);
    const focused = document.activeElement;
    const mark = focused && markOf(focused);
    for (const region of regions) {
        const key = region.dataset.live;
        const next = key ? fresh.querySelector(`[data-live="${key}"]`) : fresh.getElementById('till-health');
        const news = next && said(next) !== said(region);
        const held = news && busy(region);
        if (news && !held) region.innerHTML = next.innerHTML;
        if (!pressed) tellOfNews(region, held); // a line that comes or goes above would move what is under the finger
    }
    document.title = fresh.title;
    if (document.activeElement === document.body && focused !== document.body)
        regions.flatMap(region => [...region.querySelectorAll('a, button, summary, input, select, textarea')])
            .find(one => markOf(one) === mark)?.focus({ preventScroll: true });
}

/** What had the focus before a swap is known again by this. */
const markOf = one => [one.tagName, one.id, one.name, one.getAttribute('href'), one.textContent.trim()].join(' ');

/** Says above a part of the page that it is not the newest. */
function tellOfNews(region, is) {
    const told = region.previousElementSibling?.matches('.news') ? region.previousElementSibling : null;
    if (!is) { told?.remove(); return; }
    if (told) return;
    const note = document.createElement('p');
    note.className = 'notice notice-info news';
    note.setAttribute('role', 'status');
    note.textContent = document.body.dataset.news;
    region.before(note);
}

let signedOut = false;

/** The session is over: what is half typed here stays, and can be sent after signing in again in another tab. */
function outside() {
    worker?.postMessage({ forget: true });
    kept.clear();
    if (!busy(document.querySelector('main')) || !offline) { location.reload(); return; }
    signedOut = true;
    const door = document.createElement('a');
    door.href = '/portal/sign-in';
    door.target = '_blank';
    door.rel = 'noopener';
    door.textContent = document.body.dataset.signIn;
    offline.replaceChildren(document.body.dataset.signedOut + ' ', door);
    offline.hidden = false;
}

/** The new session has another token: the forms of this page get it. */
async function insideAgain() {
    const token = await tickQueue.token();
    if (!token) return;
    tokens(token);
    signedOut = false;
}

function lost(at) {
    if (!offline) return;
    const time = at.toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
    offline.textContent = document.body.dataset.offline.replace('{time}', time);
    offline.hidden = false;
}

async function look() {
    if (asking) { askAgain = true; return; }
    asking = true;
    try {
        const headers = { Accept: 'text/html' };
        const answer = orderList ? await orderList.ask() : await fetch(location.href, { headers, cache: 'no-store' });
        if (answer.redirected && new URL(answer.url).pathname === '/portal/sign-in') { outside(); return; }
        if (answer.headers.get('X-Kept-At')) { lost(new Date(answer.headers.get('X-Kept-At'))); return; }
        if (!answer.ok && answer.status !== 304) throw new Error(answer.status);
        if (orderList) { if (!(await orderList.show(answer))) askAgain = true; }
        else swap(new DOMParser().parseFromString(await answer.text(), 'text/html'));
        shownAt = new Date();
        if (signedOut) await insideAgain();
        if (offline) offline.hidden = !signedOut;
        tickQueue.show();
        tickQueue.go();
        remember();
    } catch (away) {
        lost(shownAt);
    } finally {
        asking = false;
        if (askAgain) { askAgain = false; look(); }
    }
}

const live = orderList || document.querySelector('[data-live]');
if (live || (alerts && alerts.wanted())) {
    // What was done or refused stays to be read for a while, whatever changes meanwhile; then it is in no address any more.
    setTimeout(() => history.replaceState(null, '', clean(location.href)), 20000);
    const query = new URLSearchParams(location.search).get('location');
    const stream = new EventSource('/portal/live' + (query ? '?location=' + encodeURIComponent(query) : ''));
    // The first word comes once the line is there: what happened since the page was made is looked for then.
    // Without a line the page may be one that was kept: it says so at once.
    stream.onerror = () => { if (live && (offline?.hidden ?? false)) look(); };
    stream.onmessage = event => {
        if (event.data === 'beat') return;
        if (live) look();
        document.dispatchEvent(new Event('portal-changed'));
    };
    if (live) {
        setInterval(() => { if (!document.hidden) look(); }, 15000);
    document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
    window.addEventListener('online', look);
    window.addEventListener('offline', () => lost(shownAt));
    }
}

// What was typed is not given to a network that is not there.
document.addEventListener('submit', event => {
    if (navigator.onLine || event.target.method !== 'post' || event.target.matches('form[data-queue]') || !offline) return;
    event.preventDefault();
    lost(shownAt);
    offline.scrollIntoView({ block: 'center' });
});

// --- Keyboard: j and k choose an order, t ticks it ---------------------------------------------------------------
document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select')) return;
    const orders = [...document.querySelectorAll('[data-order]')];
    const at = orders.indexOf(document.activeElement);
    if (event.key === 'j' || event.key === 'k') {
        const next = orders[event.key === 'j' ? Math.min(at + 1, orders.length - 1) : Math.max(at - 1, 0)];
        if (next) { next.focus(); next.scrollIntoView({ block: 'nearest' }); event.preventDefault(); }
    } else if (event.key === 't') {
        const tick = at >= 0 ? orders[at].closest('.order').querySelector('[data-tick]') : document.querySelector('.sheet [data-tick]');
        if (tick) { tick.click(); event.preventDefault(); }
    }
});

// --- What was looked at stays readable without network -----------------------------------------------------------
const kept = new Set();
let worker = null; // the active one: on a device's first page it does not control that page yet
let listKeptAt = Date.now();

/** Sheets that came into the list are kept too, and once a minute the list as it now is. */
function remember() {
    if (!worker || !orderList) return;
    const sheets = [...document.querySelectorAll('[data-order]')].slice(0, 40).map(link => link.href).filter(sheet => !kept.has(sheet));
    sheets.forEach(sheet => kept.add(sheet));
    const again = Date.now() - listKeptAt > 60000;
    if (again) listKeptAt = Date.now();
    if (sheets.length || again) worker.postMessage({ keep: sheets, again: again ? [clean(location.href)] : [] });
}

if ('serviceWorker' in navigator && document.body.classList.contains('framed')) {
    navigator.serviceWorker.register('/portal/worker.js', { scope: '/portal/' }).then(() => navigator.serviceWorker.ready).then(registration => {
        worker = registration.active;
        worker?.postMessage({ keep: [clean(location.href)] });
        remember();
    }).catch(() => document.documentElement.classList.add('no-worker'));
}
