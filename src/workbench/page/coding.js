/* The view in which people code: one intervention at a time, each domain beside the texts that it reads. */

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
  now.isLoading = now.isLeaving = false;
  if (!found || own !== turn) return;
  showCount(found);
  if (found.unit) showUnit(found.unit);
  else showEnd();
}

async function openUnit(id, domain = null) {
  const own = turn;
  const unit = await attempt(
    () => get("/api/unit", { id }),
    () => openUnit(id, domain),
  );
  if (!unit || own !== turn) return;
  showCount(unit);
  showUnit(unit, domain);
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
  const known = unit.domains
    .map((given) => [given, study.domains.find(({ id }) => id === given.id)])
    .filter(([, own]) => own);
  Object.assign(now, {
    unit,
    active: null,
    panels: known.map(([given, own]) => new Panel(unit, given, own, flow, kept[given.id])),
  });
  const beside = new Set(now.panels.flatMap((panel) => flow.fieldsOf(panel).own));
  const rest = unit.texts.filter(({ field }) => !beside.has(field)).map(({ field }) => field);
  const area = study.areas.find(({ id }) => id === unit.area)?.label ?? unit.area;
  $("#unit").replaceChildren(
    make(
      "header",
      { class: "unit-head" },
      make("h2", { dir: "auto" }, unit.title || word("untitled")),
      make(
        "p",
        { class: "meta" },
        [unit.recipient, area, unit.funds, unit.id]
          .filter(Boolean)
          .flatMap((text, at) => [
            at ? make("span", { class: "dot", "aria-hidden": "true" }, " · ") : null,
            make("span", {}, text),
          ]),
      ),
    ),
    make("div", { class: "rest" }, textsOf(unit, rest)),
    ...now.panels.map(({ element }) => element),
    footOf(unit),
  );
  setQuery({ ...query(), unit: unit.id }, isAnother);
  document.title = `${unit.title || unit.id} – ${study.title}`;
  scrollTo(0, 0);
  const begin =
    now.panels.find((panel) => panel.domain.id === domain) ??
    now.panels.find((panel) => isAsked(panel) && panel.waits) ??
    now.panels.find(isAsked);
  if (begin) flow.activate(begin, true);
  const waiting = now.panels.filter((panel) => isAsked(panel) && panel.waits).length;
  say(
    `${word("said_shown", { unit: unit.title || unit.id, recipient: unit.recipient })} ${counted("domains_wait", waiting)}`,
    true,
  );
}

/** What can be done with the whole intervention, and what else is known of it. */
function footOf(unit) {
  const answers =
    unit.answers.length === 0
      ? null
      : make(
          "details",
          { class: "answers" },
          make("summary", {}, counted("answers", unit.answers.length)),
          make(
            "dl",
            {},
            unit.answers.map(({ question, answer }) =>
              make("div", {}, make("dt", {}, question), make("dd", { dir: "auto" }, answer)),
            ),
          ),
        );
  const alike = unit.alike;
  return make(
    "footer",
    { class: "unit-foot" },
    make(
      "div",
      { class: "row" },
      keyed(word("take_all"), "⇧ Enter", () => flow.takeAll(), { class: "primary" }),
      keyed(word("skip"), "-", () => flow.skip()),
      alike.length ? button(counted("alike", alike.length), () => openAlike(unit, now.panels, alike, null)) : null,
      button(word("make_rule"), () => openRule(now.active, "")),
    ),
    answers,
  );
}

/** The limits and the order of the queue, kept in the address. */
function queueForm() {
  const own = query();
  const choice = (name, options) =>
    make(
      "label",
      {},
      word(`queue_${name}`),
      make(
        "select",
        {
          name,
          change: (event) => {
            keepDrafts();
            setQuery({ ...query(), [name]: event.target.value, unit: "" });
            now.unit = null;
            next();
          },
        },
        options.map(([value, text]) => make("option", { value, selected: (own[name] ?? "") === value }, text)),
      ),
    );
  const words = (key, values) => values.map((value) => [value, word(`${key}_${value}`)]);
  const all = ["", word("all")];
  return make(
    "div",
    { class: "queue" },
    choice("order", words("order", ["value", "area", "domain", "recipient", "random"])),
    choice("state", words("queue", ["waiting", "edited", "unsettled", "suggested", "all"])),
    choice("area", [all, ...study.areas.map(({ id, label }) => [id, label])]),
    choice("domain", [all, ...study.domains.map(({ id, label }) => [id, label])]),
    study.recipients.length
      ? choice("recipient", [
          all,
          ...study.recipients.map((own) => (typeof own === "string" ? [own, own] : [own.id, own.label])),
        ])
      : null,
  );
}

function showCoding() {
  const { unit } = query();
  $("#view").replaceChildren(
    make(
      "div",
      { class: "bar" },
      make("details", { class: "limits" }, make("summary", {}, word("queue")), queueForm()),
      make("div", { id: "count" }, make("progress", { "aria-label": word("progress") }), make("span", {}, "")),
      keyed(word("undo"), "⌫", () => flow.undo()),
    ),
    make("article", { id: "unit" }),
  );
  Object.assign(now, { unit: null, isLoading: false, isLeaving: false });
  if (unit) openUnit(unit);
  else next();
}
