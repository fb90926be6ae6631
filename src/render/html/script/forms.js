// Forms: bubbles are offered as a dumbbell chart, too; and who sets letters apart gets drawings that have room for them.

const isNarrow = matchMedia("(max-width: 47.99rem)");
const isSpaced = () => document.documentElement.classList.contains("spaced");

/** The form that a figure has: the chosen one, or what is shown first in such a window. */
const formOf = ({ dataset }) => dataset.form ?? (isNarrow.matches || isSpaced() ? "dumbbell" : "bubble");

/** The forms that can be chosen. */
const formsOf = (element) => $$(".forms button", element).map(({ value }) => value);

function markForm(element) {
  for (const button of $$(".forms button", element)) {
    button.setAttribute("aria-pressed", String(button.value === formOf(element)));
  }
  const files = $(".of-files", element);
  if (files) files.hidden = formOf(element) === "bubble";
}

const markForms = () => $$(".item:has(.forms)").forEach(markForm);

/** Shows a figure as "bubble" or "dumbbell"; without either, as fits the window. */
function setForm(element, form) {
  if (form) element.dataset.form = form;
  else delete element.dataset.form;
  markForm(element);
}

function offerForms() {
  markForms();
  for (const forms of $$(".forms")) forms.hidden = false;
  addEventListener("click", ({ target }) => {
    const button = target.closest?.(".forms button");
    if (!button) return;
    const at = button.closest(".item").id;
    choose({ at, form: new Map(now.form).set(at, button.value) });
  });
  isNarrow.addEventListener("change", markForms);
  followSpacing();
}

/** A line that nobody sees grows when letters or words are set apart (WCAG 1.4.12). */
function followSpacing() {
  const line = make("span", { class: "spacing", "aria-hidden": "true" }, "m m m");
  document.body.append(line);
  new ResizeObserver(() => {
    const { letterSpacing, wordSpacing } = getComputedStyle(line);
    const apart = [letterSpacing, wordSpacing].some((space) => Number.parseFloat(space) > 0);
    document.documentElement.classList.toggle("spaced", apart);
    markForms();
  }).observe(line);
}

