// Makes out-of-fold.csv, which keys.mjs reads:
//
//   insats learn input/lagesrapport-2024 --out model.json --predictions predictions.csv
//   node tests/browser/workbench/out-of-fold.mjs predictions.csv
//
// Every fourteenth intervention by id, a hundred in all, with every code that was given a chance of at least 0.05: the most
// probable first.

import { readFileSync, writeFileSync } from "node:fs";
import { records } from "../csv.mjs";

const all = records(readFileSync(process.argv[2], "utf8").replace(/^\ufeff/, "").replaceAll("\r", ""));
const ids = [...new Set(all.map((row) => row.intervention_id))].sort();
const chosen = new Set(ids.filter((_, at) => at % 14 === 0).slice(0, 100));
const domains = ["activity", "output", "goal", "effect"];
const rows = all
  .filter((row) => chosen.has(row.intervention_id) && Number(row.probability) >= 0.05)
  .sort(
    (a, b) =>
      ids.indexOf(a.intervention_id) - ids.indexOf(b.intervention_id) ||
      domains.indexOf(a.domain) - domains.indexOf(b.domain) ||
      b.probability - a.probability,
  );
const line = (row) => [row.intervention_id, row.domain, row.code, Number(row.probability).toFixed(2)].join();
const text = ["intervention,domain,code,probability", ...rows.map(line)].join("\n");
writeFileSync(new URL("out-of-fold.csv", import.meta.url), `${text}\n`);
