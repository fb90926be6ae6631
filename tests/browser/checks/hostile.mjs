// A study in which every text tries to be more than text (tests/cases/hostile-texts).

import assert from "node:assert/strict";
import { records } from "../csv.mjs";
import { complete } from "../page.mjs";

async function useAll(page) {
  await complete(page);
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
  await page.waitForTimeout(100);
  for (const mark of await page.locator("#figur-01 .mark").all()) {
    await mark.focus();
    await mark.dispatchEvent("click");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
  }
}

export const checks = {
  async "nothing runs and nothing is fetched, whatever is opened"(set) {
    const page = await set.open();
    await useAll(page);
    await page.waitForTimeout(300);
    assert.deepEqual(page.heard, []);
    assert.equal(await page.title(), "</title><script>alert(15)</script>");
    const found = await page.evaluate(() => ({
      scripts: document.scripts.length,
      outside: document.querySelectorAll("[src], link:not([rel=icon]), iframe, object, embed, foreignObject, form").length,
      handlers: [...document.querySelectorAll("*")].filter((e) => [...e.attributes].some((a) => /^on/i.test(a.name))).length,
      addresses: [...document.querySelectorAll("[href]")].map((a) => a.getAttribute("href")).filter((h) => !/^(#|data:,$)/.test(h)),
      styles: document.querySelectorAll("style").length,
    }));
    assert.deepEqual(found, { scripts: 3, outside: 0, handlers: 0, addresses: [], styles: 1 });
  },

  async "the policy would stop what got in all the same"(set) {
    const page = await set.open();
    const ran = await page.evaluate(async () => {
      globalThis.ran = [];
      const script = document.createElement("script");
      script.textContent = "globalThis.ran.push('script')";
      const image = document.createElement("img");
      image.setAttribute("onerror", "globalThis.ran.push('handler')");
      image.src = "x.png";
      document.body.append(script, image);
      const stopped = await fetch("https://example.invalid/").then(() => false, () => true);
      await new Promise((done) => setTimeout(done, 200));
      return [...globalThis.ran, stopped];
    });
    assert.deepEqual(ran, [true]);
    assert.ok(page.heard.filter((line) => /Content Security Policy/.test(line)).length >= 3, page.heard.join("\n"));
  },

  async "every text reads as it was written"(set) {
    const page = await set.open();
    await useAll(page);
    const interventions = records(set.file("data/interventions.csv"));
    const mark = page.locator("#figur-01 .mark[data-code=G1]").first();
    await mark.dispatchEvent("click");
    const listed = await page.getByRole("dialog").locator("tbody th").allTextContents();
    const bare = (text) => text.replace(/^'(?=[=+\-@])/, "");
    const titles = interventions.slice(0, 4).map(({ title }) => bare(title));
    assert.deepEqual(new Set(listed), new Set(titles));
    await page.keyboard.press("Escape");
    const text = await page.evaluate(() => document.body.textContent);
    for (const part of [
      "</title><script>alert(12)</script>",
      '" onload="alert(13)',
      "<foreignObject><script>alert(14)</script>",
      'Område "><script>alert(16)</script>',
      "</figcaption><script>alert(17)</script>",
      '<a href="javascript:alert(18)">Titel</a>',
      "<!-- <script>alert(19)</script>",
      "<b onclick=alert(7)>kommuner</b>",
      "</table><script>alert(8)</script>",
    ]) {
      assert.ok(text.includes(part), `${part} is missing`);
    }
  },

  async "long words and the texts' own direction do not widen the page"(set) {
    for (const width of [1280, 390]) {
      const page = await set.open({ width });
      await page.locator("#figur-01 .mark[data-code=G2]").first().dispatchEvent("click");
      await page.getByRole("dialog").waitFor();
      const wide = await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.querySelector("dialog").scrollWidth));
      assert.ok(wide <= width, `${wide} px at ${width} px`);
    }
  },
};
