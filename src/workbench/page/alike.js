/* Interventions that read the same, or nearly: shown in a list, and coded at once as the one beside. */

/** Offers them when an intervention is done; says whether there are any. `then` goes on. */
function offerAlike(unit, panels, then) {
  if (unit.alike.length === 0) return false;
  openAlike(unit, panels, unit.alike, then);
  return true;
}

/** The list; those that read the same are ticked, the others have to be looked at. */
function openAlike(unit, panels, alike, then) {
  const saved = panels.filter((panel) => panel.isSaved && !panel.isChanged);
  const codes = make(
    "dl",
    { class: "given" },
    saved.map((panel) =>
      make(
        "div",
        {},
        make("dt", {}, panel.domain.label),
        make(
          "dd",
          {},
          panel.given.codes.length
            ? panel.given.codes.map((id) => `${id} ${labelOf(panel.domain, id)}`).join("; ")
            : word("none_fits"),
        ),
      ),
    ),
  );
  const text = unit.texts.map((own) => own.text).join("\n");
  const ticks = alike.map((own) => make("input", { type: "checkbox", checked: own.same }));
  const rows = alike.map((own, at) =>
    make(
      "li",
      {},
      make(
        "label",
        {},
        ticks[at],
        make(
          "span",
          {},
          make("b", {}, own.recipient),
          make("span", { class: "soft" }, ` ${own.id} · ${word(own.same ? "same_text" : "near_text")}`),
          make("span", { class: "words", dir: "auto" }, own.same ? own.text : changes(text, own.text)),
        ),
      ),
    ),
  );
  const problem = make("p", { role: "alert", class: "problem" });
  let isDone = false;
  const code = keyed(
    word("code_alike"),
    "Enter",
    async () => {
      const chosen = alike.filter((_, at) => ticks[at].checked);
      const codings = chosen.flatMap((own) =>
        saved
          // What was said of an answer is not said of one that is missing.
          .filter(
            ({ domain, given }) => domain.id in own.read && (own.read[domain.id] === null) === (given.read === null),
          )
          .map((panel) => ({ ...panel.coding(), unit: own.id, read: own.read[panel.domain.id] })),
      );
      code.disabled = true;
      try {
        if (codings.length) showCount(await post("/api/code", { codings }));
        isDone = true;
        box.close();
        say(counted("said_alike", chosen.length));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        problem.textContent = `${error.message} ${word("not_saved")}`;
        code.disabled = false;
      }
    },
    { class: "primary", disabled: saved.length === 0 },
  );
  const box = dialog(
    counted("alike_heading", alike.length),
    "wide",
    make("p", {}, word(saved.length ? "alike_text" : "alike_first")),
    codes,
    make("ul", { class: "alike" }, rows),
    problem,
    make(
      "div",
      { class: "row" },
      code,
      keyed(word(then ? "alike_no" : "close"), "Esc", () => box.close()),
    ),
  );
  box.addEventListener("close", () => {
    if (then) then();
    else if (isDone) openUnit(unit.id);
  });
  code.focus();
}
