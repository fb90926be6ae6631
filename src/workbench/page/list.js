/* The list of a domain: suggestions with their numbers first, then the whole codebook, or what fits what is typed. */

Object.assign(Panel.prototype, {
  typed() {
    this.at = this.field.value.trim() ? 0 : -1;
    this.drawList();
    if (this.field.value.trim()) say(counted("hits", this.options.length), true);
  },

  drawList() {
    const { domain } = this;
    const chosen = new Set(this.shown ?? []);
    const typing = this.field.value.trim() !== "";
    this.options = [];
    const option = (code, suggestion = null, number = null) => {
      const at = this.options.length;
      const element = make(
        "div",
        {
          role: "option",
          id: `${this.id}-${at}`,
          "aria-selected": String(chosen.has(code.id)),
          class: suggestion ? "suggested" : `depth-${typing ? 0 : Math.min(depth(domain, code), 3)}`,
          click: () => this.toggle(code.id),
          mouseenter: () => this.define(code),
        },
        number ? make("span", { class: "key", "aria-hidden": "true" }, number) : null,
        make("span", { class: "id" }, code.id),
        make("span", { class: "label" }, code.label),
        suggestion
          ? make(
              "span",
              { class: "chance" },
              suggestion.probability === null
                ? word(`source_${suggestion.source.replaceAll("-", "_")}`)
                : percent(Math.min(suggestion.probability, 0.99)),
            )
          : null,
        suggestion?.words.length ? make("span", { class: "why" }, suggestion.words.join(" · ")) : null,
      );
      this.options.push({ code, element });
      return element;
    };
    const group = (name, options) =>
      make(
        "div",
        { role: "group", "aria-label": name },
        make("div", { class: "group-name", "aria-hidden": "true" }, name),
        options,
      );
    if (typing) this.list.replaceChildren(...searchCodes(domain, this.field.value).map((code) => option(code)));
    else {
      const known = this.suggestions.filter(({ code }) => codeOf(domain, code));
      const suggested = known.length
        ? group(
            word("suggestions"),
            known.map((own, at) => option(codeOf(domain, own.code), own, String(at + 1))),
          )
        : null;
      this.list.replaceChildren(
        ...[
          suggested,
          group(
            word("all_codes"),
            domain.codes.map((code) => option(code)),
          ),
        ].filter(Boolean),
      );
    }
    if (this.options.length === 0)
      this.list.replaceChildren(
        make("div", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, word("no_hits")),
      );
    this.point(Math.min(this.at, this.options.length - 1));
  },

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
    this.define(
      current?.code ?? codeOf(this.domain, this.shown?.[0]) ?? codeOf(this.domain, this.suggestions[0]?.code),
    );
  },

  define(code) {
    this.card.replaceChildren(
      ...(code ? definitionOf(this.domain, code) : [make("p", { class: "soft" }, word("how_to_find"))]),
    );
  },
});
