// Uses the coding workbench in headless Chromium as coders do: `insats review` of the built program, real studies.
//
//   node run.mjs <program> <folder of studies> [part of a check's name]
//
// The folder holds copies that may be written to: `study` (2024 without its final sheet), `doubled` (the same, of which Anna
// and Bo both code a part blindly), `keys`, `killed`, `hostile` (tests/cases/hostile-texts without codes), and `codings.csv`, what people coded in
// 2024. Every check prints a line; exit code 1 if any failed.

import { chromium } from "playwright-core";
import { review } from "./server.mjs";
import { checks as coding } from "./coding.mjs";
import { checks as access } from "./access.mjs";
import { checks as blind } from "./blind.mjs";
import { checks as keys } from "./keys.mjs";

const [program, folder, only = ""] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.INSATS_BROWSER || "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

const running = new Map();
const set = {
  folder,
  /** The server of a coder of a study, started once. */
  async server(study, coder = "Anna", language = "sv") {
    const name = `${study}/${coder}`;
    if (!running.has(name)) running.set(name, await review(program, `${folder}/${study}`, coder, language));
    return running.get(name);
  },
  forget(server) {
    for (const [name, own] of running) if (own === server) running.delete(name);
  },
  /** Opens the page; whatever it says or throws, and asks of others, is kept in `page.heard`. */
  async open(server, { width = 1280, height = 900, hash = "", ...settings } = {}) {
    const context = await browser.newContext({ viewport: { width, height }, ...settings });
    const page = await context.newPage();
    page.heard = [];
    page.on("console", (message) => page.heard.push(`console ${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => page.heard.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => {
      page.heard.push(`dialog: ${dialog.message()}`);
      dialog.accept();
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(new URL(server.url).origin))
        page.heard.push(`request: ${request.url().slice(0, 200)}`);
    });
    page.setDefaultTimeout(90_000);
    // The key of the address lets in once; then its cookie does.
    if (server.cookies) await context.addCookies(server.cookies);
    await page.goto(server.cookies ? new URL("/", server.url).href : server.url);
    server.cookies = await context.cookies();
    await page.waitForSelector(".top");
    if (hash)
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
    await page.waitForSelector("h2");
    return page;
  },
};

let done = 0;
let failed = 0;
for (const [part, checks] of Object.entries({ access, coding, blind, keys })) {
  for (const [what, check] of Object.entries(checks).filter(([what]) => `${part}: ${what}`.includes(only))) {
    done += 1;
    try {
      const told = await check(set);
      console.log(`ok      ${part}: ${what}${told ? ` (${told})` : ""}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${part}: ${what}\n        ${error.stack.split("\n").slice(0, 12).join("\n        ")}`);
    }
    await Promise.all(browser.contexts().map((context) => context.close()));
  }
}
await browser.close();
await Promise.all([...running.values()].map((server) => server.stop()));
console.log(`${done} checks, ${failed} failed`);
process.exitCode = done > 0 && failed === 0 ? 0 : 1;
