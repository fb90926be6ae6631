// What can be taken from the page: files, links and citations. They are made in it; nothing is fetched.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { complete } from "../page.mjs";

const FIGURE = "figur-02";

/** Keeps what would be saved, by name. */
function keepSaved() {
  globalThis.saved = {};
  let last = null;
  URL.createObjectURL = (blob) => { last = blob; return "blob:kept"; };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function keep() {
    if (this.download) globalThis.saved[this.download] = last;
    else click.call(this);
  };
}

export const checks = {
  async "what is downloaded is what the run wrote, byte for byte"(set) {
    const page = await set.open({}, keepSaved);
    await complete(page);
    // Neither a filter nor an order changes a file.
    await page.locator(`#${FIGURE} summary`).first().click();
    await page.locator(`#${FIGURE} th[data-column="label"] button`).click();
    await page.locator("select[name=domain]").selectOption("output");
    await page.locator(`#${FIGURE} svg.wide.bubble .mark:not(.filtered)`).first().focus();
    const saved = await page.evaluate(async () => {
      for (const press of document.querySelectorAll('.tools button[aria-label]')) {
        if (!press.textContent.startsWith("PNG")) press.click();
      }
      const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
      const texts = Object.entries(globalThis.saved).map(async ([name, blob]) => [name, decoder.decode(await blob.arrayBuffer())]);
      return Promise.all(texts);
    });
    const folder = (id) => (id.includes("figur-") ? "figures" : "tables");
    const count = { svg: 0, csv: 0, excel: 0 };
    for (const [name, text] of saved) {
      const [, id, excel, ending] = /^(.+?)(-excel)?\.(csv|svg)$/.exec(name);
      const file = excel ? set.forExcel : set.file;
      if (!file) continue;
      count[excel ? "excel" : ending] += 1;
      const expected = file(`${folder(id)}/${id}.${ending}`);
      const at = [...text].findIndex((sign, place) => sign !== expected[place]);
      assert.ok(text === expected, `${name} differs: ${text.slice(at - 80, at + 80)}\n--- expected:\n${expected.slice(at - 80, at + 80)}`);
    }
    assert.deepEqual(count, { svg: 54, csv: 68, excel: set.forExcel ? 68 : 0 });
    assert.deepEqual(page.heard, []);
    return set.forExcel ? undefined : "not held against a run for Excel";
  },

  async "a file is saved, and a picture has 300 dots to the inch and all that is drawn"(set) {
    const page = await set.open();
    const tools = page.locator(`#${FIGURE} .tools`);
    const downloaded = async (name) => {
      const press = tools.getByRole("button", { name, exact: true });
      const [download] = await Promise.all([page.waitForEvent("download"), press.click()]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const csv = await downloaded("Ladda ner CSV");
    assert.equal(csv.name, `${FIGURE}.csv`);
    assert.equal(csv.bytes.toString("utf8"), set.file(`figures/${FIGURE}.csv`));
    const excel = await downloaded("Ladda ner CSV för Excel");
    assert.deepEqual([...excel.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "a byte-order mark");
    const png = await downloaded("Ladda ner PNG");
    assert.equal(png.name, `${FIGURE}.png`);
    const svg = set.file(`figures/${FIGURE}.svg`);
    const millimetres = /width="([\d.]+)mm" height="([\d.]+)mm"/.exec(svg).slice(1).map(Number);
    const size = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
    assert.deepEqual(size, millimetres.map((length) => Math.ceil((length / 25.4) * 300)));
    // Where the file's largest circle is, the picture has its colour.
    const circles = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" fill="(#[0-9a-f]{6})"/g)];
    assert.ok(circles.length > 5);
    const inked = await page.evaluate(async ([data, places]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext("2d", { willReadFrequently: true });
      context.drawImage(image, 0, 0);
      const pixel = (x, y) => [...context.getImageData(Math.round(x), Math.round(y), 1, 1).data.slice(0, 3)].join();
      return { corner: pixel(2, 2), places: places.map(([x, y]) => pixel(x, y)) };
    }, [png.bytes.toString("base64"), circles.map(([, x, y]) => [x, y].map((length) => (Number(length) / 25.4) * 300))]);
    assert.equal(inked.corner, "255,255,255");
    const white = inked.places.filter((colour) => colour === "255,255,255").length;
    assert.ok(white < circles.length / 3, `${white} of ${circles.length} circles have no colour in their middle`);
    assert.deepEqual(page.heard.filter((line) => !/^request: (blob|data):/.test(line)), []);
  },

  async "every item has a link with its state, and a citation without a date"(set) {
    const page = await set.open({ permissions: ["clipboard-read", "clipboard-write"] });
    await complete(page);
    const without = await page.$$eval(".item", (items) =>
      items.filter((item) => !item.querySelector(".tools button[aria-expanded]")).map(({ id }) => id));
    assert.deepEqual(without, []);
    await page.locator("select[name=area]").selectOption("bu-region");
    await page.locator(`#${FIGURE} summary`).first().click();
    await page.locator(`#${FIGURE} th[data-column="label"] button`).click();
    const figure = page.locator(`#${FIGURE}`);
    await figure.getByRole("button", { name: "Länk och hänvisning" }).click();
    const link = figure.locator(".cite a");
    assert.equal(await link.getAttribute("href"), `#${FIGURE}?area=bu-region&sort=label`);
    // The link is of what is chosen now.
    await page.locator("select[name=area]").selectOption("");
    assert.equal(await link.textContent(), `${set.address}#${FIGURE}?sort=label`);
    const manifest = JSON.parse(set.file("manifest.json"));
    const cited = await figure.locator(".cite p").nth(1).textContent();
    const title = await page.locator("h1").textContent();
    const heading = await figure.locator("h3").textContent();
    assert.ok(cited.startsWith(`${title}. ${heading}. `), cited);
    assert.ok(cited.includes(`Data för 2024, underlagets kontrollsumma ${manifest.inputs_sha256.slice(0, 16)}; `), cited);
    assert.ok(!/Hämtad|\d{4}-\d{2}-\d{2}|file:/.test(cited), "a file on a disk is no place, and no day, to cite");
    await figure.getByRole("button", { name: "Kopiera hänvisningen" }).click();
    await figure.locator(".cite [role=status]", { hasText: "Kopierat." }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), cited);
    // A browser that keeps the clipboard to itself lets the reader copy.
    await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("kept")); });
    await figure.getByRole("button", { name: "Kopiera länken" }).click();
    await page.waitForFunction(() => getSelection().toString().includes("#figur-02?sort=label"));
    assert.deepEqual(page.heard, []);
  },

  async "from a server the citation says where, and on which day by the reader's clock"(set) {
    const page = await set.open();
    await page.context().route("http://rapport.test/**", (route) => route.fulfill({ contentType: "text/html", body: set.file("rapport.html") }));
    await page.clock.setFixedTime(new Date("2025-03-04T12:00:00"));
    await page.goto("http://rapport.test/2024.html?v=1#tabell-02");
    await page.locator("#tabell-02").getByRole("button", { name: "Länk och hänvisning" }).click();
    const cited = await page.locator("#tabell-02 .cite p").nth(1).textContent();
    assert.ok(cited.endsWith(" Hämtad 2025-03-04 från http://rapport.test/2024.html?v=1#tabell-02."), cited);
  },
};
