// What a page does beyond being read. Everything works without it.
(function () {
"use strict";
var root = document.documentElement;
function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }

// The look: as the system, light, dark.
function look() { return root.dataset.theme || "auto"; }
function keep(value) { try { value === "auto" ? localStorage.removeItem("ps-theme") : localStorage.setItem("ps-theme", value); } catch (e) {} }
all(".ps-bar__theme").forEach(function (button) {
  var name = button.getAttribute("aria-label");
  function say() {
    button.dataset.now = look();
    button.title = name + ": " + button.dataset[look()];
    button.setAttribute("aria-label", button.title);
  }
  button.addEventListener("click", function () {
    var next = { auto: "light", light: "dark", dark: "auto" }[look()];
    if (next === "auto") delete root.dataset.theme; else root.dataset.theme = next;
    keep(next);
    say();
  });
  say();
});

// The menu closes with Escape, and is closed on the way back to a page.
var menu = document.getElementById("ps-menu");
window.addEventListener("pageshow", function () { if (menu) menu.checked = false; });
document.addEventListener("keydown", function (event) {
  if (event.key === "Escape" && menu && menu.checked) { menu.checked = false; menu.focus(); }
});

// A folded section opens when it, or something in it, is what a link leads to.
function reveal() {
  var id = location.hash.slice(1), target = null;
  try { target = id && document.getElementById(decodeURIComponent(id)); } catch (e) {}
  if (!target) return;
  var shut = false;
  for (var at = target; at; at = at.parentElement) {
    if (at.hidden) at.hidden = false;
    if (at.tagName === "DETAILS" && !at.open) { at.open = true; shut = true; }
  }
  if (shut) target.scrollIntoView();
}
window.addEventListener("hashchange", reveal);
window.addEventListener("pageshow", reveal);
document.addEventListener("click", function (event) {
  var link = event.target.closest && event.target.closest("a[href^='#']");
  if (link && link.hash === location.hash) setTimeout(reveal);
});

// On the way back every fold is as it was left.
var folds = all("details");
function leave() {
  var open = folds.map(function (fold, n) { return fold.open ? n : -1; }).filter(function (n) { return n >= 0; });
  history.replaceState({ folds: open }, "");
}
var came = performance.getEntriesByType && performance.getEntriesByType("navigation")[0];
if (came && came.type !== "navigate" && history.state && history.state.folds) {
  folds.forEach(function (fold, n) { fold.open = history.state.folds.indexOf(n) >= 0; });
}
folds.forEach(function (fold) { fold.addEventListener("toggle", leave); });

// The other language keeps the place on the page.
all(".ps-bar__languages a").forEach(function (link) {
  link.addEventListener("click", function () { link.hash = location.hash; link.search = location.search; });
});

// On paper every fold is open.
var opened = [];
window.addEventListener("beforeprint", function () {
  opened = all("details:not([open])");
  opened.forEach(function (fold) { fold.open = true; });
});
window.addEventListener("afterprint", function () { opened.forEach(function (fold) { fold.open = false; }); });

// The states of today in Viet Nam (UTC+7, no summer time), even when nobody built the site again.
var today = new Date(Date.now() + 252e5).toISOString().slice(0, 10);
var words = {};
try { words = JSON.parse(document.getElementById("ps-states").textContent); } catch (e) {}
all("[data-states]").forEach(function (element) {
  var now = null;
  try { JSON.parse(element.dataset.states).forEach(function (pair) { if (pair[0] <= today) now = pair[1]; }); } catch (e) {}
  if (!now || now === element.dataset.state) return;
  var badge = element.classList.contains("ps-state");
  if (badge && !words[now]) return;
  element.dataset.state = now;
  if (badge) element.textContent = words[now];
});
var form = (document.querySelector("time[data-form]") || root).dataset;
function dayWords(day) {
  var parts = day.split("-").map(Number), own = form.form;
  if (!own) return new Intl.DateTimeFormat(root.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day + "T00:00Z"));
  var of = { y: parts[0], m: parts[1], d: parts[2], dd: day.slice(8), month: (form.months || "").split(",")[parts[1] - 1] };
  return own.replace(/\{(\w+)\}/g, function (whole, key) { return of[key] === undefined ? whole : of[key]; });
}
all("time[data-as-of]").forEach(function (element) {
  if (element.dateTime === today) return;
  element.textContent = dayWords(today);
  element.dateTime = today;
});
all(".ps-rail").forEach(function (rail) {
  var mark = rail.querySelector(":scope > .ps-today"), after = null;
  all(":scope > [data-day]", rail).forEach(function (item) {
    var past = item.dataset.day < today;
    if (!item.dataset.states) item.classList.toggle("ps-past", past);
    if (item.dataset.day <= today) after = item;
  });
  if (!mark) return;
  if (after) after.after(mark);
});
all("[data-until]").forEach(function (element) { if (element.dataset.until < today) element.hidden = true; });

// Letters without accents, đ as d: people type "gop y" for "góp ý".
function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\u0111/g, "d");
}

// The search: its script comes with the first wish to search, by a touch or by the key "/".
all(".ps-bar__search").forEach(function (button) {
  if (!("noModule" in HTMLScriptElement.prototype) || !window.HTMLDialogElement) { button.hidden = true; return; }
  function load() {
    var script = document.createElement("script");
    script.type = "module";
    script.src = button.dataset.script;
    script.addEventListener("error", function () { button.addEventListener("click", load, { once: true }); });
    document.head.append(script);
  }
  button.addEventListener("click", load, { once: true });
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest && event.target.closest("input, select, textarea, [contenteditable], dialog");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    button.click();
  });
});

// Passing a page on: by the apps of the phone where the browser can, and by copying its address.
all(".ps-share").forEach(function (part) {
  var data = part.dataset, shown = part.querySelector(".ps-address"), status = part.querySelector("[role=status]");
  // Emptied first: the same words a second time are said again.
  function tell(words) { status.textContent = ""; setTimeout(function () { status.textContent = words; }, 100); }
  function select() { getSelection().selectAllChildren(shown); }
  function byHand() {
    var done = false;
    select();
    try { done = document.execCommand("copy"); } catch (e) {}
    tell(done ? data.copied : data.byHand);
  }
  function copy() {
    if (!navigator.clipboard) { byHand(); return; }
    navigator.clipboard.writeText(data.address).then(function () { tell(data.copied); }, byHand);
  }
  function share() { navigator.share({ title: data.title, url: data.address }).catch(function () {}); }
  all("button", part).forEach(function (button) {
    var own = button.dataset.does === "share";
    if (own && !navigator.share) return;
    button.parentElement.hidden = false;
    button.addEventListener("click", own ? share : copy);
  });
});

// Filters: each field compares the data attribute of its name, a select whole words, a box any part.
all("form.ps-filter").forEach(function (form) {
  var list = document.getElementById(form.dataset.for);
  if (!list) return;
  var fields = all("select, input", form), output = form.querySelector("output");
  var query = fields.map(function (field) { return "[data-" + field.name + "]"; }).join(",");
  function matches(item) {
    return fields.every(function (field) {
      var has = item.dataset[field.name] || "", asked = field.value.trim();
      if (!asked) return true;
      if (field.tagName === "SELECT") return (" " + has + " ").indexOf(" " + asked + " ") >= 0;
      has = fold(has);
      return fold(asked).split(/\s+/).every(function (word) { return has.indexOf(word) >= 0; });
    });
  }
  // The outermost elements that carry such an attribute: a card, not the badge in it.
  function entries(part) {
    return (query ? all(query, part) : []).filter(function (item) {
      var around = item.parentElement.closest(query);
      return !around || !list.contains(around);
    });
  }
  function apply() {
    var items = entries(list), some = fields.some(function (field) { return field.value.trim(); }), shown = 0;
    items.forEach(function (item) { var yes = matches(item); item.hidden = !yes; if (yes) shown++; });
    all("details, section, ul, ol, li", list).reverse().forEach(function (part) {
      var inside = entries(part);
      if (!inside.length) return;
      var left = inside.some(function (item) { return !item.hidden; });
      part.hidden = !left;
      var head = part.previousElementSibling;
      if (/^[UO]L$/.test(part.tagName) && head && /^H\d$/.test(head.tagName)) head.hidden = !left;
      if (some && left && part.tagName === "DETAILS") part.open = true;
    });
    if (output) output.textContent = some ? shown + "/" + items.length : "";
  }
  // What is chosen stays in the address, so that it can be passed on and found again on the way back.
  function keepInAddress() {
    var query = new URLSearchParams(location.search);
    fields.forEach(function (field) { if (field.value.trim()) query.set(field.name, field.value.trim()); else query.delete(field.name); });
    history.replaceState(history.state, "", location.pathname + (query.toString() ? "?" + query : "") + location.hash);
  }
  var asked = new URLSearchParams(location.search);
  fields.forEach(function (field) { if (asked.has(field.name)) field.value = asked.get(field.name); if (field.selectedIndex < 0) field.value = ""; });
  form.addEventListener("input", function () { apply(); keepInAddress(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  if (fields.some(function (field) { return field.value.trim(); })) apply();
});
})();
