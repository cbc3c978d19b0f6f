import { type PredictionLog, randomSource } from "../../../lib/core/index.js";

/** A slice that is made worse: which values of which tags, by the tags' places. */
export type Plant = Readonly<Record<number, readonly number[]>>;

/** A log with `tags` independent tags t0, t1, … of `values` values each, and slices with an error rate of their own. */
export function plantedLog({
  samples,
  tags,
  values = 4,
  plants = [],
  base = 0.05,
  worse = 0.3,
  seed,
}: {
  samples: number;
  tags: number;
  values?: number;
  plants?: readonly Plant[];
  base?: number;
  worse?: number;
  seed: number;
}): { log: PredictionLog; planted: Uint8Array } {
  const random = randomSource(seed, "planted log");
  const columns = Array.from({ length: tags }, () =>
    Float32Array.from({ length: samples }, () => Math.floor(values * random())),
  );
  const holds = (plant: Plant, row: number) =>
    Object.entries(plant).every(([tag, wanted]) => wanted.includes(columns[Number(tag)]![row]!));
  const planted = Uint8Array.from({ length: samples }, (_, row) =>
    Number(plants.some((plant) => holds(plant, row))),
  );
  const probabilities = new Float32Array(2 * samples);
  for (let row = 0; row < samples; row++)
    probabilities[2 * row + Number(random() < (planted[row] === 1 ? worse : base))] = 1;
  const log = {
    ...{ split: "testVal", classes: ["no", "yes"], labels: new Int32Array(samples), probabilities },
    ids: Array.from({ length: samples }, (_, row) => `image ${row}`),
    tags: Object.fromEntries(columns.map((column, tag) => [`t${tag}`, column])),
  };
  return { log, planted };
}
