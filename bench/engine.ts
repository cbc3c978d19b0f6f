import { join } from "node:path";
import { type Peer, startPeer } from "./contestant.js";
import { type EngineWork, engineWorks } from "./engine-works.js";
import { peerEnvironment } from "./peer-environment.js";
import { median } from "./race.js";
import { table } from "./table.js";

const modes = ["training", "inference"] as const;

/** One who races, and what was measured of it. */
interface Racer {
  readonly who: string;
  readonly peer: Peer;
  /** From the start of its process to the end of its first step, s. */
  readonly firstStep: number;
  readonly speeds: number[];
}

/**
 * Every network's training step and inference: this project compiled, op by op and on WebAssembly, Keras on the same
 * TensorFlow, and PyTorch; in turns, so that a machine whose speed drifts drifts for all of them.
 *
 * PESSIMIST_BENCH=small runs one round of half a second: it shows that everything runs, and nothing else.
 */
export async function benchEngine(root: string): Promise<string> {
  const small = process.env.PESSIMIST_BENCH === "small";
  const [rounds, seconds] = small ? [1, 0.5] : [5, 1.5];
  const rows: string[][] = [];
  const insides: string[][] = [];
  const descriptions = new Set<string>();
  for (const work of engineWorks)
    for (const mode of modes) {
      const racers = await startRacers(root, work, mode);
      try {
        for (const { who, peer } of racers) descriptions.add(`${who}: ${peer.description}`);
        for (const batchSize of work.batchSizes)
          rows.push(...(await race(racers, { work, mode, batchSize, rounds, seconds })));
        insides.push(await insideOf(racers, work, mode));
      } finally {
        for (const { peer } of racers) await peer.leave();
      }
    }
  return [
    "## The engine: training steps and inference",
    "",
    `Samples per second, median of ${rounds} interleaved rounds of ${seconds} s, with the slowest and the fastest. The first step's time counts from the`,
    "start of the program, with all that it loads; memory is the process's at its peak. Compiled steps take their samples, by indices, from all of",
    "them, as PyTorch's do; op by op, batches are picked in JavaScript; Keras has its own loop.",
    "",
    table(
      [
        "network",
        "batch",
        "what",
        "who",
        "samples/s",
        "low – high",
        "by Keras",
        "by PyTorch",
        "first step",
        "memory",
      ],
      rows,
    ),
    "",
    "What a compiled call is made of, at the network's first batch size: seconds to record and build it, ops and constants built, and the",
    "medians of 100 calls' milliseconds within TensorFlow and around it, in JavaScript.",
    "",
    table(["network", "what", "recording + build", "ops", "TensorFlow", "JavaScript"], insides),
    "",
    ...[...descriptions].map((description) => `- ${description}`),
  ].join("\n");
}

async function insideOf(racers: readonly Racer[], { title }: EngineWork, mode: string): Promise<string[]> {
  const { peer } = racers.find(({ who }) => who === "compiled")!;
  const { recording, ops, inTensorFlow, inJavaScript } = await peer.ask<Record<string, number>>({
    do: "inside",
  });
  const milliseconds = (time: number) => `${time.toFixed(2)} ms`;
  return [
    ...[title, mode, `${recording!.toFixed(2)} s`, String(ops)],
    ...[inTensorFlow!, inJavaScript!].map(milliseconds),
  ];
}

async function startRacers(
  root: string,
  { name, shape, samples, batchSizes, nativeOnly = false }: EngineWork,
  mode: string,
): Promise<Racer[]> {
  const contestant = (file: string) => join(root, "bench", "contestants", file);
  const ours = (engine: string) =>
    [process.execPath, "--import", "tsx", contestant("engine.ts"), name, mode, engine] as const;
  const theirs = [name, mode, ...[shape, samples, batchSizes[0]].map((value) => JSON.stringify(value))];
  const keras = peerEnvironment(root);
  const field: [who: string, command: readonly [string, ...string[]], backend?: string][] = [
    ["compiled", ours("compiled"), "tensorflow"],
    ["op by op", ours("eager"), "tensorflow"],
    ...(nativeOnly ? [] : [["wasm", ours("eager"), "wasm"] as [string, ReturnType<typeof ours>, string]]),
    ["Keras", [keras, contestant("keras_engine.py"), ...theirs]],
    ["PyTorch", [peerEnvironment(root, "torch"), contestant("torch_engine.py"), ...theirs]],
  ];
  const racers: Racer[] = [];
  for (const [who, command, backend] of field) {
    const started = performance.now();
    const peer = await startPeer(who, command, backend === undefined ? {} : { PESSIMIST_BACKEND: backend });
    await peer.ask({ do: "first" });
    racers.push({ who, peer, firstStep: (performance.now() - started) / 1000, speeds: [] });
  }
  return racers;
}

async function race(
  racers: readonly Racer[],
  {
    work,
    mode,
    batchSize,
    rounds,
    seconds,
  }: { work: EngineWork; mode: string; batchSize: number; rounds: number; seconds: number },
): Promise<string[][]> {
  for (const { speeds } of racers) speeds.length = 0;
  for (let round = 0; round < rounds; round++)
    for (const { peer, speeds } of racers) {
      const { samplesPerSecond } = await peer.ask<{ samplesPerSecond: number }>({
        do: "heat",
        batchSize,
        seconds,
      });
      speeds.push(samplesPerSecond);
    }
  const by = (own: readonly number[], other: string): string => {
    const { speeds } = racers.find(({ who }) => who === other)!;
    return `${median(own.map((speed, round) => speed / speeds[round]!)).toFixed(2)} ×`;
  };
  const count = (value: number) => Number(value.toPrecision(3)).toLocaleString("en");
  const rows: string[][] = [];
  for (const { who, peer, speeds, firstStep } of racers) {
    console.log(
      `${work.title}, ${mode}, batches of ${batchSize}, ${who}: ${count(median(speeds))} samples/s`,
    );
    const { bytes } = await peer.ask<{ bytes: number }>({ do: "memory" });
    rows.push([
      ...[work.title, String(batchSize), mode, who, count(median(speeds))],
      `${count(Math.min(...speeds))} – ${count(Math.max(...speeds))}`,
      ...[
        by(speeds, "Keras"),
        by(speeds, "PyTorch"),
        `${firstStep.toFixed(1)} s`,
        `${Math.round(bytes / 1e6)} MB`,
      ],
    ]);
  }
  return rows;
}
