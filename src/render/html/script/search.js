// Search over figures and tables, codes, notes and appendices.

/** Texts are compared without regard to capitals; `å` is not `a`. */
const compared = (text) => text.normalize("NFC").replaceAll("\u00ad", "").replace(/\s+/g, " ").toLocaleLowerCase(language);

/** What can be found: kind, the text that is compared, and what shows it. */
const findable = later(() => {
  const all = [...findableItems(), ...findableCodes(), ...findableNotes(), ...findableRows()];
  return all.map((one) => ({ ...one, own: compared(one.text) }));
});

const texts = (selector, within) => $$(selector, within).map((element) => element.textContent).join(" ");
const linkTo = (element, text = $("h2, h3", element).textContent) => make("a", { href: `#${plainly(element.id)}` }, text);
/** As the contents call an item: its number, or its title where it has none. */
const shortly = ({ element, entry }) => $("b", entry)?.textContent ?? $("h3", element).textContent;

/** By title, explanation and prose, and by what their rows are about where that has no code. */
function findableItems() {
  return items.map(({ element }) => {
    const coded = $('[data-column="code"]', element);
    const rows = coded ? "" : texts("table.data tbody th", element);
    return { kind: "items", text: `${texts("h3, .explanation, .prose", element)} ${rows}`, made: () => [linkTo(element)] };
  });
}

/** Every code once, with all that show it. */
function findableCodes() {
  const codes = new Map();
  for (const item of items) {
    const head = $('thead [data-column="code"]', item.element);
    for (const row of head ? $$("table.data tbody tr", item.element) : []) {
      const code = row.cells[head.cellIndex];
      const name = $("th", row);
      // What has no code has a row of its own.
      if (!raw(code)) continue;
      const text = code === name ? name.textContent : `${code.textContent} ${name.textContent}`;
      codes.set(text, (codes.get(text) ?? new Set()).add(item));
    }
  }
  const links = (all) => [...all].flatMap((item, at) => [at > 0 ? ", " : " ", linkTo(item.element, shortly(item))]);
  return [...codes].map(([text, all]) => ({ kind: "codes", text, made: () => [`${text}:`, ...links(all)] }));
}

function findableNotes() {
  return items.flatMap((item) =>
    $$("figcaption p, .below", item.element).map(({ textContent }) => ({
      kind: "notes",
      text: textContent,
      made: () => [linkTo(item.element, shortly(item)), `: ${textContent}`],
    })),
  );
}

function findableRows() {
  return $$(".appendix").map((element) => {
    const rows = $$("tbody tr", element).map((row) => compared(texts("th, td", row)));
    const found = (sought) => rows.filter((row) => sought.every((word) => row.includes(word))).length;
    const made = (sought) => {
      const title = $("h2", element).textContent;
      const number = found(sought);
      return [linkTo(element, number > 0 ? fill(words.hits_rows, { title, rows: whole().format(number) }) : title)];
    };
    return { kind: "appendices", text: $("h2", element).textContent, made, also: (sought) => found(sought) > 0 };
  });
}

function search(asked) {
  const sought = compared(asked).split(" ").filter(Boolean);
  const matches = ({ own, also }) => sought.every((word) => own.includes(word)) || Boolean(also?.(sought));
  const hits = sought.length > 0 ? findable().filter(matches) : [];
  const told = { 0: words.found_none, 1: words.found_one }[hits.length] ?? words.found;
  $(".found").textContent = sought.length > 0 ? fill(told, { all: whole().format(hits.length), sought: asked.trim() }) : "";
  const groups = ["items", "codes", "notes", "appendices"].map((kind) => {
    const own = hits.filter((hit) => hit.kind === kind).map(({ made }) => make("li", {}, ...made(sought)));
    return own.length > 0 ? [make("h2", {}, `${words[`hits_${kind}`]} (${whole().format(own.length)})`), make("ul", {}, ...own)] : [];
  });
  $(".hits").replaceChildren(...groups.flat());
}
