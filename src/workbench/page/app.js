/* The frame around the views, the address, and what others do meanwhile. */

const VIEWS = { code: showCoding, settle: showDifferences, progress: showProgress };

/** The view and its limits as they stand in the address. */
const view = () => (location.hash.slice(1).split("?")[0] in VIEWS ? location.hash.slice(1).split("?")[0] : "code");
const query = () => Object.fromEntries(new URLSearchParams(location.hash.split("?")[1] ?? ""));

/** Writes limits into the address; as a step that one can go back by, or in place of the last. */
function setQuery(parameters, isStep = false) {
  const given = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const address = `#${view()}${given.size ? `?${given}` : ""}`;
  if (address !== location.hash) history[isStep ? "pushState" : "replaceState"](null, "", address);
  // Whoever comes back to a view finds it as it was left.
  $(`.top nav a[data-view="${view()}"]`).href = address;
}

function frame() {
  const link = (name) => make("a", { href: `#${name}`, "data-view": name }, word(`view_${name}`));
  document.body.replaceChildren(
    make(
      "a",
      {
        class: "skip",
        href: "#view",
        click: (event) => {
          event.preventDefault();
          $("#view").focus();
        },
      },
      word("to_content"),
    ),
    make(
      "header",
      { class: "top" },
      make("h1", {}, study.title),
      make("nav", { "aria-label": word("views") }, Object.keys(VIEWS).map(link)),
      make("p", { class: "coder" }, word("coder_is", { coder: study.coder })),
      keyed(word("help"), "?", openHelp),
    ),
    make("div", { id: "trouble", role: "alert", hidden: true }),
    make("main", { id: "view", tabindex: "-1" }),
    make("p", { id: "said", role: "status" }),
  );
}

/** How often a view was opened: what was asked for by an earlier one is not shown in a later. */
let turn = 0;

function route() {
  keepDrafts();
  turn += 1;
  for (const link of $$(".top nav a")) {
    if (link.dataset.view === view()) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${word(`view_${view()}`)} – ${study.title}`;
  VIEWS[view()]();
}

/** What others have done since: counts, and domains of the intervention on screen that nobody has touched here. */
async function watchChanges() {
  let version = null;
  let isGone = false;
  let told = "";
  for (;;) {
    await new Promise((done) => setTimeout(done, 2000));
    if (document.hidden) continue;
    try {
      const news = await get("/api/changes", { since: version });
      if (isGone) {
        isGone = false;
        told = "";
        trouble(null);
        say(word("back_again"));
      }
      // What is wrong with files of decisions keeps nobody from coding.
      if (news.told.join("\n") !== told) {
        told = news.told.join("\n");
        trouble(told);
      }
      const isNew = version !== null && news.version !== version;
      version = news.version;
      if (view() !== "code" || !now.unit) continue;
      showCount(news);
      if (isNew) await refresh();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      isGone = true;
      trouble(error.message);
    }
  }
}

/** Draws anew what others have changed in the intervention on screen; what is being worked on stays. */
async function refresh() {
  const id = now.unit.id;
  const fresh = await get("/api/unit", { id });
  if (now.unit?.id !== id) return;
  for (const [at, panel] of now.panels.entries()) {
    const given = fresh.domains.find((own) => own.id === panel.domain.id);
    const differs = given && (given.state !== panel.given.state || given.change !== panel.given.change);
    if (!differs || panel.isChanged || panel.step || panel === now.active) continue;
    now.panels[at] = new Panel(fresh, given, panel.domain, flow);
    panel.element.replaceWith(now.panels[at].element);
  }
}

async function start() {
  study = await get("/api/study");
  document.documentElement.lang = study.language ?? document.documentElement.lang;
  readCodes();
  frame();
  route();
  watchMarking();
  addEventListener("hashchange", route);
  addEventListener("keydown", (event) => {
    const isFree = !event.target.closest?.("input, textarea, select, dialog");
    if (isFree && event.key === "?") openHelp();
    else if (isFree && view() === "code" && event.ctrlKey && event.key === "z") flow.undo();
  });
  // What is not on the disk is not left without a question.
  addEventListener("beforeunload", (event) => {
    keepDrafts();
    if (drafts.size > 0 || now.pending.size > 0) event.preventDefault();
  });
  watchChanges();
}

start().catch((error) => {
  document.body.replaceChildren(make("main", {}, make("p", { role: "alert" }, error.message)));
});
