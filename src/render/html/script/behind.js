// The interventions behind a mark or a row.

const dialog = $("dialog");

/** The number of the list behind a row; cells have it that count interventions. */
function listBehind(row) {
  return $("[data-behind]", row)?.dataset.behind;
}

function openBehind(opener, list) {
  hideTip();
  const { lists, interventions, recipients, funds } = data();
  const [name, positions, count, total] = lists[list];
  $("h2", dialog).textContent = name;
  const totals = [[words.number, count]];
  if (funds) totals.push([funds[1], total]);
  const told = totals.map(([label, number]) => `${label}: ${whole().format(number)}`);
  if (count > positions.length) told.push(words.first.replace("{shown}", whole().format(positions.length)));
  $("header p", dialog).textContent = told.join(" · ");
  const body = make("tbody");
  for (const position of positions) {
    const [id, title, recipient, amount] = interventions[position];
    body.append(
      make(
        "tr",
        {},
        make("td", {}, id),
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
  makeSortable(table);
  dialog.showModal();
  dialog.scrollTop = 0;
  dialog.addEventListener("close", () => opener.focus({ preventScroll: true }), { once: true });
}

if (dialog) {
  $("button", dialog).addEventListener("click", () => dialog.close());
  // A click beside the panel closes it.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
}

/** In tables the numbers lead to the same lists. */
function linkCells(table) {
  for (const cell of $$("[data-behind]", table)) {
    const open = button(cell.textContent, () => openBehind(open, cell.dataset.behind));
    const [of] = $$("th", cell.parentElement);
    open.setAttribute("aria-label", `${cell.textContent}, ${of.textContent}`);
    open.setAttribute("aria-haspopup", "dialog");
    cell.replaceChildren(open);
  }
}
