/** Lines of at most `width` characters, those after the first `indent` further in; a percent sign stays with its number. */
export function wrapped(text: string, width: number, indent = 0): string {
  const lines = [""];
  for (const word of text.split(/ (?!%)/)) {
    const longer = lines.at(-1) === "" ? word : `${lines.at(-1)} ${word}`;
    if (longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join(`\n${" ".repeat(indent)}`);
}
