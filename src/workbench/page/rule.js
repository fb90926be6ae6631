/* A rule from words of a text: what it would gain and lose stands there before it is saved. */

/** Words that are marked in a text offer a rule. */
function watchMarking() {
  let offer = null;
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const phrase = selection.toString().trim().replace(/\s+/g, " ");
    const text = selection.anchorNode?.parentElement?.closest(".text");
    const isFit = text && text.contains(selection.focusNode) && phrase.length >= 2 && phrase.length <= 100;
    if (!isFit) {
      offer?.remove();
      offer = null;
    } else if (offer?.parentElement !== text) {
      offer?.remove();
      offer = button(word("rule_for"), () => openRule(now.active, offer.dataset.phrase), {
        class: "offer",
        mousedown: (event) => event.preventDefault(),
      });
      text.append(offer);
    }
    if (offer) offer.dataset.phrase = phrase;
  });
}

function openRule(panel, phrase) {
  const chosen = { domain: panel?.domain ?? study.domains[0], effect: null };
  const said = make("input", {
    type: "text",
    value: phrase,
    autocomplete: "off",
    spellcheck: "false",
    input: () => later(),
  });
  const domains = make(
    "select",
    {
      change: () => {
        chosen.domain = study.domains.find(({ id }) => id === domains.value);
        fillCodes();
        later();
      },
    },
    study.domains.map((own) => make("option", { value: own.id, selected: own === chosen.domain }, own.label)),
  );
  const codes = make("select", { change: () => later() });
  const place = make("div", { class: "effect", "aria-live": "polite" });
  const why = make("input", { type: "text", autocomplete: "off", input: () => ready() });
  const problem = make("p", { role: "alert", class: "problem" });
  const saving = button(word("save_rule"), save, { class: "primary", disabled: true });
  function fillCodes() {
    const own = panel?.domain === chosen.domain ? panel.shown?.[0] : null;
    codes.replaceChildren(
      ...chosen.domain.codes.map((code) =>
        make("option", { value: code.id, selected: code.id === own }, `${code.id} ${code.label}`),
      ),
    );
  }
  function ready() {
    saving.disabled = !chosen.effect?.valid || !why.value.trim();
  }
  let waiting;
  function later() {
    chosen.effect = null;
    ready();
    clearTimeout(waiting);
    waiting = setTimeout(measure, 200);
  }
  const rule = () => ({ domain: chosen.domain.id, code: codes.value, phrase: said.value.trim() });
  async function measure() {
    const asked = rule();
    place.replaceChildren(make("p", { class: "soft" }, word("fetching")));
    if (!asked.phrase) return place.replaceChildren(make("p", { class: "soft" }, word("rule_phrase_first")));
    try {
      const effect = await post("/api/rule/effect", asked);
      // What was asked for before something else was typed is not shown.
      if (JSON.stringify(asked) !== JSON.stringify(rule())) return;
      chosen.effect = effect;
      place.replaceChildren(
        ...(effect.valid ? effectOf(effect, asked.code) : [make("p", { class: "problem" }, effect.reason)]),
      );
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      place.replaceChildren(make("p", { class: "problem" }, error.message));
    }
    ready();
  }
  async function save() {
    saving.disabled = true;
    try {
      const { version } = await post("/api/rule/save", { ...rule(), why: why.value.trim() });
      box.close();
      if (now.unit) {
        keepDrafts();
        await openUnit(now.unit.id, panel?.domain.id);
      }
      say(word("said_rule", { version }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problem.textContent = `${error.message} ${word("not_saved")}`;
      ready();
    }
  }
  const box = dialog(
    word("make_rule"),
    "wide",
    make("p", {}, word("rule_text")),
    make(
      "div",
      { class: "fields" },
      make("label", {}, word("rule_words"), said),
      make("label", {}, word("domain"), domains),
      make("label", {}, word("code"), codes),
    ),
    place,
    problem,
    make("div", { class: "row foot" }, make("label", { class: "reason" }, word("reason"), why), saving),
  );
  fillCodes();
  said.focus();
  measure();
}

/** The server lists so many interventions at most. */
const MOST_FLIPS = 200;

/** What a rule would do: against what people have coded, and which interventions would change. */
function effectOf(effect, code) {
  const said = (codes) => (codes === null ? word("not_coded") : codes.length ? codes.join("; ") : word("none_fits"));
  const hit = effect.flips.map((flip) => [
    flip.unit,
    flip.text,
    flip.from.join("; ") || "–",
    flip.to.join("; ") || "–",
    said(flip.people),
    ...(study.money ? [funds(flip.funds)] : []),
  ]);
  return [
    make(
      "p",
      {},
      `${counted("rule_hits", effect.hits)} ${counted("rule_gains", effect.gains)} ${counted("rule_losses", effect.losses)}`,
    ),
    table(
      word("rule_measured", { code }),
      [word("measure"), word("before"), word("after")],
      [
        [word("precision"), percentOf(effect.precision_before), percentOf(effect.precision)],
        [word("recall"), percentOf(effect.recall_before), percentOf(effect.recall)],
      ],
      word("rule_held_back"),
    ),
    table(
      study.money && effect.funds ? word("rule_flips_funds", { funds: funds(effect.funds) }) : word("rule_flips"),
      [
        word("intervention"),
        word("text"),
        word("from"),
        word("to"),
        word("people_say"),
        ...(study.money ? [word("funds")] : []),
      ],
      hit,
      effect.flips.length >= MOST_FLIPS ? word("first_flips", { n: whole(MOST_FLIPS) }) : null,
      word("rule_no_flips"),
    ),
  ];
}

const percentOf = (share) =>
  share === null || share === undefined
    ? "–"
    : numbers({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share);
