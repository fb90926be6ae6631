// Accessibility by axe-core, and what it cannot see: reflow, light and dark.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { complete } from "../page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** All violations of the current state of a page, as lines. */
async function violations(page) {
  // Evaluated from outside: the page's policy would not let it in.
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(" ")}`));
}

/** Everything is brought to life and laid out. */
async function layOut(page) {
  await complete(page);
  await page.evaluate(() => {
    for (const item of document.querySelectorAll(".item")) item.style.contentVisibility = "visible";
  });
}

const states = [1280, 390].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

export const checks = {
  ...Object.fromEntries(states.map((settings) => [
    `axe finds nothing at ${settings.width} px, ${settings.colorScheme}`,
    async (set) => {
      const page = await set.open(settings);
      await layOut(page);
      assert.deepEqual(await violations(page), []);
    },
  ])),

  async "axe finds nothing with everything unfolded, a tip and a filter"(set) {
    const page = await set.open();
    await layOut(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
    await page.locator("select[name=area]").selectOption("bu-region");
    await page.locator("#figur-02 .mark").first().focus();
    await page.locator(".tip").waitFor();
    assert.deepEqual(await violations(page), []);
  },

  async "axe finds nothing in the list of interventions, at both widths"(set) {
    for (const settings of states) {
      const page = await set.open(settings);
      await page.locator("#figur-02 .mark").first().focus();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      assert.deepEqual(await violations(page), []);
    }
  },

  async "axe finds nothing without scripts"(set) {
    // Where scripts are off, axe cannot run either; so the page is loaded without its own.
    const page = await set.open();
    await page.setContent(set.file("rapport.html").replace(/<script>[\s\S]*?<\/script>/, ""));
    assert.ok(await page.locator(".filters").isHidden());
    await layOut(page);
    assert.deepEqual(await violations(page), []);
  },

  async "nothing is wider than the window, down to 320 px"(set) {
    for (const width of [1280, 768, 390, 320]) {
      const page = await set.open({ width });
      await layOut(page);
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px at ${width} px`);
    }
  },

  async "follows the reader's system, light and dark; figures stay on white"(set) {
    const seen = {};
    for (const colorScheme of ["light", "dark"]) {
      const page = await set.open({ colorScheme });
      seen[colorScheme] = await page.evaluate(() => ({
        page: getComputedStyle(document.body).backgroundColor,
        chart: getComputedStyle(document.querySelector(".chart")).backgroundColor,
      }));
    }
    assert.deepEqual(seen.light, { page: "rgb(255, 255, 255)", chart: "rgb(255, 255, 255)" });
    assert.deepEqual(seen.dark, { page: "rgb(21, 24, 28)", chart: "rgb(255, 255, 255)" });
  },
};
