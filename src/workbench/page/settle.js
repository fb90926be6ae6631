/* Where coders differ: both codes, memos and definitions side by side; one of them is chosen, or codes are set anew, with a
   reason. */

const differences = { all: [], at: 0, reason: "" };

async function showDifferences() {
  const view = $("#view");
  view.replaceChildren(make("p", { class: "soft" }, word("fetching")));
  const asked = turn;
  const found = await attempt(() => get("/api/differences"), showDifferences);
  if (!found || asked !== turn) return;
  const { unit, domain } = query();
  differences.all = found.differences;
  differences.at = Math.max(
    found.differences.findIndex((own) => own.unit === unit && (!domain || own.domain === domain)),
    0,
  );
  await showDifference();
}

/** One difference; the others are reached by the buttons above it. */
async function showDifference() {
  const view = $("#view");
  const { all } = differences;
  if (all.length === 0) {
    const heading = make("h2", { tabindex: "-1" }, word("no_differences"));
    view.replaceChildren(make("article", { class: "settle" }, heading, make("p", {}, word("no_differences_text"))));
    return heading.focus();
  }
  differences.at = Math.min(differences.at, all.length - 1);
  const own = all[differences.at];
  const asked = turn;
  const unit = await attempt(() => get("/api/unit", { id: own.unit }), showDifference);
  if (!unit || asked !== turn) return;
  const domain = study.domains.find(({ id }) => id === own.domain) ?? { id: own.domain, label: own.domain, codes: [] };
  const fields = unit.texts_of[own.domain] ?? unit.texts.map(({ field }) => field);
  const others = unit.texts.map(({ field }) => field).filter((field) => !fields.includes(field));
  setQuery({ unit: own.unit, domain: own.domain });
  const go = (by) => {
    differences.at = (differences.at + by + all.length) % all.length;
    showDifference();
  };
  const heading = make("h2", { tabindex: "-1", dir: "auto" }, `${domain.label}: ${unit.title || unit.id}`);
  view.replaceChildren(
    make(
      "article",
      { class: "settle" },
      make(
        "div",
        { class: "bar" },
        make("p", {}, word("difference_of", { n: whole(differences.at + 1), all: whole(all.length) })),
        make(
          "div",
          { class: "row" },
          button(word("previous"), () => go(-1)),
          button(word("next"), () => go(1)),
        ),
      ),
      heading,
      make("p", { class: "meta" }, [unit.recipient, funds(own.funds), unit.id].filter(Boolean).join(" · ")),
      own.state === "unsure" ? make("p", {}, word("all_say_unsure")) : null,
      make("div", { class: "texts" }, textsOf(unit, fields)),
      others.length
        ? make("details", { class: "old" }, make("summary", {}, word("other_texts")), textsOf(unit, others))
        : null,
      settleForm(own, domain),
    ),
  );
  pointOut(view, fields, own.domain);
  heading.focus();
}

/** Codes as a list with their definitions. */
const explained = (domain, codes) =>
  make(
    "ul",
    { class: "codes" },
    codes.length === 0
      ? make("li", {}, make("b", {}, word("none_fits")))
      : codes.map((id) =>
          make(
            "li",
            {},
            make("b", {}, `${id} ${labelOf(domain, id)}`),
            make("p", { class: "soft" }, codeOf(domain, id)?.definition ?? ""),
          ),
        ),
  );

function settleForm(own, domain) {
  const form = make("form", {
    submit: (event) => {
      event.preventDefault();
      settle();
    },
  });
  const problem = make("p", { role: "alert", class: "problem" });
  const anew = new Anew(domain);
  const options = own.given.map((other, at) =>
    make(
      "label",
      { class: "side" },
      make("input", { type: "radio", name: "settled", value: String(at), change: () => anew.show(false) }),
      make(
        "span",
        { class: "who" },
        other.who,
        other.unsure ? make("span", { class: "badge" }, word("is_unsure")) : null,
        other.settled ? make("span", { class: "badge" }, word("has_settled")) : null,
      ),
      explained(domain, other.codes),
      other.memo
        ? make("blockquote", { dir: "auto" }, make("span", { class: "soft" }, `${word(other.settled ? "reason" : "memo")}: `), other.memo)
        : null,
    ),
  );
  const last = make(
    "label",
    { class: "side anew" },
    make("input", { type: "radio", name: "settled", value: "anew", change: () => anew.show(true) }),
    make("span", { class: "who" }, word("set_anew")),
  );
  const reason = make("input", {
    type: "text",
    name: "why",
    autocomplete: "off",
    required: true,
    value: differences.reason,
  });
  const saving = make("button", { type: "submit", class: "primary" }, word("settle"));
  async function settle() {
    const choice = new FormData(form).get("settled");
    problem.textContent = choice === null ? word("choose_first") : reason.value.trim() ? "" : word("reason_first");
    if (problem.textContent) return;
    const codes = choice === "anew" ? anew.codes : own.given[Number(choice)].codes;
    saving.disabled = true;
    try {
      await post("/api/settle", {
        unit: own.unit,
        domain: own.domain,
        codes,
        why: reason.value.trim(),
        read: own.read ?? null,
      });
      differences.reason = reason.value.trim();
      differences.all = differences.all.filter((other) => other !== own);
      await showDifference();
      say(word("said_settled", { domain: domain.label }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problem.textContent = `${error.message} ${word("not_saved")}`;
      saving.disabled = false;
    }
  }
  form.append(
    make("fieldset", { class: "sides" }, make("legend", {}, word("which_holds")), options, last),
    anew.element,
    make("label", { class: "reason" }, word("reason"), reason),
    problem,
    make("div", { class: "row" }, saving),
  );
  return form;
}

/** Codes that nobody gave: found in the codebook. None chosen means that no code fits. */
class Anew {
  constructor(domain) {
    Object.assign(this, { domain, codes: [] });
    this.chips = make("ul", { class: "chips", "aria-label": word("codes_of", { domain: domain.label }) });
    this.hits = make("ul", { class: "hits" });
    this.field = make("input", {
      type: "search",
      class: "find",
      autocomplete: "off",
      "aria-label": word("find_code_for", { domain: domain.label }),
      placeholder: word("find_code"),
      input: () => this.draw(),
      keydown: (event) => {
        if (event.key === "Enter") {
          event.preventDefault();
          this.add(this.found()[0]);
        }
      },
    });
    this.element = make("div", { class: "anew-codes", hidden: true }, this.chips, this.field, this.hits);
    this.draw();
  }

  show(isShown) {
    this.element.hidden = !isShown;
    if (isShown) this.field.focus();
  }

  found() {
    return this.field.value.trim() ? searchCodes(this.domain, this.field.value).slice(0, 8) : [];
  }

  add(code) {
    if (!code) return;
    this.codes = [...new Set([...this.codes, code.id])];
    this.field.value = "";
    this.draw();
    say(word("said_chosen", { code: `${code.id} ${code.label}` }), true);
  }

  draw() {
    const chip = (id) =>
      make(
        "li",
        {},
        button(
          `${id} ${labelOf(this.domain, id)} ×`,
          () => {
            this.codes = this.codes.filter((own) => own !== id);
            this.draw();
            this.field.focus();
          },
          { class: "chip", "aria-label": word("remove_code", { code: `${id} ${labelOf(this.domain, id)}` }) },
        ),
      );
    this.chips.replaceChildren(
      ...(this.codes.length ? this.codes.map(chip) : [make("li", { class: "soft" }, word("none_fits"))]),
    );
    const found = this.found();
    if (this.field.value.trim() && found.length === 0)
      return this.hits.replaceChildren(make("li", {}, word("no_hits")));
    this.hits.replaceChildren(
      ...found.map((code) =>
        make(
          "li",
          {},
          button(`${code.id} ${code.label}`, () => {
            this.add(code);
            this.field.focus();
          }),
        ),
      ),
    );
  }
}
