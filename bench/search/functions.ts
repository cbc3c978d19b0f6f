/** A function with a known least value, in a box. */
export interface TestFunction {
  readonly name: string;
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly least: number;
  /** What is taken from each coordinate first; nothing from those of a plain one. */
  readonly offset: readonly number[];
  /** The plain one's name. */
  readonly base: string;
  at(x: readonly number[]): number;
}

const box = (low: number, high: number, size: number) => ({
  low: Array<number>(size).fill(low),
  high: Array<number>(size).fill(high),
});

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const hartmann = {
  alpha: [1, 1.2, 3, 3.2],
  a: [
    [10, 3, 17, 3.5, 1.7, 8],
    [0.05, 10, 17, 0.1, 8, 14],
    [3, 3.5, 1.7, 10, 17, 8],
    [17, 8, 0.05, 10, 0.1, 14],
  ],
  p: [
    [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
    [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
    [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.665],
    [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
  ],
};

function levy(x: readonly number[]): number {
  const w = x.map((value) => 1 + (value - 1) / 4);
  const last = w.at(-1)!;
  return (
    Math.sin(Math.PI * w[0]!) ** 2 +
    sum(w.slice(0, -1).map((v) => (v - 1) ** 2 * (1 + 10 * Math.sin(Math.PI * v + 1) ** 2))) +
    (last - 1) ** 2 * (1 + Math.sin(2 * Math.PI * last) ** 2)
  );
}

/** Eight of S. Surjanovic and D. Bingham's Virtual Library of Simulation Experiments. */
const functions: readonly Omit<TestFunction, "base" | "offset">[] = [
  {
    name: "Branin",
    low: [-5, 0],
    high: [10, 15],
    least: 0.397887357729738,
    at: ([x = 0, y = 0]) =>
      (y - (5.1 / (4 * Math.PI ** 2)) * x * x + (5 / Math.PI) * x - 6) ** 2 +
      10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) +
      10,
  },
  {
    name: "camel",
    low: [-3, -2],
    high: [3, 2],
    least: -1.031628453489877,
    at: ([x = 0, y = 0]) => (4 - 2.1 * x * x + x ** 4 / 3) * x * x + x * y + (-4 + 4 * y * y) * y * y,
  },
  {
    name: "Hartmann-6",
    ...box(0, 1, 6),
    least: -3.322368011415515,
    at: (x) =>
      -sum(
        hartmann.alpha.map(
          (alpha, i) =>
            alpha * Math.exp(-sum(x.map((v, j) => hartmann.a[i]![j]! * (v - hartmann.p[i]![j]!) ** 2))),
        ),
      ),
  },
  {
    name: "Rosenbrock-4",
    ...box(-5, 10, 4),
    least: 0,
    at: (x) => sum(x.slice(0, -1).map((v, j) => 100 * (x[j + 1]! - v * v) ** 2 + (1 - v) ** 2)),
  },
  { name: "Levy-4", ...box(-10, 10, 4), least: 0, at: levy },
  {
    name: "Ackley-5",
    ...box(-32.768, 32.768, 5),
    least: 0,
    at: (x) =>
      -20 * Math.exp(-0.2 * Math.sqrt(sum(x.map((v) => v * v)) / x.length)) -
      Math.exp(sum(x.map((v) => Math.cos(2 * Math.PI * v))) / x.length) +
      20 +
      Math.E,
  },
  { name: "Levy-10", ...box(-10, 10, 10), least: 0, at: levy },
  {
    name: "Rastrigin-4",
    ...box(-5.12, 5.12, 4),
    least: 0,
    at: (x) => 10 * x.length + sum(x.map((v) => v * v - 10 * Math.cos(2 * Math.PI * v))),
  },
];

/** As they are in the library. */
export const plainFunctions: readonly TestFunction[] = functions.map((made) => ({
  ...made,
  base: made.name,
  offset: made.low.map(() => 0),
}));

/** The same with the least value elsewhere: a third of the way from the middle to the side, at most. */
export const shiftedFunctions: readonly TestFunction[] = plainFunctions.map((plain) => {
  const offset = plain.low.map((low, j) => 0.17 * (plain.high[j]! - low) * Math.cos(3 * j + 1));
  return {
    ...plain,
    name: `${plain.name}, shifted`,
    offset,
    at: (x) => plain.at(x.map((value, j) => value - offset[j]!)),
  };
});
