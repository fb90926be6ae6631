// What readers do with the page, by pointer and by keyboard.

import assert from "node:assert/strict";
import { records } from "../csv.mjs";
import { complete } from "../page.mjs";

const FIGURE = "figur-02";
/** The drawing of it that a wide window shows, as files have it; others are for narrow windows and in another form. */
const DRAWN = `#${FIGURE} svg.wide.bubble`;
/** Numbers as the page writes them: no-break spaces between thousands. */
const written = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
const rowsOf = (set) => records(set.file(`figures/${FIGURE}.csv`));
const interventions = (set) => new Map(records(set.file("data/interventions.csv")).map((row) => [row.intervention_id, row]));
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);

async function toFigure(page) {
  await page.locator(`#${FIGURE}`).scrollIntoViewIfNeeded();
}

export const checks = {
  async "a mark under the pointer tells code, domain, number, kronor and shares"(set) {
    const page = await set.open();
    await toFigure(page);
    const area = records(set.file("data/codes.csv"));
    assert.ok(area.length > 0);
    // The last drawn lies on top of all others.
    const mark = page.locator(`${DRAWN} .mark`).last();
    const row = rowsOf(set)[Number(await mark.getAttribute("data-row"))];
    await mark.hover();
    const tip = page.locator(".tip");
    await tip.waitFor({ state: "visible" });
    const text = await tip.innerText();
    for (const part of [row.code, row.label, written(row.interventions), written(row.weighted_kr)]) {
      assert.ok(text.includes(part), `${part} is missing in: ${text}`);
    }
    assert.match(text, new RegExp({ activity: "Aktivitet", output: "Prestation" }[row.domain]));
    const manifest = JSON.parse(set.file("manifest.json")).areas.find(({ area }) => area === "bu-region");
    const percent = (part, whole) => `${Math.floor((200 * part + whole) / (2 * whole))}\u00a0%`;
    assert.ok(text.includes(percent(row.interventions, manifest.interventions)), text);
    assert.ok(text.includes(percent(Number(row.weighted_kr), manifest.target_kr)), text);
    // The pointer can go over to the tip to mark its text.
    await tip.hover();
    await page.waitForTimeout(400);
    assert.ok(await tip.isVisible());
    await page.mouse.move(5, 5);
    await tip.waitFor({ state: "hidden" });
  },

  async "selecting a mark lists the interventions behind it"(set) {
    const page = await set.open();
    await toFigure(page);
    const all = interventions(set);
    const coded = records(set.file("data/codings.csv"));
    const marks = page.locator(`${DRAWN} .mark`);
    const rows = rowsOf(set);
    for (const at of [0, (await marks.count()) - 1]) {
      const row = rows[Number(await marks.nth(at).getAttribute("data-row"))];
      await marks.nth(at).dispatchEvent("click");
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      const listed = await dialog.locator("tbody tr").evaluateAll((trs) =>
        trs.map((tr) => [...tr.cells].map((cell) => cell.dataset.value ?? cell.textContent)));
      const expected = new Set(coded.filter(({ intervention_id: id, domain, code }) =>
        domain === row.domain && (code === row.code || code.startsWith(`${row.code}.`)) && all.get(id).area === "bu-region")
        .map(({ intervention_id: id }) => id));
      assert.deepEqual(new Set(listed.map(([id]) => id)), expected);
      assert.equal(listed.length, Number(row.interventions));
      const kronor = listed.map((cells) => Number(cells[3]));
      assert.equal(kronor.reduce((sum, kr) => sum + kr, 0), Number(row.weighted_kr));
      assert.deepEqual(kronor, kronor.toSorted((a, b) => b - a), "those with most funds come first");
      for (const [id, title, recipient, kr] of listed) {
        const known = all.get(id);
        assert.deepEqual([title, recipient, kr], [known.title || "(utan namn)", known.recipient, known.weighted_kr]);
      }
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
    }
  },

  async "everything by keyboard: skip link, marks, list and back"(set) {
    const page = await set.open();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    assert.ok(await page.locator(".skip").isVisible());
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "page:report");
    await page.keyboard.press("Tab");
    const first = page.locator(`${DRAWN} .mark[data-row="0"]`);
    // What stands before the first figure with marks is on the way, and the switch of its form.
    const before = () => page.evaluate((id) => {
      const item = document.activeElement.closest(".item");
      return item && (item.id !== id || document.activeElement.matches(".forms button"));
    }, FIGURE);
    while (await before()) await page.keyboard.press("Tab");
    assert.ok(await first.evaluate((mark) => mark === document.activeElement), `focus is on: ${await focused(page)}`);
    const outline = () => page.evaluate(() => {
      const shape = document.activeElement.querySelector("circle, rect");
      return getComputedStyle(shape).stroke;
    });
    assert.equal(await outline(), "rgb(184, 0, 92)", "the focused mark is seen");
    assert.ok(await page.locator(".tip").isVisible());

    const order = [];
    const count = await page.locator(`${DRAWN} .mark`).count();
    for (let step = 0; step < count; step += 1) {
      order.push(await page.evaluate(() => Number(document.activeElement.dataset.row)));
      await page.keyboard.press("ArrowRight");
    }
    assert.deepEqual(order, order.toSorted((a, b) => a - b), "in the order of the table");
    assert.equal(new Set(order).size, count);
    await page.keyboard.press("Home");
    assert.ok(await first.evaluate((mark) => mark === document.activeElement));
    assert.equal(await page.locator(`${DRAWN} .mark[tabindex="0"]`).count(), 1, "one stop for the tab key");

    await page.keyboard.press("Escape");
    assert.ok(!(await page.locator(".tip").isVisible()), "Escape takes the tip away");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    assert.match(await dialog.getByRole("heading").innerText(), /.+: .+/);
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Tab");
      const inside = await page.evaluate(() => {
        const at = document.activeElement;
        return at === document.body || Boolean(at.closest("dialog"));
      });
      assert.ok(inside, "focus stays in the dialog");
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.ok(await first.evaluate((mark) => mark === document.activeElement), "focus is back on the mark");
    await page.keyboard.press("Space");
    await dialog.waitFor();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    assert.deepEqual(page.heard, []);
  },

  async "numbers that count interventions lead to them: cells of codes, and bars of a question about interventions"(set) {
    const page = await set.open();
    const coded = records(set.file("data/codings.csv"));
    const all = interventions(set);
    const listed = async () => {
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      const ids = await dialog.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.cells[0].textContent));
      const totals = await dialog.locator("header p").innerText();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
      return { ids, totals };
    };
    // The first row of tables/tabell-02.csv: a subcode, and its interventions by domain.
    const [row] = records(set.file("tables/tabell-02.csv"));
    const cells = page.locator("#tabell-02 tbody tr").first().locator("td button");
    const domains = ["activity", "output"].filter((domain) => row[domain] !== "0");
    assert.equal(await cells.count(), domains.length);
    for (const [at, domain] of domains.entries()) {
      await cells.nth(at).click();
      const { ids, totals } = await listed();
      const expected = coded.filter((coding) => coding.domain === domain && coding.code === row.code
        && all.get(coding.intervention_id).area === "bu-region");
      assert.deepEqual(new Set(ids), new Set(expected.map((coding) => coding.intervention_id)));
      const sum = ids.reduce((kronor, id) => kronor + Number(all.get(id).weighted_kr), 0);
      assert.ok(totals.includes(`: ${written(row[domain])} `) && totals.endsWith(`: ${written(sum)}`), totals);
    }
    // Figure 18 is a question about every intervention; figure 4 is one to respondents.
    const bar = page.locator('#figur-18 svg.wide .mark[data-row="0"]');
    await bar.scrollIntoViewIfNeeded();
    await bar.click();
    const { ids } = await listed();
    const [option] = records(set.file("figures/figur-18.csv"));
    assert.equal(ids.length, Number(option.count));
    assert.ok(ids.every((id) => all.get(id).area === option.area));
    await page.locator('#figur-04 svg.wide .mark[data-row="0"]').click();
    assert.equal(await page.getByRole("dialog").count(), 0);
  },

  async "a figure that nobody has been near comes to life by what is done to it"(set) {
    const page = await set.open({}, () => {
      globalThis.requestIdleCallback = () => 0;
      globalThis.IntersectionObserver = class { observe() {} unobserve() {} };
    });
    assert.equal(await page.locator("#figur-30 .mark[tabindex]").count(), 0);
    // Whatever the tab key comes to wakes its marks.
    await page.locator("#figur-30 summary").first().focus();
    assert.equal(await page.locator('#figur-30 svg.wide:visible .mark[tabindex="0"]').count(), 1);
    await page.locator("#figur-31 svg.wide:visible .mark").last().click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#figur-26 summary").first().click();
    await page.locator('#figur-26 th[data-column="count"] button').click();
    assert.equal(await page.locator("#figur-26 th[aria-sort]").count(), 1);
    assert.deepEqual(page.heard, []);
  },

  async "on a narrow screen the tab key comes to marks that are in sight"(set) {
    const page = await set.open({ width: 390, height: 844 });
    await toFigure(page);
    const shown = page.locator(`#${FIGURE} svg:visible`);
    assert.equal(await shown.count(), 1);
    await shown.locator(".mark").first().waitFor();
    for (const mark of await shown.locator(".mark").all()) {
      await mark.focus();
      const { left, right } = await mark.evaluate((element) => element.getBoundingClientRect());
      assert.ok(left >= 0 && right <= 390, `a mark from ${left} to ${right} px`);
    }
  },

  async "marks have names and roles that a screen reader can say"(set) {
    const page = await set.open();
    await complete(page);
    const wrong = await page.$$eval(".chart .mark", (marks) => marks.filter((mark) =>
      !mark.getAttribute("aria-label") || !["button", "img"].includes(mark.getAttribute("role"))
      || mark.querySelector("title")).length);
    assert.equal(wrong, 0);
    const label = await page.locator(`${DRAWN} .mark[data-row="0"]`).getAttribute("aria-label");
    const [row] = rowsOf(set);
    assert.ok(label.includes(row.label) && label.includes(row.interventions), label);
  },

  async "the filter by area leaves that area's items, in report and contents"(set) {
    const page = await set.open();
    const select = page.locator("select[name=area]");
    const areas = await select.locator("option").evaluateAll((all) => all.map((option) => option.value));
    assert.ok(areas.length > 2);
    for (const area of areas.slice(1)) {
      await select.selectOption(area);
      const state = await page.evaluate(() => ({
        shown: [...document.querySelectorAll(".item:not(.filtered)")].map(({ id, dataset }) => ({ id, areas: dataset.areas.split(" ") })),
        hidden: [...document.querySelectorAll(".item.filtered")].map(({ dataset }) => dataset.areas.split(" ")),
        links: [...document.querySelectorAll("nav li:not(.filtered):not(.has-items) a[href^='#']")]
          .map((a) => a.getAttribute("href").slice(1)).filter((id) => !id.startsWith("page:")),
        empty: [...document.querySelectorAll(".chapter:not(.filtered)")].filter((c) => !c.querySelector(".item:not(.filtered)")).length,
        status: document.querySelector(".status").textContent,
      }));
      assert.ok(state.shown.length > 0 && state.shown.every((item) => item.areas.includes(area)), area);
      assert.ok(state.hidden.length > 0 && state.hidden.every((areas) => !areas.includes(area)), area);
      assert.deepEqual(state.links, state.shown.map(({ id }) => id));
      assert.equal(state.empty, 0, "no chapter is left empty");
      const figures = state.shown.filter(({ id }) => id.includes("figur-")).length;
      assert.ok(state.status.includes(`${figures} av 54 figurer`), state.status);
    }
    await select.selectOption("");
    assert.equal(await page.textContent(".status"), "Visar alla 54 figurer och alla 15 tabeller.");
    assert.equal(await page.locator(".item.filtered").count(), 0);
  },

  async "says how many there are as one would"(set) {
    const page = await set.open();
    const status = async (kept) => {
      let left = 0;
      const keep = (item, id) => (kept.includes(id) ? ((left += 1), item) : "");
      const html = set.file("rapport.html").replace(/<figure class="item" id="([^"]+)"[\s\S]*?<\/figure>/g, keep);
      await page.setContent(html);
      assert.equal(left, kept.length);
      return page.textContent(".status");
    };
    assert.equal(await status(["figur-02"]), "Visar 1 figur.");
    assert.equal(await status(["figur-02", "figur-03", "tabell-02"]), "Visar alla 2 figurer och 1 tabell.");
  },

  async "the filter by domain leaves that domain's marks, rows and columns"(set) {
    const page = await set.open();
    await page.locator("select[name=domain]").selectOption("output");
    const figure = page.locator(`#${FIGURE}`);
    const left = await figure.locator(".mark:not(.filtered)").evaluateAll((marks) => marks.map((mark) => mark.dataset.domain));
    assert.ok(left.length > 0 && left.every((domain) => domain === "output"));
    assert.equal(await figure.locator(".mark.filtered:visible, .label.filtered:visible, .joints:visible").count(), 0);
    const expected = rowsOf(set).filter(({ domain }) => domain === "output").length;
    assert.equal(await figure.locator("table.data tbody tr:not(.filtered)").count(), expected);
    assert.equal(await page.locator("#figur-04.filtered").count(), 1, "a chart without domains goes");
    const heads = await page.locator("#tabell-02 thead th:not(.filtered)").allTextContents();
    assert.ok(heads.some((head) => head.startsWith("Prestationer")) && !heads.some((head) => head.startsWith("Aktiviteter")));
    const stop = await page.locator(`${DRAWN} .mark[tabindex="0"]`).getAttribute("data-domain");
    assert.equal(stop, "output", "the tab key stops at a mark that is there");
    await page.locator("select[name=area]").selectOption("trauma-region");
    assert.ok(await page.locator(".item:not(.filtered)").count() < 5);
    await page.locator("select[name=domain]").selectOption("");
    await page.locator("select[name=area]").selectOption("");
    assert.equal(await page.locator(".filtered").count(), 0, "nothing stays hidden");
  },

  async "tables sort by number and by word, and come back to the order of the report"(set) {
    const page = await set.open();
    const figure = page.locator(`#${FIGURE}`);
    await figure.locator("summary").first().click();
    const head = (name) => figure.locator(`th[data-column="${name}"] button`);
    const column = (name) => figure.locator("table.data").evaluate((table, id) => {
      const at = table.querySelector(`[data-column="${id}"]`).cellIndex;
      return [...table.tBodies[0].rows].map((row) => row.cells[at].dataset.value ?? row.cells[at].textContent);
    }, name);
    const printed = rowsOf(set).map((row) => row.weighted_kr);
    assert.deepEqual(await column("weighted_kr"), printed);
    await head("weighted_kr").click();
    assert.equal(await figure.locator('th[aria-sort="descending"]').getAttribute("data-column"), "weighted_kr");
    assert.deepEqual(await column("weighted_kr"), printed.toSorted((a, b) => b - a));
    await head("weighted_kr").focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await column("weighted_kr"), printed.toSorted((a, b) => a - b));
    await page.keyboard.press("Enter");
    assert.equal(await figure.locator("th[aria-sort]").count(), 0);
    assert.deepEqual(await column("weighted_kr"), printed);
    await head("label").click();
    const labels = await column("label");
    assert.deepEqual(labels, rowsOf(set).map(({ label }) => label).sort(new Intl.Collator("sv").compare));
    assert.notEqual(await page.textContent(".said"), "", "the order is said, too");
  },

  async "the reader's place is marked in the contents"(set) {
    const page = await set.open({ reducedMotion: "reduce" });
    await page.evaluate(() => document.querySelector("#figur-12").scrollIntoView());
    await page.waitForFunction(() => document.querySelector(".side [aria-current]")?.getAttribute("href") === "#figur-12");
    assert.ok(await page.locator('.side a[href="#figur-12"]').isVisible());
    // And a link leads where it says, although figures on the way have not been laid out.
    await page.evaluate(() => document.querySelector('.side a[href="#figur-34"]').click());
    await page.waitForFunction(() => {
      const { top } = document.querySelector("#figur-34").getBoundingClientRect();
      return top >= -5 && top < 600;
    });
  },
};
