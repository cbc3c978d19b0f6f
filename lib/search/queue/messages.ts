import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import type { TrialAnswer, TrialCall, TrialOrder } from "../workers/trial-order.js";

/** A trial to be run. */
export interface TrialJob {
  readonly order: TrialOrder;
  /** The queue on which its coordinator listens. */
  readonly coordinator: string;
  /** Milliseconds in which it must hear of the trial. */
  readonly leaseMs: number;
}

/** What a worker tells the coordinator of a trial: a call, which is answered, how it ended, or nothing but that it runs. */
export interface WorkerMessage {
  readonly number: number;
  readonly attempt: number;
  readonly call?: { readonly id: number; readonly worker: string; readonly call: TrialCall };
  readonly end?: TrialReturn;
}

/** How a trial ended in its process. */
export type TrialReturn =
  | { readonly kind: "returned"; readonly value: unknown }
  | { readonly kind: "threw"; readonly name: string; readonly message: string }
  | { readonly kind: "lost"; readonly message: string; readonly blameless?: boolean };

/** The answer to a call; `gone` says that this attempt is no longer wanted. */
export interface CoordinatorMessage {
  readonly id: number;
  readonly answer?: TrialAnswer;
  readonly gone?: boolean;
}

/** As a job's data: JSON would make null of NaN. */
export function packed(message: TrialJob | WorkerMessage | CoordinatorMessage): { packed: string } {
  return { packed: serialize(message).toString("base64") };
}

export function unpacked<Message>(data: { packed: string }): Message {
  return deserialize(Buffer.from(data.packed, "base64")) as Message;
}

/** A name for a queue, in the characters that all engines allow. */
export function queueName(study: string, part: string): string {
  const short = study.replaceAll(/[^\w-]+/g, "-").slice(0, 40);
  const exact = createHash("sha256").update(study).digest("hex").slice(0, 8);
  return `deep-pessimist-${short}-${exact}-${part}`;
}
