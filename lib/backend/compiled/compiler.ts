import * as tf from "@tensorflow/tfjs";
import type { NodeBackend } from "../tensorflow/index.js";
import { nativeBackend } from "../tensorflow/index.js";
import { callKey } from "./call-key.js";
import { differenceNow } from "./difference-now.js";
import { HostDraws } from "./host-draws.js";
import { isRecording } from "./host-tensor.js";
import { makeProgram } from "./make-program.js";
import type { Program } from "./program.js";
import type { Call } from "./run-recorded.js";
import { stateOf, type Watched } from "./watch.js";

/** What became of a step. */
export interface CompileReport {
  /** Whether the last call was compiled; before the first, whether the backend can. */
  readonly compiled: boolean;
  /** Why it was not, as a sentence. */
  readonly why: string | undefined;
  /** TensorFlow functions made: one for each shape of the arguments. */
  readonly recordings: number;
  /** Seconds spent on recording and building them. */
  readonly seconds: number;
}

/** Of the calls with arguments of one kind: their program, or how often it was tried to make one. */
interface Kind {
  /** Calls that ran the program. */
  runs: number;
  attempts: number;
  refusal: string | undefined;
  program: Program | undefined;
}

/** A call may do things that it does the first time only, such as making an optimizer's slots. */
const mostAttempts = 3;

/** More kinds of calls than this mean that compiling costs more than it saves. */
const mostKinds = 16;

/** After this many runs the step is gone through again, and then each time that their number has grown eightfold. */
const firstAudit = 8;

/** Compiles a step call by call. */
export class Compiler {
  readonly #step: (...args: never[]) => unknown;
  readonly #watch: readonly Watched[];
  readonly #repeats: (...args: never[]) => number;
  readonly #kinds = new Map<string, Kind>();
  #backend: NodeBackend | undefined;
  #recordings = 0;
  #seconds = 0;
  #why: string | undefined;

  constructor(
    step: (...args: never[]) => unknown,
    watch: readonly Watched[],
    repeats: (...args: never[]) => number,
  ) {
    this.#why = nativeBackend() === undefined ? notNative() : undefined;
    this.#step = step;
    this.#watch = watch;
    this.#repeats = repeats;
  }

  report(): CompileReport {
    const why = this.#why && `The step runs op by op, since ${this.#why}.`;
    return { compiled: why === undefined, why, recordings: this.#recordings, seconds: this.#seconds };
  }

  run(args: readonly unknown[]): unknown {
    if (isRecording()) return this.#step(...(args as never[])); // part of another step, which is compiled as a whole
    const backend = nativeBackend();
    if (backend === undefined) return this.#asItIs(args, notNative());
    if (backend !== this.#backend) this.dispose();
    this.#backend = backend;
    const { tensors, key } = callKey(args);
    const kind = this.#kindOf(key + stateOf(this.#watch));
    if (kind === undefined)
      return this.#asItIs(args, `its arguments came in more than ${mostKinds} different shapes or values`);
    const draws = new HostDraws();
    try {
      const call = { step: this.#step, args, tensors, draws, repeats: this.#repeats(...(args as never[])) };
      if (kind.program?.usable === false) {
        if (kind.runs >= firstAudit) kind.attempts = 0; // what changes seldom is worth another try
        this.#forget(kind); // before the audit, which would take it for another step
      }
      if (kind.program !== undefined && auditIsDue(kind.runs)) {
        kind.refusal = differenceNow(backend, call, kind.program.recording);
        if (kind.refusal !== undefined) this.#forget(kind);
      }
      if (kind.program !== undefined) {
        kind.runs++;
        this.#why = undefined;
        return kind.program.run(tensors, draws);
      }
      if (kind.refusal !== undefined) return this.#asItIs(args, kind.refusal);
      return this.#make(backend, call, kind);
    } finally {
      draws.dispose();
    }
  }

  dispose(): void {
    for (const kind of this.#kinds.values()) this.#forget(kind);
    this.#kinds.clear();
  }

  #make(backend: NodeBackend, call: Call, kind: Kind): unknown {
    const began = performance.now();
    const made = makeProgram(backend, call);
    kind.attempts++;
    if (made.program === undefined) {
      this.#why = made.why;
      if (made.forGood || kind.attempts === mostAttempts) kind.refusal = made.why;
      return made.result;
    }
    kind.program = made.program;
    this.#recordings++;
    this.#seconds += (performance.now() - began) / 1000;
    this.#why = undefined;
    return made.program.run(call.tensors, call.draws);
  }

  #asItIs(args: readonly unknown[], why: string): unknown {
    this.#why = why;
    return tf.tidy(() => this.#step(...(args as never[])) as tf.TensorContainer);
  }

  #kindOf(key: string): Kind | undefined {
    let kind = this.#kinds.get(key);
    if (kind === undefined && this.#kinds.size < mostKinds) {
      kind = { program: undefined, runs: 0, attempts: 0, refusal: undefined };
      this.#kinds.set(key, kind);
    }
    return kind;
  }

  #forget(kind: Kind): void {
    kind.program?.dispose();
    kind.program = undefined;
    kind.runs = 0;
  }
}

const notNative = (): string => `the ${tf.getBackend()} backend compiles nothing`;

function auditIsDue(runs: number): boolean {
  for (let due = firstAudit; due <= runs; due *= 8) if (due === runs) return true;
  return false;
}
