// Starts the workbench as a coder does, and opens its page in the browser.

import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A running `insats review`, once it has told its address. */
export async function review(binary, study, coder, language = "sv") {
  const child = spawn(binary, ["review", study, "--coder", coder, "--no-browser", "--messages", language], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let told = "";
  const ended = new Promise((done) => child.on("exit", done));
  const url = await new Promise((found, failed) => {
    const hear = (chunk) => {
      told += chunk;
      const address = told.match(/http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]+/);
      if (address) found(address[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => failed(new Error(`insats review ended with ${code}: ${told}`)));
    setTimeout(() => failed(new Error(`no address within a minute: ${told}`)), 60_000).unref();
  });
  const end = async (signal) => {
    child.kill(signal);
    await ended;
  };
  return { url, coder, study, cookies: null, stop: () => end("SIGINT"), kill: () => end("SIGKILL") };
}

/** The lines of a coder's decisions that say codes, as they are on the disk. */
export function codings({ study, coder }) {
  const folder = join(study, "decisions");
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".jsonl")) : [];
  const lines = files.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n").filter(Boolean));
  return lines.map((line) => JSON.parse(line)).filter((line) => line.codes && line.who === coder);
}

/** All violations that axe finds in the current state of a page, as lines. */
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(" ")}`),
  );
}

/** The domain that is being coded: its id, what is shown, where it stands, and its numbered suggestions. */
export const active = (page) =>
  page.evaluate(() => {
    const own = document.querySelector(".domain.active");
    if (!own) return null;
    const codes = [...own.querySelectorAll(".chips .chip .id")].map((chip) => chip.textContent);
    const numbered = [...own.querySelectorAll("[role=option].suggested")].map(
      (option) => option.querySelector(".id").textContent,
    );
    return {
      domain: own.querySelector("h3[id^=domain-]").id.replace(/^domain-|-name$/g, ""),
      codes,
      numbered,
      state: own.querySelector(".badge").dataset.state,
    };
  });

/** The intervention on screen. */
export const unit = (page) => page.evaluate(() => new URLSearchParams(location.hash.split("?")[1] ?? "").get("unit"));

/** Waits until nothing is on its way to the disk. */
export async function settled(page) {
  await page.waitForFunction(() => !document.querySelector('.badge[data-state="saving"]'));
}
