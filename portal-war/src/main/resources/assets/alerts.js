// A sound and a notification of the browser on new orders and on such that wait too long: switched on by a button, for this
// device only, and each order once, however many tabs are open.
const alerts = (() => {
    const CHOSEN = 'alerts';
    const KNOWN = 'alerts-known';
    const MOST_KNOWN = 600;
    const TURN = 'alerts-turn';
    const place = document.getElementById('alerts');
    const words = document.body.dataset;
    if (!document.body.classList.contains('framed')) return null;

    const chosen = () => JSON.parse(localStorage.getItem(CHOSEN) || '{}');
    const canNotify = 'Notification' in window && 'serviceWorker' in navigator;
    let audio = null;
    let unheard = false;

    const ready = () => audio !== null && audio.state === 'running';

    /** Browsers play nothing before somebody touched the page; from the first touch on it stays allowed. */
    async function wake() {
        if (!window.AudioContext) return;
        audio = audio || new AudioContext();
        if (audio.state !== 'running') await Promise.race([audio.resume(), new Promise(done => setTimeout(done, 300))]);
        show();
    }

    /** Two rising tones for a new order, three urgent ones for one that waits. */
    function ring(kind) {
        if (!ready()) return;
        const tones = kind === 'late' ? [880, 660, 880] : [660, 880];
        tones.forEach((pitch, i) => {
            const tone = audio.createOscillator();
            const loud = audio.createGain();
            const from = audio.currentTime + i * 0.22;
            tone.frequency.value = pitch;
            loud.gain.setValueAtTime(0.0001, from);
            loud.gain.exponentialRampToValueAtTime(0.4, from + 0.02);
            loud.gain.exponentialRampToValueAtTime(0.0001, from + 0.2);
            tone.connect(loud).connect(audio.destination);
            tone.start(from);
            tone.stop(from + 0.21);
        });
        document.dispatchEvent(new CustomEvent('rung', { detail: kind }));
    }

    async function notify(kind, orders) {
        const registration = await navigator.serviceWorker.ready;
        const said = orders.slice(0, 3).map(order => order.number).join(', ') + (orders.length > 3 ? ' …' : '');
        await registration.showNotification(titleOf(kind), {
            body: said,
            tag: kind + '-' + orders[0].id,
            lang: document.documentElement.lang,
            data: orders.length === 1 ? '/portal/orders/' + orders[0].id : '/portal/orders',
        });
    }

    const titleOf = kind => (kind === 'late' ? words.alertLate : words.alertNew);
    const notifies = () => chosen().notify && canNotify && Notification.permission === 'granted';

    function remember(known) {
        const entries = Object.entries(known).sort((a, b) => b[1].at - a[1].at).slice(0, MOST_KNOWN);
        localStorage.setItem(KNOWN, JSON.stringify(Object.fromEntries(entries)));
    }

    async function byTurns(work) {
        return navigator.locks ? navigator.locks.request(TURN, work) : work();
    }

    /** What this device was not told of yet. Only a tab that can be heard or seen takes it, and takes it from the others. */
    async function look() {
        const wants = chosen();
        if (!wants.sound && !wants.notify) return;
        if (!(wants.sound && ready()) && !notifies()) { show(); return; }
        const answer = await fetch('/portal/orders/waiting' + locationOnly(), { headers: { Accept: 'application/json' }, cache: 'no-store' });
        if (!answer.ok || answer.redirected) throw new Error(answer.status);
        const { orders } = await answer.json();
        await byTurns(async () => {
            const first = localStorage.getItem(KNOWN) === null;
            const known = JSON.parse(localStorage.getItem(KNOWN) || '{}');
            const fresh = orders.filter(order => !known[order.id]);
            const late = orders.filter(order => order.late && !known[order.id]?.late);
            const at = Date.now();
            for (const order of orders) known[order.id] = { at, late: order.late };
            remember(known);
            if (first) return;
            const news = fresh.filter(order => !order.late);
            for (const [kind, some] of [['late', late], ['new', news]]) {
                if (!some.length) continue;
                if (wants.sound) ring(kind);
                if (notifies()) await notify(kind, some);
            }
        });
    }

    function locationOnly() {
        const one = new URLSearchParams(location.search).get('location');
        return one ? '?location=' + encodeURIComponent(one) : '';
    }

    /** Without network nothing can be told; the page says so, and it is tried again in a while. */
    async function quietly() {
        try {
            await look();
            unheard = false;
        } catch (away) {
            unheard = true;
        }
        show();
    }

    function choose(change) {
        const before = chosen();
        const after = { ...before, ...change };
        localStorage.setItem(CHOSEN, JSON.stringify(after));
        if (!before.sound && !before.notify) localStorage.removeItem(KNOWN);
        show();
        quietly();
    }

    function show() {
        if (!place) return;
        const wants = chosen();
        const sound = !window.AudioContext ? 'none' : !wants.sound ? 'off' : ready() ? 'on' : 'touch';
        const note = !canNotify ? 'none'
            : Notification.permission === 'denied' ? 'blocked'
            : wants.notify && Notification.permission === 'granted' ? 'on' : 'off';
        for (const [name, state] of [['sound', sound], ['notify', note]]) {
            const part = place.querySelector(`[data-alert="${name}"]`);
            const button = part.querySelector('button');
            const says = part.querySelector('[data-says]');
            part.dataset.state = state;
            button.setAttribute('aria-pressed', String(state === 'on' || state === 'touch'));
            button.hidden = state === 'none' || state === 'blocked';
            const text = says.dataset[state];
            if (says.textContent !== text) says.textContent = text;
        }
        place.querySelector('[data-alert-test]').hidden = sound !== 'on' && note !== 'on';
        const whole = place.querySelector('[data-alert-state]');
        const any = sound === 'on' || note === 'on';
        const state = any && unheard ? 'away' : sound === 'touch' ? 'touch' : any ? 'on' : 'off';
        if (whole.dataset.state !== state) {
            whole.dataset.state = state;
            whole.textContent = whole.dataset[state];
        }
    }

    if (place) {
        place.hidden = false;
        place.addEventListener('click', async event => {
            const part = event.target.closest('[data-alert]');
            if (event.target.closest('button[data-alert-test]')) {
                await wake();
                if (chosen().sound) ring('new');
                if (notifies()) await notify('new', [{ id: 'test', number: words.alertSample }]);
            } else if (part && event.target.closest('button')) {
                const name = part.dataset.alert;
                const on = !chosen()[name];
                if (name === 'sound') await wake();
                if (name === 'notify' && on && (await Notification.requestPermission()) !== 'granted') { show(); return; }
                choose({ [name]: on });
                if (name === 'sound' && on) ring('new');
            }
        });
    }
    for (const touch of ['pointerdown', 'keydown'])
        document.addEventListener(touch, () => { if (chosen().sound && !ready()) wake().then(quietly); });
    if (chosen().sound) wake().then(quietly);
    show();
    document.addEventListener('portal-changed', quietly);
    window.addEventListener('storage', event => { if (event.key === CHOSEN) show(); });
    setInterval(quietly, 15000);
    return { wanted: () => Boolean(chosen().sound || chosen().notify) };
})();
