// Where the reader is.

function followReader() {
  let opened = null;
  const watch = new IntersectionObserver(
    (entries) => {
      const entering = entries.filter((entry) => entry.isIntersecting)[0];
      if (!entering) return;
      for (const link of $$(".side [aria-current]")) link.removeAttribute("aria-current");
      const { entry } = itemOf.get(entering.target);
      $("a", entry).setAttribute("aria-current", "location");
      const details = entry.closest("details");
      if (details === opened) return;
      // What the reader opened stays open.
      if (opened) opened.open = false;
      opened = details.open ? null : details;
      details.open = true;
    },
    { rootMargin: "-20% 0px -70% 0px" },
  );
  if (matchMedia("(min-width: 62.01rem)").matches) items.forEach(({ element }) => watch.observe(element));
}

/** On a wide screen the contents stand to the left of the first page, and come before it for the keyboard, too. */
function orderAsSeen() {
  const [side, first] = [$(".side"), $(".first")];
  const beside = matchMedia("screen and (min-width: 62.01rem)");
  const put = () => (beside.matches ? first.before(side) : first.after(side));
  beside.addEventListener("change", put);
  put();
}
