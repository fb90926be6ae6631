/* Makes the static report interactive. Whatever it shows stands in the page already: the numbers in the tables, the
   interventions in the embedded data. Text is set as text, never as markup.

   The page hears what happens to its figures and tables as a whole, so that it answers as soon as this has run. What a
   single figure or table needs besides, it gets when the reader comes near or does something with it, and otherwise while
   nothing else is to be done. */
(() => {
  "use strict";

  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

  /** What takes its time to make, made when it is first asked for. */
  function later(make) {
    let made;
    return () => (made ??= make());
  }

  const embedded = (name) => JSON.parse($(`script.${name}`).textContent);
  const words = embedded("words");
  /** The words around drawings, and the interventions behind numbers. */
  const data = later(() => embedded("data"));
  const language = document.documentElement.lang;
  const order = later(() => new Intl.Collator(language));
  const whole = later(() => new Intl.NumberFormat(language, { useGrouping: "always" }));

  /** An element with attributes and children; strings become text. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  function button(text, action) {
    const element = make("button", { type: "button" }, text);
    element.addEventListener("click", action);
    return element;
  }

  /** A text of the page with its placeholders filled in. */
  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /** Says something to who listens to the page. */
  function say(text) {
    $(".said").textContent = text;
  }

  // ---- Tables: sorting

  const raw = (cell) => cell.dataset.value ?? cell.textContent;

  /** The rows by a column; what is missing comes last in both directions. */
  function sorted(rows, column, direction) {
    const number = rows.every(({ cells }) => raw(cells[column]) === "" || !Number.isNaN(Number(raw(cells[column]))));
    const compare = number ? (a, b) => Number(a) - Number(b) : order().compare;
    return [...rows].sort((one, other) => {
      const [a, b] = [raw(one.cells[column]), raw(other.cells[column])];
      if (a === "" || b === "") return (a === "") - (b === "");
      return direction * compare(a, b);
    });
  }

  /** Turns the heads of a table into buttons: ascending, descending, as it was. */
  function makeSortable(table) {
    const body = table.tBodies[0];
    const original = [...body.rows];
    // The table can be entered by its heads and buttons.
    if ($("button", body) || original.length > 1) table.parentElement.removeAttribute("tabindex");
    if (original.length < 2) return;
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const numeric = head.classList.contains("number");
      const next = { none: numeric ? "descending" : "ascending", ascending: "descending", descending: "ascending" };
      const last = numeric ? "ascending" : "descending";
      const sort = button(head.textContent, () => {
        const now = head.getAttribute("aria-sort") ?? "none";
        const then = now === last ? "none" : next[now];
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (then !== "none") head.setAttribute("aria-sort", then);
        const rows = then === "none" ? original : sorted(original, column, then === "ascending" ? 1 : -1);
        body.append(...rows);
        const how = { none: words.sorted_as_printed, ascending: words.sorted_up, descending: words.sorted_down };
        say(fill(how[then], { column: sort.textContent }));
      });
      head.replaceChildren(sort);
    });
  }

  // ---- Downloads: made in the page, nothing is fetched

  function download(name, type, text) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  /** A field of a CSV file. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
  function field(text, isText) {
    const harmless = isText && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  }

  /** The table as in the CSV files of the output folder: its own columns, in its own order. */
  function csv(head, rows) {
    const columns = head.map((cell, index) => ({ id: cell.dataset.column, index, text: !cell.classList.contains("number") }));
    const own = columns.filter(({ id }) => id);
    const lines = [own.map(({ id }) => field(id, false))];
    for (const row of rows) lines.push(own.map(({ index, text }) => field(raw(row.cells[index]), text)));
    return lines.map((line) => `${line.join(",")}\n`).join("");
  }

  /** The drawing by itself, with the title, note and source that the page has in its own text. */
  function drawing(figure) {
    const copy = figure.svg.cloneNode(true);
    const text = (name, content) => {
      const element = document.createElementNS(copy.namespaceURI, name);
      element.textContent = content;
      return element;
    };
    for (const mark of $$(".mark", copy)) {
      mark.prepend(text("title", mark.getAttribute("aria-label")));
      for (const name of ["role", "tabindex", "aria-label"]) mark.removeAttribute(name);
    }
    for (const element of $$("[aria-hidden]", copy)) element.removeAttribute("aria-hidden");
    for (const element of $$(".filtered, .current", copy)) element.classList.remove("filtered", "current");
    copy.removeAttribute("class");
    const [above, below] = data().captions[figure.element.id].map((captions) => read(captions, copy));
    const paper = $("rect", copy);
    paper.after(...above);
    copy.append(...below);
    const [, , width, height] = copy.dataset.whole.split(" ");
    copy.setAttribute("viewBox", copy.dataset.whole);
    copy.setAttribute("width", `${width}mm`);
    copy.setAttribute("height", `${height}mm`);
    copy.setAttribute("role", "img");
    for (const name of ["data-whole", "aria-labelledby", "aria-describedby"]) copy.removeAttribute(name);
    const heading = $("h3", figure.element).textContent.trim();
    const inWords = $$(".words p", figure.element).map((paragraph) => paragraph.textContent);
    copy.prepend(text("title", heading), text("desc", inWords.join("\n\n")));
    return `${new XMLSerializer().serializeToString(copy)}\n`;
  }

  /** Elements of a drawing that are written in the embedded data, for the drawing that they go into. */
  function read(elements, drawing) {
    const parser = new DOMParser();
    const whole = parser.parseFromString(`<svg xmlns="${drawing.namespaceURI}">${elements}<\/svg>`, "image/svg+xml");
    return [...whole.documentElement.children].map((element) => document.importNode(element, true));
  }

  function offerDownloads(item) {
    const { element, table, rows } = item;
    // A picture or a text of somebody has no rows.
    if (!table) return;
    const tools = $(".tools", element);
    tools.setAttribute("role", "group");
    tools.setAttribute("aria-label", words.downloads);
    const head = [...table.tHead.rows[0].cells];
    const name = element.id;
    tools.append(button(words.csv, () => download(`${name}.csv`, "text/csv;charset=utf-8", csv(head, rows))));
    if (item.svg) tools.append(button(words.svg, () => download(`${name}.svg`, "image/svg+xml", drawing(item))));
    tools.hidden = false;
  }

  // ---- Marks: one stop for the tab key per figure, arrows go from mark to mark

  const visible = (marks) => marks.filter((mark) => !mark.classList.contains("filtered"));

  function stopAt(marks, current) {
    for (const mark of marks) mark.setAttribute("tabindex", mark === current ? "0" : "-1");
  }

  function move(event, marks, mark) {
    const shown = visible(marks);
    const at = shown.indexOf(mark);
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: shown.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = shown[Math.min(Math.max(to, 0), shown.length - 1)];
    stopAt(marks, next);
    next.focus();
  }

  /** A figure may have two drawings, one of which is for narrow windows. */
  function bringToLife({ rows, marksIn }, svg) {
    const marks = $$(".mark", svg).sort((a, b) => a.dataset.row - b.dataset.row);
    marksIn.set(svg, marks);
    if (marks.length === 0) return;
    // What is not a mark is drawn for the eye; the table and the words have it all.
    for (const child of $$("text, polyline, path", svg)) child.setAttribute("aria-hidden", "true");
    for (const mark of marks) {
      const title = $("title", mark);
      mark.setAttribute("aria-label", title.textContent);
      title.remove();
      const behind = listBehind(rows[mark.dataset.row]);
      mark.setAttribute("role", behind ? "button" : "img");
      if (behind) mark.setAttribute("aria-haspopup", "dialog");
    }
    stopAt(marks, marks[0]);
    // The chart can be entered by its marks now, and is named by the drawing.
    const chart = svg.parentElement;
    const entered = document.activeElement === chart;
    for (const name of ["tabindex", "role", "aria-labelledby"]) chart.removeAttribute(name);
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-describedby", "page:marks");
    if (entered) marks[0].focus({ preventScroll: true });
  }

  const select = (mark, row) => {
    const behind = listBehind(row);
    if (behind) openBehind(mark, behind);
  };

  function press(mark, row, event, { marksIn }) {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      select(mark, row);
    } else {
      move(event, marksIn.get(mark.closest("svg")), mark);
    }
  }

  /** The page hears what happens to marks; a figure that nobody has been near comes to life by it. */
  function listen() {
    const on = (type, action) =>
      addEventListener(type, (event) => {
        const item = event.target.closest && wake(itemOf.get(event.target.closest(".item")));
        const mark = item && event.target.closest(".mark");
        if (mark) action(mark, item.rows[mark.dataset.row], event, item);
      });
    on("click", select);
    on("pointerover", showTip);
    on("pointerout", hideTipSoon);
    on("focusin", showTip);
    on("focusout", hideTip);
    on("keydown", press);
  }

  // ---- The tip: what a mark shows, from its row of the table

  const tip = make("div", { class: "tip", "aria-hidden": "true", hidden: "" });
  let tipOf = null;
  let hiding = 0;

  function showTip(mark, row) {
    clearTimeout(hiding);
    tipOf?.classList.remove("current");
    tipOf = mark;
    mark.classList.add("current");
    const heads = [...row.closest("table").tHead.rows[0].cells];
    const list = make("dl");
    [...row.cells].forEach((cell, column) => {
      if (cell.hidden || cell.matches("th") || cell.textContent === "") return;
      list.append(make("dt", {}, heads[column].textContent), make("dd", {}, cell.textContent));
    });
    tip.replaceChildren(make("p", {}, $("th", row).textContent), list);
    tip.hidden = false;
    place(mark.getBoundingClientRect());
  }

  /** Above the mark, or below it where there is no room; whole within the window. */
  function place(mark) {
    const gap = 8;
    const { width, height } = tip.getBoundingClientRect();
    const edge = document.documentElement.clientWidth - width - gap;
    const left = Math.max(gap, Math.min(mark.left + mark.width / 2 - width / 2, edge));
    const above = mark.top - height - gap;
    const top = above >= gap ? above : mark.bottom + gap;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${top + scrollY}px`;
  }

  function hideTip() {
    clearTimeout(hiding);
    tipOf?.classList.remove("current");
    tipOf = null;
    tip.hidden = true;
  }

  /** The pointer has time to go over to the tip, so that its text can be read and marked. */
  function hideTipSoon() {
    clearTimeout(hiding);
    hiding = setTimeout(hideTip, 200);
  }

  tip.addEventListener("pointerenter", () => clearTimeout(hiding));
  tip.addEventListener("pointerleave", hideTipSoon);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !tip.hidden) hideTip();
  });

  // ---- The interventions behind a mark or a row

  const dialog = $("dialog");

  /** The number of the list behind a row; cells have it that count interventions. */
  function listBehind(row) {
    return $("[data-behind]", row)?.dataset.behind;
  }

  function openBehind(opener, list) {
    hideTip();
    const { lists, interventions, recipients, funds } = data();
    const [name, positions, count, total] = lists[list];
    $("h2", dialog).textContent = name;
    const totals = [[words.number, count]];
    if (funds) totals.push([funds[1], total]);
    const told = totals.map(([label, number]) => `${label}: ${whole().format(number)}`);
    if (count > positions.length) told.push(words.first.replace("{shown}", whole().format(positions.length)));
    $("header p", dialog).textContent = told.join(" · ");
    const body = make("tbody");
    for (const position of positions) {
      const [id, title, recipient, amount] = interventions[position];
      body.append(
        make(
          "tr",
          {},
          make("td", {}, id),
          make("th", { scope: "row" }, title || words.untitled),
          make("td", {}, recipients[recipient]),
          ...(funds ? [make("td", { class: "number", "data-value": String(amount) }, whole().format(amount))] : []),
        ),
      );
    }
    const head = make("tr");
    const columns = [
      ["intervention_id", words.id],
      ["title", words.title],
      ["recipient", words.recipient],
    ];
    if (funds) columns.push([...funds, "number"]);
    for (const [column, label, kind = ""] of columns) {
      head.append(make("th", { scope: "col", class: kind, "data-column": column }, label));
    }
    const table = make("table", { "aria-label": name }, make("thead", {}, head), body);
    $(".list", dialog).replaceChildren(table);
    makeSortable(table);
    dialog.showModal();
    dialog.scrollTop = 0;
    dialog.addEventListener("close", () => opener.focus({ preventScroll: true }), { once: true });
  }

  if (dialog) {
    $("button", dialog).addEventListener("click", () => dialog.close());
    // A click beside the panel closes it.
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  }

  /** In tables the numbers lead to the same lists. */
  function linkCells(table) {
    for (const cell of $$("[data-behind]", table)) {
      const open = button(cell.textContent, () => openBehind(open, cell.dataset.behind));
      const [of] = $$("th", cell.parentElement);
      open.setAttribute("aria-label", `${cell.textContent}, ${of.textContent}`);
      open.setAttribute("aria-haspopup", "dialog");
      cell.replaceChildren(open);
    }
  }

  // ---- Filters

  function setFilter(area, domain) {
    for (const item of items) {
      const { areas, domains } = item.element.dataset;
      const fits = (!area || areas.split(" ").includes(area)) && (!domain || domains.split(" ").includes(domain));
      item.element.classList.toggle("filtered", !fits);
      item.entry.classList.toggle("filtered", !fits);
      if (fits) filterWithin(wake(item), domain);
    }
    for (const whole of $$(".chapter, nav > ol > li.has-items")) {
      const some = $$(whole.matches(".chapter") ? ".item" : "li", whole).some((inner) => !inner.classList.contains("filtered"));
      whole.classList.toggle("filtered", !some);
    }
    countShown();
  }

  /** `alla 38 figurer`, `3 av 38 figurer`, `1 figur`. */
  function counted(all, one, many) {
    const shown = all.filter(({ element }) => !element.classList.contains("filtered"));
    const things = all.length === 1 ? one : many;
    if (shown.length === all.length && all.length === 1) return `1 ${things}`;
    return fill(shown.length === all.length ? words.all : words.some, { shown: shown.length, all: all.length, things });
  }

  function countShown() {
    const parts = [
      [items.filter((item) => item.isFigure), words.figure, words.figures],
      [items.filter((item) => !item.isFigure && !item.isText), words.table, words.tables],
    ];
    const told = parts.filter(([all]) => all.length > 0).map((part) => counted(...part));
    $(".status").textContent = told.length > 0 ? fill(words.showing, { shown: told.join(words.and) }) : "";
    $(".nothing").hidden = items.length === 0 || $(".item:not(.filtered)") !== null;
  }

  /** Within a figure or table the marks, rows and columns of the other domains go. */
  function filterWithin({ marksIn, table, rows }, domain) {
    const other = (element) => Boolean(domain && element.dataset.domain && element.dataset.domain !== domain);
    for (const row of rows) row.classList.toggle("filtered", other(row));
    for (const [svg, marks] of marksIn) {
      for (const element of $$("[data-row]", svg)) {
        element.classList.toggle("filtered", other(rows[element.dataset.row]));
      }
      // A line between two domains has lost one of its ends.
      for (const joints of $$(".joints", svg)) joints.classList.toggle("filtered", Boolean(domain));
      if (marks.length > 0) stopAt(marks, visible(marks)[0]);
    }
    if (!table) return;
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (!head.dataset.domain) return;
      for (const row of table.rows) row.cells[column].classList.toggle("filtered", other(head));
    });
  }

  // ---- Where the reader is

  function followReader() {
    let opened = null;
    const watch = new IntersectionObserver(
      (entries) => {
        const entering = entries.filter((entry) => entry.isIntersecting)[0];
        if (!entering) return;
        for (const link of $$(".side [aria-current]")) link.removeAttribute("aria-current");
        const { entry } = itemOf.get(entering.target);
        $("a", entry).setAttribute("aria-current", "location");
        const details = entry.closest("details");
        if (details === opened) return;
        // What the reader opened stays open.
        if (opened) opened.open = false;
        opened = details.open ? null : details;
        details.open = true;
      },
      { rootMargin: "-20% 0px -70% 0px" },
    );
    if (matchMedia("(min-width: 62.01rem)").matches) items.forEach(({ element }) => watch.observe(element));
  }

  // ---- Figures and tables come to life

  const entries = new Map($$(".side li li").map((entry) => [$("a", entry).getAttribute("href"), entry]));
  const items = $$(".item").map((element) => ({
    element,
    entry: entries.get(`#${element.id}`),
    isFigure: $(".chart", element) !== null,
    isText: element.classList.contains("text"),
    awake: false,
  }));
  const itemOf = new Map(items.map((item) => [item.element, item]));

  /** Finds what is within an item and brings it to life, once. */
  function wake(item) {
    if (!item || item.awake) return item;
    const { element } = item;
    const table = $("table.data", element);
    const rows = table ? [...table.tBodies[0].rows, ...(table.tFoot?.rows ?? [])] : [];
    const drawings = $$(".chart svg", element);
    Object.assign(item, { awake: true, table, rows, svg: drawings[0], marksIn: new Map() });
    for (const svg of drawings) bringToLife(item, svg);
    offerDownloads(item);
    if (table && !table.closest("details:not([open])")) open(table);
    return item;
  }

  const opened = new WeakSet();

  /** A table that the reader sees can be sorted, and leads to interventions. */
  function open(table) {
    if (opened.has(table)) return;
    opened.add(table);
    linkCells(table);
    makeSortable(table);
  }

  /** Whatever is folded in is opened when it is unfolded. */
  function unfold({ target }) {
    const table = target.open && $("table.data", target);
    if (!table) return;
    wake(itemOf.get(target.closest(".item")));
    open(table);
  }

  /** Those near the reader first. */
  function wakeNear() {
    const near = new IntersectionObserver(
      (all) => {
        for (const { isIntersecting, target } of all) {
          if (!isIntersecting) continue;
          wake(itemOf.get(target));
          near.unobserve(target);
        }
      },
      { rootMargin: "100% 0px" },
    );
    for (const { element } of items) near.observe(element);
  }

  /** The others one by one while nothing else is to be done, so that they can be found by who reads without looking. */
  function wakeAll() {
    const whenIdle = globalThis.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 4 }), 20));
    const asleep = [...items];
    const go = (deadline) => {
      do wake(asleep.shift());
      while (asleep.length > 0 && deadline.timeRemaining() > 2);
      if (asleep.length > 0) whenIdle(go);
      else performance.mark("complete");
    };
    whenIdle(go);
  }

  // ---- Begin

  listen();
  addEventListener("toggle", unfold, true);
  document.body.append(tip);
  const chosen = (name) => $(`.filters [name="${name}"]`)?.value ?? "";
  const filter = () => setFilter(chosen("area"), chosen("domain"));
  for (const select of $$(".filters select")) select.addEventListener("change", filter);
  $(".filters").hidden = false;
  countShown();
  followReader();
  wakeNear();
  addEventListener("DOMContentLoaded", () => {
    // A browser may bring back what was chosen before the page was loaded anew.
    if (chosen("area") || chosen("domain")) filter();
    for (const table of $$("table.data")) {
      if (!table.closest(".item, details:not([open])")) open(table);
    }
    wakeAll();
  });
  performance.mark("interactive");
})();
