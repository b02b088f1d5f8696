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

function lacking(form) {
  let sum = 0;
  let open = false;
  for (const group of $$("[data-group][data-forced=true]", form)) {
    const each = times(group.closest(".option-box"));
    if (each === 0) continue;
    const own = ownInputs(group).filter(i => !i.closest(".option-away"));
    const lack = Number(group.dataset.min) - own.reduce((all, i) => all + pieces(i), 0);
    if (lack <= 0) continue;
    const cheapest = own.flatMap(i => Array(Math.min(lack, Number(i.dataset.most) - pieces(i))).fill(Number(i.dataset.least))).sort((a, b) => a - b);
    sum += each * cheapest.slice(0, lack).reduce((a, b) => a + b, 0);
    open ||= group.dataset.open === "true";
  }
  return { sum, open };
}

function article(root) {
  const form = $("form[data-article]", root);
  if (!form) return;
  const update = () => {
    const extras = $$("input[data-most]", form).reduce((sum, i) =>
      sum + Number(i.dataset.minor) * pieces(i) * times(i.closest(".option-box").parentElement.closest(".option-box")), 0);
    const lack = lacking(form);
    const unit = Number(form.dataset.minor) + extras + lack.sum;
    const count = Math.max(1, Number(form.elements.quantity.value) || 1);
    const total = money(unit * count, form.dataset.currency);
    $("[data-total]", form).textContent = lack.open ? form.dataset.from.replace("{0}", total) : total;
    for (const box of $$(".option-box-counted", form)) box.classList.toggle("taken", taken(box) > 0);
    for (const group of $$("[data-group]", form)) {
      const max = Number(group.dataset.max);
      const own = ownInputs(group);
      const picked = own.reduce((all, i) => all + pieces(i), 0);
      for (const i of own) {
        if (i.type === "checkbox" && !i.closest(".option-away")) i.disabled = !i.checked && picked >= max;
        if (i.type === "number") i.max = Math.min(Number(i.dataset.most), pieces(i) + Math.max(0, max - picked));
      }
      const hint = $("[data-hint] > span", group);
      hint.dataset.words ??= hint.textContent;
      const most = Math.min(max, own.reduce((all, i) => all + Number(i.dataset.most), 0));
      hint.textContent = picked ? group.dataset.counter.replace("{0}", picked).replace("{1}", most) : hint.dataset.words;
    }
  };
  form.addEventListener("input", update);
  update();
}

function faults(root) {
  const fault = $("[data-fault]", root);
  if (fault) {
    fault.focus({ preventScroll: true });
    fault.scrollIntoView({ block: "center" });
  }
}

// --- article as a sheet over the menu
let opener = null;
async function openSheet(link) {
  opener = link;
  const answer = await fetch(link.href);
  if (!answer.ok) return location.assign(link.href);
  showSheet(parse(await answer.text()));
}

function showSheet(page) {
  const content = $("#article", page);
  if (!content) return false;
  let sheet = $("dialog.sheet");
  if (!sheet) {
    sheet = document.createElement("dialog");
    sheet.className = "sheet";
    sheet.setAttribute("aria-labelledby", "article-title");
    sheet.addEventListener("click", e => { if (e.target === sheet) sheet.close(); });
    sheet.addEventListener("close", () => { sheet.remove(); opener?.focus({ preventScroll: true }); });
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
  article(sheet);
  sheet.scrollTop = 0;
  faults(sheet);
  return true;
}

async function addToCart(event) {
  event.preventDefault();
  const form = event.target;
  form.classList.add("busy");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const page = parse(await answer.text());
    if (showSheet(page)) return;
    const bar = $("#cart-bar", page);
    if (!bar) return location.assign(answer.url);
    $("#cart-bar").replaceWith(document.importNode(bar, true));
    $("dialog.sheet").close();
    toast(form.dataset.added);
  } catch {
    form.removeEventListener("submit", addToCart);
    form.submit();
  } finally {
    form.classList.remove("busy");
  }
}

function toast(words) {
  const box = document.createElement("div");
  box.className = "toast";
  box.setAttribute("role", "status");
  const p = document.createElement("p");
  p.textContent = words;
  box.append(p);
  document.body.append(box);
  setTimeout(() => box.remove(), 2500);
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
  if (!finder) return;
  const found = $("[data-found]");
  const fillers = finder.dataset.fillers.split(" ");
  const filter = () => {
    const words = searchWords(finder.elements.q.value, fillers);
    const without = $$("input[name=without]:checked", finder).map(i => i.value);
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
  const bar = $("[data-categories]");
  if (!bar || !("IntersectionObserver" in window)) return;
  const mark = id => {
    for (const link of $$("a", bar)) {
      if (link.hash === "#" + id) {
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
  const body = new URLSearchParams(new FormData(form));
  if (event.submitter?.name) body.set(event.submitter.name, event.submitter.value);
  $("#cart").classList.add("busy");
  const focused = document.activeElement?.id;
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    const next = $("#cart", parse(await answer.text()));
    if (!next) return location.reload();
    $("#cart").replaceWith(document.importNode(next, true));
    cart();
    faults($("#cart"));
    if (focused) document.getElementById(focused)?.focus();
  } catch {
    form.submit();
  }
}

// --- checkout: one click is one order; the fee follows the postcode
function checkout() {
  const form = $("[data-checkout]");
  if (!form) return;
  faults(document);
  form.addEventListener("submit", event => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    event.submitter?.classList.add("busy");
  });
  addEventListener("pageshow", () => { delete form.dataset.sent; $$(".busy").forEach(b => b.classList.remove("busy")); });
  const postcode = form.elements["deliveryAddress.postcode"];
  const recalculate = $("[data-recalculate]");
  if ("timed" in form.dataset) form.elements.fulfilAt?.addEventListener("change", () => recalculate.click());
  if (!postcode || !recalculate) return;
  const before = postcode.value;
  if ($("[data-order]")) recalculate.hidden = true;
  postcode.addEventListener("change", () => {
    if (postcode.value.trim() === before || postcode.value.trim().length < 4) return;
    sessionStorage.setItem("focus", "deliveryAddress.city");
    recalculate.hidden = false;
    recalculate.click();
  });
  const back = sessionStorage.getItem("focus");
  sessionStorage.removeItem("focus");
  if (back && !$("[data-fault]")) document.getElementById(back)?.focus();
}

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

steppers(document);
article(document);
menu();
cart();
checkout();
status();
if (!$("[data-checkout]")) faults(document);
