/* The coding workbench. Its parts are put together into one module (see page.rs); this one holds what the others stand on:
   elements, words, and the way to the server. Text is set as text, never as markup. A decision is called saved only when
   the server has answered that it is. */

/** What /api/study says; filled in by `start`. */
let study = { words: {}, domains: [], areas: [], recipients: [] };

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

/** An element with attributes and children: functions become listeners, `false` and `null` are left out, strings become text. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") element.addEventListener(key, value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function button(text, click, attributes = {}) {
  return make("button", { type: "button", click, ...attributes }, text);
}

/** A button with the key that does the same. */
function keyed(text, key, click, attributes = {}) {
  return make("button", { type: "button", click, ...attributes }, text, " ", make("kbd", {}, key));
}

/** A text of the page with its places filled in. */
function word(key, values = {}) {
  const text = study.words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** The same in singular or plural; `n` is how many. */
function counted(key, n, values = {}) {
  return word(`${key}_${n === 1 ? "one" : "many"}`, { n: whole(n), ...values });
}

const numbers = (options) => new Intl.NumberFormat(document.documentElement.lang, options);
const whole = (number) => numbers({ maximumFractionDigits: 0, useGrouping: "always" }).format(number);
const decimal = (number, digits = 2) =>
  number === null || number === undefined
    ? "–"
    : numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(number);
const percent = (share) =>
  share === null || share === undefined ? "–" : numbers({ style: "percent", maximumFractionDigits: 0 }).format(share);
/** Funds as the server words them, or a number in the study's unit. */
const funds = (amount) =>
  typeof amount === "number" ? `${whole(amount)}\u00a0${study.money?.unit ?? ""}` : (amount ?? "");

let said;
/** Says something to who listens to the page; shown at the foot, too, but where everybody sees it anyway. */
function say(text, isSeen = false) {
  const place = $("#said");
  place.classList.toggle("unseen", isSeen);
  // The same words twice are said twice.
  place.textContent = "";
  clearTimeout(said);
  requestAnimationFrame(() => {
    place.textContent = text;
  });
  said = setTimeout(() => {
    place.textContent = "";
  }, 5000);
}

/** Shows what went wrong until it is over; `retry` is what to do about it. */
function trouble(text, retry = null) {
  const place = $("#trouble");
  place.hidden = !text;
  const again =
    retry &&
    button(word("try_again"), () => {
      trouble(null);
      retry();
    });
  place.replaceChildren(...(text ? [make("p", {}, text), ...(again ? [again] : [])] : []));
}

/** What a request came to when there was no good answer: `gone` where there was none at all. */
class Refused extends Error {
  constructor(text, status) {
    super(text);
    this.status = status;
    this.gone = status === 0;
  }
}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, { cache: "no-store", credentials: "same-origin", ...options });
  } catch {
    throw new Refused(word("gone"), 0);
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(body.error ?? word("refused"), answer.status);
  return body;
}

function get(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value);
  return ask(given.length ? `${path}?${new URLSearchParams(given)}` : path);
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** Does something that asks the server; what it refuses is shown. */
async function attempt(work, retry = null) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    trouble(error.message, retry);
    return null;
  }
}

/** A modal dialog with a heading; it is gone when it closes, and the focus is where it was. */
function dialog(heading, kind, ...children) {
  const back = document.activeElement;
  const box = make(
    "dialog",
    { class: kind, "aria-labelledby": "dialog-heading" },
    make(
      "header",
      {},
      make("h2", { id: "dialog-heading", tabindex: "-1" }, heading),
      keyed(word("close"), "Esc", () => box.close()),
    ),
    ...children,
  );
  box.addEventListener("close", () => {
    box.remove();
    back?.focus();
  });
  document.body.append(box);
  box.showModal();
  return box;
}
