import * as tf from "@tensorflow/tfjs";

/** A batch's mean loss, and its share of its update's samples. */
export interface BatchLossSeen {
  readonly share: number;
  /** A number, or a tensor to be read when somebody looks. */
  readonly loss: number | tf.Scalar;
}

/** An update that nobody has looked at. */
interface Unread {
  readonly batches: readonly BatchLossSeen[];
  readonly samples: number;
}

/** Updates after which the losses are read in any case. */
const mostUnread = 64;

/** The sum of the losses that an epoch has seen. Losses stay with the backend until somebody looks, and are read together. */
export class LossSum {
  #unread: Unread[] = [];
  #sum = 0;
  #last = Number.NaN;

  /** Takes in the losses of an update, and frees them in time. */
  add(batches: readonly BatchLossSeen[], samples: number): void {
    this.#unread.push({ batches, samples });
    if (this.#unread.length >= mostUnread) this.#read();
  }

  /** Over all updates, samples times mean loss. */
  get sum(): number {
    this.#read();
    return this.#sum;
  }

  /** Begins anew, from what has been seen elsewhere. */
  set sum(sum: number) {
    this.dispose();
    this.#sum = sum;
  }

  /** The last update's mean loss. */
  get last(): number {
    this.#read();
    return this.#last;
  }

  dispose(): void {
    tf.dispose(this.#unread.flatMap(({ batches }) => tensorsOf(batches)));
    this.#unread = [];
  }

  #read(): void {
    const values = valuesOf(this.#unread.flatMap(({ batches }) => batches));
    let at = 0;
    for (const { batches, samples } of this.#unread) {
      this.#last = batches.reduce((loss, { share }) => loss + share * values[at++]!, 0);
      this.#sum += samples * this.#last;
    }
    this.dispose();
  }
}

/** The tensors among losses. */
export function tensorsOf(batches: readonly BatchLossSeen[]): tf.Scalar[] {
  return batches.flatMap(({ loss }) => (typeof loss === "number" ? [] : [loss]));
}

function valuesOf(batches: readonly BatchLossSeen[]): number[] {
  const tensors = tensorsOf(batches);
  const read = tensors.length < 2 ? tensors[0]?.dataSync() : tf.tidy(() => tf.stack(tensors).dataSync());
  let at = 0;
  return batches.map(({ loss }) => (typeof loss === "number" ? loss : read![at++]!));
}
