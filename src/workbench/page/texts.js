/* The texts of an intervention: what the rules found is marked, and what was edited is shown beside its old wording. */

/** A text with its marks; those that overlap are laid over each other. Those of the domain that is coded will stand out. */
function marked(text, marks) {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of marks) cuts.add(Math.min(start, text.length)).add(Math.min(end, text.length));
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(1).map((end, index) => {
    const start = at[index];
    const own = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const part = text.slice(start, end);
    if (own.length === 0) return part;
    const codes = [...new Set(own.map((mark) => mark.code))];
    return make(
      "mark",
      {
        "data-domains": own.map((mark) => mark.domain).join(" "),
        title: word("rule_found", { codes: codes.join(", ") }),
      },
      part,
    );
  });
}

/** Shows which texts a domain reads, and what the rules found for it in them. */
function pointOut(place, fields, domain) {
  for (const text of $$(".text", place)) text.classList.toggle("read", fields.includes(text.dataset.field));
  for (const mark of $$("mark", place)) mark.classList.toggle("own", mark.dataset.domains.split(" ").includes(domain));
}

/** The longest common subsequence of two texts' words, as parts: kept, gone or new. */
function compared(old, now) {
  const split = (text) => text.split(/(?<=\s)/).slice(0, 600);
  const [a, b] = [split(old), split(now)];
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i][j] =
        a[i].trim() === b[j].trim() ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const parts = [];
  const add = (kind, text) => {
    if (parts.at(-1)?.kind === kind) parts.at(-1).text += text;
    else parts.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i].trim() === b[j].trim()) {
      add("kept", b[j]);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && length[i + 1][j] >= length[i][j + 1])) {
      add("gone", a[i]);
      i += 1;
    } else {
      add("new", b[j]);
      j += 1;
    }
  }
  return parts;
}

/** A text, with what it has not of another and what it has beyond it. */
function changes(old, now) {
  const names = { gone: "del", new: "ins" };
  return compared(old, now).map(({ kind, text }) => (kind === "kept" ? text : make(names[kind], {}, text)));
}

/** The wording that was coded before, with what has gone and what has come. */
function oldWording(old, now) {
  return make(
    "details",
    { class: "old", open: true },
    make("summary", {}, word("old_wording")),
    make("p", {}, changes(old, now)),
  );
}

/** The texts of some fields, each with its heading. */
function textsOf(unit, fields) {
  return unit.texts
    .filter((text) => fields.includes(text.field))
    .map((text) =>
      make(
        "div",
        { class: "text", "data-field": text.field },
        make("h3", {}, text.label),
        make(
          "p",
          { class: "words", dir: "auto" },
          text.text.trim() ? marked(text.text, text.marks) : make("span", { class: "soft" }, word("no_text")),
        ),
      ),
    );
}
