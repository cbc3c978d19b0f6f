import * as tf from "@tensorflow/tfjs";
import { checkOptions, UsageError } from "../../core/index.js";
import { assertNumber } from "../assert-number.js";
import type { RunState } from "../fit/run-state.js";
import type { Training } from "../fit/training.js";
import { assertSameRun } from "./assert-same-run.js";
import type { Checkpoint } from "./checkpoint.js";
import { assertRoom, openCheckpointFolder } from "./checkpoint-folder.js";
import type { CheckpointOptions } from "./checkpoint-options.js";
import { runIdentity } from "./run-identity.js";
import { loadTensor, type StoredTensor, storeTensor } from "./stored-tensor.js";

/** Bytes that are left for the header of a checkpoint: its history, above all. */
const headerRoom = 1e6;

/** The checkpoints of one training. */
export interface CheckpointKeeper {
  /** Writes one, where so many updates have been made since the last. */
  whenDue(): void | Promise<void>;
  /** Writes one, unless the last is of this very state. */
  now(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the folder, brings the training to where the checkpoint in it left off, and keeps it up to date.
 *
 * @throws UsageError where the folder is taken, or holds another training's checkpoint, or a damaged one
 */
export async function keepCheckpoints(
  training: Training,
  options: CheckpointOptions,
): Promise<CheckpointKeeper> {
  checkOptions("checkpoint", options, ["folder", "every"]);
  const { folder, every = training.plan.stepsPerEpoch } = options;
  assertNumber("checkpoint", { every }, { whole: true, above: 0 });
  const identity = runIdentity(training.plan);
  const store = await openCheckpointFolder(folder);
  let written = "";
  const stamp = ({ step, epochs }: RunState) => `${step} ${epochs.length}`;
  const write = async (): Promise<void> => {
    await store.write({ identity, ...(await contentOf(training)) });
    written = stamp(training.state);
  };
  try {
    const found = await store.read();
    if (found === undefined) await assertRoom(folder, bytesOf(training));
    else {
      assertSameRun(found.identity, identity, folder);
      assertNotBeyond(found, training.plan, folder);
      restore(training, found);
      written = stamp(training.state);
    }
  } catch (error) {
    await store.close();
    throw error;
  }
  return {
    whenDue: () => (training.state.step % every === 0 ? write() : undefined),
    now: async () => {
      if (written !== stamp(training.state)) await write();
    },
    close: () => store.close(),
  };
}

function assertNotBeyond({ state }: Checkpoint, { epochs }: Training["plan"], folder: string): void {
  if (state.epochs.length <= epochs) return;
  throw new UsageError({
    got: `fit is to train for ${epochs} ${epochs === 1 ? "epoch" : "epochs"}, and the checkpoint in ${folder} has ${state.epochs.length} behind it.`,
    expected: "as many epochs as the checkpoint has, or more.",
    fix: `pass { epochs: ${state.epochs.length} } or more, or another folder.`,
  });
}

async function contentOf({ plan, optimizer, state }: Training): Promise<Omit<Checkpoint, "identity">> {
  const { bestWeights, losses, ...numbers } = state;
  const store = (tensors: readonly { name: string; tensor: tf.Tensor }[]): Promise<StoredTensor[]> =>
    Promise.all(tensors.map(({ name, tensor }) => storeTensor(name, tensor)));
  const names = plan.model.weights.map(({ originalName }) => originalName);
  return {
    state: { ...numbers, lossSum: losses.sum },
    weights: await store(plan.model.weights.map((weight, i) => ({ name: names[i]!, tensor: weight.read() }))),
    optimizer: await store(
      slotsOf({ plan, optimizer }).map(({ name, variable }) => ({ name, tensor: variable })),
    ),
    best: await store(bestWeights.map((tensor, i) => ({ name: names[i]!, tensor }))),
  };
}

/** The identities agree, so every tensor finds its place. */
function restore(
  { plan, optimizer, state }: Training,
  { state: { lossSum, ...numbers }, weights, optimizer: slots, best }: Checkpoint,
): void {
  const variables = [
    ...plan.model.weights.map((weight) => weight.read() as tf.Variable),
    ...slotsOf({ plan, optimizer }).map(({ variable }) => variable),
  ];
  tf.tidy(() => {
    for (const [i, stored] of [...weights, ...slots].entries()) variables[i]!.assign(loadTensor(stored));
  });
  Object.assign(state, {
    best: undefined,
    ...numbers,
    epochs: [...numbers.epochs],
    bestWeights: best.map(loadTensor),
  });
  state.losses.sum = lossSum;
}

function slotsOf({
  plan,
  optimizer,
}: Pick<Training, "plan" | "optimizer">): ReturnType<typeof optimizer.variables> {
  return optimizer.variables(plan.model.trainableWeights.map((weight) => weight.read() as tf.Variable));
}

/** About the size of a checkpoint. */
function bytesOf({ plan, optimizer }: Training): number {
  const tensors = [
    ...plan.model.weights.map((weight) => weight.read()),
    ...slotsOf({ plan, optimizer }).map(({ variable }) => variable),
    ...(plan.earlyStopping?.restoreBest ? plan.model.weights.map((weight) => weight.read()) : []),
  ];
  return tensors.reduce((sum, { size }) => sum + 4 * size, headerRoom);
}
