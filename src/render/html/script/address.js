// The address: what the reader has chosen, so that it can be copied, opened, and gone back to.
//
// `#figur-02?area=bu-region&sort=-interventions` has the figure or table in front, and what is chosen. `sort`, `form` and `list`
// are of the one in front; what is chosen in another has its id before it: `tabell-02.sort=label`. An address may come from
// anywhere: only what the page itself could have written is taken from it.

/** Nothing chosen. `list` is a row and a column: the interventions behind that number are open, in the order `within`. */
const nothing = () => ({ at: "", area: "", domain: "", list: "", within: "", sort: new Map(), form: new Map() });
let now = nothing();

const plainly = (text) => encodeURIComponent(text).replaceAll("%3A", ":");

/** What is chosen, as the end of an address. */
function fragment({ at, area, domain, list, within, sort, form }) {
  const of = (kind, all) => [...all].map(([id, value]) => [id === at ? kind : `${id}.${kind}`, value]);
  const pairs = [["area", area], ["domain", domain], ...of("form", form), ...of("sort", sort)];
  pairs.push(["list", list], ["list-sort", within]);
  const query = pairs.filter(([, value]) => value).map((pair) => pair.map(plainly).join("=")).join("&");
  return `#${plainly(at)}${query && `?${query}`}`;
}

/** An item alone, as the reader sees it. */
function fragmentOf({ id }) {
  const own = (all) => new Map([...all].filter(([of]) => of === id));
  const { area, domain, sort, form } = now;
  return fragment({ ...nothing(), at: id, area, domain, sort: own(sort), form: own(form) });
}

/** The choice that the end of an address stands for; what the page does not know is nothing. */
function understood(hash) {
  const next = nothing();
  const [, at, query] = /^#?([^?]*)\??(.*)$/s.exec(hash);
  next.at = named(at)?.id ?? "";
  const asked = new URLSearchParams(query);
  for (const select of $$(".filters select")) {
    const known = [...select.options].some(({ value }) => value === asked.get(select.name));
    if (known) next[select.name] = asked.get(select.name);
  }
  for (const [key, value] of asked) {
    const [, id = next.at, kind] = /^(?:(.*)\.)?(sort|form)$/s.exec(key) ?? [];
    if (kind === "sort" && headOf(tables().get(id), value)) next.sort.set(id, value);
    const item = kind === "form" && document.getElementById(id);
    if (item && formsOf(item).includes(value)) next.form.set(id, value);
  }
  if (cellOf(next.at, asked.get("list"))) {
    next.list = asked.get("list");
    next.within = asked.get("list-sort") ?? "";
  }
  return next;
}

/** What an address leads to. */
function named(id) {
  try {
    return document.getElementById(decodeURIComponent(id));
  } catch {
    // A lone `%` is no address.
    return null;
  }
}

/** The number behind which a list of interventions is, by its item, its row as printed and its column: `3.interventions`. */
function cellOf(id, place) {
  const item = itemOf.get(document.getElementById(id));
  const [, number, name] = /^(\d{1,6})\.(.*)$/s.exec(place ?? "") ?? [];
  if (!item || !number) return null;
  const { table, rows } = wake(item);
  const cell = table && rows[number - 1]?.cells[headOf(table, name)?.cellIndex ?? -1];
  return cell?.dataset.behind ? cell : null;
}

/** The same place, of a number. */
function placeOf(cell) {
  const { table, rows } = itemOf.get(cell.closest(".item"));
  return `${rows.indexOf(cell.parentElement) + 1}.${columnName(table.tHead.rows[0].cells[cell.cellIndex])}`;
}

/** Shows what is chosen. */
function show(next) {
  const before = now;
  now = next;
  for (const select of $$(".filters select")) select.value = next[select.name];
  if (before.area !== next.area || before.domain !== next.domain) setFilter(next.area, next.domain);
  for (const id of new Set([...before.form.keys(), ...next.form.keys()])) setForm(document.getElementById(id), next.form.get(id));
  for (const id of new Set([...before.sort.keys(), ...next.sort.keys()])) sortAgain(tables().get(id), next.sort.get(id) ?? "");
  showBehind(before);
}

/** Keeps what is chosen in the address: as a step that can be gone back from, or in place of the one before. */
function remember(how, step = {}) {
  const to = fragment(now);
  try {
    history[how](step, "", to === "#" ? location.href.split("#")[0] : to);
  } catch {
    // A page inside another may have no address of its own; the choice is shown all the same.
  }
  for (const update of citations) update();
}

/** The reader chooses. A step that was left empty when a list was closed is used again. */
function choose(change) {
  const next = { ...now, ...change };
  const was = fragment(now);
  show(next);
  // A figure that the filter hides is not in front.
  if (itemOf.get(document.getElementById(now.at))?.element.classList.contains("filtered")) now.at = "";
  if (fragment(now) !== was) remember(history.state?.spare ? "replaceState" : "pushState");
}

/** Where an address leads, in sight and for who reads on from there. */
function go(id) {
  const to = document.getElementById(id);
  if (!to) return;
  to.scrollIntoView({ behavior: "instant" });
  if (!to.matches("a, button, input, select, summary, [tabindex]")) to.setAttribute("tabindex", "-1");
  to.focus({ preventScroll: true });
}

/** A link of the page that is being followed. */
let followed = null;

function follow({ target }) {
  const link = target.closest?.('a[href^="#"]');
  if (!link) return;
  followed = link.hash;
  // A filter does not stand between a link and what it leads to.
  const item = itemOf.get(named(link.hash.slice(1)));
  if (item?.element.classList.contains("filtered")) show({ ...now, area: "", domain: "" });
}

function arrive({ state }) {
  const next = understood(location.hash);
  // Back or forward: the browser knows how far down the reader was.
  if (state) return show(next);
  if (location.hash === followed) {
    // What is chosen stays chosen.
    now.at = next.at;
  } else {
    show(next);
    go(next.at);
  }
  followed = null;
  remember("replaceState");
}

/** What the address says when the page is opened; one that is loaded anew is where it was. */
function begin() {
  addEventListener("popstate", arrive);
  addEventListener("click", follow);
  const hash = location.hash;
  show(understood(hash));
  const [{ type } = {}] = performance.getEntriesByType("navigation");
  // The browser itself finds what an address without choices leads to.
  if (type === "navigate" && hash.includes("?")) go(now.at);
  remember("replaceState");
}
