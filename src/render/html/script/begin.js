// The page comes to life.

listen();
addEventListener("toggle", unfold, true);
document.body.append(tip);
const chosen = (name) => $(`.filters [name="${name}"]`)?.value ?? "";
const filter = () => setFilter(chosen("area"), chosen("domain"));
for (const select of $$(".filters select")) select.addEventListener("change", filter);
$(".filters").hidden = false;
offerForms();
countShown();
followReader();
wakeNear();
addEventListener("DOMContentLoaded", () => {
  // A browser may bring back what was chosen before the page was loaded anew.
  if (chosen("area") || chosen("domain")) filter();
  for (const table of $$("table.data")) {
    if (!table.closest(".item, details:not([open])")) open(table);
  }
  wakeAll();
});
performance.mark("interactive");
