// The search box: loaded when somebody wants to search, and only then the index. Markup: partials/header.html.
//
// The index folds accents but not đ, and takes words as they stand. So a query is sent in several readings (d or đ,
// short and full names, numbers and dates in each spelling), and the results are put in order here, by what they say.
const button = document.querySelector(".ps-bar__search");
const there = path => new URL(path, location.href).href;
const root = there(button.dataset.root), index = there(button.dataset.index);
document.body.append(document.getElementById("ps-search").content.cloneNode(true));
const box = document.querySelector("dialog.ps-search");
const find = name => box.querySelector(name);
const input = find("input[type=search]"), list = find("ol"), status = find("[role=status]");
const hint = find(".ps-search__hint"), more = find(".ps-search__more");
const AT_ONCE = 9, EACH = 3, KILOBYTES = 150, READINGS = 24, SUB = 3, WORDS = 26;

// Words
const small = text => text.normalize("NFC").toLowerCase();
const fold = text => small(text).replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
const key = word => fold(word).replace(/[^a-z0-9]/g, "");
// The tone at the end of the word, so that "hoà" and "hòa" are the same.
function spelt(word) {
  const tones = [];
  const rest = small(word).normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, tone => (tones.push(tone), ""));
  return rest.replace(/[^a-z0-9đ\u0300-\u036f]/g, "") + tones.join("");
}
const split = text => text.split(/\s+/).filter(Boolean);
const keys = text => split(text).map(key).filter(Boolean);
const bounded = text => new RegExp("(?<![\\p{L}\\p{N}])" + text + "(?![\\p{L}\\p{N}])", "gu");

// Readings of a query
const SHORT = SHORT_FORMS.map(([short, long]) => ({ short, long, shortKey: fold(short), longKey: fold(long) }));
const DAY = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?(?![\d/-])|(?<!\d)(\d{1,2}) th[áa]ng (\d{1,2})(?: n[ăa]m (\d{4}))?(?!\d)/u;
const NUMBER = /(?<![\p{L}\d])(\d+)[\s/–-]*((?:kh|qđ|qd|ct|nq|tb|hd|cv|bc|ttr|tt|nđ|nd|kl|đa|da|ctr|qc)(?![\p{L}]))/u;

function replaced(text, from, to) {
  const folded = fold(text);
  let made = "", at = 0;
  for (const hit of folded.matchAll(bounded(from))) { made += text.slice(at, hit.index) + to; at = hit.index + hit[0].length; }
  return made + text.slice(at);
}
const wide = text => SHORT.reduce((made, one) => replaced(made, one.shortKey, one.long), text);
const narrow = text => SHORT.reduce((made, one) => replaced(made, one.longKey, one.short), text);
const accented = text => SHORT.reduce((made, one) => replaced(made, one.shortKey, one.short), text);

function days(text) {
  const hit = DAY.exec(text);
  if (!hit) return [];
  const d = +(hit[1] || hit[4]), m = +(hit[2] || hit[5]), y = hit[3] || hit[6];
  if (d < 1 || d > 31 || m < 1 || m > 12) return [];
  const two = n => String(n).padStart(2, "0"), year = y ? "/" + y : "";
  const month = new Date(Date.UTC(2000, m - 1)).toLocaleString("en", { month: "long", timeZone: "UTC" }).toLowerCase();
  const forms = [`${d}/${m}${year}`, `${two(d)}/${two(m)}${year}`, `${two(d)}/${m}${year}`, `${d} tháng ${m}${y ? " năm " + y : ""}`];
  if (document.documentElement.lang !== "vi") forms.push(`${d} ${month}${y ? " " + y : ""}`);
  return forms.map(form => text.replace(hit[0], form));
}
function numbers(text) {
  const hit = NUMBER.exec(text);
  if (!hit) return [];
  const apart = text.replace(/(\d)(?=\p{L})/gu, "$1 ").replace(/[/–-]+/g, " ");
  const whole = /^[\p{L}\d]+(?:[\s/–-]+[\p{L}\d]{1,7})*$/u.test(text.slice(hit.index)) && split(text.slice(hit.index)).length < 5;
  const joined = whole ? text.slice(0, hit.index) + text.slice(hit.index).replace(/[\s/–-]+/g, "") : text.replace(hit[0], hit[1] + hit[2]);
  return [joined, apart];
}
function readings(query) {
  const text = small(query).trim().replace(/\s+/g, " ");
  const ways = new Set([text, accented(text), wide(text), narrow(text), ...numbers(text), ...days(text)]);
  return [...ways].filter(way => keys(way).length);
}
// d or đ in each word that is written without accents: at its start, or the first in a short form.
function spellings(way) {
  const words = split(way), open = [];
  words.forEach((word, n) => { if (/d/.test(word) && fold(word) === word && (word[0] === "d" || !/[aeiouy]/.test(word))) open.push(n); });
  const made = [];
  for (let bits = 0; bits < 1 << Math.min(open.length, 4); bits++) {
    const copy = words.slice();
    open.forEach((n, bit) => { if (bits >> bit & 1) copy[n] = copy[n].replace("d", "đ"); });
    made.push(copy.join(" "));
  }
  return made;
}

// The index
let engine, costs;
function start() {
  costs = costs || fetch(index + "costs.json").then(answer => answer.json()).then(all => all[document.documentElement.lang] || []);
  engine = engine || import(index + "pagefind.js").then(tool => tool.createInstance({
    basePath: index, noWorker: true,
    ranking: { termSimilarity: 4, termSaturation: 1, pageLength: .3, metaWeights: { title: 10, number: 25, names: 6, official: 6, place: 30, now: 5, of: 2 } },
  }));
  engine.catch(() => { engine = null; });
  costs.catch(() => { costs = null; });
  return engine;
}
// Words are loaded in parts, each from one word to the next part's first. On a large site the parts of common words
// are large: a word is not asked for when it costs too much and others of the query lead as far.
function cheaper(way, parts, taken) {
  const needs = word => {
    const first = small(word).normalize("NFD").replace(/\p{M}/gu, "");
    return parts.filter(([from], n) => (from <= first && !(parts[n + 1] && parts[n + 1][0] <= first)) || from.startsWith(first));
  };
  const price = word => needs(word).reduce((sum, part) => sum + (taken.has(part) ? 0 : part[1]), 0);
  const kept = new Set();
  for (const word of split(way).sort((a, b) => price(a) - price(b))) {
    const spent = [...taken].reduce((sum, part) => sum + part[1], 0);
    if (kept.size && spent + price(word) > KILOBYTES) continue;
    needs(word).forEach(part => taken.add(part));
    kept.add(word);
  }
  return split(way).filter(word => kept.has(word)).join(" ");
}
async function ask(ways, kind) {
  const tool = await start();
  const parts = await costs, taken = new Set();
  const sent = [...new Set(ways.flatMap(spellings).map(way => cheaper(way, parts, taken)))].slice(0, READINGS);
  const answers = await Promise.all(sent.map(text => tool.search(kind ? text + " 000" + kind : text)));
  const best = new Map();
  for (const answer of answers) for (const one of answer.results) {
    if (!best.has(one.id) || best.get(one.id).score < one.score) best.set(one.id, one);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

const NAMED = ["number", "names", "official", "place", "now"];
// Order: what holds the words one after the other goes first, above all in its title, number or names.
function at(words, phrase) {
  const found = [], last = phrase.length - 1;
  for (let n = 0; n + last < words.length; n++) {
    if (phrase.every((word, k) => words[n + k] === word || (k === last && words[n + k].startsWith(word)))) found.push(n);
  }
  return found;
}
function field(text, phrase, exact) {
  if (!text) return 0;
  return Math.max(...text.split(/[;·]/).map(part => {
    const words = keys(part), places = at(words, phrase);
    if (!places.length) return phrase.every(word => words.includes(word)) ? 1.5 * phrase.length / words.length : 0;
    return (words.length === phrase.length ? 3 : places[0] ? 1 : 1.5) + (exact && at(split(part).map(spelt).filter(Boolean), exact).length ? .4 : 0);
  }));
}
async function judged(one, ways, top) {
  const page = await one.data();
  const words = split(page.content), folded = words.map(key), meta = page.meta;
  const titled = keys(Object.values(meta).join(" ")), kind = (meta.kind || "000page").slice(3);
  const base = one.score / top + (kind === "plan" ? .5 : 0);
  let points = base, whole = false;
  for (const way of ways) {
    const phrase = keys(way), exact = fold(way) === way ? null : split(way).map(spelt).filter(Boolean);
    const named = Math.max(2 * field(meta.title, phrase, exact), 2 * field([meta.title, meta.of].join(" "), phrase), 1.7 * Math.max(...NAMED.map(name => field(meta[name], phrase, exact))));
    const said = Math.min(at(folded, phrase).length, 5) / 5 + (exact && at(words.map(spelt), exact).length ? .3 : 0);
    points = Math.max(points, base + named + said);
    whole = whole || phrase.every(word => folded.some(other => other.startsWith(word)) || titled.some(other => other.startsWith(word)));
  }
  return { page, words, folded, points, whole, kind };
}

// Showing
function hits(folded, ways) {
  const marked = new Set(), starts = new Set(), wanted = new Set(ways.flatMap(keys));
  for (const way of ways) {
    const phrase = keys(way);
    for (const n of at(folded, phrase)) { starts.add(n); phrase.forEach((_, k) => marked.add(n + k)); }
  }
  if (starts.size) return { marked, starts: [...starts].sort((a, b) => a - b) };
  // Nowhere one after the other: where most of them stand together.
  const places = folded.flatMap((word, n) => wanted.has(word) ? [n] : []);
  const near = n => new Set(folded.slice(n, n + WORDS).filter(word => wanted.has(word))).size;
  places.forEach(n => marked.add(n));
  const most = Math.max(0, ...places.map(near));
  return { marked, starts: most > 1 || keys(ways[0]).length < 2 ? places.filter(n => near(n) === most).slice(0, 1) : [] };
}
function excerpt(words, marked, from, to) {
  const line = document.createElement("p");
  if (from.cut) line.append("… ");
  for (let n = from.at; n < to; n++) {
    const part = marked.has(n) ? document.createElement("mark") : document.createTextNode("");
    part.textContent = words[n];
    line.append(part, n + 1 < to ? " " : "");
  }
  if (to < words.length) line.append(" …");
  return line;
}
function around(result, marked, first, begin, end) {
  const start = first - begin > WORDS / 2 ? first - 6 : begin;
  return excerpt(result.words, marked, { at: start, cut: start > begin }, Math.min(end, start + WORDS));
}
function parts(result) {
  const own = result.page.anchors.filter(one => !/^(ref-|main$|muc-tom-tat$)/.test(one.id)).sort((a, b) => a.location - b.location);
  return own.map((one, n) => ({ id: one.id, begin: one.location, end: own[n + 1] ? own[n + 1].location : result.words.length })).filter(one => one.end > one.begin);
}
function link(address, inside) {
  const made = document.createElement("a");
  made.href = address;
  made.append(inside);
  return made;
}
function shown(result, ways) {
  const item = document.createElement("li"), head = document.createElement("h3"), kind = document.createElement("span");
  const address = root + result.page.raw_url.replace(/^\//, ""), { marked, starts } = hits(result.folded, ways);
  kind.className = "ps-chip";
  kind.textContent = find(`[value="${result.kind}"] + span`).textContent;
  head.append(link(address, result.page.meta.title || address));
  item.append(head, kind);
  const within = result.kind === "plan" ? parts(result).map(one => ({ ...one, first: starts.find(n => n >= one.begin && n < one.end) })).filter(one => one.first >= 0) : [];
  if (within.length) {
    const sub = document.createElement("ul");
    within.slice(0, SUB).forEach(one => {
      const row = document.createElement("li");
      row.append(link(address + "#" + one.id, around(result, marked, one.first, one.begin, one.end)));
      sub.append(row);
    });
    item.append(sub);
  } else item.append(around(result, marked, starts.length ? starts[0] : 0, 0, result.words.length));
  return item;
}

// The box
let turn = 0, waiting, rest = [], current = [];
const kind = () => find("[name=kind]:checked").value;
function say(text, nothing) { status.textContent = text; hint.hidden = !nothing; }
async function next() {
  const mine = turn, batch = rest.splice(0, AT_ONCE), top = Math.max(1e-9, ...batch.map(one => one.score));
  const results = (await Promise.all(batch.map(one => judged(one, current, top)))).filter(one => one.whole);
  if (mine !== turn) return 0;
  results.sort((a, b) => b.points - a.points);
  list.append(...results.map(one => shown(one, current)));
  more.hidden = !rest.length;
  return batch.length - results.length;
}
async function search() {
  const query = input.value.trim(), mine = ++turn;
  clearTimeout(waiting);
  if (!query) { list.replaceChildren(); more.hidden = true; say(""); return; }
  say(status.dataset.loading);
  try {
    const ways = readings(query), found = await ask(ways, kind());
    // Many bodies are named after a plan's subject, and a town has many plans: the best of both are looked at.
    const best = kind() ? [] : await Promise.all(["plan", "body"].map(one => ask(ways, one)));
    if (mine !== turn) return;
    const early = new Set(best.flatMap(list => list.slice(0, EACH).map(one => one.id)));
    rest = found.filter(one => early.has(one.id)).concat(found.filter(one => !early.has(one.id)));
    current = ways;
    list.replaceChildren();
    const n = found.length - await next();
    if (mine !== turn) return;
    const words = n === 1 ? "one" : n ? "many" : "none";
    say(status.dataset[words].replace("{n}", n).replace("{query}", () => query), !n);
  } catch (error) {
    if (mine === turn) { list.replaceChildren(); say(status.dataset.failed); }
  }
}
function move(event) {
  const links = [...list.querySelectorAll("a")], here = links.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || (here < 0 && event.target !== input)) return;
  event.preventDefault();
  (links[here + step] || (step < 0 ? input : links[here]) || input).focus();
}
function open() {
  if (!box.open) box.showModal();
  input.select();
  start().then(tool => tool.init()).catch(() => say(status.dataset.failed));
}
input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 180); });
box.addEventListener("change", event => { if (event.target.name === "kind") search(); });
find("form").addEventListener("submit", async event => {
  event.preventDefault();
  await search();
  const first = list.querySelector("a");
  if (first) first.focus();
});
more.addEventListener("click", next);
box.addEventListener("keydown", move);
box.addEventListener("click", event => { if (event.target === box || event.target.closest("a")) box.close(); });
find(".ps-search__close").addEventListener("click", () => box.close());
button.addEventListener("click", open);
open();
