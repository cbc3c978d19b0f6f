import * as tf from "@tensorflow/tfjs";
import { type History, permutation, randomSource } from "../../core/index.js";
import { outOfMemoryReport } from "../memory/out-of-memory-report.js";
import { seededNoise } from "../noise/seeded-noise.js";
import { RuleOptimizer } from "../optimizers/rule-optimizer.js";
import { Pace } from "../progress/pace.js";
import type { StepReport } from "../progress/step-report.js";
import { type UpdateStep, updateStep } from "../step/update-step.js";
import type { BatchSource } from "./batch-source.js";
import { bestWith } from "./early-stopping.js";
import type { BatchLossSeen } from "./loss-sum.js";
import type { Plan } from "./plan.js";
import { freshState, type RunState } from "./run-state.js";
import { runTogether } from "./run-together.js";
import { runUpdate, type UpdateTools } from "./run-update.js";
import { makeScorer, type Scorer } from "./score-splits.js";
import { UpdatesTogether } from "./updates-together.js";

/** What a training tells while it runs. */
export interface TrainingEvents {
  /** After each update, or after several that were made in one call. */
  onStep(report: () => StepReport): void | Promise<void>;
  /** After each epoch, once it is scored. */
  onEpoch(history: History): void | Promise<void>;
  /** Between two updates, and between the last one of an epoch and its scores: the moment to write the state down. */
  onState(): void | Promise<void>;
}

/** A training under way: the plan, the state, and everything that has to be freed. */
export class Training {
  readonly plan: Plan;
  readonly optimizer: RuleOptimizer;
  readonly state: RunState = freshState();
  readonly #step: UpdateStep<tf.Tensor[]>;
  readonly #tools: UpdateTools;
  readonly #together: UpdatesTogether;
  readonly #score: Scorer;
  readonly #pace = new Pace();

  /** @param source - belongs to the training */
  constructor(plan: Plan, source: BatchSource) {
    this.plan = plan;
    this.optimizer = new RuleOptimizer(plan.optimizer, plan.rate(0, plan.steps));
    const { l2 = 0, clipNorm, clipValue, compiled = true } = plan.options;
    const { loss } = plan;
    const stepOptions = { loss, l2, clipNorm, clipValue, compiled };
    this.#step = updateStep(plan.model, this.optimizer, source.open, stepOptions);
    const noise = seededNoise(plan.model, plan.seed);
    this.#tools = { plan, source, step: this.#step, noise };
    this.#together = new UpdatesTogether(plan, { isHeld: source.isHeld, isSilent: noise.isSilent });
    this.#score = makeScorer(plan, source);
  }

  /** The history so far. */
  history(stopped: History["stopped"]): History {
    const { epochs, step, best } = this.state;
    const { compiled, why } = this.#step.report();
    return {
      ...{ epochs: [...epochs], steps: step, seed: this.plan.seed, backend: tf.getBackend(), stopped },
      ...{ compiled, ...(why !== undefined && { whyNotCompiled: why }) },
      ...(best && { bestEpoch: best.epoch }),
      ...(stopped === "outOfMemory" && { outOfMemory: outOfMemoryReport(this.plan, step + 1) }),
    };
  }

  /** Goes on from where the state stands to the end, to an early one, or to the signal. */
  async run(events: TrainingEvents): Promise<History["stopped"]> {
    const { plan, state } = this;
    while (state.epochs.length < plan.epochs && !state.early) {
      if (!(await this.#trainEpoch(events))) return "aborted";
      await this.#endEpoch();
      await events.onState();
      await events.onEpoch(this.history(state.early ? "early" : "finished"));
    }
    return state.early ? "early" : "finished";
  }

  /** The rest of this epoch's updates; false where the signal came. */
  async #trainEpoch({ onStep, onState }: TrainingEvents): Promise<boolean> {
    const { plan, state } = this;
    const epoch = state.epochs.length + 1;
    const order = permutation(plan.train.size, randomSource(plan.seed, "order", epoch));
    const size = plan.batchSize * plan.gradientAccumulation;
    while (state.stepInEpoch < plan.stepsPerEpoch) {
      const began = performance.now();
      const updates = this.#step.report().compiled ? this.#together.next(state) : 1;
      const rows = order.subarray(state.stepInEpoch * size, (state.stepInEpoch + updates) * size);
      this.optimizer.learningRate = plan.rate(state.step, plan.steps);
      const losses = await this.#update(rows, { step: state.step, epoch, updates });
      if (losses === undefined) return false;
      const seconds = (performance.now() - began) / 1000;
      if (updates === 1) this.#together.add(1000 * seconds);
      this.#pace.add({ samples: rows.length, updates, seconds });
      state.step += updates;
      state.stepInEpoch += updates;
      for (const seen of losses) state.losses.add(seen, rows.length / updates);
      state.seconds += seconds;
      const told = onStep(() => this.#report(epoch));
      if (told !== undefined) await told;
      if (state.stepInEpoch < plan.stepsPerEpoch) {
        const kept = onState();
        if (kept !== undefined) await kept;
      }
    }
    return true;
  }

  /** The losses of the updates, of each those of its batches; undefined where the signal came. */
  async #update(
    rows: Uint32Array,
    { updates, ...place }: { step: number; epoch: number; updates: number },
  ): Promise<BatchLossSeen[][] | undefined> {
    if (updates > 1) return runTogether(this.#tools, rows, updates);
    const losses = await runUpdate(this.#tools, rows, place);
    return losses && [losses];
  }

  /** To the end of all epochs, at the pace so far. */
  get secondsLeft(): number {
    return this.#pace.secondsLeft(this.plan.steps - this.state.step);
  }

  #report(epoch: number): StepReport {
    const { step, losses } = this.state;
    const { epochs, steps } = this.plan;
    return {
      ...{ epoch, epochs, step, steps, loss: losses.last, learningRate: this.optimizer.learningRate },
      samplesPerSecond: this.#pace.samplesPerSecond,
      secondsLeft: this.secondsLeft,
    };
  }

  async #endEpoch(): Promise<void> {
    const { plan, state } = this;
    const began = performance.now();
    const scored = await this.#score();
    const record = {
      epoch: state.epochs.length + 1,
      runningLoss: state.losses.sum / plan.train.size,
      ...scored,
      learningRate: plan.rate(state.step - 1, plan.steps),
      seconds: state.seconds + (performance.now() - began) / 1000,
      samplesPerSecond: plan.train.size / state.seconds,
    };
    state.epochs.push(record);
    Object.assign(state, { stepInEpoch: 0, seconds: 0 });
    state.losses.sum = 0;
    if (plan.earlyStopping === undefined) return;
    const { restoreBest, patience } = plan.earlyStopping;
    const best = bestWith(state.best, record, plan.earlyStopping);
    if (best !== state.best && restoreBest) this.#keepWeights();
    state.best = best;
    state.early = record.epoch - best.epoch >= patience;
  }

  #keepWeights(): void {
    tf.dispose(this.state.bestWeights);
    this.state.bestWeights = this.plan.model.weights.map((weight) => weight.read().clone());
  }

  /** Gives the model the weights of its best epoch, where that is wanted. */
  restoreBest(): void {
    for (const [i, kept] of this.state.bestWeights.entries())
      (this.plan.model.weights[i]!.read() as tf.Variable).assign(kept);
  }

  dispose(): void {
    this.#tools.noise.release();
    this.#tools.source.dispose();
    this.#step.dispose();
    this.#score.dispose();
    this.optimizer.dispose();
    this.state.losses.dispose();
    tf.dispose(this.state.bestWeights);
  }
}
