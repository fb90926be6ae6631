// Accessibility by axe-core in every view, and what it cannot see: reflow, spacing of texts, names, the language.

import assert from "node:assert/strict";
import { violations } from "./server.mjs";

const states = [1280, 390].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

/** What is opened before axe looks: the address, and what is done there. */
const VIEWS = {
  coding: [
    "#code",
    async (page) => {
      await page.locator(".domain.active").waitFor();
    },
  ],
  "a search": [
    "#code",
    async (page) => {
      await page.locator(".domain.active .find").focus();
      await page.keyboard.type("sam");
    },
  ],
  "a memo and the limits of the queue": [
    "#code",
    async (page) => {
      await page.locator(".limits summary").click();
      await page.locator(".domain.active .find").focus();
      await page.keyboard.press("!");
      await page.keyboard.press("+");
      await page.keyboard.type("Tveksam");
    },
  ],
  help: [
    "#code",
    async (page) => {
      await page.locator(".domain.active .find").focus();
      await page.keyboard.press("?");
      await page.locator("dialog").waitFor();
    },
  ],
  "the codebook": [
    "#code",
    async (page) => {
      await page.locator(".domain.active .find").focus();
      await page.keyboard.press("/");
      await page.locator("dialog .tree li").first().waitFor();
    },
  ],
  "a rule": [
    "#code",
    async (page) => {
      await page.locator(".unit-foot button").last().click();
      await page.keyboard.type("samverkan");
      await page.locator("dialog .effect > *").first().waitFor();
    },
  ],
  differences: ["#settle", async () => {}],
  progress: ["#progress", async () => {}],
};

export const checks = {
  ...Object.fromEntries(
    Object.entries(VIEWS).map(([name, [hash, act]]) => [
      `axe finds nothing in ${name}, at both widths, light and dark`,
      async (set) => {
        const server = await set.server("study");
        for (const settings of states) {
          const page = await set.open(server, { ...settings, hash });
          await act(page);
          assert.deepEqual(await violations(page), [], JSON.stringify(settings));
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= settings.width, `${wide} px at ${settings.width} px`);
          assert.deepEqual(page.heard, []);
        }
      },
    ]),
  ),

  async "texts may be spaced as readers need it, down to 320 px, and nothing is cut off"(set) {
    const server = await set.server("study");
    for (const width of [1280, 320]) {
      const page = await set.open(server, { width });
      await page.locator(".domain.active").waitFor();
      // WCAG 2.2, 1.4.12; set through the object model, which the page's policy lets pass.
      const cut = await page.evaluate(() => {
        for (const own of document.querySelectorAll("body *")) {
          Object.assign(own.style, { lineHeight: "1.5", letterSpacing: "0.12em", wordSpacing: "0.16em" });
        }
        const isCut = (own) => own.scrollWidth > own.clientWidth + 1 && getComputedStyle(own).overflowX === "hidden";
        return [...document.querySelectorAll("body *")]
          .filter((own) => !own.closest(".unseen, .skip, #said") && isCut(own))
          .map((own) => own.className);
      });
      assert.deepEqual(cut, []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px at ${width} px`);
    }
  },

  async "the field of a domain says what it is for, what is read, and what is chosen"(set) {
    const page = await set.open(await set.server("study"));
    const field = page.locator(".domain.active .find");
    await field.focus();
    const said = await page.evaluate(() => {
      const own = document.activeElement;
      const described = own
        .getAttribute("aria-describedby")
        .split(" ")
        .map((id) => document.getElementById(id).textContent);
      return {
        role: own.getAttribute("role"),
        expanded: own.getAttribute("aria-expanded"),
        list: document.getElementById(own.getAttribute("aria-controls")).getAttribute("role"),
        name: own.getAttribute("aria-label"),
        described,
      };
    });
    assert.equal(`${said.role} ${said.expanded} ${said.list}`, "combobox true listbox");
    assert.ok(said.name.length > 5 && said.described.every((text) => text.trim().length > 0), JSON.stringify(said));
    await page.keyboard.press("ArrowDown");
    const pointed = await field.getAttribute("aria-activedescendant");
    assert.equal(await page.locator(`[id="${pointed}"]`).getAttribute("role"), "option");
    // One stop of the Tab key for each domain.
    const before = await page.locator(".domain.active h3[id^=domain-]").textContent();
    await page.keyboard.press("Tab");
    assert.notEqual(await page.locator(".domain.active h3[id^=domain-]").textContent(), before);
  },

  async "the page is in the language of whoever codes"(set) {
    for (const [coder, language, words] of [
      ["Anna", "sv", "Koda"],
      ["Bo", "en", "Code"],
    ]) {
      const page = await set.open(await set.server("study", coder, language));
      assert.equal(await page.getAttribute("html", "lang"), language);
      assert.equal(await page.locator(".top nav a").first().textContent(), words);
    }
  },

  async "it moves nothing for who wants no motion, and keeps lines where the system has its own colours"(set) {
    const page = await set.open(await set.server("study"), { reducedMotion: "reduce", forcedColors: "active" });
    await page.locator(".domain.active").waitFor();
    const moving = await page.evaluate(() => document.getAnimations().length);
    assert.equal(moving, 0);
    const border = await page.evaluate(
      () => getComputedStyle(document.querySelector(".chips .chip, [role=option]")).borderLeftStyle,
    );
    assert.notEqual(border, "none");
    assert.deepEqual(await violations(page), []);
  },
};
