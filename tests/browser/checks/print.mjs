// The page on paper: A4, whole figures, no controls.

import assert from "node:assert/strict";
import { complete } from "../page.mjs";

/** The height inside the margins of an A4 page, and its width, in CSS pixels. */
const MILLIMETRE = 96 / 25.4;
const HEIGHT = (297 - 20 - 22) * MILLIMETRE;
const WIDTH = (210 - 2 * 18) * MILLIMETRE;

export const checks = {
  async "prints on A4"(set) {
    const page = await set.open();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
    assert.ok(boxes.length > 10, `${boxes.length} pages`);
    // A4 is 595.28 x 841.89 points.
    for (const [, width, height] of boxes) {
      assert.ok(Math.abs(width - 595.28) < 1 && Math.abs(height - 841.89) < 1, `${width} x ${height}`);
    }
    return `${boxes.length} pages`;
  },

  async "no figure is cut: each fits a page with its title and note, and may not be divided"(set) {
    const page = await set.open({ width: Math.floor(WIDTH), height: 1000 });
    await page.emulateMedia({ media: "print" });
    const figures = await page.$$eval(".item:has(svg)", (items) => items.map((item) => ({
      id: item.id,
      height: item.getBoundingClientRect().height,
      whole: getComputedStyle(item).breakInside === "avoid",
      clipped: item.querySelector(".chart").scrollWidth > item.querySelector(".chart").clientWidth + 1,
    })));
    for (const { id, height, whole, clipped } of figures) {
      assert.ok(whole && height <= HEIGHT && !clipped, `${id}: ${Math.round(height)} px of ${Math.round(HEIGHT)}`);
    }
  },

  async "controls and tips stay off the paper, in dark mode the paper is white"(set) {
    const page = await set.open({ colorScheme: "dark" });
    await complete(page);
    await page.locator("#figur-02 .mark").first().focus();
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("button:visible:not(table button), select:visible, .tip:visible, .back:visible, .skip:visible").count(), 0);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  },
};
