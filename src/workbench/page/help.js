/* The keys and what they do. */

/** Keys, and the word for what each does. */
const KEYS = [
  [["1", "…", "9"], "help_digits"],
  [["0"], "help_none"],
  [["A", "…", "Ö"], "help_letters"],
  [["Enter"], "help_enter"],
  [["⇧ Enter", ">"], "help_all"],
  [["Tab", "→", "←"], "help_move"],
  [["↓", "↑"], "help_list"],
  [["⌫", "Ctrl Z"], "help_undo"],
  [["+"], "help_memo"],
  [["!"], "help_unsure"],
  [["-"], "help_skip"],
  [["/"], "help_codebook"],
  [["?"], "help_help"],
  [["Esc"], "help_esc"],
];

function openHelp() {
  const rows = KEYS.map(([keys, does]) =>
    make(
      "div",
      {},
      make(
        "dt",
        {},
        keys.map((key) => (key === "…" ? "…" : make("kbd", {}, key))),
      ),
      make("dd", {}, word(does)),
    ),
  );
  dialog(
    word("help"),
    "",
    make("p", {}, word("help_text")),
    make("dl", { class: "keys" }, rows),
    make("p", {}, word("help_marking")),
    make("p", { class: "soft" }, word("help_digit_codes")),
  );
}
