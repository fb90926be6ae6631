// Marks: one stop for the tab key per figure, arrows go from mark to mark.

const visible = (marks) => marks.filter((mark) => !mark.classList.contains("filtered"));

function stopAt(marks, current) {
  for (const mark of marks) mark.setAttribute("tabindex", mark === current ? "0" : "-1");
}

function move(event, marks, mark) {
  const shown = visible(marks);
  const at = shown.indexOf(mark);
  const to = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: shown.length - 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = shown[Math.min(Math.max(to, 0), shown.length - 1)];
  stopAt(marks, next);
  next.focus();
}

/** The names of the marks of each row, which the first drawing of a figure has. */
function namesOf(svg) {
  const names = new Map();
  for (const { dataset, firstElementChild } of $$(".mark:has(title)", svg)) {
    names.set(dataset.row, [...(names.get(dataset.row) ?? []), firstElementChild.textContent]);
  }
  return names;
}

/** A figure may have several drawings, in layouts and forms of which one is shown. */
function bringToLife({ rows, marksIn, names }, svg) {
  const marks = $$(".mark", svg).sort((a, b) => a.dataset.row - b.dataset.row);
  const met = new Map();
  marksIn.set(svg, marks);
  if (marks.length === 0) return;
  // What is not a mark is drawn for the eye; the table and the words have it all.
  for (const child of $$("text, polyline, path", svg)) child.setAttribute("aria-hidden", "true");
  for (const mark of marks) {
    const { row } = mark.dataset;
    const at = met.get(row) ?? 0;
    met.set(row, at + 1);
    mark.setAttribute("aria-label", names.get(row)?.[at] ?? $("th", rows[row]).textContent);
    $("title", mark)?.remove();
    const behind = cellBehind(rows[row]);
    mark.setAttribute("role", behind ? "button" : "img");
    if (behind) mark.setAttribute("aria-haspopup", "dialog");
  }
  stopAt(marks, marks[0]);
  // The chart can be entered by its marks now, and is named by the drawing.
  const chart = svg.parentElement;
  const entered = document.activeElement === chart;
  for (const name of ["tabindex", "role", "aria-labelledby"]) chart.removeAttribute(name);
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-describedby", "page:marks");
  if (entered) marks[0].focus({ preventScroll: true });
}

const select = (mark, row) => {
  const behind = cellBehind(row);
  if (behind) askBehind(mark, behind);
};

function press(mark, row, event, { marksIn }) {
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    select(mark, row);
  } else {
    move(event, marksIn.get(mark.closest("svg")), mark);
  }
}

/** The page hears what happens to marks; a figure that nobody has been near comes to life by it. */
function listen() {
  const on = (type, action) =>
    addEventListener(type, (event) => {
      const item = event.target.closest && wake(itemOf.get(event.target.closest(".item")));
      const mark = item && event.target.closest(".mark");
      if (mark) action(mark, item.rows[mark.dataset.row], event, item);
    });
  on("click", select);
  on("pointerover", showTip);
  on("pointerout", hideTipSoon);
  on("focusin", showTip);
  on("focusout", hideTip);
  on("keydown", press);
}
