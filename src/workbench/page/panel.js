/* A domain of an intervention: what is chosen, what is suggested, and the field by which codes are found. The field is a
   combobox; its list has the suggestions with their numbers first, then the whole codebook, or what fits what is typed. */

/** From this probability on a code is proposed: one key takes it. */
const PROPOSED = 0.5;
/** What happened to a text that makes its coding wait again. */
const WAITING = ["edited", "unclear", "doubled"];

/** Without the codes that others of the list are parts of. */
function mostExact(domain, ids) {
  const above = new Set();
  for (const id of ids) {
    for (
      let code = codeOf(domain, codeOf(domain, id)?.parent);
      code && !above.has(code.id);
      code = codeOf(domain, code.parent)
    )
      above.add(code.id);
  }
  return ids.filter((id) => !above.has(id));
}

/** The suggestions that one key takes: what the coder gave to the same text; else what the model finds likely; else what the rules found, where no model says anything. */
function proposedOf(domain, suggestions) {
  const of = (source) => suggestions.filter((own) => own.source === source);
  const [alike, model] = [of("coded-alike"), of("model")];
  const own = alike.length
    ? alike
    : model.length
      ? model.filter(({ probability }) => probability >= PROPOSED)
      : of("rules");
  return mostExact(
    domain,
    own.map(({ code }) => code),
  );
}

class Panel {
  constructor(unit, given, domain, flow, draft = null) {
    Object.assign(this, { unit, given, domain, flow });
    this.suggestions = given.suggestions
      .filter(({ code }) =>
        mostExact(
          domain,
          given.suggestions.map((own) => own.code),
        ).includes(code),
      )
      .slice(0, 9);
    this.proposed = proposedOf(domain, this.suggestions);
    this.isSaved = ["coded", "none"].includes(given.state) && !WAITING.includes(given.change);
    Object.assign(
      this,
      {
        chosen: null,
        none: false,
        memo: given.memo ?? "",
        unsure: Boolean(given.unsure),
        step: "",
        at: -1,
        options: [],
      },
      draft,
    );
    this.id = `domain-${domain.id}`;
    this.build();
  }

  /** What would be saved now; null where nothing is shown that could be. */
  get shown() {
    if (this.chosen) return this.chosen.length || this.none ? this.chosen : null;
    if (this.isSaved || (this.given.change && this.given.codes.length)) return this.given.codes;
    if (this.proposed.length) return this.proposed;
    return this.domain.optional || this.given.blank ? [] : null;
  }

  /** Whether something differs from what is on the disk. */
  get isChanged() {
    return this.chosen !== null || this.memo !== (this.given.memo ?? "") || this.unsure !== Boolean(this.given.unsure);
  }

  get waits() {
    return !this.isSaved && this.step !== "saving";
  }

  get draft() {
    return this.isChanged ? { chosen: this.chosen, none: this.none, memo: this.memo, unsure: this.unsure } : null;
  }

  coding() {
    return {
      unit: this.unit.id,
      domain: this.domain.id,
      codes: this.shown,
      memo: this.memo,
      unsure: this.unsure,
      read: this.given.read,
    };
  }

  // ---- What becomes of it at the server

  saving() {
    this.step = "saving";
    this.update();
  }

  /** The server has it on the disk; what was changed since then is not saved. */
  kept({ codes, memo, unsure }) {
    if (String(this.shown) === String(codes)) Object.assign(this, { chosen: null, none: false });
    Object.assign(this.given, { codes, memo, unsure, state: codes.length ? "coded" : "none", change: null });
    Object.assign(this, { isSaved: true, step: "" });
    this.update();
  }

  failed() {
    this.step = "failed";
    this.update();
  }

  // ---- What a coder does

  toggle(id) {
    const now = this.shown ?? [];
    this.chosen = now.includes(id) ? now.filter((own) => own !== id) : [...now, id];
    this.none = false;
    this.step = "";
    this.field.value = "";
    this.at = -1;
    this.update();
    const key = this.chosen.includes(id) ? "said_chosen" : "said_removed";
    say(word(key, { code: `${id} ${labelOf(this.domain, id)}` }), true);
  }

  chooseNone() {
    Object.assign(this, { chosen: [], none: true, step: "" });
    this.update();
    this.flow.take(this);
  }

  toggleUnsure() {
    this.unsure = !this.unsure;
    this.update();
    say(word(this.unsure ? "said_unsure" : "said_sure"), true);
  }

  openMemo() {
    this.memoPlace.hidden = false;
    this.memoField.focus();
  }

  /** Takes back the code that was chosen last, else what was saved last. */
  takeBack() {
    if (this.chosen?.length) this.toggle(this.chosen.at(-1));
    else if (this.chosen) {
      Object.assign(this, { chosen: null, none: false });
      this.update();
    } else this.flow.undo();
  }
}
