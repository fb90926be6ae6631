// Downloads: made in the page, nothing is fetched.

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
