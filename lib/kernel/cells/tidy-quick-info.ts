/** What begins a line of its own: a tag, an item, a table, code. */
const opens = /^(?:@|[-*|>]|\d+\.|```|\s{4})/;

interface Tagged {
  tags?: readonly { name: string; text?: readonly { text: string }[] }[];
}

/**
 * A signature and its documentation as a tooltip shows them: lines that were broken for the source are whole again, what
 * an import adds is left out, and each tag has its name.
 *
 * @param print - tslab's, which names no tag but `@param`
 */
export function tidyQuickInfo(print: (info: object) => string, info: object): string {
  const tags = (info as Tagged).tags?.map((tag) =>
    tag.name === "param" || tag.text === undefined
      ? tag
      : { ...tag, text: [{ text: `@${tag.name} ` }, ...tag.text] },
  );
  const [signature = "", ...rest] = print({ ...info, ...(tags && { tags }) }).split("\n\n");
  const head = signature.replace(/^\(alias\) /, "").replace(/\n(?:export|import) .*$/, "");
  const paragraphs = rest.map((paragraph) => (paragraph.includes("```") ? paragraph : whole(paragraph)));
  return [head, ...paragraphs].join("\n\n").replace(/([^\n])\n@/, "$1\n\n@");
}

function whole(paragraph: string): string {
  const lines: string[] = [];
  for (const line of paragraph.split("\n"))
    if (lines.length === 0 || opens.test(line)) lines.push(line);
    else lines.push(`${lines.pop()} ${line.trim()}`);
  return lines.join("\n");
}
