"use strict";

// What every part uses.

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

/** What takes its time to make, made when it is first asked for. */
function later(make) {
  let made;
  return () => (made ??= make());
}

const embedded = (name) => JSON.parse($(`script.${name}`).textContent);
const words = embedded("words");
/** The words around drawings, and the interventions behind numbers. */
const data = later(() => embedded("data"));
const language = document.documentElement.lang;
const order = later(() => new Intl.Collator(language));
const whole = later(() => new Intl.NumberFormat(language, { useGrouping: "always" }));

/** An element with attributes and children; strings become text. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function button(text, action) {
  const element = make("button", { type: "button" }, text);
  element.addEventListener("click", action);
  return element;
}

/** A text of the page with its placeholders filled in. */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Says something to who listens to the page. */
function say(text) {
  $(".said").textContent = text;
}
