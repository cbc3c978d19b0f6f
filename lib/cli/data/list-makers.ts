import { formatBytes } from "../../core/index.js";
import { fine } from "../command.js";
import { parseArguments } from "../parse-arguments.js";
import { makers } from "./makers.js";
import { optionName } from "./option-name.js";

/** `deep-pessimist data list`: what can be made, with its size and its knobs. */
export async function listMakers(args: readonly string[]): Promise<number> {
  const { values } = parseArguments("data list", args, {});
  const rows = Object.entries(makers).flatMap(([kind, byName]) =>
    Object.entries(byName).map(([name, { summary, samples, shape, knobs = [] }]) => ({
      ...{ kind, name, summary, samples, shape },
      bytes: shape.reduce((product, side) => product * side, samples) * (shape.length === 3 ? 1 : 4),
      knobs: knobs.map(optionName),
    })),
  );
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  else console.log(rows.map(asText).join("\n\n"));
  return fine;
}

interface Row {
  kind: string;
  name: string;
  summary: string;
  samples: number;
  shape: readonly number[];
  bytes: number;
  knobs: readonly string[];
}

function asText({ kind, name, summary, samples, shape, bytes, knobs }: Row): string {
  const size = `${samples.toLocaleString("en")} of shape [${shape.join(", ")}], ${formatBytes(bytes)}`;
  const command = kind === name ? `data ${kind}` : `data ${kind} --name ${name}`;
  const lines = [`${command.padEnd(34)} ${summary}`, `${"".padEnd(34)} ${size}`];
  if (knobs.length > 0) lines.push(...wrapped(knobs.map((knob) => `--${knob}`)));
  return lines.join("\n");
}

/** Knobs in lines that fit beside the names. */
function wrapped(words: readonly string[]): string[] {
  const lines = [""];
  for (const word of words)
    if (lines.at(-1)!.length + word.length > 62) lines.push(word);
    else lines[lines.length - 1] += ` ${word}`;
  return lines.map((line) => `${"".padEnd(34)} ${line.trim()}`);
}
