// The interventions behind a mark or a row.

const dialog = $("dialog");
/** What has the focus again when the list is closed. */
let opener = null;

/** The number of a row that counts interventions. */
function cellBehind(row) {
  return $("[data-behind]", row);
}

/** The reader asks for the interventions behind a number. */
function askBehind(asking, cell) {
  opener = asking;
  choose({ at: cell.closest(".item").id, list: placeOf(cell), within: "" });
}

/** Opens the list that is chosen, or closes one that is not. */
function showBehind(before) {
  if (!dialog) return;
  const cell = cellOf(now.at, now.list);
  if (!cell && dialog.open) dialog.close();
  if (!cell) return;
  const isOpen = dialog.open && before.at === now.at && before.list === now.list;
  if (!isOpen) openBehind(cell);
  sorters.get($("table", dialog))?.(now.within);
}

/** The mark of a number, where it has one, or else the button in its cell. */
function openerOf(cell) {
  const { rows, marksIn } = itemOf.get(cell.closest(".item"));
  const row = rows.indexOf(cell.parentElement);
  const marks = cellBehind(cell.parentElement) === cell ? [...marksIn.values()].flat() : [];
  return marks.find((mark) => Number(mark.dataset.row) === row && (mark.checkVisibility?.() ?? true)) ?? $("button", cell);
}

function openBehind(cell) {
  hideTip();
  opener ??= openerOf(cell);
  const { lists, interventions, recipients, funds } = data();
  const [name, steps, count, total] = lists[cell.dataset.behind];
  $("h2", dialog).textContent = name;
  const totals = [[words.number, count]];
  if (funds) totals.push([funds[1], total]);
  const told = totals.map(([label, number]) => `${label}: ${whole().format(number)}`);
  if (count > steps.length) told.push(words.first.replace("{shown}", whole().format(steps.length)));
  $("header p", dialog).textContent = told.join(" · ");
  const body = make("tbody");
  let position = 0;
  for (const step of steps) {
    position += step;
    const [id, title, recipient, amount] = interventions[position];
    body.append(
      make(
        "tr",
        {},
        make("td", { class: "id" }, id),
        make("th", { scope: "row" }, title || words.untitled),
        make("td", {}, recipients[recipient]),
        ...(funds ? [make("td", { class: "number", "data-value": String(amount) }, whole().format(amount))] : []),
      ),
    );
  }
  const head = make("tr");
  const columns = [
    ["intervention_id", words.id],
    ["title", words.title],
    ["recipient", words.recipient],
  ];
  if (funds) columns.push([...funds, "number"]);
  for (const [column, label, kind = ""] of columns) {
    head.append(make("th", { scope: "col", class: kind, "data-column": column }, label));
  }
  const table = make("table", { "aria-label": name }, make("thead", {}, head), body);
  $(".list", dialog).replaceChildren(table);
  makeSortable(table, (within) => {
    now.within = within;
    // One step back closes the list, however it was sorted.
    remember("replaceState");
  });
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

if (dialog) {
  $("button", dialog).addEventListener("click", () => dialog.close());
  // A click beside the panel closes it.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    opener?.focus({ preventScroll: true });
    opener = null;
    if (!now.list) return;
    // The reader closed it. The step that opened it is left empty; going back here would come too late for who clicks on.
    now = { ...now, list: "", within: "" };
    remember("replaceState", { spare: true });
  });
}

/** In tables the numbers lead to the same lists. */
function linkCells(table) {
  const heads = table.tHead.rows[0].cells;
  for (const cell of $$("[data-behind]", table)) {
    const press = button(cell.textContent, () => askBehind(press, cell));
    // Named by its row, which more than one word may tell from others, and its column.
    const naming = [...cell.parentElement.cells].filter((own) => !own.hidden && !own.matches(".number"));
    const row = naming.map((own) => own.textContent).join(", ");
    const column = heads[cell.cellIndex].textContent;
    press.setAttribute("aria-label", fill(words.cell, { number: cell.textContent, row, column }));
    press.setAttribute("aria-haspopup", "dialog");
    cell.replaceChildren(press);
  }
}
