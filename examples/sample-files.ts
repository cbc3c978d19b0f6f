// Two files to try own-table.ts and own-sequence.ts on, where you have none of your own at hand.
//
//   npx tsx examples/sample-files.ts [folder, default runs]
//
// crossings.csv has a row for each person at the kerb, walks.csv one for each tenth of a second of each person's walk.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { core, data } from "deep-pessimist";

type Row = readonly (string | number)[];

const folder = process.argv[2] ?? "runs";
const samples = Number(process.env.SAMPLES ?? 3000);

async function writeCsv(name: string, rows: readonly Row[]): Promise<void> {
  const path = join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(path, rows.map((row) => `${row.join(",")}\n`).join(""));
  console.log(`${path}: ${rows.length - 1} rows`);
}

/** Whether somebody crosses before a car: where the time that is left suffices, as far as light and weather let them see. */
function crossing(person: number): Row {
  const random = core.randomSource(0, "crossings", person);
  const pick = (names: readonly string[]) => names[core.integerBelow(names.length, random)]!;
  const light = pick(["day", "dusk", "night"]);
  const weather = pick(["dry", "rain", "fog"]);
  const place = pick(["crosswalk", "corner", "street"]);
  const distance = 5 + 95 * random(); // metres
  const speed = 15 + 55 * random(); // km/h
  const age = 6 + core.integerBelow(80, random);
  const seen = (light === "night" ? 0.7 : 1) * (weather === "fog" ? 0.6 : 1);
  const left = (seen * distance) / (speed / 3.6); // seconds
  const wanted = (place === "crosswalk" ? 2 : place === "corner" ? 4 : 5) + (age > 65 ? 2 : 0);
  const crosses = left + 0.4 * core.normal(random) > wanted;
  return [distance.toFixed(1), speed.toFixed(0), age, light, weather, place, crosses ? "crosses" : "waits"];
}

const people = Array.from({ length: samples }, (_, person) => crossing(person));
await writeCsv("crossings.csv", [
  ["distance", "speed", "age", "light", "weather", "place", "answer"],
  ...people,
]);

const walks = data.makeTrajectories(samples, { length: [8, 24] });
const steps = Array.from({ length: samples }, (_, person) => {
  const { x } = walks.batch([person]);
  return Array.from({ length: walks.lengths![person]! }, (_, step): Row => {
    const [along, across, speed, headTurn] = x.subarray(4 * step, 4 * step + 4);
    const numbers = [along, across, speed, headTurn].map((value) => value!.toFixed(3));
    return [walks.ids[person]!, (step / 10).toFixed(1), ...numbers, walks.classes[walks.labels[person]!]!];
  });
});
await writeCsv("walks.csv", [
  ["person", "time", "along", "across", "speed", "head_turn", "answer"],
  ...steps.flat(),
]);
