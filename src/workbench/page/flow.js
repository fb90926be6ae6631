/* From domain to domain and from intervention to intervention: what is saved, taken back, skipped and shown next. */

/** What is being coded: the intervention, its panels, which one has the focus, what is on its way to the disk. */
const now = { unit: null, panels: [], active: null, pending: new Set(), isLoading: false, isLeaving: false };
/** By intervention, what was chosen or written and is not saved: nothing is lost by skipping. */
const drafts = new Map();

const flow = {
  /** The texts that a domain reads: those shown beside it, and the names of those that stand beside another. */
  fieldsOf({ unit, domain }) {
    const all = unit.texts_of[domain.id] ?? [];
    const owner = (field) =>
      study.domains.find(
        (own) => unit.domains.some(({ id }) => id === own.id) && (unit.texts_of[own.id] ?? [])[0] === field,
      )?.id;
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
    await leave(isOn);
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
    const isOn = ready.length ? save(ready) : Promise.resolve(true);
    if (!left) await leave(isOn);
  },

  async undo() {
    const taken = await attempt(() => post("/api/undo", {}));
    if (!taken) return;
    keepDrafts();
    delete drafts.get(taken.unit)?.[taken.domain];
    await openUnit(taken.unit, taken.domain);
    say(
      word("said_undone", {
        unit: taken.unit,
        domain: study.domains.find(({ id }) => id === taken.domain)?.label ?? taken.domain,
      }),
    );
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
    say(
      panels.length === 1
        ? word("said_saved", { domain: panels[0].domain.label })
        : counted("said_saved", panels.length),
    );
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    panels.forEach((panel) => panel.failed());
    const reload = () => {
      keepDrafts();
      openUnit(panels[0].unit.id, panels[0].domain.id);
    };
    trouble(`${error.message} ${word("not_saved")}`, error.status === 409 ? reload : () => save(panels));
    return false;
  } finally {
    now.pending.delete(work);
  }
}

/** Goes on when everything that was sent is on the disk, and stays where something is not. */
async function leave(isSaved) {
  // Keys that are pressed meanwhile were meant for what comes, and that has not been seen.
  now.isLeaving = true;
  const isOn = await isSaved;
  await Promise.allSettled([...now.pending]);
  const waits = (panel) => isAsked(panel) && (panel.step !== "" || (!panel.isSaved && query().state !== "all"));
  const unsaved = now.panels.find((panel) => panel.isChanged);
  if (!isOn || unsaved || now.panels.some(waits)) {
    now.isLeaving = false;
    if (!isOn || !unsaved) return;
    flow.activate(unsaved, true);
    say(`${unsaved.domain.label}: ${word("state_unsaved")}`);
  } else if (!offerAlike(now.unit, now.panels, next)) await next();
}

function keepDrafts() {
  if (!now.unit) return;
  const own = now.panels.map((panel) => [panel.domain.id, panel.draft]).filter(([, draft]) => draft);
  if (own.length) drafts.set(now.unit.id, Object.fromEntries(own));
  else drafts.delete(now.unit.id);
}
