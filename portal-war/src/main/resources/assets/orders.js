// The order list, live by differences: the browser says which lines it has and is told only the others. What has the
// focus, where the page stands and what is being typed stay as they are.
const orderList = (() => {
    const list = document.getElementById('order-list');
    if (!list) return null;
    const words = list.dataset;
    let skew = Date.parse(words.now) - Date.now();
    let seen = null;

    const put = (text, ...values) => values.reduce((all, value, i) => all.replace(`{${i}}`, value), text);

    function age(at) {
        const seconds = Math.max(0, Math.floor((Date.now() + skew - at) / 1000));
        const minutes = Math.floor(seconds / 60);
        const hours = Math.floor(minutes / 60);
        return { seconds, minutes, hours, days: Math.floor(hours / 24) };
    }

    function waits({ seconds, minutes, hours, days }) {
        if (minutes < 1) return put(words.ageSeconds, seconds);
        if (hours < 1) return put(words.ageMinutes, minutes);
        return days < 2 ? put(words.ageHours, hours, minutes % 60) : put(words.ageDays, days);
    }

    function since({ minutes, hours, days }) {
        if (minutes < 1) return words.sinceNow;
        if (hours < 1) return put(words.sinceMinutes, minutes);
        return hours < 48 ? put(words.sinceHours, hours) : put(words.sinceDays, days);
    }

    function growOlder() {
        for (const place of list.querySelectorAll('[data-age]')) {
            const old = age(Date.parse(place.dataset.at));
            const text = place.dataset.age === 'waits' ? put(words.waits, waits(old)) : since(old);
            if (place.textContent !== text) place.textContent = text;
        }
    }

    const lines = root => [...root.querySelectorAll('[data-tag]')];
    const address = () => '/portal/orders/changes' + location.search;

    /** Asks for what this page does not show yet. */
    function ask() {
        const headers = { Accept: 'text/html', 'X-Have': lines(list).map(line => line.dataset.tag).join(',') };
        if (seen && seen.address === address()) headers['If-None-Match'] = seen.tag;
        return fetch(address(), { headers, cache: 'no-store' });
    }

    /** @returns {boolean} whether the page shows all of the answer; otherwise it is to be asked for again */
    async function show(answer) {
        skew = Date.parse(answer.headers.get('X-Now')) - Date.now() || skew;
        if (answer.status === 304) { growOlder(); return true; }
        const tag = answer.headers.get('ETag');
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const known = new Map([...lines(list), ...lines(fresh)].map(line => [line.dataset.tag, line]));
        const complete = [...fresh.querySelectorAll('[data-rows]')].every(rows => wanted(rows).every(one => known.has(one)));
        const edited = complete && holdEdited(fresh, known);
        const held = complete && !merge(fresh, known) || edited;
        seen = complete && !held ? { address: '/portal/orders/changes' + new URL(answer.url).search, tag } : null;
        growOlder();
        return complete;
    }

    const orderOf = line => line.querySelector('[data-order]').id;

    /** A line in which somebody types a reason stays as it is until that is sent; it is asked for again meanwhile. */
    function holdEdited(fresh, known) {
        const edited = lines(list).filter(busy);
        for (const line of lines(fresh)) {
            const old = edited.find(one => orderOf(one) === orderOf(line));
            if (old) known.set(line.dataset.tag, old);
        }
        return edited.length > 0;
    }

    const wanted = rows => rows.dataset.rows.split(' ').filter(Boolean);

    /** @returns {boolean} whether nothing was held back because somebody presses it */
    function merge(fresh, known) {
        let whole = true;
        const renew = (here, next) => {
            if (here.innerHTML === next.innerHTML) return;
            if (pressed) {
                heldBack = true;
                whole = false;
            } else here.innerHTML = next.innerHTML;
        };
        const focused = document.activeElement;
        const inLine = list.contains(focused) ? focused.closest('[data-tag]') : null;
        const order = inLine && orderOf(inLine);
        const ticks = inLine && focused.matches('[data-tick]');
        const groups = [...fresh.querySelectorAll('[data-group]')];
        for (const old of list.querySelectorAll('[data-group]'))
            if (!groups.some(group => group.dataset.group === old.dataset.group)) old.remove();
        let before = list.querySelector('[data-part=found]');
        for (const group of groups) {
            let here = list.querySelector(`[data-group="${group.dataset.group}"]`);
            const rows = group.querySelector('[data-rows]');
            const tags = wanted(rows);
            if (!here) {
                here = document.importNode(group, true);
                here.querySelector('[data-rows]').replaceChildren();
                before.after(here);
            }
            arrange(here.querySelector('[data-rows]'), tags.map(tag => known.get(tag)), rows);
            before = here;
        }
        for (const part of list.querySelectorAll('[data-part]')) {
            const next = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
            if (!next) continue;
            if (part.className !== next.className) part.className = next.className;
            renew(part, next);
        }
        const health = document.getElementById('till-health');
        const healthNow = fresh.getElementById('till-health');
        if (health && healthNow) renew(health, healthNow);
        document.title = fresh.title;
        if (order && document.activeElement === document.body) {
            const link = document.getElementById(order);
            const again = (ticks && link?.closest('[data-tag]').querySelector('[data-tick]')) || link;
            again?.focus({ preventScroll: true });
        }
        return whole;
    }

    /** Only what changed is touched: a line that stays keeps its place in the page, and with it the focus. */
    function arrange(rows, order, like) {
        rows.className = like.className;
        rows.dataset.rows = like.dataset.rows;
        const stays = new Set(order);
        for (const line of [...rows.children]) if (!stays.has(line)) line.remove();
        let at = rows.firstElementChild;
        for (const line of order) {
            if (line === at) at = at.nextElementSibling;
            else rows.insertBefore(line, at);
        }
    }

    const field = document.getElementById('q');
    let typing = 0;
    field.addEventListener('input', () => {
        clearTimeout(typing);
        typing = setTimeout(() => {
            const wantedNow = new URL(location.href);
            for (const name of ['after', 'done', 'refused', 'show']) wantedNow.searchParams.delete(name);
            if (field.value.trim()) wantedNow.searchParams.set('q', field.value);
            else wantedNow.searchParams.delete('q');
            history.replaceState(null, '', wantedNow);
            look();
        }, 250);
    });

    setInterval(growOlder, 10000);
    return { ask, show };
})();
