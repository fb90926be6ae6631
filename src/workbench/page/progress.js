/* How far the coding has come: done and left, one's own pace, and how well coders agree as it grows. */

async function showProgress() {
  const view = $("#view");
  view.replaceChildren(make("p", { class: "soft" }, word("fetching")));
  const asked = turn;
  const own = await attempt(() => get("/api/progress"), showProgress);
  if (!own || asked !== turn) return;
  const labelled = (id) => study.domains.find((domain) => domain.id === id)?.label ?? id;
  const heading = make("h2", { tabindex: "-1" }, word("progress"));
  view.replaceChildren(
    make(
      "article",
      { class: "progress" },
      heading,
      make(
        "dl",
        { class: "facts" },
        facts(own).map(([name, value, more]) =>
          make("div", {}, make("dt", {}, name), make("dd", {}, value, more ? make("small", {}, more) : null)),
        ),
      ),
      own.by_area?.length
        ? table(
            word("by_area"),
            [
              word("queue_area"),
              word("done"),
              word("left"),
              "",
              ...(study.money ? [word("funds_done"), word("funds_left")] : []),
            ],
            own.by_area.map((row) => [
              study.areas.find(({ id }) => id === row.id)?.label ?? row.id,
              whole(row.done),
              whole(row.left),
              bar(row.done, row.done + row.left),
              ...(study.money ? [funds(row.funds_done), funds(row.funds_left)] : []),
            ]),
          )
        : null,
      table(
        word("agreement"),
        [word("domain"), word("by"), word("doubled"), "α", word("interval"), ""],
        own.agreement.map((row) => [
          labelled(row.domain),
          word(row.by_funds ? "by_funds" : "by_number"),
          whole(row.n),
          decimal(row.alpha),
          row.low === null || row.low === undefined
            ? "–"
            : word("from_to", { low: decimal(row.low), high: decimal(row.high) }),
          interval(row),
        ]),
        word("agreement_note"),
        word("no_agreement"),
      ),
      table(
        word("confused"),
        [word("domain"), word("one_says"), word("other_says"), word("times")],
        own.confused.map((row) => [
          labelled(row.domain),
          named(row.domain, row.a),
          named(row.domain, row.b),
          whole(row.n),
        ]),
        null,
        word("no_confused"),
      ),
    ),
  );
  heading.focus();
}

function named(domain, id) {
  if (!id) return word("none_fits");
  return `${id} ${codesOf.get(domain)?.get(id)?.label ?? ""}`.trim();
}

function facts(own) {
  const all = own.done + own.left;
  const pace = own.pace && own.pace.per_hour !== null;
  return [
    [word("done"), whole(own.done), word("of_all", { all: whole(all), share: percent(all ? own.done / all : 0) })],
    [word("left"), whole(own.left), null],
    ...(study.money
      ? [
          [word("funds_done"), funds(own.funds_done), null],
          [word("funds_left"), funds(own.funds_left), null],
        ]
      : []),
    [
      word("pace"),
      pace ? counted("per_hour", own.pace.per_hour, { n: decimal(own.pace.per_hour, 0) }) : "–",
      pace && own.pace.hours_left !== null
        ? counted("hours_left", own.pace.hours_left, {
            n: decimal(own.pace.hours_left, own.pace.hours_left < 10 ? 1 : 0),
          })
        : word("pace_later"),
    ],
  ];
}

const bar = (done, all) =>
  make("progress", { max: String(Math.max(all, 1)), value: String(done), "aria-label": percent(all ? done / all : 0) });

/** α with its interval on a line from 0 to 1; the numbers stand beside it. */
function interval({ alpha, low, high }) {
  if (alpha === null || alpha === undefined) return "";
  const svg = (name, attributes, ...children) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const x = (value) => 4 + 112 * Math.min(Math.max(value, 0), 1);
  return svg(
    "svg",
    { viewBox: "0 0 120 16", width: "120", height: "16", class: "interval", "aria-hidden": "true" },
    svg("line", { x1: 4, x2: 116, y1: 8, y2: 8, class: "axis" }),
    svg("line", { x1: x(0.667), x2: x(0.667), y1: 3, y2: 13, class: "axis" }),
    svg("line", { x1: x(0.8), x2: x(0.8), y1: 3, y2: 13, class: "axis" }),
    svg("line", { x1: x(low ?? alpha), x2: x(high ?? alpha), y1: 8, y2: 8, class: "range" }),
    svg("circle", { cx: x(alpha), cy: 8, r: 4 }),
  );
}

/** A table with its heading; where there are no rows, what that means. */
function table(name, heads, rows, note = null, empty = "") {
  const id = `table-${plain(name).replace(/[^\p{L}]/gu, "-")}`;
  const isNumber = (at) =>
    rows.some((row) => /\d/.test(row[at])) &&
    rows.every((row) => typeof row[at] === "string" && /^[\d\s\u00a0,.–%-]+(?:\p{L}{2,4})?$/u.test(row[at]));
  return make(
    "section",
    {},
    make("h3", { id }, name),
    note ? make("p", { class: "soft" }, note) : null,
    rows.length === 0
      ? make("p", {}, empty)
      : make(
          "div",
          { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": id },
          make(
            "table",
            {},
            make(
              "thead",
              {},
              make(
                "tr",
                {},
                heads.map((head, at) =>
                  head ? make("th", { scope: "col", class: isNumber(at) ? "number" : null }, head) : make("td", {}),
                ),
              ),
            ),
            make(
              "tbody",
              {},
              rows.map((row) =>
                make(
                  "tr",
                  {},
                  row.map((cell, at) =>
                    at === 0
                      ? make("th", { scope: "row" }, cell)
                      : make("td", { class: isNumber(at) ? "number" : null }, cell),
                  ),
                ),
              ),
            ),
          ),
        ),
  );
}
