import { UsageError } from "../../core/index.js";
import { numberOption } from "../number-option.js";
import type { Maker, Wanted } from "./maker.js";
import { makers } from "./makers.js";
import { optionName } from "./option-name.js";

/** Every knob that some data set of a kind has. */
export function knobsOf(kind: string): string[] {
  return [...new Set(Object.values(makers[kind]!).flatMap(({ knobs = [] }) => knobs))];
}

/** The samples, the seed and the knobs that were typed, as numbers. */
export function readWanted(
  kind: string,
  { name, maker }: { name: string; maker: Maker },
  values: Readonly<Record<string, unknown>>,
): Wanted {
  const typed = (option: string): string | undefined => values[option] as string | undefined;
  const given = knobsOf(kind).filter((knob) => typed(optionName(knob)) !== undefined);
  const foreign = given.find((knob) => !maker.knobs?.includes(knob));
  if (foreign !== undefined) throw noSuchKnob(kind, name, foreign);
  const samples = typed("samples");
  return {
    samples: samples === undefined ? maker.samples : numberOption("samples", samples),
    seed: numberOption("seed", typed("seed") ?? "0"),
    knobs: Object.fromEntries(
      given.map((knob) => [knob, numbers(optionName(knob), typed(optionName(knob))!)]),
    ),
  };
}

/** One number, or several with commas between. */
function numbers(option: string, text: string): number | number[] {
  const parts = text.split(",").map((part) => numberOption(option, part));
  return parts.length === 1 ? parts[0]! : parts;
}

function noSuchKnob(kind: string, name: string, knob: string): UsageError {
  const having = Object.entries(makers[kind]!).filter(([, { knobs }]) => knobs?.includes(knob));
  return new UsageError({
    got: `--${optionName(knob)} for ${name}, which does not have it.`,
    expected: `${name} as it is, or a data set of your own choosing.`,
    fix: `leave it out, or write --name ${having[0]![0]}.`,
  });
}
