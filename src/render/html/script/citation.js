// Link and citation of a figure or table, to be copied.

/** What shows the links of opened panels anew when something is chosen. */
const citations = [];

/** Who, which report, which figure, of which data. From a server also where and when; a file on a disk is no place to cite. */
function citation({ element }) {
  const [before, after] = data().citation;
  const heading = $("h3", element).textContent.trim();
  const sentences = [before, /[.?!]$/.test(heading) ? heading : `${heading}.`, after];
  if (location.protocol.startsWith("http")) {
    const address = `${location.href.split("#")[0]}#${plainly(element.id)}`;
    // Days are written so in both languages.
    sentences.push(fill(words.fetched, { date: new Date().toLocaleDateString("sv"), address }));
  }
  return sentences.join(" ");
}

function offerCitation(item, tools) {
  let panel = null;
  const press = button(words.cite, () => {
    panel ??= makePanel(item, tools);
    panel.hidden = !panel.hidden;
    press.setAttribute("aria-expanded", String(!panel.hidden));
  });
  press.setAttribute("aria-expanded", "false");
  tools.append(press);
}

function makePanel(item, tools) {
  const link = make("a");
  const update = () => {
    const to = fragmentOf(item.element);
    link.setAttribute("href", to);
    link.textContent = location.href.split("#")[0] + to;
  };
  update();
  citations.push(update);
  const done = make("p", { role: "status" });
  const part = (label, text, copying) =>
    make("div", {}, make("h4", {}, label), text, button(copying, () => copy(text, done)));
  const cited = make("p", {}, citation(item));
  const panel = make("div", { class: "cite", hidden: "" });
  panel.append(part(words.link, make("p", {}, link), words.copy_link), part(words.citation, cited, words.copy_citation), done);
  tools.after(panel);
  return panel;
}

/** Where the browser keeps the clipboard from the page, the text is marked for the reader's own keys. */
async function copy(element, done) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    done.textContent = words.copied;
  } catch {
    getSelection().selectAllChildren(element);
    done.textContent = words.marked;
  }
}
