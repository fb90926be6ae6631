// How many keys a coder presses for a fixed hundred interventions of 2024, against a spreadsheet.
//
// In the spreadsheet: for every code, the shortest beginning of its id that no other code of the domain has, and Tab; where
// no code fits, one sign and Tab, and Tab alone in the domain of themes, which need not have any. In the workbench: the keys
// that its page is really sent, a key held down beside another counted as one of its own. The suggestions are those of
// out-of-fold.csv: what learning and rules said of these interventions in the cross-validation that `insats learn` measures
// itself by, so that they are as often wrong as for answers that nobody has coded; out-of-fold.mjs makes the file. Themes
// are not learned; they go without suggestions here.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { records } from "../csv.mjs";
import { active, settled } from "./server.mjs";

/** By intervention and domain, a list of something of each row. */
function grouped(rows, of) {
  const all = {};
  for (const row of rows) ((all[row.intervention ?? row.intervention_id] ??= {})[row.domain] ??= []).push(of(row));
  return all;
}

/** As long as an id has to be typed until it is the only one. */
function shortest(id, ids) {
  for (let length = 1; length < id.length; length += 1) {
    if (!ids.some((other) => other !== id && other.startsWith(id.slice(0, length)))) return length;
  }
  return id.length;
}

export const checks = {
  async "at most half the keys of a spreadsheet, for a hundred interventions"(set) {
    const read = (path) => records(readFileSync(path, "utf8"));
    const suggested = grouped(read(new URL("out-of-fold.csv", import.meta.url)), ({ code, probability }) => ({
      code,
      probability: Number(probability),
      words: [],
      source: "model",
    }));
    const people = grouped(read(`${set.folder}/codings.csv`), ({ code }) => code);
    const units = Object.keys(suggested);
    assert.equal(units.length, 100);

    const server = await set.server("keys");
    const page = await set.open(server);
    const study = await page.evaluate(() => fetch("/api/study").then((answer) => answer.json()));
    const ids = Object.fromEntries(study.domains.map((domain) => [domain.id, domain.codes.map(({ id }) => id)]));
    const mains = (codes) => codes.filter((code) => !codes.some((other) => other.startsWith(`${code}.`)));
    const replace = async (route) => {
      const answer = await route.fetch();
      const body = await answer.json();
      const shown = body.unit ?? body;
      for (const domain of shown.domains ?? []) {
        const own = suggested[shown.id]?.[domain.id] ?? [];
        const kept = mains(own.map(({ code }) => code));
        domain.suggestions = own.filter(({ code }) => kept.includes(code)).slice(0, 9);
      }
      if (shown.alike) shown.alike = [];
      return route.fulfill({ response: answer, json: body });
    };
    await page.route(/\/api\/(unit|next)\b/, replace);

    let sheet = 0;
    let bench = 0;
    const press = async (...keys) => {
      for (const key of keys) {
        bench += key.split("+").length;
        await page.keyboard.press(key);
      }
    };
    for (const id of units) {
      const truth = Object.fromEntries(study.domains.map((domain) => [domain.id, people[id]?.[domain.id] ?? []]));
      for (const domain of study.domains) {
        const typed = truth[domain.id].reduce((sum, code) => sum + shortest(code, ids[domain.id]) + 1, 0);
        sheet += typed || (domain.optional ? 1 : 2);
      }
      await page.evaluate((to) => {
        location.hash = `#code?unit=${to}`;
      }, id);
      await page.waitForFunction((own) => document.querySelector(".meta")?.textContent.includes(own), id);
      await settled(page);
      await code(page, study, truth, press);
      const saved = await page.evaluate((own) => fetch(`/api/unit?id=${own}`).then((answer) => answer.json()), id);
      for (const { id: domain, codes } of saved.domains)
        assert.deepEqual([...codes].sort(), [...truth[domain]].sort(), `${id} ${domain}`);
    }
    const share = bench / sheet;
    assert.ok(share <= 0.5, `${bench} keys against ${sheet}`);
    return `${bench} keys against ${sheet}, ${Math.round(100 * share)} percent`;
  },
};

/** Codes an intervention as somebody does who sees what is proposed: mends what is wrong, and takes the rest at once. */
async function code(page, study, truth, press) {
  const same = (one, other) => [...one].sort().join() === [...other].sort().join();
  const shown = await page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll(".domain")].map((own) => [
        own.querySelector("h3[id^=domain-]").id.replace(/^domain-|-name$/g, ""),
        {
          codes: [...own.querySelectorAll(".chips .chip .id")].map((chip) => chip.textContent),
          isNothing: !own.querySelector(".chips .chip"),
        },
      ]),
    ),
  );
  const order = Object.keys(shown);
  const isRight = (domain) => same(shown[domain].codes, truth[domain]) && !shown[domain].isNothing;
  const id = await page.evaluate(() => document.querySelector(".meta").textContent);
  const last = order.findLastIndex((domain) => !isRight(domain));
  for (const domain of order.slice(0, last + 1)) {
    const own = await active(page);
    assert.equal(own.domain, domain);
    if (isRight(domain)) await press("Enter");
    else if (truth[domain].length === 0) await press("0");
    else {
      for (const id of [
        ...own.codes.filter((code) => !truth[domain].includes(code)),
        ...truth[domain].filter((code) => !own.codes.includes(code)),
      ]) {
        const number = own.numbered.indexOf(id);
        if (number >= 0) await press(String(number + 1));
        else await press(...id.toLowerCase().replaceAll(".", ""), "Enter");
      }
      await press("Enter");
    }
  }
  const rest = order.length - 1 - last;
  if (rest > 1) await press("Shift+Enter");
  else if (rest === 1) await press("Enter");
  // The next intervention is shown only when all of this one is on the disk.
  await page.waitForFunction((before) => document.querySelector(".meta")?.textContent !== before, id);
}
