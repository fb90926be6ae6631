// Tables: sorting.

const raw = (cell) => cell.dataset.value ?? cell.textContent;

/** The rows by a column; what is missing comes last in both directions. */
function sorted(rows, column, direction) {
  const number = rows.every(({ cells }) => raw(cells[column]) === "" || !Number.isNaN(Number(raw(cells[column]))));
  const compare = number ? (a, b) => Number(a) - Number(b) : order().compare;
  return [...rows].sort((one, other) => {
    const [a, b] = [raw(one.cells[column]), raw(other.cells[column])];
    if (a === "" || b === "") return (a === "") - (b === "");
    return direction * compare(a, b);
  });
}

/** Turns the heads of a table into buttons: ascending, descending, as it was. */
function makeSortable(table) {
  const body = table.tBodies[0];
  const original = [...body.rows];
  // The table can be entered by its heads and buttons.
  if ($("button", body) || original.length > 1) table.parentElement.removeAttribute("tabindex");
  if (original.length < 2) return;
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const numeric = head.classList.contains("number");
    const next = { none: numeric ? "descending" : "ascending", ascending: "descending", descending: "ascending" };
    const last = numeric ? "ascending" : "descending";
    const sort = button(head.textContent, () => {
      const now = head.getAttribute("aria-sort") ?? "none";
      const then = now === last ? "none" : next[now];
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      if (then !== "none") head.setAttribute("aria-sort", then);
      const rows = then === "none" ? original : sorted(original, column, then === "ascending" ? 1 : -1);
      body.append(...rows);
      const how = { none: words.sorted_as_printed, ascending: words.sorted_up, descending: words.sorted_down };
      say(fill(how[then], { column: sort.textContent }));
    });
    head.replaceChildren(sort);
  });
}
