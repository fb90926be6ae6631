// Search, the first page under a filter, and buttons in tables.

import assert from "node:assert/strict";
import { records } from "../csv.mjs";
import { complete } from "../page.mjs";

const plain = (text) => text.replaceAll("\u00a0", "");

export const checks = {
  async "search finds items, codes, notes and appendices, and says how many"(set) {
    const page = await set.open();
    const field = page.getByRole("searchbox");
    const found = page.locator(".found");
    const groups = () => page.$$eval(".hits h2", (heads) => heads.map((head) => ({
      head: head.textContent,
      hits: [...head.nextElementSibling.children].map((hit) => hit.textContent),
      links: [...head.nextElementSibling.querySelectorAll("a")].map((a) => a.getAttribute("href")),
    })));
    const search = async (sought, told) => {
      await field.fill(sought);
      await found.filter({ hasText: told }).waitFor();
      return groups();
    };
    // As many as a reader of the page's own text would find.
    const titled = await page.$$eval(".item", (items) => items.filter((item) =>
      [...item.querySelectorAll("h3, .explanation, .prose")].some((part) => part.textContent.toLowerCase().includes("traumavård"))).length);
    assert.ok(titled > 0);
    const trauma = await search("TRAUMAVÅRD", "på ”TRAUMAVÅRD”.");
    assert.equal(trauma.find(({ head }) => head.startsWith("Figurer och tabeller")).hits.length >= titled, true);
    const total = trauma.reduce((sum, { hits }) => sum + hits.length, 0);
    assert.equal(await found.textContent(), `${total} träffar på ”TRAUMAVÅRD”.`);
    assert.ok(trauma.some(({ head }) => head.startsWith("Noter")), "notes speak of it, too");

    // A code leads to every item that shows it.
    const [{ code, label }] = records(set.file("tables/tabell-02.csv"));
    const [codes] = (await search(`${label} ${code}`, "träff")).filter(({ head }) => head.startsWith("Koder"));
    assert.ok(codes.hits.every((hit) => hit.includes(label)) && codes.links.includes("#tabell-02"), codes.hits.join());

    // Diacritics are as they are written.
    await search("traumavard", "Inga träffar på ”traumavard”.");
    assert.deepEqual(await groups(), []);
    await search("<b>%_", "Inga träffar på ”<b>%_”.");
    assert.ok((await search("samverkan", "träffar")).length >= 3);

    // A hit that a filter hides is shown when it is followed.
    await page.locator("select[name=area]").selectOption("bu-region");
    await search("traumavård", "träffar");
    const hidden = page.locator('.hits a[href^="#figur-"]');
    const to = await hidden.evaluateAll((links) => links.map((a) => a.getAttribute("href"))
      .find((href) => document.querySelector(href).classList.contains("filtered")));
    assert.ok(to, "some are hidden");
    await page.locator(`.hits a[href="${to}"]`).first().click();
    await page.waitForFunction((hash) => location.hash === hash, to);
    assert.equal(await page.locator("select[name=area]").inputValue(), "");
    assert.ok(await page.locator(to).isVisible());
    await field.fill("");
    await page.waitForFunction(() => document.querySelector(".found").textContent === "");
    assert.deepEqual(page.heard, []);
  },

  async "the first page follows the filter by area, and says what is for all"(set) {
    const page = await set.open();
    const { areas, totals } = JSON.parse(set.file("manifest.json"));
    const interventions = records(set.file("data/interventions.csv"));
    const facts = async () => plain(await page.locator(".facts:visible").innerText());
    const whole = await facts();
    assert.ok(whole.includes(String(totals.interventions)));
    assert.equal(await page.locator(".scope:visible, .for-all:visible").count(), 0);
    for (const { area, target_kr: target } of areas) {
      await page.locator("select[name=area]").selectOption(area);
      const own = interventions.filter((row) => row.area === area && row.included === "true");
      const told = (await facts()).split("\n").map((line) => line.trim());
      for (const number of [own.length, `${target}kr`]) {
        assert.ok(told.includes(String(number)), `${area}: ${number} is not in ${told.join(" | ")}`);
      }
      const title = await page.locator("select[name=area] option:checked").textContent();
      assert.equal(await page.locator(".scope").innerText(), `Talen gäller området ”${title}”.`);
      assert.equal(await page.locator(".first tbody tr:visible").count(), 1);
    }
    assert.equal(await page.locator(".for-all:visible").count(), await page.locator(".for-all").count());
    await page.locator("select[name=domain]").selectOption("goal");
    assert.match(await page.locator(".scope").innerText(), /alla domäner: de delas inte upp efter domän\.$/);
    await page.locator("select[name=domain]").selectOption("");
    await page.locator("select[name=area]").selectOption("");
    assert.equal(await facts(), whole);
    assert.equal(await page.locator(".scope:visible, .for-all:visible, .first tr.filtered").count(), 0);
  },

  async "buttons in tables are large enough, named by row and column, and ids stay whole"(set) {
    for (const width of [1280, 390]) {
      const page = await set.open({ width });
      await complete(page);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
        for (const item of document.querySelectorAll(".item")) item.style.contentVisibility = "visible";
      });
      await page.waitForFunction(() => document.querySelectorAll("table.data td[data-behind]:not(:has(button))").length === 0);
      const seen = await page.evaluate(() => {
        const buttons = [...document.querySelectorAll("table button")].filter((one) => one.checkVisibility());
        const small = buttons.filter((one) => {
          const { width, height } = one.getBoundingClientRect();
          return width < 24 || height < 24;
        });
        const cells = buttons.filter((one) => one.closest("td"));
        const unnamed = cells.filter((one) => {
          const [cell, table] = [one.closest("td"), one.closest("table")];
          const head = table.tHead.rows[0].cells[cell.cellIndex].textContent;
          const name = one.getAttribute("aria-label");
          return !name.startsWith(one.textContent) || !name.includes(cell.parentElement.querySelector("th").textContent) || !name.includes(head);
        });
        const byTable = Map.groupBy(cells, (one) => one.closest("table"));
        const twice = [...byTable.values()].filter((all) => {
          // The number aside: two cells may count alike.
          const names = all.map((one) => one.getAttribute("aria-label").replace(/^[^:]*: /, ""));
          return new Set(names).size < names.length;
        });
        const broken = [...document.querySelectorAll("table td.id, table tbody th.id")].filter((id) => {
          const range = document.createRange();
          range.selectNodeContents(id);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
        });
        const told = (all) => all.slice(0, 3).map((one) => one.getAttribute?.("aria-label") ?? one.textContent);
        return {
          buttons: buttons.length, cells: cells.length, small: told(small), unnamed: told(unnamed),
          twice: twice.map(([one]) => one.closest(".item").id), broken: told(broken),
        };
      });
      assert.ok(seen.cells > 300 && seen.buttons > seen.cells, JSON.stringify(seen));
      const { small, unnamed, twice, broken } = seen;
      assert.deepEqual({ small, unnamed, twice, broken }, { small: [], unnamed: [], twice: [], broken: [] }, `at ${width} px`);
    }
  },

  async "the tab key goes as the eye does: down the contents on the left, then the first page, and on narrow screens from top to bottom"(set) {
    for (const width of [1280, 390]) {
      const page = await set.open({ width });
      const stops = await page.evaluate(() => [...document.querySelectorAll(".side, .first, .report")].map((part) => {
        const { left, top } = part.getBoundingClientRect();
        return { part: part.classList[0], left: Math.round(left), top: Math.round(top + scrollY) };
      }));
      for (const [at, next] of stops.slice(1).entries()) {
        const before = stops[at];
        assert.ok(next.left > before.left || next.top > before.top, `${next.part} comes after ${before.part} at ${width} px`);
      }
      assert.equal(stops[0].part, width > 992 ? "side" : "first");
    }
  },
};
