// Makes the pages quicker; each of them works without. No state here: the server's pages are the truth.
const html = document.documentElement;
html.classList.add("script");

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const parse = text => new DOMParser().parseFromString(text, "text/html");

function money(minor, currency) {
    const format = new Intl.NumberFormat(html.lang, { style: "currency", currency });
    return format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits);
}

// --- asking the server: an answer that is lost is asked for again; whatever is sent twice happens once
const inTime = ms => AbortSignal.timeout?.(ms);
function fields(form, button) {
    const all = new URLSearchParams(new FormData(form));
    if (button?.name) all.append(button.name, button.value);
    return all;
}

async function send(address, body, times = 2) {
    for (;;) {
        try {
            const answer = await fetch(address, { method: "POST", body, signal: inTime(20000) });
            if (answer.status < 500) return answer;
            throw new Error(answer.status);
        } catch (lost) {
            if (--times === 0) throw lost;
        }
    }
}

function trouble(before, sentence = document.body.dataset.lost) {
    $("[data-trouble]")?.remove();
    const box = document.createElement("p");
    box.className = "notice notice-bad";
    box.tabIndex = -1;
    box.dataset.trouble = "";
    box.setAttribute("role", "alert");
    const words = document.createElement("span");
    words.className = "ink";
    words.textContent = sentence;
    box.append(words);
    before.before(box);
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "center" });
}

// --- what is the guest's own on a page that is the same for everybody: order, cart, time of delivery, token of the form
const shared = document.body.dataset.guest;
let own = Promise.resolve();
async function guest() {
    const ready = $("[data-ready]");
    const tokens = $$("input[name=token]").filter(token => !token.value);
    const asked = new URLSearchParams({ type: ready?.dataset.ready ?? "" });
    if (tokens.length) asked.set("form", "");
    const answer = await fetch(shared + "?" + asked, { cache: "no-store", signal: inTime(20000) });
    if (!answer.ok) throw new Error(answer.status);
    const page = parse(await answer.text());
    for (const token of tokens) token.value = $("input[name=token]", page).value;
    $(".last-order")?.remove();
    const order = $(".last-order", page);
    if (order) $("main").before(document.importNode(order, true));
    $("#cart-bar")?.replaceWith(document.importNode($("#cart-bar", page), true));
    const time = $("[data-ready]", page);
    if (ready && time) $(":scope > span", ready).textContent = time.textContent;
}

function askGuest() {
    if (shared) own = guest().catch(() => $("#cart-bar")?.classList.remove("cart-bar-unknown"));
}

// A page taken out of the back-forward cache is opened anew: what is put in from it is meant once more, and the cart is
// shown as it is by now.
let renewing = Promise.resolve();
async function renew() {
    if (shared) {
        for (const token of $$("input[name=token]")) token.value = "";
        const before = $("#cart-bar")?.dataset.type;
        await (own = guest());
        if ($("#cart-bar")?.dataset.type !== before) location.replace(location.pathname + location.hash);
        return;
    }
    const answer = await fetch(location.href, { cache: "no-store" });
    if (answer.redirected && $("[data-checkout]")) return location.replace(answer.url);
    const page = parse(await answer.text());
    const fresh = $("input[name=token]", page);
    if (fresh) for (const token of $$("input[name=token]")) token.value = fresh.value;
    const [bar, shown] = [$("#cart-bar", page), $("#cart-bar")];
    if (bar && shown) {
        // Pickup or delivery was chosen elsewhere meanwhile: with it go prices and what can be had.
        if (bar.dataset.type !== shown.dataset.type) return location.replace(location.pathname + location.hash);
        shown.replaceWith(document.importNode(bar, true));
    }
    if ($("#cart")) {
        if (!$("#cart", page)) return location.reload();
        $("#cart").replaceWith(document.importNode($("#cart", page), true));
        cart();
    }
}

addEventListener("pageshow", event => {
    $$("[data-sent]").forEach(form => delete form.dataset.sent);
    $$(".busy").forEach(box => box.classList.remove("busy"));
    if (event.persisted) renewing = renew().catch(() => {}); // then the page is as it was, and works
});

// --- steppers: minus and plus around a number field
function steppers(root) {
    for (const box of $$("[data-stepper]", root)) {
        if (box.classList.contains("stepping")) continue;
        const input = $("input", box);
        box.classList.add("stepping");
        const button = (by, label, path) => {
            const b = document.createElement("button");
            b.type = "button";
            b.className = "button button-quiet button-icon";
            b.setAttribute("aria-label", label);
            b.textContent = path;
            if (input.id) b.id = input.id + (by < 0 ? "-less" : "-more"); // found again when the cart was swapped
            b.addEventListener("click", () => {
                const next = Math.min(Number(input.max), Math.max(Number(input.min), Number(input.value || 0) + by));
                if (next === Number(input.value)) return;
                input.value = next;
                input.dispatchEvent(new Event("input", { bubbles: true }));
                input.dispatchEvent(new Event("change", { bubbles: true }));
            });
            return b;
        };
        const name = $("label", box).textContent;
        box.prepend(button(-1, name + " −1", "−"));
        box.append(button(1, name + " +1", "+"));
    }
}

// --- article: running price, counters. Until everything that must be chosen is, the price is one "from" the cheapest
// An option is taken or counted; what hangs below it is there for each of its pieces.
const pieces = input => input.type === "number" ? Math.max(0, Number(input.value) || 0) : Number(input.checked);
const taken = box => pieces($(":scope > .option input", box));
function times(box) {
    let product = 1;
    for (; box; box = box.parentElement.closest(".option-box")) product *= taken(box);
    return product;
}
const ownInputs = group => $$("input[data-most]", group).filter(i => i.closest("[data-group]") === group);

// The same option may stand there several times, each with choices of its own; its limit is one for all of them.
const kin = (own, i) => own.filter(o => o.dataset.option === i.dataset.option);
const sum = own => own.reduce((all, i) => all + pieces(i), 0);
const left = (own, i) => Number(i.dataset.most) - sum(kin(own, i));
const once = own => own.filter(i => kin(own, i)[0] === i);

function lacking(form) {
    let cost = 0;
    let open = false;
    for (const group of $$("[data-group][data-forced=true]", form)) {
        const each = times(group.closest(".option-box"));
        if (each === 0) continue;
        const own = ownInputs(group).filter(i => !i.closest(".option-away"));
        const lack = Number(group.dataset.min) - sum(own);
        if (lack <= 0) continue;
        const cheapest = once(own).flatMap(i => Array(Math.max(0, Math.min(lack, left(own, i)))).fill(Number(i.dataset.least))).sort((a, b) => a - b);
        cost += each * cheapest.slice(0, lack).reduce((a, b) => a + b, 0);
        open ||= group.dataset.open === "true";
    }
    return { cost, open };
}

function article(root) {
    const form = $("form[data-article]", root);
    if (!form) return;
    const update = () => {
        const extras = $$("input[data-most]", form).reduce((all, i) =>
            all + Number(i.dataset.minor) * pieces(i) * times(i.closest(".option-box").parentElement.closest(".option-box")), 0);
        const lack = lacking(form);
        const unit = Number(form.dataset.minor) + extras + lack.cost;
        const count = Math.max(1, Number(form.elements.quantity.value) || 1);
        const total = money(unit * count, form.dataset.currency);
        $("[data-total]", form).textContent = lack.open ? form.dataset.from.replace("{0}", total) : total;
        for (const box of $$(".option-box-counted", form)) box.classList.toggle("taken", taken(box) > 0);
        for (const group of $$("[data-group]", form)) {
            const max = Number(group.dataset.max);
            const own = ownInputs(group);
            const picked = sum(own);
            for (const i of own) {
                if (i.type === "checkbox" && !i.closest(".option-away")) i.disabled = !i.checked && picked >= max;
                if (i.type === "number") i.max = pieces(i) + Math.max(0, Math.min(max - picked, left(own, i)));
            }
            const hint = $("[data-hint] > span", group);
            hint.dataset.words ??= hint.textContent;
            const most = Math.min(max, once(own).reduce((all, i) => all + Number(i.dataset.most), 0));
            hint.textContent = picked ? group.dataset.counter.replace("{0}", picked).replace("{1}", most) : hint.dataset.words;
        }
    };
    form.addEventListener("input", update);
    update();
}

function faults(root) {
    const fault = $("[data-fault]", root) ?? $("[autofocus]", root);
    if (fault) {
        fault.focus({ preventScroll: true });
        fault.scrollIntoView({ block: "center" });
    }
}

// --- article as a sheet over the menu; it has the article's own address, and Back closes it
let opener = null;
const opened = location.pathname;
async function openSheet(link) {
    opener = link;
    if (await showArticle(link.href)) history.pushState({ sheet: true }, "", link.href);
}

async function showArticle(address) {
    const answer = await fetch(address);
    if (answer.ok) return showSheet(parse(await answer.text()));
    location.assign(address);
    return false;
}

// Back and forward: a page that was loaded at the article's own address is shown at no other.
addEventListener("popstate", event => {
    const sheet = $("dialog.sheet");
    if (sheet) sheet.close();
    else if (location.pathname !== opened && event.state?.sheet) showArticle(location.href).catch(() => location.reload());
    else if (location.pathname !== opened) location.reload();
});

function showSheet(page) {
    const content = $("#article", page);
    if (!content) return false;
    let sheet = $("dialog.sheet");
    if (!sheet) {
        sheet = document.createElement("dialog");
        sheet.className = "sheet";
        sheet.setAttribute("aria-labelledby", "article-title");
        sheet.addEventListener("click", e => { if (e.target === sheet) sheet.close(); });
        sheet.addEventListener("close", () => {
            sheet.remove();
            if (history.state?.sheet) history.back();
            opener?.focus({ preventScroll: true });
        });
        document.body.append(sheet);
    }
    const close = document.createElement("button");
    close.type = "button";
    close.className = "button button-plain button-icon sheet-close";
    close.setAttribute("aria-label", $("#article", page).dataset.close);
    close.textContent = "✕";
    close.addEventListener("click", () => sheet.close());
    sheet.replaceChildren(close, document.importNode(content, true));
    const form = $("form", sheet);
    form?.addEventListener("submit", addToCart);
    steppers(sheet);
    if (!sheet.open) sheet.showModal();
    if ($("input[name=token]", sheet)?.value === "") askGuest();
    article(sheet);
    sheet.scrollTop = 0;
    faults(sheet);
    return true;
}

async function addToCart(event) {
    event.preventDefault();
    const form = event.target;
    if (form.dataset.sent) return;
    form.dataset.sent = "yes";
    form.classList.add("busy");
    try {
        await renewing;
        await own.catch(() => {});
        const answer = await send(form.action, fields(form, event.submitter));
        const page = parse(await answer.text());
        if (!form.closest("dialog.sheet")) return added(form, answer, page);
        if (showSheet(page)) return;
        if (!$("#cart-bar", page)) return location.assign(answer.url);
        const before = $("#cart-bar").dataset.type;
        await guest();
        const bar = $("#cart-bar");
        $("dialog.sheet").close();
        toast(before && before !== bar.dataset.type ? form.dataset.addedAs.replace("{0}", bar.dataset.typeName) : form.dataset.added);
    } catch {
        trouble($(".article-foot", form));
    } finally {
        delete form.dataset.sent;
        form.classList.remove("busy");
    }
}

// From the article's own page: on to the menu, or the page again with what is wrong.
function added(form, answer, page) {
    const next = $("#article", page);
    if (!next) return location.assign(answer.url + "#a-" + form.action.split("/").pop());
    $("#article").replaceWith(document.importNode(next, true));
    articlePage();
    faults(document);
}

function articlePage() {
    steppers(document);
    article(document);
    $("#article form[data-article]")?.addEventListener("submit", addToCart);
}

function toast(words) {
    const box = document.createElement("div");
    box.className = "toast";
    box.setAttribute("role", "status");
    const p = document.createElement("p");
    p.textContent = words;
    box.append(p);
    document.body.append(box);
    setTimeout(() => box.remove(), Math.max(2500, words.length * 110));
}

// --- menu: filter while typing, category bar that follows
// The same words as SearchWords.java: of each typed word its spellings, without accents, case and German endings.
function searchWords(typed, fillers) {
    const letters = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l" };
    const umlauts = { "ä": "ae", "ö": "oe", "ü": "ue" };
    const plain = word => word.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()
        .replace(/[ßæœøł]/g, letter => letters[letter]);
    const stem = word => word.length < 5 ? word : word.replace(/(en|er|es|e|n|s)$/, "");
    return typed.normalize("NFC").split(/[^\p{L}\p{N}]+/u)
        .filter(word => word && !fillers.includes(plain(word)))
        .map(word => [word, word.toLowerCase().replace(/[äöü]/g, letter => umlauts[letter])].map(plain).map(stem));
}

function menu() {
    const finder = $("[data-finder]");
    if (finder) filters(finder);
    const watch = follows();
    comesOn(watch);
}

function filters(finder) {
    const found = $("[data-found]");
    const fillers = finder.dataset.fillers.split(" ");
    const filter = () => {
        const words = searchWords(finder.elements.q.value, fillers);
        const without = $$("input[name=without]:checked", finder).map(i => i.value);
        for (const note of $$("[data-undeclared]")) note.hidden = without.length === 0;
        let count = 0;
        for (const section of $$("[data-section]")) {
            let here = 0;
            for (const dish of $$("[data-words]", section)) {
                const allergens = dish.dataset.allergens.split(" ");
                dish.hidden = !words.every(spellings => spellings.some(word => dish.dataset.words.includes(word))) || without.some(w => allergens.includes(w));
                if (!dish.hidden) here++;
            }
            section.hidden = here === 0;
            count += here;
        }
        const active = words.length || without.length;
        const text = count === 0 ? found.dataset.none : count === 1 ? found.dataset.one : found.dataset.many;
        found.textContent = active ? text.replace("{0}", count) : "";
    };
    finder.addEventListener("input", filter);
    finder.addEventListener("submit", e => { e.preventDefault(); finder.elements.q.blur(); });
}

// Marks in the bar which category is read; answers what watches the sections.
function follows() {
    const bar = $("[data-categories]");
    if (!bar || !("IntersectionObserver" in window)) return null;
    const mark = id => {
        for (const link of $$("a", bar)) {
            if (link.hash === "#" + id || link.dataset.category === id) {
                link.setAttribute("aria-current", "true");
                const list = link.closest("ul");
                list.scrollTo({ left: link.offsetLeft - list.clientWidth / 3 });
            } else link.removeAttribute("aria-current");
        }
    };
    const watch = new IntersectionObserver(
        entries => {
            const first = $("[data-section]");
            if (scrollY < first.offsetTop - innerHeight / 3) return mark(first.id);
            for (const e of entries) if (e.isIntersecting) mark(e.target.id);
        },
        { rootMargin: "-64px 0px -70% 0px" });
    for (const section of $$("[data-section]")) watch.observe(section);
    return watch;
}

// A menu in parts: what follows comes when the end of what is here is nearly reached; the link to it stays when it does not.
function comesOn(watch) {
    const end = $("[data-parts]");
    if (!end || !("IntersectionObserver" in window)) return;
    let coming = false;
    const near = new IntersectionObserver(async entries => {
        const next = $("a[rel=next]", end);
        if (coming || !next || !entries.some(e => e.isIntersecting)) return;
        coming = true;
        try {
            const answer = await fetch(next.href, { signal: inTime(20000) });
            if (!answer.ok) return;
            const page = parse(await answer.text());
            for (const section of $$("[data-section]", page)) adds(section, watch);
            const after = $("[data-parts] a[rel=next]", page);
            if (after) next.replaceWith(document.importNode(after, true));
            else next.remove();
            $(".tabular", end)?.remove();
        } catch {
            return; // the link is there
        } finally {
            coming = false;
        }
        near.unobserve(end);
        near.observe(end); // tells anew, for a part that fills less than what is seen
    }, { rootMargin: "0px 0px 1200px 0px" });
    near.observe(end);
}

function adds(section, watch) {
    const here = document.getElementById(section.id);
    const more = document.importNode(section, true);
    if (here) return $(".cards", here).append(...$(".cards", more).children);
    $$("[data-section]").at(-1).after(more);
    watch?.observe(more);
}

// --- cart: forms answered by a page whose #cart replaces ours
function cart() {
    if (!$("#cart")) return;
    steppers(document);
    for (const form of $$("form[data-swap]")) form.addEventListener("submit", swap);
    for (const field of $$("[data-submits]")) field.addEventListener("change", () => field.form.requestSubmit());
}

async function swap(event) {
    event.preventDefault();
    const form = event.target;
    const body = fields(form);
    if (event.submitter?.name) body.set(event.submitter.name, event.submitter.value);
    $("#cart").classList.add("busy");
    const focused = document.activeElement?.id;
    try {
        await renewing;
        const answer = await send(form.action, body);
        const next = $("#cart", parse(await answer.text()));
        if (!next) return location.reload();
        $("#cart").replaceWith(document.importNode(next, true));
        cart();
        faults($("#cart"));
        if (focused && !$("[data-fault]")) document.getElementById(focused)?.focus();
    } catch {
        $("#cart").classList.remove("busy");
        trouble(form);
    }
}

// --- checkout: one click is one order; the fee follows the postcode; what is typed is kept on every way out
let keepWords = () => Promise.resolve();
let keepWordsNow = () => {};

function checkout() {
    const form = $("[data-checkout]");
    if (!form) return;
    let kept = fields(form).toString();
    let keeping = Promise.resolve();
    keepWordsNow = () => {
        const words = fields(form);
        if (!form.isConnected || form.dataset.sent || words.toString() === kept) return;
        kept = words.toString();
        return fetch(form.dataset.words, { method: "POST", body: words, keepalive: true, signal: inTime(8000) }).catch(() => { kept = ""; });
    };
    // One after the other: of two at once the older could arrive last, and what was typed last would be forgotten.
    keepWords = () => keeping = keeping.then(keepWordsNow);
    form.addEventListener("change", keepWords);
    form.addEventListener("submit", event => {
        if (event.submitter?.hasAttribute("formaction")) return;
        event.preventDefault();
        order(form, event.submitter);
    });
    const postcode = form.elements["deliveryAddress.postcode"];
    const recalculate = $("[data-recalculate]");
    if ("timed" in form.dataset) form.elements.fulfilAt?.addEventListener("change", () => recalculate?.click());
    if (!postcode || !recalculate) return;
    const before = postcode.value;
    if ($("[data-order]")) recalculate.hidden = true;
    postcode.addEventListener("change", () => {
        if (postcode.value.trim() === before || postcode.value.trim().length < 4) return;
        recalculate.hidden = false;
        recalculate.click();
    });
}

async function order(form, button) {
    if (form.dataset.sent) {
        if (form.dataset.sent === "recalculate" && !button?.name) form.dataset.meant = "order";
        return;
    }
    form.dataset.sent = button?.name || "order";
    button?.classList.add("busy");
    const body = fields(form);
    if (button?.name) body.set(button.name, button.value);
    try {
        const answer = await send(form.action, body, button?.name ? 2 : 1);
        if (answer.redirected) return location.assign(answer.url);
        if (!sayAgain(form, body, parse(await answer.text()))) throw new Error("another page");
        if (form.dataset.meant) orderAfter(form);
    } catch {
        button?.classList.remove("busy");
        if (button?.name) {
            delete form.dataset.sent;
            trouble(form);
        } else search(form);
    }
}

// Pressed while the delivery costs were still asked for: ordered when the total stayed as it was seen, else said.
function orderAfter(form) {
    const fresh = $("[data-checkout]");
    const button = $("[data-order]", fresh);
    if (!button || $("[data-fault]")) return;
    if (fresh.elements.expected.value === form.elements.expected.value) order(fresh, button);
    else trouble(button, fresh.dataset.changed);
}

// The checkout as it was answered, with what was typed since it was sent.
function sayAgain(form, sent, page) {
    const next = $("#checkout", page);
    if (!next) return false;
    const since = [...fields(form)].filter(([name, value]) => !["token", "key", "expected"].includes(name) && value !== sent.get(name));
    const focused = document.activeElement?.id;
    $("#checkout").replaceWith(document.importNode(next, true));
    checkout(); // before what was typed since, of which the server does not know yet
    const fresh = $("[data-checkout]");
    for (const [name, value] of since) if (fresh.elements[name]?.type !== "checkbox" && fresh.elements[name]) fresh.elements[name].value = value;
    faults(document);
    if (focused && !$("[data-fault]")) document.getElementById(focused)?.focus();
    return true;
}

// The answer to an order is lost: looks by the key of this checkout whether it arrived, until it is known.
function search(form) {
    const dialog = $("[data-searching]");
    const title = $("[data-search-title]", dialog);
    const words = $("[data-search-words]", dialog);
    const choices = $("[data-search-choices]", dialog);
    const first = [title.textContent, words.textContent];
    let unknown = 0;
    const look = async () => {
        if (!dialog.open) return;
        try {
            const answer = await fetch(form.dataset.search, { cache: "no-store", signal: inTime(8000) });
            if (!answer.ok) throw new Error(answer.status);
            const found = (await answer.json()).order;
            if (found) return location.assign(found);
            if (++unknown === 4) {
                [title.textContent, words.textContent] = [title.dataset.unknown, words.dataset.unknown];
                choices.hidden = false;
                title.focus();
            } else if (unknown < 4) words.textContent = first[1];
        } catch {
            if (unknown < 4) words.textContent = words.dataset.away;
        }
        setTimeout(look, unknown < 4 ? 1500 : 5000);
    };
    $("[data-search-again]", dialog).onclick = () => { delete form.dataset.sent; dialog.close(); order(form, $("[data-order]")); };
    $("[data-search-end]", dialog).onclick = () => dialog.close();
    delete form.dataset.sent;
    dialog.onclose = () => {
        [title.textContent, words.textContent] = first;
        choices.hidden = true;
    };
    dialog.showModal();
    title.focus();
    look();
}

function leavesCheckout(link, event) {
    if (!$("[data-checkout]") || link.target || link.origin !== location.origin) return false;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return false;
    return !(link.hash && link.pathname === location.pathname && link.search === location.search);
}

document.addEventListener("click", async event => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || !leavesCheckout(link, event)) return;
    event.preventDefault();
    await Promise.race([keepWords(), new Promise(late => setTimeout(late, 2000))]);
    location.assign(link.href);
});
addEventListener("pagehide", () => keepWordsNow());
document.addEventListener("visibilitychange", () => { if (document.hidden) keepWordsNow(); });

// --- status: told by the server, and looks for itself now and then; asks for a short word, and only when it changed
// for the page. Without a line to listen on it asks every few seconds.
function status() {
    if (!$("#status")) return;
    let wait = 2000;
    let timer;
    let told = false;
    const ask = async () => {
        clearTimeout(timer);
        const box = $("#status");
        if (box.dataset.last === "true") { stream?.close(); return; }
        try {
            const answer = await fetch(box.dataset.status, { cache: "no-cache" });
            if (!answer.ok) throw new Error(answer.status);
            $("[data-offline]").hidden = true;
            const version = await answer.text();
            if (version !== box.dataset.version) await renew();
            wait = told ? 15000 : version === box.dataset.version ? Math.min(wait + 250, 10000) : 2000;
        } catch {
            $("[data-offline]").hidden = false;
            wait = 5000;
        }
        timer = setTimeout(ask, wait);
    };
    const renew = async () => {
        const answer = await fetch(location.href, { cache: "no-cache" });
        const next = answer.ok && $("#status", parse(await answer.text()));
        if (next) $("#status").replaceWith(document.importNode(next, true));
    };
    const stream = window.EventSource && $("#status").dataset.last !== "true" ? new EventSource($("#status").dataset.stream) : null;
    stream?.addEventListener("message", event => { told = true; if (event.data !== "beat") ask(); });
    stream?.addEventListener("error", () => { if (told) { told = false; wait = 2000; ask(); } });
    addEventListener("pagehide", () => stream?.close());
    addEventListener("online", ask);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
    timer = setTimeout(ask, wait);
}

document.addEventListener("click", event => {
    const link = event.target.closest("a[data-sheet]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    openSheet(link).catch(() => location.assign(link.href));
});

articlePage();
askGuest();
menu();
cart();
checkout();
status();
faults(document);
if ($("[data-comes-back]")) {
    // Any answer at all means that the shop can be reached again; the worker does not answer this one.
    const back = () => fetch(location.href, { method: "HEAD", cache: "no-store" }).then(() => location.replace(location.href), () => {});
    addEventListener("online", back);
    setInterval(back, 3000);
}
// The page for when nothing can be reached; a browser that keeps none shows its own.
if ("serviceWorker" in navigator) addEventListener("load", () => navigator.serviceWorker.register("/worker.js").catch(() => {}));
