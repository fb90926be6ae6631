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

/** All tables by what addresses call them: the id of their item or appendix, or of what names them. */
const tables = later(() => new Map($$("table.data").map((table) => [tableName(table), table])));
const tableName = (table) => table.closest(".item, .appendix")?.id ?? table.getAttribute("aria-labelledby");
/** What addresses call a column. A share has no name of its own. */
const columnName = (head) => head.dataset.column ?? `${head.dataset.share}.share`;

/** The head that an order is by: `label`, or `-label` where it falls. */
function headOf(table, order) {
  const name = order.replace(/^-/, "");
  const heads = table ? [...table.tHead.rows[0].cells] : [];
  return heads.find((head) => !head.hidden && columnName(head) === name);
}

/** By table, what puts its rows into an order; without a name that of the report. */
const sorters = new WeakMap();

/** Turns the heads of a table into buttons: ascending, descending, as it was. `sortedBy` is told what the reader chose. */
function makeSortable(table, sortedBy) {
  const body = table.tBodies[0];
  const original = [...body.rows];
  // The table can be entered by its heads and buttons.
  if ($("button", body) || original.length > 1) table.parentElement.removeAttribute("tabindex");
  if (original.length < 2) return;
  const heads = [...table.tHead.rows[0].cells];
  const sort = (by) => {
    const head = headOf(table, by);
    const falls = by.startsWith("-");
    for (const other of heads) other.removeAttribute("aria-sort");
    head?.setAttribute("aria-sort", falls ? "descending" : "ascending");
    body.append(...(head ? sorted(original, head.cellIndex, falls ? -1 : 1) : original));
  };
  sorters.set(table, sort);
  for (const head of heads) {
    const numeric = head.classList.contains("number");
    const next = { none: numeric ? "descending" : "ascending", ascending: "descending", descending: "ascending" };
    const last = numeric ? "ascending" : "descending";
    const press = button(head.textContent, () => {
      const before = head.getAttribute("aria-sort") ?? "none";
      const then = before === last ? "none" : next[before];
      const by = { none: "", ascending: columnName(head), descending: `-${columnName(head)}` }[then];
      sort(by);
      sortedBy(by);
      const how = { none: words.sorted_as_printed, ascending: words.sorted_up, descending: words.sorted_down };
      say(fill(how[then], { column: press.textContent }));
    });
    head.replaceChildren(press);
  }
}

/** Puts a table into the order that an address asks for; it is unfolded for it. */
function sortAgain(table, by) {
  if (!table) return;
  const folded = table.closest("details:not([open])");
  if (by && folded) folded.open = true;
  if (by) open(table);
  sorters.get(table)?.(by);
}
