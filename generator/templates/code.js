(function () {
  var today = new Date(Date.now() + 252e5).toISOString().slice(0, 10);
  document.querySelectorAll("[data-states]").forEach(function (line) {
    var words = JSON.parse(line.dataset.words), now = "";
    JSON.parse(line.dataset.states).forEach(function (change) { if (change[0] <= today) now = change[1]; });
    if (words[now]) { line.firstElementChild.textContent = words[now]; line.lastElementChild.textContent = ""; }
  });
})();
