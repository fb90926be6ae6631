/* The keys of a domain's field. Letters search; signs and digits do something as long as nothing is typed. A key that is
   held down saves nothing a second time. */

Panel.prototype.key = function key(event) {
  if (event.isComposing || event.altKey || event.metaKey) return;
  const typed = this.field.value !== "";
  const act = (what) => {
    event.preventDefault();
    what();
  };
  if (now.isLeaving && event.key !== "Tab") return act(() => {});
  if (event.ctrlKey) {
    if (event.key === "z" && !typed) act(() => this.takeBack());
    return;
  }
  const place = {
    ArrowDown: Math.min(this.at + 1, this.options.length - 1),
    ArrowUp: Math.max(this.at - 1, typed ? 0 : -1),
  }[event.key];
  if (place !== undefined) return act(() => this.point(place));
  if (event.key === "Enter")
    return act(() => {
      if (!event.repeat) this.enter(event.shiftKey);
    });
  if (event.key === "Escape" && (typed || this.at >= 0))
    return act(() => {
      this.field.value = "";
      this.at = -1;
      this.drawList();
    });
  if (event.key === "PageDown" || event.key === "PageUp")
    return act(() => this.flow.step(this, event.key === "PageDown" ? 1 : -1));
  if (typed) return;
  if (event.key === "ArrowRight" && this.at >= 0) return act(() => $(".show-examples", this.card)?.click());
  if (/^[1-9]$/.test(event.key)) {
    const own = this.suggestions[Number(event.key) - 1];
    // Without a suggestion of that number, the digit is the beginning of a code.
    return own && act(() => this.toggle(own.code));
  }
  const does = {
    ArrowRight: () => this.flow.step(this, 1),
    ArrowLeft: () => this.flow.step(this, -1),
    Backspace: () => this.takeBack(),
    0: () => {
      if (!event.repeat) this.chooseNone();
    },
    ">": () => {
      if (!event.repeat) this.flow.takeAll();
    },
    "+": () => this.openMemo(),
    "!": () => this.toggleUnsure(),
    "-": () => this.flow.skip(),
    "?": () => openHelp(),
    "/": () => openCodebook(this.domain, (code) => this.toggle(code)),
  }[event.key];
  if (does) act(does);
};

/** Takes the code that is pointed at or fits best; with nothing typed, what is shown is saved. */
Panel.prototype.enter = function enter(all) {
  const current = this.options[this.at];
  if (current) this.toggle(current.code.id);
  else if (this.field.value.trim()) say(word("no_hits"));
  else if (all) this.flow.takeAll();
  else this.flow.take(this);
};

Panel.prototype.keyOfMemo = function keyOfMemo(event) {
  if (event.key !== "Escape" && !(event.key === "Enter" && event.ctrlKey)) return;
  event.preventDefault();
  this.field.focus();
  this.update();
};
