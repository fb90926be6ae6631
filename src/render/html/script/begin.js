// The page comes to life.

listen();
addEventListener("toggle", unfold, true);
document.body.append(tip);
for (const select of $$(".filters select")) {
  select.addEventListener("change", () => choose({ [select.name]: select.value }));
}
$(".search input").addEventListener("input", ({ target }) => search(target.value));
$(".search").hidden = false;
$(".filters").hidden = false;
offerForms();
countShown();
orderAsSeen();
followReader();
wakeNear();
addEventListener("DOMContentLoaded", () => {
  for (const table of $$("table.data")) {
    if (!table.closest(".item, details:not([open])")) open(table);
  }
  begin();
  wakeAll();
});
performance.mark("interactive");
