// Downloads: made in the page, nothing is fetched. They are the files of the output folder, byte for byte.

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** A figure's SVG file: the page has the chart, the embedded data what stands around it. */
function drawing({ element, svg }) {
  const { id } = element;
  const [open, before, after] = data().around[id];
  const heading = $("h3", element).textContent.trim();
  const inWords = $$(".words p, figcaption p", element).map(({ textContent }) => textContent);
  const described = [/[?!.]$/.test(heading) ? heading : `${heading}.`, ...inWords].join("  ");
  const title = `<title id="${id}-title">${escaped(heading)}<\/title>\n`;
  const description = `<desc id="${id}-desc">${escaped(described)}<\/desc>\n`;
  return open + title + description + before + (svg ? chart(svg) : inside($(".chart img", element))) + after;
}

/** A text within elements or attributes. */
function escaped(text) {
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (sign) => signs[sign]);
}

/** The chart as it was before it came to life, without its paper, written as the program writes it. */
function chart(svg) {
  const copy = svg.cloneNode(true);
  copy.firstElementChild.remove();
  for (const mark of $$(".mark", copy)) {
    const title = document.createElementNS(copy.namespaceURI, "title");
    title.textContent = mark.getAttribute("aria-label");
    mark.prepend(title);
    for (const name of ["role", "tabindex", "aria-label", "aria-haspopup"]) mark.removeAttribute(name);
  }
  for (const element of $$("[aria-hidden]", copy)) element.removeAttribute("aria-hidden");
  for (const element of $$(".filtered, .current", copy)) {
    element.classList.remove("filtered", "current");
    if (element.classList.length === 0) element.removeAttribute("class");
  }
  const whole = new XMLSerializer().serializeToString(copy);
  const elements = whole.slice(whole.indexOf(">") + 1, whole.lastIndexOf("<"));
  const quoted = elements.replace(/>[^<]+(?=<)/g, (text) => text.replaceAll('"', "&quot;"));
  return `${quoted.replaceAll("><", ">\n<")}\n`;
}

/** What a picture in the page has inside: its elements, or the address of its pixels. */
function inside({ src }) {
  const [, kind, base64] = /^data:image\/([^;]+);base64,(.*)$/s.exec(src);
  if (kind === "png") return src;
  const text = new TextDecoder().decode(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
  const elements = text.slice(text.indexOf(">") + 1).trim();
  return elements.replace(/(<\/svg>)+$/, "").trim();
}

/** A drawing in pixels, 300 to the inch, as the pictures of the output folder. */
async function pixels(drawn) {
  const image = new Image();
  // The page's policy lets in pictures whose address is all of them, and no others.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn)}`;
  await image.decode();
  const canvas = make("canvas");
  const millimetres = /width="([\d.]+)mm" height="([\d.]+)mm"/.exec(drawn).slice(1);
  [canvas.width, canvas.height] = millimetres.map((length) => Math.ceil((length / 25.4) * 300));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed()), "image/png"));
}

/** What is offered below a figure or table. */
function offer(item) {
  const { element, table, isFigure } = item;
  const tools = $(".tools", element);
  const { id } = element;
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", words.downloads);
  const add = (text, action) => {
    const press = button(text, action);
    press.setAttribute("aria-label", `${words.download} ${text}`);
    tools.append(press);
  };
  if (table || isFigure) tools.append(make("span", {}, words.download));
  if (isFigure) {
    add(words.svg, () => save(`${id}.svg`, new Blob([drawing(item)], { type: "image/svg+xml" })));
    const picture = async () => save(`${id}.png`, await pixels(drawing(item)));
    add(words.png, () => picture().catch(() => say(words.png_failed)));
    // The files are as the report has the figure, also where the reader sees its other form.
    if (formsOf(element).length > 0) tools.append(make("span", { class: "of-files" }, words.of_files));
  }
  if (table) {
    const file = (which) => new Blob([data().csv[id][which]], { type: "text/csv;charset=utf-8" });
    add(words.csv, () => save(`${id}.csv`, file(0)));
    add(words.csv_excel, () => save(`${id}-excel.csv`, file(1)));
  }
  markForm(element);
  offerCitation(item, tools);
  tools.hidden = false;
}
