(function () {
"use strict";
{% include "code_words.js" %}
var data = document.currentScript.dataset, path = location.pathname, rest, typed, code;
try { path = decodeURIComponent(path); } catch (e) {}
if (path.toLowerCase().indexOf(data.base.toLowerCase()) !== 0) return;
rest = path.slice(data.base.length);
typed = /^(?:[a-z]{2}\/)?q\/?([^\/]+)\/*(?:index\.html)?$/i.exec(rest) || /^([^\/]+)\/*$/.exec(rest);
code = typed && codeOf(typed[1]);
function check() {
  if (/^(?:[a-z]{2}\/)?q\/*$/i.test(rest)) location.replace(data.base + "Q/");
  else if (/^(?:[a-z]{2}\/)?q\//i.test(rest)) location.replace(data.base + "Q/#ma=" + encodeURIComponent(typed ? typed[1] : rest));
}
// The site is asked for the code: a list of all codes would weigh more than this page.
var page = data.base + "Q/" + code + "/";
if (!code || path === page || !window.fetch) check();
else fetch(page, { method: "HEAD" }).then(function (answer) { if (answer.ok) location.replace(page); else check(); }, check);
})();
