import { basename } from "node:path";
import { UsageError } from "../../core/index.js";
import { type DataSetAbout, type DataSetFormat, writeDataSet } from "../../data/index.js";
import { couldNotRun, fine } from "../command.js";
import { numberOption } from "../number-option.js";
import { parseArguments } from "../parse-arguments.js";
import { findMaker } from "./find-maker.js";
import { optionName } from "./option-name.js";
import { progressLine } from "./progress-line.js";
import { knobsOf, readWanted } from "./read-wanted.js";
import { splitByShares } from "./split-by-shares.js";

/** `deep-pessimist data scenes --name …`: makes a data set and writes it to a folder. */
export async function writeMade(kind: string, args: readonly string[]): Promise<number> {
  const text = { type: "string" } as const;
  const options = ["out", "name", "samples", "seed", "format", "split", "workers"];
  const known = [...options, ...knobsOf(kind).map(optionName)].map((option) => [option, text]);
  const { values, positionals } = parseArguments(`data ${kind}`, args, Object.fromEntries(known));
  const typed = values as unknown as Readonly<Record<string, string | undefined>>;
  refuseStrays(kind, positionals);
  const { name, maker } = findMaker(kind, typed.name);
  const wanted = readWanted(kind, { name, maker }, typed);
  const out = theFolder(kind, typed.out, name);
  const splits = splitByShares(await maker.make(wanted), typed.split, wanted.seed);
  const { seed, samples, knobs } = wanted;
  const more = typed.split === undefined ? {} : { split: typed.split };
  const about: DataSetAbout = {
    title: basename(out),
    summary: `${name[0]!.toUpperCase()}${name.slice(1)}: ${maker.summary}.`,
    madeBy: `npx deep-pessimist data ${commandLine(kind, out, typed)}`,
    knobs: { ...{ kind, name, samples, seed }, ...asText(knobs), ...more },
  };
  const unit = maker.shape.length === 3 ? "images" : "samples";
  const line = progressLine(unit);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once("SIGINT", interrupt);
  const started = performance.now();
  try {
    const { sha256, made } = await writeDataSet(out, splits, {
      about,
      signal: stop.signal,
      onProgress: line.show,
      ...(typed.format === undefined ? {} : { format: typed.format as DataSetFormat }),
      ...(typed.workers === undefined ? {} : { workers: numberOption("workers", typed.workers) }),
    });
    line.end();
    const seconds = (performance.now() - started) / 1000;
    const sizes = Object.fromEntries(Object.entries(splits).map(([split, { size }]) => [split, size]));
    const done = { folder: out, sha256, made, splits: sizes, seconds: Number(seconds.toFixed(3)) };
    console.log(typed.json ? JSON.stringify(done, null, 2) : summary(done, unit));
    return fine;
  } catch (error) {
    line.end();
    if (!stop.signal.aborted || error !== stop.signal.reason) throw error;
    console.error(`Stopped. What is made stays in ${out}.unfinished; the same command goes on from there.`);
    return couldNotRun;
  } finally {
    process.removeListener("SIGINT", interrupt);
  }
}

function refuseStrays(kind: string, [stray]: readonly string[]): void {
  if (stray === undefined) return;
  throw new UsageError({
    got: `deep-pessimist data ${kind} got "${stray}".`,
    expected: "options only.",
    fix: `see deep-pessimist data --help; the folder is --out ${stray}.`,
  });
}

function theFolder(kind: string, out: string | undefined, name: string): string {
  if (out !== undefined && out !== "") return out.replace(/(?<=.)\/+$/, "");
  throw new UsageError({
    got: `deep-pessimist data ${kind} got no folder to write to.`,
    expected: "--out FOLDER.",
    fix: `write --out ${name}.`,
  });
}

/** What was typed, without what concerns this machine alone. */
function commandLine(kind: string, out: string, typed: Readonly<Record<string, string | undefined>>): string {
  const own = ["out", "json", "help", "workers"];
  const options = Object.entries(typed).filter(
    ([option, value]) => !own.includes(option) && value !== undefined,
  );
  const words = [...options, ["out", basename(out)] as const].flatMap(([option, value]) => [
    `--${option}`,
    value!,
  ]);
  return [kind, ...words.map((word) => (/^[\w.,=-]+$/.test(word) ? word : JSON.stringify(word)))].join(" ");
}

function asText(
  knobs: Readonly<Record<string, number | readonly number[]>>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(knobs).map(([knob, value]) => [
      knob,
      typeof value === "number" ? value : value.join(", "),
    ]),
  );
}

interface Done {
  folder: string;
  sha256: string;
  made: number;
  splits: Readonly<Record<string, number>>;
  seconds: number;
}

function summary({ folder, sha256, made, splits, seconds }: Done, unit: string): string {
  const sizes = Object.entries(splits).map(([split, size]) => `${split} ${size.toLocaleString("en")}`);
  const all = Object.values(splits).reduce((sum, size) => sum + size, 0);
  const work =
    made === 0
      ? "all of it was there, and whole"
      : `${made === all ? "" : `${made.toLocaleString("en")} of them `}made in ${seconds.toFixed(1)} s`;
  return [
    `${folder}: ${all.toLocaleString("en")} ${unit} (${sizes.join(", ")}), ${work}.`,
    `Its card is ${folder}/README.md, its hash ${sha256.slice(0, 16)}…`,
    `Look at it: npx deep-pessimist data look ${folder}`,
  ].join("\n");
}
