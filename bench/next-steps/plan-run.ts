import { type RandomSource, randomSource } from "../../lib/core/index.js";
import { conditions, type Truth, type World } from "./plants.js";

/** A condition, its share of the images of the train and of the test distribution, and what it adds to the error. */
export interface TagPlan {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly adds: number;
  /** It comes along with this condition half of the time. */
  readonly with?: string;
}

/** Everything that a run is drawn from; rates are true ones, of which logs are samples. */
export interface RunPlan {
  readonly seed: number;
  readonly world: World;
  readonly truth: Truth;
  readonly classes: readonly string[];
  /** Share of each class. */
  readonly priors: readonly number[];
  readonly irreducible: number;
  /** Images of train, trainVal, testVal and test. */
  readonly samples: readonly [number, number, number, number];
  /** Error of each split apart from conditions, rare classes and wrong labels. */
  readonly errors: readonly [number, number, number, number];
  readonly tags: readonly TagPlan[];
  /** Share of wrong labels, in every split. */
  readonly labelNoise: number;
  /** How much of the training labels was learnt by heart. */
  readonly memorized: number;
  /** A rare class that is missed, and how often. */
  readonly rareClass?: { readonly index: number; readonly error: number };
  /** Training images among those of another split. */
  readonly leak?: { readonly into: number; readonly share: number; readonly sameIds: boolean };
  /** From the running loss to the loss in evaluation mode. */
  readonly lossFactor: number;
  /** Factor on logits: above 1 the model is surer than it should be. */
  readonly temperature: number;
  /** Whether the logs went through a file of four decimals. */
  readonly rounded: boolean;
}

/** What lies between the rungs. */
interface Terms {
  readonly bias: number;
  readonly variance: number;
  readonly shift: number;
  readonly overfit: number;
  /** Added to the training error alone: it was scored with dropout on. */
  readonly whileTraining: number;
}

/** A fault: how it changes what a sound run is drawn from. */
interface Plant {
  readonly terms?: Partial<Terms>;
  readonly plan?: Partial<RunPlan>;
  readonly where?: string;
}

class Draw {
  constructor(private readonly random: RandomSource) {}
  from(low: number, high: number): number {
    return low + (high - low) * this.random();
  }
  /** Evenly by ratio. */
  log(low: number, high: number): number {
    return Math.exp(this.from(Math.log(low), Math.log(high)));
  }
  chance(share: number): boolean {
    return this.random() < share;
  }
  below(count: number): number {
    return Math.floor(count * this.random());
  }
  /** The size of a planted term: 3 to 20 points. */
  size(): number {
    return this.log(0.03, 0.2);
  }
}

const plants: Readonly<Record<Truth["cause"], (draw: Draw, sound: RunPlan, index: number) => Plant>> = {
  healthy: () => ({}),
  bug: () => ({}),
  avoidableBias: (draw) => ({ terms: { bias: draw.size() } }),
  variance: (draw) => ({ terms: { variance: draw.size() } }),
  validationOverfitting: (draw) => ({ terms: { overfit: draw.size() } }),
  distributionShift: (draw, sound, index) => {
    const shifted = sound.tags[index % sound.tags.length]!.name;
    const [before, after] = [draw.from(0, 0.04), draw.from(0.2, 0.5)];
    const adds = Math.min(0.75, draw.size() / (after - before));
    // In half of the runs another condition comes along with the true one.
    const companion = draw.chance(0.5) ? sound.tags.find(({ name }) => name !== shifted)!.name : undefined;
    const tags = sound.tags.map((tag) => {
      if (tag.name === shifted) return { ...tag, before, after, adds };
      return tag.name === companion ? { ...tag, with: shifted } : tag;
    });
    return { terms: { shift: 0 }, plan: { tags }, where: shifted };
  },
  labelNoise: (draw) => ({
    plan: { labelNoise: draw.log(0.04, 0.2), memorized: draw.chance(0.5) ? 0 : draw.from(0.5, 1) },
  }),
  classImbalance: (draw, { priors, classes }) => {
    const index = priors.indexOf(Math.min(...priors));
    return { plan: { rareClass: { index, error: draw.from(0.4, 0.95) } }, where: classes[index]! };
  },
  leakage: (draw) => {
    const into = draw.chance(0.7) ? 1 : 3;
    const leak = { into, share: draw.from(0.2, 0.9), sameIds: draw.chance(0.4) };
    return { terms: { variance: draw.size() }, plan: { leak }, where: into === 1 ? "trainVal" : "test" };
  },
  evaluationMode: (draw) =>
    draw.chance(0.5)
      ? { terms: { whileTraining: draw.size() } }
      : { terms: { bias: 2 * draw.size() }, plan: { lossFactor: draw.log(2, 10) } },
};

/** How many runs have a rare class. One that under-fits would miss it, and so have two causes. */
const rareIn: Readonly<Partial<Record<Truth["cause"], number>>> = {
  classImbalance: 1,
  healthy: 0.3,
  labelNoise: 0.3,
};

const terms: readonly Truth["cause"][] = [
  "avoidableBias",
  "variance",
  "distributionShift",
  "validationOverfitting",
];

/** The plan of a run with one thing planted, or with nothing. */
export function planRun(cause: Truth["cause"], index: number, world: World, seed: number): RunPlan {
  const draw = new Draw(randomSource(seed, "plan", world, cause, index));
  const [sound, hardest] = soundPlan(draw, cause, world);
  const planted = plants[cause](draw, sound, index);
  // Every run has a little of everything; a healthy one less than is worth work.
  const little = () => draw.from(0, cause === "healthy" ? 0.04 * Math.max(0.04, hardest) : 0.012);
  const small = { bias: little(), variance: little(), shift: little(), overfit: little(), whileTraining: 0 };
  const { bias, variance, shift, overfit, whileTraining } = { ...small, ...planted.terms };
  const train = hardest + bias;
  const trainVal = train + variance;
  return {
    ...sound,
    // Both validation sets chose the model, so both are too easy by as much.
    errors: [
      whileTraining > 0 ? trainVal + whileTraining : train,
      trainVal,
      trainVal + shift,
      trainVal + shift + overfit,
    ],
    truth: {
      cause,
      ...(planted.where === undefined ? {} : { where: planted.where }),
      ...(terms.includes(cause) ? { term: cause as "variance" } : {}),
    },
    ...planted.plan,
  };
}

/** Images of a validation or test set, from and to; a training set has twice as many. */
const imagesIn: Readonly<Record<World, readonly [number, number]>> = {
  tuning: [1500, 6000],
  scoring: [1000, 8000],
  scarce: [100, 800],
};

/** A run without a fault, and what nobody can avoid on an image without conditions. */
function soundPlan(draw: Draw, cause: Truth["cause"], world: World): [RunPlan, number] {
  const width = world === "tuning" ? 2 : 2 + draw.below(4);
  const hardest = draw.from(0, 0.03);
  const tags = conditions[world].map((name) => {
    const share = draw.from(0.03, 0.25);
    return { name, before: share, after: share, adds: draw.from(0, 0.01) };
  });
  const images = () => Math.round(draw.log(...imagesIn[world]));
  return [
    {
      ...{ seed: draw.below(2 ** 31), world, truth: { cause } },
      classes: Array.from({ length: width }, (_, k) => `class ${k}`),
      priors: priorsOf(draw, width, draw.chance(rareIn[cause] ?? 0)),
      irreducible: hardest + tags.reduce((sum, { before, adds }) => sum + before * adds, 0),
      samples: [2 * images(), images(), images(), images()],
      errors: [0, 0, 0, 0],
      ...{ tags, labelNoise: 0, memorized: 0 },
      ...{ lossFactor: draw.from(0.6, 1.1), temperature: draw.from(0.8, 1.3), rounded: draw.chance(0.2) },
    },
    hardest,
  ];
}

/** Even shares, or one class that is rare. */
function priorsOf(draw: Draw, classes: number, oneRare: boolean): number[] {
  if (!oneRare) return Array.from({ length: classes }, () => 1 / classes);
  const rare = draw.from(0.1, 0.3) / classes;
  const at = draw.below(classes);
  return Array.from({ length: classes }, (_, k) => (k === at ? rare : (1 - rare) / (classes - 1)));
}
