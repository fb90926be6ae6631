// Opens rapport.html in headless Chromium and uses it as readers do.
//
//   node run.mjs <output folder of a run> <output folder of tests/cases/hostile-texts> [part of a check's name]
//
// Where the same run for a Swedish Excel (`--csv excel-sv`) is in a folder beside the first, named as that with `-excel`, what the
// page offers is held against it.
//
// INSATS_BROWSER names the browser (default: chromium). Every check prints a line; the first line of a failure says what
// was expected. Exit code 1 if any check failed. Speed is reported and never decides.

import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { checks as asRead } from "./checks/read.mjs";
import { checks as accessible } from "./checks/access.mjs";
import { checks as laidOut } from "./checks/layout.mjs";
import { checks as interactive } from "./checks/interact.mjs";
import { checks as addressed } from "./checks/address.mjs";
import { checks as given } from "./checks/given.mjs";
import { checks as found } from "./checks/found.mjs";
import { checks as printed } from "./checks/print.mjs";
import { checks as hostile } from "./checks/hostile.mjs";

const [study, hostileStudy, only = ""] = process.argv.slice(2);
// Drawings are measured in a typeface that readers have in some guise; the machine that tests may have none.
const home = mkdtempSync(join(tmpdir(), "insats-browser-"));
symlinkSync(fileURLToPath(new URL("../../src/render/fonts", import.meta.url)), join(home, "fonts"));
const browser = await chromium.launch({
  executablePath: process.env.INSATS_BROWSER || "/usr/bin/chromium",
  env: { ...process.env, XDG_DATA_HOME: home },
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

/** What a check works with: a way to open the page, and the files of the run to hold it against. */
function scene(folder) {
  const path = join(folder, "rapport.html");
  const opened = [];
  return {
    file: (name) => readFileSync(join(folder, name), "utf8"),
    /** A file of the run for a Swedish Excel. */
    forExcel: existsSync(`${folder}-excel`) ? (name) => readFileSync(join(`${folder}-excel`, name), "utf8") : null,
    /** The page's own address. */
    address: pathToFileURL(path).href,
    bytes: readFileSync(path).length,
    /** Opens the page, `before` being done in it first; whatever it says, asks for or throws is kept in `page.heard`. */
    async open({ width = 1280, height = 900, at = "", ...settings } = {}, before = undefined) {
      const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, ...settings });
      opened.push(context);
      const page = await context.newPage();
      page.heard = [];
      if (before) await page.addInitScript(before);
      page.on("console", (message) => page.heard.push(`console ${message.type()}: ${message.text()}`));
      page.on("pageerror", (error) => page.heard.push(`error: ${error.message}`));
      page.on("dialog", (dialog) => {
        page.heard.push(`dialog: ${dialog.message()}`);
        dialog.dismiss();
      });
      page.on("request", (request) => page.heard.push(`request: ${request.url().slice(0, 200)}`));
      // The suite may have the machine to itself no more than a reader has; what never comes fails all the same.
      page.setDefaultTimeout(90_000);
      await page.goto(pathToFileURL(path).href + at);
      // The page itself is the one thing that may be asked for.
      page.heard = page.heard.filter((line) => !line.startsWith(`request: ${pathToFileURL(path).href}`));
      return page;
    },
    async close() {
      await Promise.all(opened.splice(0).map((context) => context.close()));
    },
  };
}

let done = 0;
let failed = 0;
async function run(name, checks, folder) {
  const set = scene(folder);
  for (const [what, check] of Object.entries(checks).filter(([what]) => `${name}: ${what}`.includes(only))) {
    done += 1;
    try {
      const told = await check(set);
      console.log(`ok      ${name}: ${what}${told ? ` (${told})` : ""}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}: ${what}\n        ${error.stack.split("\n").slice(0, 12).join("\n        ")}`);
    }
    await set.close();
  }
}

await run("read", asRead, study);
await run("interact", interactive, study);
await run("layout", laidOut, study);
await run("address", addressed, study);
await run("given", given, study);
await run("found", found, study);
await run("access", accessible, study);
await run("print", printed, study);
await run("hostile", hostile, hostileStudy);
await browser.close();
rmSync(home, { recursive: true });
console.log(`${done} checks, ${failed} failed`);
process.exitCode = done > 0 && failed === 0 ? 0 : 1;
