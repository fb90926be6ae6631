// What the reader has chosen is in the address: it can be copied, opened and gone back to, and takes nothing from strangers.

import assert from "node:assert/strict";
import { complete } from "../page.mjs";

/** What a page shows of what can be chosen. */
const shown = (page) => page.evaluate(() => ({
  forms: [...document.querySelectorAll(".item[data-form]")].map(({ id, dataset }) => `${id} ${dataset.form}`),
  area: document.querySelector("select[name=area]").value,
  domain: document.querySelector("select[name=domain]").value,
  left: document.querySelectorAll(".item:not(.filtered)").length,
  sorted: [...document.querySelectorAll("main [aria-sort]")].filter((head) => !head.closest("dialog:not([open])")).map((head) => {
    const id = head.closest(".item, .appendix, .behind")?.id || head.closest("table").getAttribute("aria-labelledby");
    return `${id} ${head.dataset.column} ${head.getAttribute("aria-sort")}`;
  }),
  list: document.querySelector("dialog").open ? document.querySelector("dialog h2").textContent : "",
  listed: document.querySelector("dialog[open] [aria-sort]")?.dataset.column ?? "",
}));

const hash = (page) => page.evaluate(() => decodeURI(location.hash));
const untilHash = (page, expected) => page.waitForFunction((hash) => decodeURI(location.hash) === hash, expected);

export const checks = {
  async "what is chosen is in the address, step by step, and is there again in a copy and going back"(set) {
    const page = await set.open();
    const steps = [];
    const step = async (expected) => {
      await untilHash(page, expected);
      steps.push({ hash: expected, shown: await shown(page) });
    };
    await step("");
    await page.locator("select[name=area]").selectOption("bu-region");
    await step("#?area=bu-region");
    await page.locator("#figur-02 summary").first().click();
    await page.locator('#figur-02 th[data-column="weighted_kr"] button').click();
    await step("#figur-02?area=bu-region&sort=-weighted_kr");
    await page.locator('.first th[data-column="respondents"] button').click();
    await step("#figur-02?area=bu-region&sort=-weighted_kr&page:areas.sort=-respondents");
    // A link of the page leaves what is chosen.
    await page.evaluate(() => document.querySelector('.side a[href="#tabell-02"]').click());
    await step("#tabell-02?area=bu-region&figur-02.sort=-weighted_kr&page:areas.sort=-respondents");
    await page.locator("#figur-03 .forms button[value=dumbbell]").click();
    await step("#figur-03?area=bu-region&form=dumbbell&figur-02.sort=-weighted_kr&page:areas.sort=-respondents");
    assert.ok(await page.locator("#figur-03 .of-files").isVisible(), "that the files have the other form is said");
    await page.locator("select[name=area]").selectOption("");
    await page.locator("#figur-02 svg.wide.bubble .mark").first().focus();
    await page.keyboard.press("Enter");
    const own = "#figur-02?figur-03.form=dumbbell&sort=-weighted_kr&page:areas.sort=-respondents";
    const list = `${own}&list=1.interventions`;
    await untilHash(page, list);
    await page.locator('dialog th[data-column="recipient"] button').click();
    await step(`${list}&list-sort=recipient`);

    // Every address opens by itself what was shown, and says the same.
    const copy = await set.open({ at: "#nowhere" });
    for (const { hash: address, shown: expected } of steps) {
      await copy.goto("about:blank");
      await copy.goto(set.address + address);
      await complete(copy);
      assert.deepEqual(await shown(copy), expected, address);
      assert.equal(await hash(copy), address);
    }
    // The list that an address opened is above its figure, and closes onto its mark.
    await copy.keyboard.press("Escape");
    await untilHash(copy, own);
    assert.equal(await copy.evaluate(() => document.activeElement.dataset.row), "0");
    assert.ok(await copy.locator("#figur-02 h3").isVisible());

    // One step back closes the list and leaves its figure; then the steps come in their order, and forward again.
    await page.goBack();
    await untilHash(page, "#figur-03?form=dumbbell&figur-02.sort=-weighted_kr&page:areas.sort=-respondents");
    assert.equal((await shown(page)).list, "");
    for (const { hash: address, shown: expected } of steps.slice(0, -1).reverse()) {
      await page.goBack();
      await untilHash(page, address);
      assert.deepEqual(await shown(page), expected, `back at ${address}`);
    }
    await page.goForward();
    await untilHash(page, steps[1].hash);
    assert.deepEqual(await shown(page), steps[1].shown);
    assert.deepEqual(page.heard, []);
    assert.deepEqual(copy.heard.filter((line) => !line.startsWith(`request: ${set.address}`)), []);
  },

  async "a list that was closed leaves one step, however many were opened"(set) {
    const page = await set.open({ at: "#figur-02" });
    const before = await page.evaluate(() => history.length);
    const mark = page.locator("#figur-02 svg.wide.bubble .mark").first();
    for (let round = 0; round < 3; round += 1) {
      await mark.focus();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    }
    await untilHash(page, "#figur-02");
    assert.equal(await page.evaluate(() => history.length), before + 1);
  },

  async "an address with choices leads to its figure"(set) {
    const page = await set.open({ at: "#figur-30?area=kunskap-kommun", reducedMotion: "reduce" });
    await complete(page);
    const { id, hidden } = await page.evaluate(() => ({
      id: document.activeElement.id,
      hidden: document.querySelector("#figur-30").classList.contains("filtered"),
    }));
    const areas = await page.locator("#figur-30").getAttribute("data-areas");
    assert.equal(hidden, !areas.split(" ").includes("kunskap-kommun"));
    await page.goto(`${set.address}#figur-34?sort=label`);
    await page.waitForFunction(() => document.activeElement.id === "figur-34");
    await page.waitForFunction(() => {
      const { top } = document.querySelector("#figur-34").getBoundingClientRect();
      return top >= -5 && top < innerHeight;
    });
    assert.ok(["figur-30", ""].includes(id));
  },

  async "whatever else an address says is left alone"(set) {
    const hostile = [
      "#figur-02?area=<img src=x onerror=alert(1)>&domain=javascript:alert(2)",
      "#figur-02?area=constructor&domain=__proto__&sort=__proto__&form=constructor",
      "#figur-02?list=999999.interventions&list-sort=label",
      "#figur-02?list=1.label&list=-1.interventions",
      "#figur-02?list=1e1.interventions&sort=-&sort=&.sort=label",
      "#figur-02?__proto__.sort=label&page:words.sort=label&figur-99.sort=label&figur-02:title.sort=x",
      "#figur-02?sort=\"><script>alert(3)</script>&toString.form=bubble",
      "#%?area=%E0%A4%A",
      "#\"][onclick]?area=bu-region\u0000",
      `#figur-02?${"sort=x&".repeat(2000)}`,
    ];
    const page = await set.open();
    await complete(page);
    const untouched = await shown(page);
    for (const address of hostile) {
      await page.evaluate((to) => { location.hash = to; }, address);
      await page.waitForFunction(() => ["", "#figur-02"].includes(location.hash), undefined, { timeout: 5000 })
        .catch(async () => assert.fail(`${address} became ${await hash(page)}`));
      assert.deepEqual(await shown(page), untouched, address);
    }
    // What is known beside it counts all the same.
    await page.goto(`${set.address}#figur-02?area=bu-region&domain=<b>&sort=label&nonsense=1`);
    await untilHash(page, "#figur-02?area=bu-region&sort=label");
    assert.deepEqual(page.heard, []);
  },
};
