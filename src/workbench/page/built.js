/* How a domain looks: its texts, its chosen codes, where it stands, and what can be done with it. */

Object.assign(Panel.prototype, {
  build() {
    const { domain, given, unit, id } = this;
    this.badge = make("span", { class: "badge" });
    this.chips = make("ul", { class: "chips", "aria-label": word("codes_of", { domain: domain.label }) });
    this.summary = make("p", { class: "unseen", id: `${id}-shown` });
    this.list = make("div", {
      role: "listbox",
      tabindex: "-1",
      id: `${id}-list`,
      "aria-multiselectable": "true",
      "aria-label": word("codes_for", { domain: domain.label }),
      mousedown: (event) => event.preventDefault(),
    });
    this.card = make("div", { class: "card", hidden: true });
    this.field = make("input", {
      type: "text",
      role: "combobox",
      class: "find",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      placeholder: word("find_code"),
      "aria-label": word("find_code_for", { domain: domain.label }),
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
      "aria-describedby": `${id}-texts ${id}-shown`,
      focus: () => this.flow.activate(this),
      input: () => this.typed(),
      keydown: (event) => this.key(event),
    });
    this.memoField = make("textarea", {
      rows: "2",
      "aria-label": word("memo_for", { domain: domain.label }),
      input: () => {
        this.memo = this.memoField.value;
        this.update();
      },
      keydown: (event) => this.keyOfMemo(event),
    });
    this.memoField.value = this.memo;
    this.memoPlace = make(
      "div",
      { class: "memo", hidden: !this.memo },
      this.memoField,
      make("p", { class: "soft hint" }, word("memo_hint")),
    );
    const quiet = { tabindex: "-1" };
    this.unsureButton = keyed(word("unsure"), "!", () => this.toggleUnsure(), quiet);
    this.open = make(
      "div",
      { class: "open", hidden: true },
      this.list,
      make(
        "div",
        { class: "row tools" },
        keyed(word("take"), "Enter", () => this.flow.take(this), { ...quiet, class: "primary" }),
        keyed(word("none_fits"), "0", () => this.chooseNone(), quiet),
        this.unsureButton,
        keyed(word("memo"), "+", () => this.openMemo(), quiet),
        keyed(word("codebook_short"), "/", () => openCodebook(domain, (code) => this.toggle(code)), quiet),
      ),
    );
    const fields = this.flow.fieldsOf(this);
    const edited = given.old !== null && given.old !== undefined;
    this.element = make(
      "section",
      { class: "domain", "aria-labelledby": `${id}-name` },
      make(
        "div",
        { class: "texts", id: `${id}-texts` },
        textsOf(unit, fields.own),
        fields.elsewhere ? make("p", { class: "soft" }, word("reads_other_texts", { texts: fields.elsewhere })) : null,
        edited
          ? oldWording(
              given.old,
              unit.texts
                .filter(({ field }) => fields.all.includes(field))
                .map(({ text }) => text)
                .join("\n"),
            )
          : null,
      ),
      make(
        "div",
        {
          class: "panel",
          // The mouse leaves the focus in the field, so that keys go on working.
          mousedown: (event) => {
            if (event.target.closest("button")) event.preventDefault();
          },
          click: (event) => {
            if (!event.target.closest("button, input, textarea, summary")) this.flow.activate(this, true);
          },
        },
        make("div", { class: "head" }, make("h3", { id: `${id}-name` }, domain.label), this.badge),
        this.chips,
        this.summary,
        given.settled
          ? make("p", { class: "soft", dir: "auto" }, word("settled_by", { who: given.settled.who, why: given.settled.why }))
          : null,
        this.field,
        this.open,
        this.memoPlace,
      ),
      this.card,
    );
    this.update();
  },

  /** Which words say where this stands. */
  standing() {
    if (this.step) return this.step;
    if (this.isSaved && !this.isChanged) return this.given.codes.length ? "saved" : "saved_none";
    if (this.isChanged) return "unsaved";
    if (WAITING.includes(this.given.change)) return this.given.change;
    return this.given.state === "unsettled" ? "unsettled" : "waits";
  },

  update() {
    const { domain, shown } = this;
    const standing = this.standing();
    const isProposed = !this.chosen && !this.isSaved;
    this.badge.textContent = word(`state_${standing}`) + (this.unsure ? ` · ${word("is_unsure")}` : "");
    this.badge.dataset.state = standing;
    const name = (id) => [make("span", { class: "id" }, id), " ", labelOf(domain, id)];
    const chip = (id) =>
      make(
        "li",
        {},
        make(
          "button",
          {
            type: "button",
            class: isProposed ? "chip proposed" : "chip",
            tabindex: "-1",
            click: () => this.toggle(id),
            "aria-label": word("remove_code", { code: `${id} ${labelOf(domain, id)}` }),
          },
          name(id),
          make("span", { class: "cross", "aria-hidden": "true" }, "×"),
        ),
      );
    const none = () =>
      make("li", {}, make("span", { class: isProposed ? "chip proposed" : "chip" }, word("none_fits")));
    const lead =
      isProposed && shown
        ? make("li", { class: "lead" }, word(this.given.change && this.given.codes.length ? "former" : "proposed"))
        : null;
    this.chips.replaceChildren(
      ...[
        lead,
        ...(shown === null
          ? [make("li", { class: "soft" }, word("nothing_chosen"))]
          : shown.length
            ? shown.map(chip)
            : [none()]),
      ].filter(Boolean),
    );
    this.summary.textContent = `${word(`state_${standing}`)}. ${this.chips.textContent.replaceAll("×", ", ")}`;
    this.unsureButton.setAttribute("aria-pressed", String(this.unsure));
    this.memoPlace.hidden = !this.memo && document.activeElement !== this.memoField;
    if (!this.open.hidden) this.drawList();
  },

  setActive(isActive) {
    this.element.classList.toggle("active", isActive);
    this.open.hidden = this.card.hidden = !isActive;
    this.field.setAttribute("aria-expanded", String(isActive));
    if (isActive) this.drawList();
    else Object.assign(this, { at: -1 }) && this.field.removeAttribute("aria-activedescendant");
  },
});
