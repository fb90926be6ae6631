// Two coders who do not see each other, and what they differ on.

import assert from "node:assert/strict";
import { active, codings, settled } from "./server.mjs";

const SHARED = "BUR-001-1";

/** Codes an intervention: in its first domain the code that is typed, with a memo; no code in the others. */
async function code(page, id, typed, memo) {
  await page.evaluate((to) => {
    location.hash = `#code?unit=${to}`;
  }, id);
  await page.waitForFunction((own) => document.querySelector(".meta")?.textContent.includes(own), id);
  await page.locator(".domain.active .find").focus();
  const first = (await active(page)).domain;
  if (memo) {
    await page.keyboard.press("+");
    await page.keyboard.type(memo);
    await page.keyboard.press("Escape");
  }
  await page.keyboard.type(typed);
  await page.keyboard.press("Enter");
  const others = (await page.locator(".domain").count()) - 1;
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    (domain) => document.querySelector(".domain.active h3[id^=domain-]")?.id !== `domain-${domain}-name`,
    first,
  );
  for (let n = 0; n < others; n += 1) {
    const own = await active(page);
    await page.keyboard.press("0");
    await page.waitForFunction(
      ([domain, unit]) =>
        !document.querySelector(".meta")?.textContent.includes(unit) ||
        document.querySelector(".domain.active h3[id^=domain-]")?.id !== `domain-${domain}-name`,
      [own.domain, id],
    );
  }
  await settled(page);
  return first;
}

export const checks = {
  async "who codes blindly sees neither suggestions nor marks, and an answer that nobody else codes looks the same"(
    set,
  ) {
    const page = await set.open(await set.server("doubled"));
    const seen = {};
    for (const id of ["BUR-001-1", "BUR-001-2", "BUR-001-3", "BUR-001-4"]) {
      await page.evaluate((to) => {
        location.hash = `#code?unit=${to}`;
      }, id);
      await page.waitForFunction((own) => document.querySelector(".meta")?.textContent.includes(own), id);
      seen[id] = await page.locator(".suggested, .proposed .id, mark").count();
    }
    // The fourth is given to nobody: whoever codes it has what helps.
    assert.deepEqual([seen["BUR-001-1"], seen["BUR-001-2"], seen["BUR-001-3"]], [0, 0, 0]);
    assert.ok(seen["BUR-001-4"] > 0);
  },

  async "what two coders differ on is settled with a reason, by who sees both"(set) {
    const [anna, bo] = [await set.server("doubled"), await set.server("doubled", "Bo")];
    const [hers, his] = [await set.open(anna), await set.open(bo)];
    const domain = await code(hers, SHARED, "g1.5", "");
    const differences = (page) => page.evaluate(() => fetch("/api/differences").then((answer) => answer.json()));
    assert.deepEqual((await differences(hers)).differences, [], "before the other has coded it, nobody is told");
    await code(his, SHARED, "g2", "Handlar mest om bemanning.");
    // What Bo wrote reaches Anna within seconds.
    await hers.waitForFunction(
      () =>
        fetch("/api/changes")
          .then(() => fetch("/api/differences"))
          .then((answer) => answer.json())
          .then((all) => all.differences.length > 0),
      null,
      { polling: 500 },
    );
    await hers.evaluate(() => {
      location.hash = "#settle";
    });
    await hers.locator(".side").first().waitFor();
    const sides = await hers.locator(".side").allTextContents();
    assert.equal(sides.length, 3);
    assert.ok(
      sides[0].includes("Anna") &&
        sides[0].includes("G1.5") &&
        sides[1].includes("Bo") &&
        sides[1].includes("G2") &&
        sides[1].includes("bemanning"),
      sides.join("\n"),
    );
    const save = hers.locator("form button.primary");
    await hers.locator("input[name=settled]").nth(1).check();
    await hers.locator("input[name=why]").fill("Texten handlar om bemanning.");
    await save.click();
    await hers.waitForFunction(() => !document.querySelector(".side"));
    const line = codings(anna).findLast((own) => own.unit === SHARED && own.domain === domain);
    assert.deepEqual([line.for, line.codes, line.why], ["final", ["G2"], "Texten handlar om bemanning."]);
    assert.deepEqual([...hers.heard, ...his.heard], []);
  },
};
