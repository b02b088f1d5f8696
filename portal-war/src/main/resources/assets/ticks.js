// A tick is kept before it is sent and sent until the server has answered what became of it: stored, or lost to a till or
// another manager. No answer, a sign-in page or a server in trouble are none of the two. What became of a tick that was
// sent later stays on every page until it is read.
const tickQueue = (() => {
    const KEPT = 'ticks';
    const BY_TURN = 'ticks-sender';
    const WAIT = 12000;
    const place = document.getElementById('ticks');
    const me = place ? place.dataset.me : '';
    const own = Math.random().toString(36).slice(2);
    let pause = 5000;
    let timer = 0;
    let going = false;
    let asked = false;

    function read() {
        try {
            const list = JSON.parse(localStorage.getItem(KEPT) || '[]');
            return Array.isArray(list) ? list : [];
        } catch (unreadable) {
            return [];
        }
    }

    const open = tick => tick.state === 'waits' || tick.state === 'signin';
    const sheetOf = tick => tick.address.replace(/\/manual-transfer$/, '');

    function keep(list) {
        localStorage.setItem(KEPT, JSON.stringify(list));
        show();
    }

    function change(tick, to) {
        keep(read().flatMap(one => (one.key !== tick.key ? [one] : to ? [{ ...one, ...to }] : [])));
    }

    function show() {
        if (!place) return;
        const list = read().filter(tick => !tick.fresh);
        place.replaceChildren(...list.map(line), ...readAll(list));
        const waiting = new Set(read().filter(open).map(tick => tick.address));
        for (const form of document.querySelectorAll('form[data-queue]')) {
            const busy = waiting.has(form.getAttribute('action'));
            form.toggleAttribute('data-waiting', busy);
            const button = form.querySelector('button');
            if (busy) button.setAttribute('aria-busy', 'true');
            else button.removeAttribute('aria-busy');
            note(form, busy);
        }
    }

    /** Said where it was tapped, too: what stands at the top may be out of sight. */
    function note(form, busy) {
        const there = form.querySelector('.tick-note');
        if (there && !busy) there.remove();
        if (there || !busy) return;
        const words = document.createElement('p');
        words.className = 'tick-note small strong';
        words.textContent = place.dataset.note;
        form.append(words);
    }

    /** Several that are done with are read by one button. */
    function readAll(list) {
        const done = list.filter(tick => !open(tick));
        if (done.length < 2) return [];
        const all = document.createElement('button');
        all.type = 'button';
        all.className = 'button button-quiet';
        all.textContent = place.dataset.readAll;
        all.addEventListener('click', () => keep(read().filter(tick => !done.some(one => one.key === tick.key))));
        return [all];
    }

    function line(tick) {
        const foreign = open(tick) && tick.by !== me;
        const says = foreign ? 'foreign' : tick.state;
        const line = document.createElement('p');
        line.className = 'notice notice-' + ({ waits: 'info', signin: 'warn', foreign: 'warn', ticked: 'ok' }[says] || 'bad');
        line.dataset.tickState = says;
        const link = document.createElement('a');
        link.href = sheetOf(tick);
        link.textContent = tick.number;
        line.append(link, ' ', place.dataset[says].replace('{by}', tick.by));
        if (says === 'signin') {
            const door = document.createElement('a');
            door.className = 'button button-quiet';
            door.href = '/portal/sign-in?next=' + encodeURIComponent(sheetOf(tick));
            door.textContent = place.dataset.door;
            line.append(' ', door);
        }
        if (foreign || !open(tick)) {
            const done = document.createElement('button');
            done.type = 'button';
            done.className = 'button button-plain';
            done.textContent = foreign ? place.dataset.drop : place.dataset.read;
            done.addEventListener('click', () => change(tick, null));
            line.append(' ', done);
        }
        return line;
    }

    /** Another session than the one this page was made in has another token: it is read from a page that is made now. */
    async function token() {
        const answer = await fetch('/portal/account', { headers: { Accept: 'text/html' }, cache: 'no-store', signal: soon() });
        if (!answer.ok || answer.redirected) return '';
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        return page.querySelector('input[name=csrf]')?.value || '';
    }

    const soon = () => (AbortSignal.timeout ? AbortSignal.timeout(WAIT) : undefined);
    const shownToken = () => document.querySelector('input[name=csrf]')?.value || '';

    function post(tick, csrf) {
        return fetch(tick.address, {
            method: 'POST',
            headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams({ csrf, key: tick.key, fence: tick.fence || '' }),
            cache: 'no-store',
            signal: soon(),
        });
    }

    /** What the server said of a tick: only its own sheet, naming what was done or refused, is an answer. */
    function verdict(answer, tick) {
        const at = new URL(answer.url);
        if (at.pathname === '/portal/sign-in') return 'signin';
        if (answer.status === 404 || answer.status === 410) return 'lost';
        if (!answer.ok || at.pathname !== sheetOf(tick)) return 'waits';
        if (at.searchParams.get('done') === 'ticked') return 'ticked';
        return at.searchParams.has('refused') ? 'lost' : 'waits';
    }

    /** @returns {{state: string, url: string}} and never throws: whatever goes wrong, the tick is still to be sent */
    async function send(tick) {
        try {
            let answer = await post(tick, shownToken());
            if (answer.status === 403) answer = await post(tick, await token());
            return { state: verdict(answer, tick), url: answer.url };
        } catch (away) {
            return { state: 'waits', url: '' };
        }
    }

    async function sendAll() {
        for (const tick of read().filter(one => open(one) && one.by === me)) {
            if (!read().some(one => one.key === tick.key && open(one))) continue;
            const { state, url } = await send(tick);
            const here = tick.fresh && tick.page === own;
            if (here && (state === 'ticked' || state === 'lost')) {
                change(tick, null);
                location.assign(url);
                return;
            }
            change(tick, { state, fresh: false });
            if (here && state === 'signin') { location.assign('/portal/sign-in?next=' + encodeURIComponent(sheetOf(tick))); return; }
            if (open({ state })) return;
            pause = 5000;
        }
    }

    /** Another tab reads a moment later what this one stored: the turn is kept until then. */
    const seen = () => new Promise(settled => setTimeout(settled, 400));

    /** One tab at a time sends; where the browser has no locks, a turn that ends by itself stands for one. */
    async function byTurns(work) {
        if (navigator.locks) return navigator.locks.request(BY_TURN, () => work().finally(seen));
        const turn = JSON.parse(localStorage.getItem(BY_TURN) || '{}');
        if (turn.page !== own && turn.until > Date.now()) return undefined;
        localStorage.setItem(BY_TURN, JSON.stringify({ page: own, until: Date.now() + 3 * WAIT }));
        if (JSON.parse(localStorage.getItem(BY_TURN)).page !== own) return undefined;
        try {
            return await work();
        } finally {
            localStorage.removeItem(BY_TURN);
        }
    }

    const waiting = () => read().some(one => open(one) && one.by === me);

    async function go() {
        if (!place || !waiting()) return;
        if (going) { asked = true; return; }
        clearTimeout(timer);
        going = true;
        asked = false;
        try {
            await byTurns(sendAll);
        } finally {
            going = false;
        }
        if (!waiting()) return;
        if (asked) { go(); return; }
        timer = setTimeout(go, pause);
        pause = Math.min(pause * 2, 60000);
    }

    document.addEventListener('submit', event => {
        const form = event.target;
        if (!place || !form.matches('form[data-queue]')) return;
        event.preventDefault();
        const address = form.getAttribute('action');
        if (read().some(tick => tick.address === address && open(tick) && tick.by === me)) { go(); return; }
        const tick = {
            address,
            number: form.dataset.number,
            key: crypto.randomUUID ? crypto.randomUUID() : own + Date.now().toString(36),
            fence: new FormData(form).get('fence') || '',
            by: me,
            page: own,
            state: 'waits',
            fresh: true,
        };
        keep([...read().filter(other => other.address !== address), tick]);
        setTimeout(() => { if (read().some(one => one.key === tick.key)) change(tick, { fresh: false, page: own }); }, 1500);
        pause = 5000;
        go();
    });

    if (place) {
        // A page that was left while it sent cannot say any more what became of it.
        keep(read().map(tick => ({ ...tick, fresh: false })));
        window.addEventListener('storage', event => { if (event.key === KEPT || event.key === null) show(); });
        window.addEventListener('online', go);
        window.addEventListener('pageshow', event => { if (event.persisted) { show(); go(); } });
        go();
    }
    return { go, show, token };
})();
