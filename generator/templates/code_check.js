(function () {
"use strict";
{% include "code_words.js" %}
var form = document.getElementById("muc-kiem-tra"), field = document.getElementById("muc-dia-chi");
var answer = document.getElementById("muc-ket-qua"), words = form.dataset, bases = JSON.parse(words.bases);
function found(code) {
  return Array.prototype.filter.call(document.querySelectorAll("[data-code]"), function (li) { return li.dataset.code === code; })[0];
}
function say(ok, text, entry) {
  answer.textContent = "";
  var p = document.createElement("p"), b = document.createElement("b");
  p.className = "ps-notice" + (ok ? "" : " ps-notice--bad");
  b.textContent = (ok ? "✓ " : "✗ ") + text;
  p.appendChild(b);
  if (entry) Array.prototype.forEach.call(entry.childNodes, function (node, at) {
    if (!at) p.appendChild(document.createElement("br"));
    p.appendChild(node.cloneNode(true));
  });
  answer.appendChild(p);
}
function answerTo(code) {
  // The codes of another first sign stand on a page of their own, which goes on from here.
  if (code && code.length === 6 && words.pages && words.signs.indexOf(code[0]) >= 0) { location.href = words.pages + code[0] + "/#ma=" + code; return; }
  say(!!found(code), found(code) ? words.yes : words.noCode.replace("{code}", code), found(code));
}
// The browser's own reading of an address: user names, other letters and odd ports show as what they are.
function address(text) {
  try { var read = new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^\/]*:\d+(\/|$)/.test(text) ? text : "https://" + text); } catch (e) { return null; }
  return read;
}
function signs(text) {
  var typed = /^(?:[a-z]{2}\/)?q\/?([^\/]*)\/?$/i.exec(text);
  return typed ? codeOf(typed[1]) || typed[1] : "";
}
function check() {
  var text = field.value.trim(), code = codeOf(text), read, plain, base;
  if (!text) return;
  if (code) { answerTo(code); return; }
  read = text.indexOf(".") < 0 ? null : address(text);
  if (!read || !read.host) { say(false, words.unknown); return; }
  try { plain = read.host + decodeURIComponent(read.pathname); } catch (e) { plain = read.host + read.pathname; }
  base = bases.filter(function (one) { return plain.toLowerCase().indexOf(one) === 0; })[0];
  if (!base || !/^https?:$/.test(read.protocol) || read.username || read.password) {
    say(false, words.noHost.replace("{host}", read.host).replace("{ours}", words.host));
    return;
  }
  answerTo(signs(plain.slice(base.length)));
}
form.addEventListener("submit", function (event) { event.preventDefault(); check(); });
var given = /^#ma=(.{1,60})$/.exec(location.hash);
if (given) { try { field.value = decodeURIComponent(given[1]); } catch (e) { field.value = given[1]; } check(); }
})();
