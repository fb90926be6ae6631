// Accessibility by axe-core, and what it cannot see: reflow, light and dark.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { complete } from "../page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What the guidelines ask for, and what is good practice besides. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** All violations of the current state of a page, as lines. */
async function violations(page, tags = RULES) {
  // Evaluated from outside: the page's policy would not let it in.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate((tags) => globalThis.axe.run(document, {
    resultTypes: ["violations"],
    runOnly: { type: "tag", values: tags },
  }), tags);
  return found.violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(" ")}`));
}

/** Everything is brought to life and laid out. */
async function layOut(page) {
  await complete(page);
  await page.evaluate(() => {
    for (const item of document.querySelectorAll(".item")) item.style.contentVisibility = "visible";
  });
}

const WIDTHS = [1280, 768, 390, 320];
const LOOKS = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "active" },
];
const states = [1280, 390].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

export const checks = {
  ...Object.fromEntries(WIDTHS.map((width) => [
    `axe finds nothing at ${width} px, light, dark and in forced colours`,
    async (set) => {
      const page = await set.open({ width });
      await layOut(page);
      for (const look of LOOKS) {
        await page.emulateMedia(look);
        // Other colours change nothing but colours.
        assert.deepEqual(await violations(page, look === LOOKS[0] ? RULES : ["cat.color"]), [], JSON.stringify(look));
      }
    },
  ])),

  async "axe finds nothing with everything unfolded, a tip and a filter"(set) {
    const page = await set.open();
    await layOut(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
    await page.locator("select[name=area]").selectOption("bu-region");
    await page.getByRole("searchbox").fill("samverkan");
    await page.locator("#figur-02 .tools button[aria-expanded]").click();
    await page.locator("#figur-02 .mark").first().focus();
    await page.locator(".tip").waitFor();
    assert.deepEqual(await violations(page), []);
  },

  async "axe finds nothing in the list of interventions, at both widths"(set) {
    for (const settings of states) {
      const page = await set.open(settings);
      await page.locator("#figur-02 .mark").filter({ visible: true }).first().focus();
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

  async "follows the reader's system, light and dark"(set) {
    const seen = {};
    const page = await set.open();
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      seen[colorScheme] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    }
    assert.deepEqual(seen, { light: "rgb(255, 255, 255)", dark: "rgb(21, 24, 28)" });
  },
};
