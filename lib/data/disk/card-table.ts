/**
 * A Markdown table.
 *
 * @example
 * cardTable(["a"], [["1"]]); // "| a |\n|---|\n| 1 |"
 */
export function cardTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(heading), `|${heading.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

/** A name or a value as code: nothing in it can be taken for Markdown. */
export function mark(text: string): string {
  return `\`${text.replaceAll("`", "'").replaceAll("|", "\\|").replaceAll("\n", " ")}\``;
}
