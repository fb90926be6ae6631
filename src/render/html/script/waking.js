// Figures and tables come to life.

const entries = new Map($$(".side li li").map((entry) => [$("a", entry).getAttribute("href"), entry]));
const items = $$(".item").map((element) => ({
  element,
  entry: entries.get(`#${element.id}`),
  isFigure: $(".chart", element) !== null,
  isText: element.classList.contains("text"),
  awake: false,
}));
const itemOf = new Map(items.map((item) => [item.element, item]));

/** Finds what is within an item and brings it to life, once. */
function wake(item) {
  if (!item || item.awake) return item;
  const { element } = item;
  const table = $("table.data", element);
  const rows = table ? [...table.tBodies[0].rows, ...(table.tFoot?.rows ?? [])] : [];
  const drawings = $$(".chart svg", element);
  Object.assign(item, { awake: true, table, rows, svg: drawings[0], marksIn: new Map(), names: namesOf(element) });
  for (const svg of drawings) bringToLife(item, svg);
  offer(item);
  if (table && !table.closest("details:not([open])")) open(table);
  return item;
}

const opened = new WeakSet();

/** A table that the reader sees can be sorted, and leads to interventions. */
function open(table) {
  if (opened.has(table)) return;
  opened.add(table);
  linkCells(table);
  const name = tableName(table);
  makeSortable(table, (by) => {
    const item = table.closest(".item");
    choose({ ...(item && { at: item.id }), sort: new Map(now.sort).set(name, by) });
  });
}

/** Whatever is folded in is opened when it is unfolded. */
function unfold({ target }) {
  const table = target.open && $("table.data", target);
  if (!table) return;
  wake(itemOf.get(target.closest(".item")));
  open(table);
}

/** Those near the reader first. */
function wakeNear() {
  const near = new IntersectionObserver(
    (all) => {
      for (const { isIntersecting, target } of all) {
        if (!isIntersecting) continue;
        wake(itemOf.get(target));
        near.unobserve(target);
      }
    },
    { rootMargin: "100% 0px" },
  );
  for (const { element } of items) near.observe(element);
}

/** The others one by one while nothing else is to be done, so that they can be found by who reads without looking. */
function wakeAll() {
  const whenIdle = globalThis.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 4 }), 20));
  const asleep = [...items];
  const go = (deadline) => {
    do wake(asleep.shift());
    while (asleep.length > 0 && deadline.timeRemaining() > 2);
    if (asleep.length > 0) whenIdle(go);
    else performance.mark("complete");
  };
  whenIdle(go);
}
