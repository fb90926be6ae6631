// The page as it is read: complete without scripts, silent, quick.

import assert from "node:assert/strict";
import { loadavg } from "node:os";
import { parse } from "../csv.mjs";

const manifest = (set) => JSON.parse(set.file("manifest.json"));

export const checks = {
  async "opens without a word on the console, an error or a request"(set) {
    const page = await set.open();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(300);
    assert.deepEqual(page.heard, []);
  },

  async "shows every item of the report, in its order, with drawing or table, note and source"(set) {
    const page = await set.open();
    const shown = await page.$$eval(".item", (items) => items.map((item) => ({
      id: item.id,
      drawn: Boolean(item.querySelector("svg, img")),
      isPicture: Boolean(item.querySelector("img")),
      isText: Boolean(item.querySelector(".prose")),
      rows: item.querySelectorAll("table.data tbody tr, table.data tfoot tr").length,
      heading: item.querySelector("h3").textContent,
      caption: item.querySelectorAll("figcaption p").length,
    })));
    assert.deepEqual(shown.map(({ id }) => id), manifest(set).items);
    for (const { id, drawn, isPicture, isText, rows, heading, caption } of shown) {
      const folder = id.includes("figur-") ? "figures" : "tables";
      assert.equal(drawn, folder === "figures", id);
      // A picture or a text of the study's own has no numbers.
      const numbers = isPicture || isText ? 0 : parse(set.file(`${folder}/${id}.csv`)).length - 1;
      assert.equal(rows, numbers, `rows of ${id}`);
      if (isText) continue;
      assert.match(heading, /^(Bilaga\u00a0\d+, )?(figur|tabell)\u00a0\d+[a-z]?\. .+/i, id);
      assert.ok(caption >= 1, `${id} has neither note nor source`);
    }
  },

  async "has the totals of the manifest on its first page"(set) {
    const page = await set.open();
    const first = (await page.textContent(".first")).replaceAll("\u00a0", "");
    const { totals, areas } = manifest(set);
    const sum = (key) => areas.reduce((all, area) => all + area[key], 0);
    for (const number of [totals.interventions, totals.excluded, sum("target_kr"), ...areas.map((a) => a.target_kr)]) {
      assert.ok(first.includes(String(number)), `${number} is not on the first page`);
    }
    assert.equal(await page.locator(".first tbody tr").count(), areas.length);
  },

  async "is complete without scripts"(set) {
    const page = await set.open({ javaScriptEnabled: false });
    const items = manifest(set).items;
    assert.equal(await page.locator(".item").count(), items.length);
    for (const control of [".filters", ".tools"]) {
      assert.equal(await page.locator(`${control}:visible`).count(), 0, `${control} would do nothing`);
    }
    assert.equal(await page.locator("button:visible").count(), 0);
    // The appendices come after the script; they are there without it.
    assert.ok(await page.locator(".appendix").count() >= 3);
    const figure = page.locator("#figur-02");
    await figure.scrollIntoViewIfNeeded();
    // A browser lays out late what it has not shown yet, so visibility is waited for.
    await figure.locator("svg").first().waitFor({ state: "visible" });
    // Details are unfolded by the browser itself.
    await figure.locator("summary").first().click();
    await figure.locator("table.data").first().waitFor({ state: "visible" });
    await figure.locator(".words summary").click();
    assert.match(await figure.locator(".words").innerText(), /bubbeldiagram/i);
    assert.deepEqual(page.heard, []);
  },

  async "size and time until it is interactive"(set) {
    assert.ok(set.bytes <= 3_000_000, `${set.bytes} bytes`);
    const times = [];
    for (let round = 0; round < 7; round += 1) {
      const page = await set.open();
      times.push(await page.evaluate(() => performance.getEntriesByName("interactive")[0].startTime));
      await set.close();
    }
    times.sort((a, b) => a - b);
    const load = loadavg()[0].toFixed(1);
    return `${Math.round(set.bytes / 1000)} kB; interactive after ${times.map(Math.round).join(", ")} ms, load ${load}`;
  },
};
