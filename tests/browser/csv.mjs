// CSV as RFC 4180 has it, read by other code than the page's.

/** Rows of fields. */
export function parse(text) {
  const rows = [];
  let row = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y;
  while (field.lastIndex < text.length) {
    const [, quoted, plain, end] = field.exec(text);
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push(row.splice(0));
  }
  return rows;
}

/** Rows as objects by the names in the head. */
export function records(text) {
  const [head, ...rows] = parse(text);
  return rows.map((row) => Object.fromEntries(row.map((value, index) => [head[index], value])));
}
