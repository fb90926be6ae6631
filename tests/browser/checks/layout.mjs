// How figures lie on the page, by computed boxes: at every width, zoomed in, and with the reader's own spacing of text.

import assert from "node:assert/strict";
import { complete } from "../page.mjs";

/** A window of 320 px is one of 1280 px at 400 %. */
const WIDTHS = [1280, 768, 390, 350, 320];

/** Text spacing of WCAG 2.2, 1.4.12. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/** Turns the reader's spacing on or off, past the page's policy as a browser's extension does. */
async function space(page, on) {
  await page.evaluate(([css, wanted]) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(wanted ? css : "");
    document.adoptedStyleSheets = [sheet];
  }, [SPACING, on]);
  await page.waitForFunction((wanted) => document.documentElement.classList.contains("spaced") === wanted, on);
}

async function layOut(page) {
  await complete(page);
  await page.evaluate(() => {
    for (const item of document.querySelectorAll(".item")) item.style.contentVisibility = "visible";
  });
}

/** Opens every table beside a figure, as a reader does, and waits for its buttons. */
async function openTables(page) {
  await page.evaluate(() => {
    for (const closed of document.querySelectorAll(".item details:not([open])")) closed.open = true;
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll("table.data [data-behind]")].every((cell) => cell.querySelector("button")));
}

/** What is cut, lies over something else or is too small, in words. */
function faults(form) {
  const told = [];
  const name = (svg) => `${svg.closest(".item").id} (${svg.classList})`;
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) told.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  for (const item of document.querySelectorAll(".item:has(.forms)")) {
    if (form) item.dataset.form = form;
    else delete item.dataset.form;
  }
  for (const chart of document.querySelectorAll(".chart")) {
    const shown = [...chart.children].filter((child) => getComputedStyle(child).display !== "none");
    if (shown.length !== 1) told.push(`${chart.closest(".item").id} shows ${shown.length} drawings`);
    if (chart.scrollWidth > chart.clientWidth + 1) told.push(`${chart.closest(".item").id} is dragged sideways`);
    const [svg] = shown;
    if (svg?.localName !== "svg") continue;
    const frame = svg.getBoundingClientRect();
    if (frame.left < -0.5 || frame.right > width + 0.5) told.push(`${name(svg)} leaves the window`);
    const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim() !== "");
    const boxes = texts.map((text) => {
      const { left, right, top, bottom, height } = text.getBoundingClientRect();
      // Lines of a text share the air above and below their letters.
      return { text: text.textContent, left, right, top: top + 0.22 * height, bottom: bottom - 0.18 * height };
    });
    const scale = svg.getScreenCTM().a;
    texts.forEach((text, at) => {
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      if (size < 11.95) told.push(`${name(svg)}: "${boxes[at].text}" is ${size.toFixed(1)} px high`);
      const { left, right, top, bottom } = boxes[at];
      const out = left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1;
      if (out) told.push(`${name(svg)}: "${boxes[at].text}" is cut`);
    });
    boxes.forEach((a, at) => {
      for (const b of boxes.slice(at + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 1) told.push(`${name(svg)}: "${a.text}" lies over "${b.text}"`);
      }
    });
  }
  // Words of the page itself: nothing is cut off.
  for (const element of document.querySelectorAll("h1, h2, h3, p, dt, dd, summary, button, figcaption, th, td")) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = overflowX !== "visible" || overflowY !== "visible";
    if (hides && element.scrollWidth > element.clientWidth + 1 && !element.closest(".unseen")) {
      told.push(`"${element.textContent.slice(0, 40)}" is cut`);
    }
  }
  return told;
}

/**
 * Marks that can be pressed and are too small to be touched, where no button of the table beside them does the same and is large enough;
 * and how many there are of either kind.
 */
function small() {
  const told = [];
  let [large, beside] = [0, 0];
  const fits = (element) => {
    const { width, height } = element?.getBoundingClientRect() ?? { width: 0, height: 0 };
    return Math.min(width, height) >= 23.9;
  };
  for (const item of document.querySelectorAll(".item:has(svg .mark)")) {
    const svg = [...item.querySelectorAll(".chart svg")].find((one) => getComputedStyle(one).display !== "none");
    const rows = item.querySelectorAll("table.data tbody tr, table.data tfoot tr");
    for (const mark of svg.querySelectorAll(".mark[role=button]")) {
      if (fits(mark)) large += 1;
      else if (fits(rows[mark.dataset.row]?.querySelector("button"))) beside += 1;
      else told.push(`${item.id}: row ${mark.dataset.row}`);
    }
  }
  return { told, large, beside };
}

export const checks = {
  ...Object.fromEntries(WIDTHS.map((width) => [
    `nothing is cut, lies over something else, is dragged or too small at ${width} px, whatever the spacing and the form`,
    async (set) => {
      const page = await set.open({ width });
      await layOut(page);
      const found = {};
      for (const spaced of [false, true]) {
        await space(page, spaced);
        for (const form of ["", "bubble", "dumbbell"]) found[`spaced ${spaced}, ${form}`] = await page.evaluate(faults, form);
      }
      const told = Object.entries(found).flatMap(([state, faults]) => faults.map((fault) => `${state}: ${fault}`));
      assert.deepEqual(told, []);
      await openTables(page);
      const { told: cramped, large, beside } = await page.evaluate(small);
      assert.deepEqual(cramped, []);
      assert.ok(large > 0, "no mark can be pressed");
      return `${large} marks of at least 24 px, ${beside} with a button of their row in the table`;
    },
  ])),

  async "bubbles are offered as dots, by pointer and by keyboard; narrow windows show dots first"(set) {
    for (const [width, first, other] of [[1280, "bubble", "dumbbell"], [390, "dumbbell", "bubble"]]) {
      const page = await set.open({ width });
      const item = page.locator("#figur-02");
      const shown = (form) => item.locator(`.chart svg.${form}`).filter({ visible: true });
      await item.scrollIntoViewIfNeeded();
      await shown(first).waitFor();
      const buttons = item.getByRole("group").getByRole("button", { pressed: true }).and(item.locator(".forms button"));
      assert.equal(await buttons.getAttribute("value"), first);
      const button = item.locator(`.forms button[value=${other}]`);
      const { width: wide, height } = await button.boundingBox();
      assert.ok(wide >= 24 && height >= 24, `${wide} x ${height}`);
      await button.focus();
      await page.keyboard.press("Enter");
      await shown(other).waitFor();
      assert.equal(await shown(first).count(), 0);
      assert.equal(await item.getAttribute("data-form"), other);
      assert.equal(await buttons.getAttribute("value"), other);
      await item.locator(`.forms button[value=${first}]`).click();
      await shown(first).waitFor();
      // Other figures stay as they were.
      assert.equal(await page.locator(".item[data-form]").count(), 1);
      await set.close();
    }
  },

  async "without scripts the window decides which form is shown"(set) {
    for (const [width, form] of [[1280, "wide bubble"], [390, "narrow dumbbell"]]) {
      const page = await set.open({ width, javaScriptEnabled: false });
      const item = page.locator("#figur-02");
      await item.scrollIntoViewIfNeeded();
      await item.locator(`.chart svg[class="${form}"]`).waitFor({ state: "visible" });
      assert.equal(await item.locator(".chart svg:visible").count(), 1);
      assert.ok(await item.locator(".forms").isHidden());
      // A picture that has another one for narrow windows.
      const sources = await page.locator("#figur-01 img").evaluateAll((images) => images.map(({ src, currentSrc }) => src === currentSrc));
      assert.deepEqual(sources, [width === 1280]);
      await set.close();
    }
  },

  async "figures are dark in the dark, and have the reader's colours and patterns where these are forced"(set) {
    const page = await set.open({ colorScheme: "dark" });
    await layOut(page);
    const dark = await page.evaluate(() => {
      const told = [];
      const hex = (rgb) => `#${rgb.match(/\d+/g).slice(0, 3).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
      for (const element of document.querySelectorAll(".chart :is([fill], [stroke])")) {
        for (const name of ["fill", "stroke"]) {
          const light = element.getAttribute(name);
          if (light?.startsWith("#") && hex(getComputedStyle(element)[name]) === light) told.push(`${element.closest(".item").id}: ${name} ${light}`);
        }
      }
      const [paper] = document.querySelectorAll(".chart svg > rect");
      return { told: [...new Set(told)], paper: getComputedStyle(paper).fill, page: getComputedStyle(document.body).backgroundColor };
    });
    assert.deepEqual(dark.told, []);
    assert.equal(dark.paper, dark.page);
    await page.emulateMedia({ forcedColors: "active" });
    const forced = await page.evaluate(() => {
      const looks = (selector) => new Set([...document.querySelectorAll(selector)].map((shape) => {
        const { fill, fillOpacity } = getComputedStyle(shape);
        return `${shape.getAttribute("fill")}: ${fill} ${fillOpacity}`;
      }));
      const text = document.querySelector("#figur-06 .chart text");
      return {
        likert: [...looks("#figur-06 svg.wide .mark rect")],
        bubbles: [...looks("#figur-02 svg.wide.bubble .mark circle")],
        text: getComputedStyle(text).fill,
        body: getComputedStyle(document.body).color,
      };
    });
    const differ = (all) => new Set(all.map((look) => look.split(": ")[1])).size === all.length;
    assert.ok(forced.likert.length === 4 && differ(forced.likert), forced.likert.join("\n"));
    assert.ok(forced.bubbles.length === 2 && differ(forced.bubbles), forced.bubbles.join("\n"));
    assert.equal(forced.text, forced.body);
  },
};
