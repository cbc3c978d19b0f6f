import { checkOptions, formatPercent, UsageError } from "../../core/index.js";
import { Reply } from "../reply/reply.js";

/** What the text says of a value: a range over seeds, or the one thing that it is. */
export type ClaimedValue =
  | {
      /** The lowest and the highest value that the text allows. */
      between: readonly [low: number, high: number];
      /** How the text writes it; defaults to "number". */
      as?: "number" | "percent";
    }
  | { is: string };

/**
 * Holds a value of this run against what the text says of it.
 *
 * The text takes its numbers from these lines, and a run of the whole course fails where one does not hold. In your own
 * notebook, where you may have changed something, a difference is said and nothing fails.
 *
 * @param name - by which the text refers to the value
 * @throws UsageError where it does not hold and `PESSIMIST_CLAIMS` is "assert"
 * @example
 * claim("untrained", 2.31, { between: [2.2, 2.5] }).text; // "As the text says: untrained is 2.31, within 2.2 to 2.5."
 */
export function claim(name: string, value: number | string | undefined, says: ClaimedValue): Reply {
  checkOptions("claim", says, ["between", "as", "is"]);
  const holds =
    "is" in says
      ? value === says.is
      : typeof value === "number" && value >= says.between[0] && value <= says.between[1];
  const came = written(value, says);
  const range = rangeText(says);
  if (holds)
    return new Reply(
      range === came || "is" in says
        ? `As the text says: **${name}** is ${came}.`
        : `As the text says: **${name}** is ${came}, within ${range}.`,
    );
  if (process.env.PESSIMIST_CLAIMS === "assert")
    throw new UsageError({
      got: `the claim "${name}" does not hold: it is ${came}.`,
      expected: range,
      fix: "find out what has changed; then correct the text, or the code that it speaks of.",
    });
  return new Reply(
    `Here **${name}** is ${came}; the text speaks of ${range}. Have you changed something? Then that is what it did.`,
  );
}

/** A value as the text would write it. */
function written(value: number | string | undefined, says: ClaimedValue): string {
  if (typeof value !== "number") return `${value}`;
  return "as" in says && says.as === "percent"
    ? `${formatPercent(value)} %`
    : grouped(Number.isInteger(value) ? value : Number(value.toPrecision(3)));
}

/**
 * What the text says, in words: "6 to 14 %".
 *
 * @example
 * rangeText({ between: [0.06, 0.14], as: "percent" }); // "6 to 14 %"
 */
export function rangeText(says: ClaimedValue): string {
  if ("is" in says) return says.is;
  const [low, high] = says.between.map((bound) =>
    grouped(Number((says.as === "percent" ? 100 * bound : bound).toPrecision(6))),
  );
  const unit = says.as === "percent" ? " %" : "";
  return low === high ? `${low}${unit}` : `${low} to ${high}${unit}`;
}

/** 61706 as "61,706". */
const grouped = (value: number): string => value.toLocaleString("en", { maximumSignificantDigits: 15 });
