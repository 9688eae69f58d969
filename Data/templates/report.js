// Notes open in place, tables sort by a click on a heading. Without scripts notes are links, and tables stand as printed.
"use strict";
document.addEventListener("click", function (event) {
  var ref = event.target.closest("a.ref");
  if (!ref || event.ctrlKey || event.metaKey) return;
  var note = document.getElementById(ref.getAttribute("href").slice(1));
  if (!note) return;
  event.preventDefault();
  var next = ref.nextElementSibling;
  if (next && next.classList.contains("opened")) { next.remove(); ref.setAttribute("aria-expanded", "false"); return; }
  var copy = document.createElement("span");
  copy.className = "opened";
  note.childNodes.forEach(function (child) { copy.appendChild(child.cloneNode(true)); });
  ref.setAttribute("aria-expanded", "true");
  ref.after(copy);
});
function sortBy(heading) {
  var table = heading.closest("table"), column = heading.cellIndex, body = table.tBodies[0];
  var down = heading.getAttribute("aria-sort") === "ascending";
  table.querySelectorAll("thead th").forEach(function (other) { other.removeAttribute("aria-sort"); });
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  var rows = Array.from(body.rows).map(function (row, index) {
    var cell = row.cells[column], value = cell.dataset.v;
    if (value === undefined) value = cell.textContent.trim();
    var number = value === "" ? NaN : Number(value.replace(/,/g, ""));
    return { row: row, index: index, text: value, number: number };
  });
  rows.sort(function (a, b) {
    if ((a.text === "") !== (b.text === "")) return a.text === "" ? 1 : -1;
    var order = isNaN(a.number) || isNaN(b.number) ? (a.text < b.text ? -1 : a.text > b.text ? 1 : 0) : a.number - b.number;
    return (down ? -order : order) || a.index - b.index;
  });
  rows.forEach(function (entry) { body.appendChild(entry.row); });
}
document.querySelectorAll("table.sorts thead th").forEach(function (heading) {
  heading.tabIndex = 0;
  heading.addEventListener("click", function () { sortBy(heading); });
  heading.addEventListener("keydown", function (event) { if (event.key === "Enter") sortBy(heading); });
});
