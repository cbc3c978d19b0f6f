import { type Command, fine } from "../command.js";
import { parseArguments } from "../parse-arguments.js";

const usage = `
Usage: deep-pessimist decompose LOG… [options]

Takes test error apart: irreducible error, avoidable bias, variance, distribution shift and
validation overfitting, each with an interval.
`;

/** `deep-pessimist decompose`. */
export const command: Command = {
  name: "decompose",
  summary: "take test error apart, from stored prediction logs",
  usage,
  async run(args) {
    parseArguments("decompose", args, {
      irreducible: { type: "string" },
      confidence: { type: "string" },
      figure: { type: "string" },
    });
    return fine;
  },
};
