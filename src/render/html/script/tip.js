// The tip: what a mark shows, from its row of the table.

const tip = make("div", { class: "tip", "aria-hidden": "true", hidden: "" });
let tipOf = null;
let hiding = 0;

function showTip(mark, row) {
  clearTimeout(hiding);
  tipOf?.classList.remove("current");
  tipOf = mark;
  mark.classList.add("current");
  const heads = [...row.closest("table").tHead.rows[0].cells];
  const list = make("dl");
  [...row.cells].forEach((cell, column) => {
    if (cell.hidden || cell.matches("th") || cell.textContent === "") return;
    list.append(make("dt", {}, heads[column].textContent), make("dd", {}, cell.textContent));
  });
  tip.replaceChildren(make("p", {}, $("th", row).textContent), list);
  tip.hidden = false;
  place(mark.getBoundingClientRect());
}

/** Above the mark, or below it where there is no room; whole within the window. */
function place(mark) {
  const gap = 8;
  const { width, height } = tip.getBoundingClientRect();
  const edge = document.documentElement.clientWidth - width - gap;
  const left = Math.max(gap, Math.min(mark.left + mark.width / 2 - width / 2, edge));
  const above = mark.top - height - gap;
  const top = above >= gap ? above : mark.bottom + gap;
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${top + scrollY}px`;
}

function hideTip() {
  clearTimeout(hiding);
  tipOf?.classList.remove("current");
  tipOf = null;
  tip.hidden = true;
}

/** The pointer has time to go over to the tip, so that its text can be read and marked. */
function hideTipSoon() {
  clearTimeout(hiding);
  hiding = setTimeout(hideTip, 200);
}

tip.addEventListener("pointerenter", () => clearTimeout(hiding));
tip.addEventListener("pointerleave", hideTipSoon);
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !tip.hidden) hideTip();
});
