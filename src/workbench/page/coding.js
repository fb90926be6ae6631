/* The view in which people code: one intervention at a time, each domain beside the texts that it reads. */

const FILTERS = ["order", "state", "area", "domain", "recipient"];

/** What is being coded: the intervention, its panels, which one has the focus, what is on its way to the disk. */
const now = { unit: null, panels: [], active: null, pending: new Set(), isLoading: false };
/** By intervention, what was chosen or written and is not saved: nothing is lost by skipping. */
const drafts = new Map();

const flow = {
  /** The texts that a domain reads: those shown beside it, and the names of those that stand beside another. */
  fieldsOf({ unit, domain }) {
    const all = unit.texts_of[domain.id] ?? [];
    const owner = (field) => study.domains.find((own) => unit.domains.some(({ id }) => id === own.id) && (unit.texts_of[own.id] ?? [])[0] === field)?.id;
    const own = all.filter((field) => owner(field) === domain.id);
    const others = unit.texts.filter(({ field }) => all.includes(field) && !own.includes(field));
    return { all, own, elsewhere: others.map(({ label }) => label).join(", ") };
  },

  activate(panel, focus = false) {
    if (now.active !== panel) {
      now.active?.setActive(false);
      now.active = panel;
      panel.setActive(true);
      // The texts that this domain reads, and its own marks, stand out.
      pointOut($("#unit"), flow.fieldsOf(panel).all, panel.domain.id);
      panel.element.scrollIntoView({ block: "nearest", behavior: "instant" });
    }
    if (focus && !matchMedia("(pointer: coarse)").matches) panel.field.focus({ preventScroll: true });
  },

  step(panel, by) {
    const next = now.panels[now.panels.indexOf(panel) + by];
    if (next) flow.activate(next, true);
  },

  /** Saves what a domain shows, and goes to the next that waits; when none does, to the next intervention. */
  async take(panel) {
    if (panel.shown === null) return say(word("nothing_to_take", { domain: panel.domain.label }));
    const isOn = panel.waits || panel.isChanged ? save([panel]) : Promise.resolve(true);
    const next = nextWaiting(panel);
    if (next) return flow.activate(next, true);
    if (await isOn) await whenAllSaved();
  },

  /** Saves every domain that waits as it is shown; stops at the first that shows nothing. */
  async takeAll() {
    const waiting = now.panels.filter((panel) => isAsked(panel) && (panel.waits || panel.isChanged));
    const ready = waiting.filter((panel) => panel.shown !== null);
    const left = waiting.find((panel) => panel.shown === null);
    if (left) {
      flow.activate(left, true);
      say(word("nothing_to_take", { domain: left.domain.label }));
    }
    const isOn = ready.length === 0 || (await save(ready));
    if (isOn && !left) await whenAllSaved();
  },

  async undo() {
    const taken = await attempt(() => post("/api/undo", {}));
    if (!taken) return;
    drafts.delete(taken.unit);
    await openUnit(taken.unit, taken.domain);
    say(word("said_undone", { unit: taken.unit, domain: study.domains.find(({ id }) => id === taken.domain)?.label ?? taken.domain }));
  },

  skip() {
    keepDrafts();
    next();
  },
};

/** Whether the queue asks for this domain; all of them where it is not limited to one. */
const isAsked = (panel) => !query().domain || query().domain === panel.domain.id;

/** Which domain comes after another: the next that waits, from the beginning again. When all are looked at once more, simply the next. */
function nextWaiting(panel) {
  const at = now.panels.indexOf(panel);
  const later = [...now.panels.slice(at + 1), ...now.panels.slice(0, at)];
  if (query().state === "all") return now.panels.slice(at + 1).find(isAsked);
  return later.find((other) => isAsked(other) && other.waits);
}

async function save(panels) {
  const codings = panels.map((panel) => panel.coding());
  panels.forEach((panel) => panel.saving());
  const work = post("/api/code", { codings });
  now.pending.add(work);
  try {
    const answer = await work;
    panels.forEach((panel, at) => panel.kept(codings[at]));
    if (now.panels.includes(panels[0])) keepDrafts();
    showCount(answer);
    trouble(null);
    say(panels.length === 1 ? word("said_saved", { domain: panels[0].domain.label }) : counted("said_saved", panels.length));
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    panels.forEach((panel) => panel.failed());
    const reload = () => { keepDrafts(); openUnit(panels[0].unit.id, panels[0].domain.id); };
    trouble(`${error.message} ${word("not_saved")}`, error.status === 409 ? reload : () => save(panels));
    return false;
  } finally {
    now.pending.delete(work);
  }
}

/** Goes on when everything that was sent is on the disk, and stays where something is not. */
async function whenAllSaved() {
  await Promise.allSettled([...now.pending]);
  const asked = now.panels.filter(isAsked);
  if (asked.some((panel) => panel.step !== "" || (!panel.isSaved && query().state !== "all"))) return;
  if (!offerAlike(now.unit, now.panels, next)) next();
}

function keepDrafts() {
  if (!now.unit) return;
  const own = now.panels.map((panel) => [panel.domain.id, panel.draft]).filter(([, draft]) => draft);
  if (own.length) drafts.set(now.unit.id, Object.fromEntries(own));
  else drafts.delete(now.unit.id);
}

/** The next of the queue; from its beginning where the end was reached. */
async function next() {
  if (now.isLoading) return;
  now.isLoading = true;
  const own = turn;
  const { unit: _, ...filters } = query();
  const found = await attempt(async () => {
    const after = now.unit?.id;
    const answer = await get("/api/next", { ...filters, after });
    return answer.unit || !after ? answer : get("/api/next", filters);
  }, next);
  now.isLoading = false;
  if (!found || own !== turn) return;
  showCount(found);
  if (found.unit) showUnit(found.unit);
  else showEnd();
}

async function openUnit(id, domain = null) {
  const own = turn;
  const unit = await attempt(() => get("/api/unit", { id }), () => openUnit(id, domain));
  if (unit && own === turn) showUnit(unit, domain);
}

function showCount({ left, done }) {
  const bar = $("#count progress");
  if (!bar || left === undefined) return;
  bar.max = Math.max(left + done, 1);
  bar.value = done;
  $("#count span").textContent = word("done_of", { done: whole(done), all: whole(left + done) });
}

function showEnd() {
  Object.assign(now, { unit: null, panels: [], active: null });
  const heading = make("h2", { tabindex: "-1" }, word("all_done"));
  $("#unit").replaceChildren(heading, make("p", {}, word("all_done_text")));
  setQuery({ ...query(), unit: "" });
  heading.focus();
}

/** Shows an intervention; `domain` is where to begin, else the first domain that waits. */
function showUnit(unit, domain = null) {
  const isAnother = now.unit?.id !== unit.id;
  const kept = drafts.get(unit.id) ?? {};
  const known = unit.domains.map((given) => [given, study.domains.find(({ id }) => id === given.id)]).filter(([, own]) => own);
  Object.assign(now, { unit, active: null, panels: known.map(([given, own]) => new Panel(unit, given, own, flow, kept[given.id])) });
  const beside = new Set(now.panels.flatMap((panel) => flow.fieldsOf(panel).own));
  const rest = unit.texts.filter(({ field }) => !beside.has(field)).map(({ field }) => field);
  const area = study.areas.find(({ id }) => id === unit.area)?.label ?? unit.area;
  $("#unit").replaceChildren(
    make("header", { class: "unit-head" },
      make("h2", { dir: "auto" }, unit.title || word("untitled")),
      make("p", { class: "meta" }, [unit.recipient, area, unit.funds, unit.id].filter(Boolean).flatMap((text, at) => [at ? make("span", { class: "dot", "aria-hidden": "true" }, " · ") : null, make("span", {}, text)]))),
    make("div", { class: "rest" }, textsOf(unit, rest)),
    ...now.panels.map(({ element }) => element),
    footOf(unit));
  setQuery({ ...query(), unit: unit.id }, isAnother);
  document.title = `${unit.title || unit.id} – ${study.title}`;
  scrollTo(0, 0);
  const begin = now.panels.find((panel) => panel.domain.id === domain) ?? now.panels.find((panel) => isAsked(panel) && panel.waits) ?? now.panels.find(isAsked);
  if (begin) flow.activate(begin, true);
  const waiting = now.panels.filter((panel) => isAsked(panel) && panel.waits).length;
  say(`${word("said_shown", { unit: unit.title || unit.id, recipient: unit.recipient })} ${counted("domains_wait", waiting)}`, true);
}

/** What can be done with the whole intervention, and what else is known of it. */
function footOf(unit) {
  const answers = unit.answers.length === 0 ? null : make("details", { class: "answers" },
    make("summary", {}, counted("answers", unit.answers.length)),
    make("dl", {}, unit.answers.map(({ question, answer }) => make("div", {}, make("dt", {}, question), make("dd", { dir: "auto" }, answer)))));
  const alike = unit.alike;
  return make("footer", { class: "unit-foot" },
    make("div", { class: "row" },
      keyed(word("take_all"), "⇧ Enter", () => flow.takeAll(), { class: "primary" }),
      keyed(word("skip"), "-", () => flow.skip()),
      alike.length ? button(counted("alike", alike.length), () => openAlike(unit, now.panels, alike, null)) : null,
      button(word("make_rule"), () => openRule(now.active, ""))),
    answers);
}

/** The limits and the order of the queue, kept in the address. */
function queueForm() {
  const own = query();
  const choice = (name, options) => make("label", {}, word(`queue_${name}`), make("select", { name, change: (event) => { keepDrafts(); setQuery({ ...query(), [name]: event.target.value, unit: "" }); now.unit = null; next(); } },
    options.map(([value, text]) => make("option", { value, selected: (own[name] ?? "") === value }, text))));
  const words = (key, values) => values.map((value) => [value, word(`${key}_${value}`)]);
  const all = ["", word("all")];
  return make("div", { class: "queue" },
    choice("order", words("order", ["value", "area", "domain", "recipient", "random"])),
    choice("state", words("queue", ["waiting", "edited", "unsettled", "suggested", "all"])),
    choice("area", [all, ...study.areas.map(({ id, label }) => [id, label])]),
    choice("domain", [all, ...study.domains.map(({ id, label }) => [id, label])]),
    study.recipients.length ? choice("recipient", [all, ...study.recipients.map((own) => (typeof own === "string" ? [own, own] : [own.id, own.label]))]) : null);
}

function showCoding() {
  const { unit } = query();
  $("#view").replaceChildren(
    make("div", { class: "bar" },
      make("details", { class: "limits" }, make("summary", {}, word("queue")), queueForm()),
      make("div", { id: "count" }, make("progress", { "aria-label": word("progress") }), make("span", {}, "")),
      keyed(word("undo"), "⌫", () => flow.undo())),
    make("article", { id: "unit" }));
  Object.assign(now, { unit: null, isLoading: false });
  if (unit) openUnit(unit);
  else next();
}
