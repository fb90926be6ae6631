/* The codebook: its codes as a tree, search as you type, definitions, and texts that people have coded so. */

/** By domain, its codes by their ids. */
const codesOf = new Map();

function readCodes() {
  for (const domain of study.domains) codesOf.set(domain.id, new Map(domain.codes.map((code) => [code.id, code])));
}

const codeOf = (domain, id) => codesOf.get(domain.id)?.get(id);
const labelOf = (domain, id) => codeOf(domain, id)?.label ?? id;

/** How deep in the tree a code stands; a main code at 0. */
function depth(domain, code) {
  let steps = 0;
  for (let own = code; own?.parent && steps < 9; own = codeOf(domain, own.parent)) steps += 1;
  return steps;
}

const plain = (text) => text.normalize("NFC").toLowerCase();
/** An id as people type it in a hurry: "g15" for "G1.5". */
const bare = (text) => plain(text).replace(/[^\p{L}\p{N}]/gu, "");

/** How well a code fits what was typed, best first; 9 where it does not. */
function fit(code, typed, short) {
  const id = plain(code.id);
  if (id === typed || (short && bare(id) === short)) return 0;
  if (id.startsWith(typed) || (short && bare(id).startsWith(short))) return 1;
  const label = plain(code.label);
  if (label.startsWith(typed)) return 2;
  const at = label.indexOf(typed);
  if (at > 0) return beginsWord(label, typed) ? 3 : 4;
  const definition = plain(code.definition ?? "");
  if (beginsWord(definition, typed)) return 5;
  return definition.includes(typed) ? 6 : 9;
}

function beginsWord(text, part) {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
  }
  return false;
}

/** The codes of a domain that fit, best first; all words that were typed have to. */
function searchCodes(domain, text) {
  const typed = plain(text).trim();
  if (!typed) return [];
  const parts = typed.split(/\s+/);
  const found = domain.codes.map((code, order) => {
    const as = fit(code, typed, bare(typed));
    const all = as < 9 ? as : Math.max(...parts.map((part) => fit(code, part, "")), 4);
    return { code, all, order };
  });
  return found
    .filter(({ all }) => all < 9)
    .sort((a, b) => a.all - b.all || a.order - b.order)
    .map(({ code }) => code);
}

/** Texts that are coded so already, into a place that tells while they are fetched. */
async function showExamples(place, domain, id) {
  place.replaceChildren(make("p", { class: "soft" }, word("fetching")));
  try {
    const { examples } = await get("/api/examples", { domain: domain.id, code: id });
    place.replaceChildren(
      examples.length === 0
        ? make("p", { class: "soft" }, word("no_examples"))
        : make(
            "ul",
            { class: "examples" },
            examples.map((own) =>
              make("li", {}, make("q", {}, own.text), " ", make("span", { class: "soft" }, own.id)),
            ),
          ),
    );
  } catch (error) {
    place.replaceChildren(make("p", {}, error.message));
  }
}

/** What a code means: its definition, what it is part of, and examples when they are asked for. */
function definitionOf(domain, code) {
  const parent = code.parent && codeOf(domain, code.parent);
  const place = make("div", { class: "examples-place", "aria-live": "polite" });
  return [
    make("p", { class: "defined" }, make("b", {}, `${code.id} `), code.label),
    make("p", {}, code.definition || word("no_definition")),
    parent ? make("p", { class: "soft" }, word("part_of", { code: `${parent.id} ${parent.label}` })) : null,
    button(word("show_examples"), () => showExamples(place, domain, code.id), {
      tabindex: "-1",
      class: "link show-examples",
    }),
    place,
  ].filter(Boolean);
}

/** The whole codebook of a domain, to read and to search; `choose` gives a code, where one is being given. */
function openCodebook(domain, choose = null) {
  const tree = make("ul", { class: "tree" });
  const count = make("p", { class: "soft", role: "status" });
  const pick = make(
    "select",
    {
      "aria-label": word("domain"),
      change: () => {
        domain = study.domains.find((own) => own.id === pick.value);
        draw();
      },
    },
    study.domains.map((own) => make("option", { value: own.id, selected: own.id === domain.id }, own.label)),
  );
  const search = make("input", {
    type: "search",
    "aria-label": word("search_codebook"),
    placeholder: word("search_codebook"),
    autocomplete: "off",
    input: () => draw(),
  });
  const first = domain;
  function draw() {
    const hits = search.value.trim() ? searchCodes(domain, search.value) : domain.codes;
    count.textContent = counted("codes", hits.length);
    tree.replaceChildren(
      ...hits.map((code) => {
        const place = make("div", { class: "examples-place", "aria-live": "polite" });
        return make(
          "li",
          { class: `depth-${Math.min(depth(domain, code), 3)}` },
          make("h3", {}, make("span", { class: "id" }, code.id), " ", code.label),
          make("p", {}, code.definition || word("no_definition")),
          make(
            "div",
            { class: "row" },
            choose && domain.id === first.id
              ? button(word("choose_code", { code: code.id }), () => {
                  box.close();
                  choose(code.id);
                })
              : null,
            button(word("show_examples"), () => showExamples(place, domain, code.id), {
              class: "link",
              "aria-label": word("examples_of", { code: code.id }),
            }),
          ),
          place,
        );
      }),
    );
  }
  const box = dialog(word("codebook"), "wide", make("div", { class: "row" }, pick, search, count), tree);
  draw();
  search.focus();
}
