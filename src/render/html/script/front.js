// The first page follows the filter by area, and says what it does not follow.

function filterFront(area, domain) {
  const first = $(".first");
  for (const facts of $$("[data-of]", first)) facts.hidden = facts.dataset.of !== area;
  for (const row of tables().get("page:areas")?.tBodies[0].rows ?? []) {
    row.classList.toggle("filtered", Boolean(area) && raw(row.cells[0]) !== area);
  }
  const byArea = domain ? words.scope_both : words.scope_area;
  const told = area ? byArea : domain && words.scope_domain;
  const scope = $(".scope", first);
  scope.textContent = fill(told, { area: $(`.filters [name="area"]`)?.selectedOptions[0].textContent });
  scope.hidden = !told;
  for (const all of $$(".for-all", first)) all.hidden = !told;
}
