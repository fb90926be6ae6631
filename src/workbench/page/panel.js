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
    for (let code = codeOf(domain, codeOf(domain, id)?.parent); code && !above.has(code.id); code = codeOf(domain, code.parent)) above.add(code.id);
  }
  return ids.filter((id) => !above.has(id));
}

/** The suggestions that one key takes: what the coder gave to the same text; else what the model finds likely; else what the rules found, where no model says anything. */
function proposedOf(domain, suggestions) {
  const of = (source) => suggestions.filter((own) => own.source === source);
  const [alike, model] = [of("coded-alike"), of("model")];
  const own = alike.length ? alike : model.length ? model.filter(({ probability }) => probability >= PROPOSED) : of("rules");
  return mostExact(domain, own.map(({ code }) => code));
}

class Panel {
  constructor(unit, given, domain, flow, draft = null) {
    Object.assign(this, { unit, given, domain, flow });
    this.suggestions = given.suggestions.filter(({ code }) => mostExact(domain, given.suggestions.map((own) => own.code)).includes(code)).slice(0, 9);
    this.proposed = proposedOf(domain, this.suggestions);
    this.isSaved = ["coded", "none"].includes(given.state) && !WAITING.includes(given.change);
    Object.assign(this, { chosen: null, none: false, memo: given.memo ?? "", unsure: Boolean(given.unsure), step: "", at: -1, options: [] }, draft);
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
    return { unit: this.unit.id, domain: this.domain.id, codes: this.shown, memo: this.memo, unsure: this.unsure, read: this.given.read };
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
    else if (this.chosen) { Object.assign(this, { chosen: null, none: false }); this.update(); }
    else this.flow.undo();
  }

  // ---- What is shown

  build() {
    const { domain, given, unit, id } = this;
    this.badge = make("span", { class: "badge" });
    this.chips = make("ul", { class: "chips", "aria-label": word("codes_of", { domain: domain.label }) });
    this.summary = make("p", { class: "unseen", id: `${id}-shown` });
    this.list = make("div", { role: "listbox", tabindex: "-1", id: `${id}-list`, "aria-multiselectable": "true", "aria-label": word("codes_for", { domain: domain.label }), mousedown: (event) => event.preventDefault() });
    this.card = make("div", { class: "card", hidden: true });
    this.field = make("input", {
      type: "text", role: "combobox", class: "find", autocomplete: "off", autocapitalize: "off", spellcheck: "false", placeholder: word("find_code"),
      "aria-label": word("find_code_for", { domain: domain.label }), "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
      "aria-describedby": `${id}-texts ${id}-shown`,
      focus: () => this.flow.activate(this), input: () => this.typed(), keydown: (event) => this.key(event),
    });
    this.memoField = make("textarea", { rows: "2", "aria-label": word("memo_for", { domain: domain.label }), input: () => { this.memo = this.memoField.value; this.update(); }, keydown: (event) => this.keyOfMemo(event) });
    this.memoField.value = this.memo;
    this.memoPlace = make("div", { class: "memo", hidden: !this.memo }, this.memoField, make("p", { class: "soft hint" }, word("memo_hint")));
    const quiet = { tabindex: "-1" };
    this.unsureButton = keyed(word("unsure"), "!", () => this.toggleUnsure(), quiet);
    this.open = make("div", { class: "open", hidden: true },
      this.list,
      make("div", { class: "row tools" },
        keyed(word("take"), "Enter", () => this.flow.take(this), { ...quiet, class: "primary" }),
        keyed(word("none_fits"), "0", () => this.chooseNone(), quiet), this.unsureButton,
        keyed(word("memo"), "+", () => this.openMemo(), quiet),
        keyed(word("codebook_short"), "/", () => openCodebook(domain, (code) => this.toggle(code)), quiet)));
    const fields = this.flow.fieldsOf(this);
    const edited = given.old !== null && given.old !== undefined;
    this.element = make("section", { class: "domain", "aria-labelledby": `${id}-name` },
      make("div", { class: "texts", id: `${id}-texts` }, textsOf(unit, fields.own),
        fields.elsewhere ? make("p", { class: "soft" }, word("reads_other_texts", { texts: fields.elsewhere })) : null,
        edited ? oldWording(given.old, unit.texts.filter(({ field }) => fields.all.includes(field)).map(({ text }) => text).join("\n")) : null),
      make("div", { class: "panel", click: (event) => { if (!event.target.closest("button, input, textarea, summary")) this.flow.activate(this, true); } },
        make("div", { class: "head" }, make("h3", { id: `${id}-name` }, domain.label), this.badge),
        this.chips, this.summary, this.field, this.open, this.memoPlace),
      this.card);
    this.update();
  }

  /** Which words say where this stands. */
  standing() {
    if (this.step) return this.step;
    if (this.isSaved && !this.isChanged) return this.given.codes.length ? "saved" : "saved_none";
    if (this.isChanged) return "unsaved";
    if (this.given.change) return this.given.change;
    return this.given.state === "unsettled" ? "unsettled" : "waits";
  }

  update() {
    const { domain, shown } = this;
    const standing = this.standing();
    const isProposed = !this.chosen && !this.isSaved;
    this.badge.textContent = word(`state_${standing}`) + (this.unsure ? ` · ${word("is_unsure")}` : "");
    this.badge.dataset.state = standing;
    const name = (id) => [make("span", { class: "id" }, id), " ", labelOf(domain, id)];
    const chip = (id) => make("li", {}, make("button", { type: "button", class: isProposed ? "chip proposed" : "chip", tabindex: "-1", click: () => this.toggle(id), "aria-label": word("remove_code", { code: `${id} ${labelOf(domain, id)}` }) }, name(id), make("span", { class: "cross", "aria-hidden": "true" }, "×")));
    const none = () => make("li", {}, make("span", { class: isProposed ? "chip proposed" : "chip" }, word("none_fits")));
    const lead = isProposed && shown ? make("li", { class: "lead" }, word(this.given.change && this.given.codes.length ? "former" : "proposed")) : null;
    this.chips.replaceChildren(...[lead, ...(shown === null ? [make("li", { class: "soft" }, word("nothing_chosen"))] : shown.length ? shown.map(chip) : [none()])].filter(Boolean));
    this.summary.textContent = `${word(`state_${standing}`)}. ${this.chips.textContent.replaceAll("×", ", ")}`;
    this.unsureButton.setAttribute("aria-pressed", String(this.unsure));
    this.memoPlace.hidden = !this.memo && document.activeElement !== this.memoField;
    if (!this.open.hidden) this.drawList();
  }

  setActive(isActive) {
    this.element.classList.toggle("active", isActive);
    this.open.hidden = this.card.hidden = !isActive;
    this.field.setAttribute("aria-expanded", String(isActive));
    if (isActive) this.drawList();
    else Object.assign(this, { at: -1 }) && this.field.removeAttribute("aria-activedescendant");
  }

  typed() {
    this.at = this.field.value.trim() ? 0 : -1;
    this.drawList();
    if (this.field.value.trim()) say(counted("hits", this.options.length), true);
  }

  drawList() {
    const { domain } = this;
    const chosen = new Set(this.shown ?? []);
    const typing = this.field.value.trim() !== "";
    this.options = [];
    const option = (code, suggestion = null, number = null) => {
      const at = this.options.length;
      const element = make("div", { role: "option", id: `${this.id}-${at}`, "aria-selected": String(chosen.has(code.id)), class: suggestion ? "suggested" : `depth-${typing ? 0 : Math.min(depth(domain, code), 3)}`, click: () => this.toggle(code.id), mouseenter: () => this.define(code) },
        number ? make("span", { class: "key", "aria-hidden": "true" }, number) : null,
        make("span", { class: "id" }, code.id), make("span", { class: "label" }, code.label),
        suggestion ? make("span", { class: "chance" }, suggestion.probability === null ? word(`source_${suggestion.source.replaceAll("-", "_")}`) : percent(Math.min(suggestion.probability, 0.99))) : null,
        suggestion?.words.length ? make("span", { class: "why" }, suggestion.words.join(" · ")) : null);
      this.options.push({ code, element });
      return element;
    };
    const group = (name, options) => make("div", { role: "group", "aria-label": name }, make("div", { class: "group-name", "aria-hidden": "true" }, name), options);
    if (typing) this.list.replaceChildren(...searchCodes(domain, this.field.value).map((code) => option(code)));
    else {
      const known = this.suggestions.filter(({ code }) => codeOf(domain, code));
      const suggested = known.length ? group(word("suggestions"), known.map((own, at) => option(codeOf(domain, own.code), own, String(at + 1)))) : null;
      this.list.replaceChildren(...[suggested, group(word("all_codes"), domain.codes.map((code) => option(code)))].filter(Boolean));
    }
    if (this.options.length === 0) this.list.replaceChildren(make("div", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, word("no_hits")));
    this.point(Math.min(this.at, this.options.length - 1));
  }

  /** Moves to an option of the list, or to none. */
  point(at) {
    this.options[this.at]?.element.classList.remove("current");
    this.at = at;
    const current = this.options[at];
    if (current) {
      current.element.classList.add("current");
      current.element.scrollIntoView({ block: "nearest" });
      this.field.setAttribute("aria-activedescendant", current.element.id);
    } else this.field.removeAttribute("aria-activedescendant");
    this.define(current?.code ?? codeOf(this.domain, this.shown?.[0]) ?? codeOf(this.domain, this.suggestions[0]?.code));
  }

  define(code) {
    this.card.replaceChildren(...(code ? definitionOf(this.domain, code) : [make("p", { class: "soft" }, word("how_to_find"))]));
  }
}
