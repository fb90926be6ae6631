// Filters.

function setFilter(area, domain) {
  for (const item of items) {
    const { areas, domains } = item.element.dataset;
    const fits = (!area || areas.split(" ").includes(area)) && (!domain || domains.split(" ").includes(domain));
    item.element.classList.toggle("filtered", !fits);
    item.entry.classList.toggle("filtered", !fits);
    if (fits) filterWithin(wake(item), domain);
  }
  for (const whole of $$(".chapter, nav > ol > li.has-items")) {
    const some = $$(whole.matches(".chapter") ? ".item" : "li", whole).some((inner) => !inner.classList.contains("filtered"));
    whole.classList.toggle("filtered", !some);
  }
  filterFront(area, domain);
  countShown();
}

/** `alla 38 figurer`, `3 av 38 figurer`, `1 figur`. */
function counted(all, one, many) {
  const shown = all.filter(({ element }) => !element.classList.contains("filtered"));
  const things = all.length === 1 ? one : many;
  if (shown.length === all.length && all.length === 1) return `1 ${things}`;
  return fill(shown.length === all.length ? words.all : words.some, { shown: shown.length, all: all.length, things });
}

function countShown() {
  const parts = [
    [items.filter((item) => item.isFigure), words.figure, words.figures],
    [items.filter((item) => !item.isFigure && !item.isText), words.table, words.tables],
  ];
  const told = parts.filter(([all]) => all.length > 0).map((part) => counted(...part));
  $(".status").textContent = told.length > 0 ? fill(words.showing, { shown: told.join(words.and) }) : "";
  $(".nothing").hidden = items.length === 0 || $(".item:not(.filtered)") !== null;
}

/** Within a figure or table the marks, rows and columns of the other domains go. */
function filterWithin({ marksIn, table, rows }, domain) {
  const other = (element) => Boolean(domain && element.dataset.domain && element.dataset.domain !== domain);
  for (const row of rows) row.classList.toggle("filtered", other(row));
  for (const [svg, marks] of marksIn) {
    for (const element of $$("[data-row]", svg)) {
      element.classList.toggle("filtered", other(rows[element.dataset.row]));
    }
    // A line between two domains has lost one of its ends.
    for (const joints of $$(".joints", svg)) joints.classList.toggle("filtered", Boolean(domain));
    if (marks.length > 0) stopAt(marks, visible(marks)[0]);
  }
  if (!table) return;
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    if (!head.dataset.domain) return;
    for (const row of table.rows) row.cells[column].classList.toggle("filtered", other(head));
  });
}
