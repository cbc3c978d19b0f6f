const claimCall =
  /\bclaim\(\s*"(?<name>[^"]+)",(?<value>[\s\S]*?),\s*\{(?<says>\s*(?:between|is):[^{}]*)\}\s*,?\s*\)/g;

/**
 * Puts the numbers of the claims into the prose: `{{test error}}` becomes what the cell with
 * `claim("test error", …, { between: [0.06, 0.14], as: "percent" })` allows, "6 to 14 %".
 *
 * So a number stands once, in the line that a run of the notebook checks.
 *
 * @param {import("./percent-format.mjs").Cell[]} cells
 * @returns {import("./percent-format.mjs").Cell[]}
 */
export function bindClaims(cells) {
  const claims = claimsOf(cells);
  return cells.map((cell) =>
    cell.kind === "code"
      ? cell
      : { ...cell, source: cell.source.replace(/\{\{(.+?)\}\}/g, (_, name) => bound(claims, name)) },
  );
}

/**
 * What each claim allows, as the text writes it.
 *
 * @param {import("./percent-format.mjs").Cell[]} cells
 * @returns {Map<string, string>}
 */
export function claimsOf(cells) {
  const code = cells.filter(({ kind }) => kind === "code").map(({ source }) => source);
  return new Map(
    [...code.join("\n").matchAll(claimCall)].map(({ groups }) => [
      groups?.name ?? "",
      rangeText(groups?.says ?? ""),
    ]),
  );
}

/** @param {Map<string, string>} claims @param {string} name */
function bound(claims, name) {
  const text = claims.get(name);
  if (text === undefined) throw new Error(`The text speaks of {{${name}}}, and no cell claims it.`);
  return text;
}

/** The same words as the library's `rangeText`. @param {string} says - the inside of the claim's object */
function rangeText(says) {
  const is = /is:\s*"([^"]*)"/.exec(says)?.[1];
  if (is !== undefined) return is;
  const isPercent = /as:\s*"percent"/.test(says);
  const [low, high] = (/between:\s*\[([^\]]*)\]/.exec(says)?.[1] ?? "")
    .split(",")
    .map((bound) => Number((Number(bound.replaceAll("_", "")) * (isPercent ? 100 : 1)).toPrecision(6)))
    .map((bound) => bound.toLocaleString("en", { maximumSignificantDigits: 15 }));
  const unit = isPercent ? " %" : "";
  return low === high ? `${low}${unit}` : `${low} to ${high}${unit}`;
}
