/* Makes the static report interactive. Whatever it shows stands in the page already: the numbers in the tables, the
   interventions in the embedded data. Text is set as text, never as markup. */
(() => {
  "use strict";

  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const data = JSON.parse($("script[type='application/json']").textContent);
  const words = data.words;
  const order = new Intl.Collator(document.documentElement.lang);
  const whole = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: "always" });

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
    const compare = number ? (a, b) => Number(a) - Number(b) : order.compare;
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

  function offerDownloads(item) {
    const { element, table, rows } = item;
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

  function bringToLife(figure) {
    const { svg, rows } = figure;
    const marks = $$(".mark", svg).sort((a, b) => a.dataset.row - b.dataset.row);
    figure.marks = marks;
    if (marks.length === 0) return;
    // The chart can be entered by its marks now, and is named by the drawing.
    for (const name of ["tabindex", "role", "aria-labelledby"]) svg.parentElement.removeAttribute(name);
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-describedby", "page:marks");
    // What is not a mark is drawn for the eye; the table and the words have it all.
    for (const child of $$("text, polyline", svg)) child.setAttribute("aria-hidden", "true");
    for (const mark of marks) {
      const title = $("title", mark);
      mark.setAttribute("aria-label", title.textContent);
      title.remove();
      const behind = listBehind(figure, rows[mark.dataset.row]);
      mark.setAttribute("role", behind ? "button" : "img");
      if (behind) mark.setAttribute("aria-haspopup", "dialog");
    }
    stopAt(marks, marks[0]);
    listen(figure);
  }

  /** The figure hears what happens to its marks: around the drawing, which would become a stop of its own. */
  function listen(figure) {
    const { svg, marks, rows } = figure;
    const on = (type, action) =>
      svg.parentElement.addEventListener(type, (event) => {
        const mark = event.target.closest(".mark");
        if (mark) action(mark, rows[mark.dataset.row], event);
      });
    const select = (mark, row) => {
      const behind = listBehind(figure, row);
      if (behind) openBehind(mark, row, behind);
    };
    on("click", select);
    on("pointerover", showTip);
    on("pointerout", hideTipSoon);
    on("focusin", showTip);
    on("focusout", hideTip);
    on("keydown", (mark, row, event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        select(mark, row);
      } else {
        move(event, marks, mark);
      }
    });
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

  function listBehind(figure, row) {
    const { areas } = figure.element.dataset;
    const { domain, code } = row.dataset;
    return domain && data.marks?.[`${areas}/${domain}/${code}`];
  }

  /** A cell of a row by its column, with the column's head. */
  function cellOf(row, column) {
    const head = $(`[data-column="${column}"]`, row.closest("table").tHead);
    return { label: head.textContent, text: row.cells[head.cellIndex].textContent };
  }

  function openBehind(opener, row, positions) {
    hideTip();
    const name = `${cellOf(row, "domain").text}: ${cellOf(row, "label").text}`;
    $("h2", dialog).textContent = name;
    const totals = ["interventions", "weighted_kr"].map((column) => cellOf(row, column));
    $("header p", dialog).textContent = totals.map(({ label, text }) => `${label}: ${text}`).join(" · ");
    const body = make("tbody");
    for (const position of positions) {
      const [id, title, recipient, kronor] = data.interventions[position];
      body.append(
        make(
          "tr",
          {},
          make("td", {}, id),
          make("th", { scope: "row" }, title || words.untitled),
          make("td", {}, data.recipients[recipient]),
          make("td", { class: "number", "data-value": String(kronor) }, whole.format(kronor)),
        ),
      );
    }
    const head = make("tr");
    const columns = [
      ["intervention_id", words.id],
      ["title", words.title],
      ["recipient", words.recipient],
      ["weighted_kr", words.weighted, "number"],
    ];
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

  /** In tables the label leads to the same list. */
  function linkRows(figure) {
    if (!data.marks || !figure.svg) return;
    for (const row of figure.rows) {
      const behind = listBehind(figure, row);
      const label = $("th", row);
      if (!behind) continue;
      const open = button(label.textContent, () => openBehind(open, row, behind));
      open.setAttribute("aria-haspopup", "dialog");
      label.replaceChildren(open);
    }
  }

  // ---- Filters

  function setFilter(items, area, domain) {
    for (const item of items) {
      const { areas, domains } = item.element.dataset;
      const fits = (!area || areas.split(" ").includes(area)) && (!domain || domains.split(" ").includes(domain));
      item.element.classList.toggle("filtered", !fits);
      item.entry.classList.toggle("filtered", !fits);
      if (fits) filterWithin(item, domain);
    }
    const shown = items.filter(({ element }) => !element.classList.contains("filtered"));
    for (const whole of $$(".chapter, nav > ol > li.has-items")) {
      const some = $$(".item, li", whole).some((inner) => !inner.classList.contains("filtered"));
      whole.classList.toggle("filtered", !some);
    }
    countShown(items, shown, area || domain ? "shown" : "all_shown");
  }

  function countShown(all, shown, word) {
    const figures = (items) => items.filter((item) => item.svg).length;
    const tables = (items) => items.length - figures(items);
    const counts = { figures: figures(shown), all_figures: figures(all), tables: tables(shown), all_tables: tables(all) };
    $(".status").textContent = fill(words[word], counts);
    $(".nothing").hidden = shown.length > 0;
  }

  /** Within a figure or table the marks, rows and columns of the other domains go. */
  function filterWithin({ svg, marks, table, rows }, domain) {
    const other = (element) => Boolean(domain && element.dataset.domain && element.dataset.domain !== domain);
    for (const row of rows) row.classList.toggle("filtered", other(row));
    for (const element of svg ? $$("[data-row]", svg) : []) {
      element.classList.toggle("filtered", other(rows[element.dataset.row]));
    }
    // A line between two domains has lost one of its ends.
    for (const joints of svg ? $$(".joints", svg) : []) joints.classList.toggle("filtered", Boolean(domain));
    if (marks.length > 0) stopAt(marks, visible(marks)[0]);
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (!head.dataset.domain) return;
      for (const row of table.rows) row.cells[column].classList.toggle("filtered", other(head));
    });
  }

  // ---- Where the reader is

  function followReader(items) {
    let opened = null;
    const watch = new IntersectionObserver(
      (entries) => {
        const entering = entries.filter((entry) => entry.isIntersecting)[0];
        if (!entering) return;
        for (const link of $$(".side [aria-current]")) link.removeAttribute("aria-current");
        const { entry } = items.find((item) => item.element === entering.target);
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

  // ---- Begin

  /** At once for what is shown, and on unfolding for what is folded in. */
  function whenShown(element, action) {
    const folded = element.closest("details:not([open])");
    if (folded) folded.addEventListener("toggle", action, { once: true });
    else action();
  }

  const items = $$(".item").map((element) => {
    const table = $("table.data", element);
    const entry = $(`.side a[href="#${element.id}"]`).parentElement;
    return { element, entry, table, rows: [...table.tBodies[0].rows], svg: $(".chart svg", element), marks: [] };
  });
  for (const item of items) {
    if (item.svg) bringToLife(item);
    offerDownloads(item);
  }
  $$("table.data").forEach((table) => whenShown(table, () => {
    const figure = items.find((item) => item.table === table);
    if (figure) linkRows(figure);
    makeSortable(table);
    // The table can be entered by its heads now.
    table.parentElement.removeAttribute("tabindex");
  }));
  document.body.append(tip);
  const chosen = (name) => $(`.filters [name="${name}"]`)?.value ?? "";
  const filter = () => setFilter(items, chosen("area"), chosen("domain"));
  for (const select of $$(".filters select")) select.addEventListener("change", filter);
  $(".filters").hidden = false;
  // A browser may bring back what was chosen before the page was loaded anew.
  if (chosen("area") || chosen("domain")) filter();
  else countShown(items, items, "all_shown");
  followReader(items);
  performance.mark("interactive");
})();
