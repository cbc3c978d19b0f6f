import type { Cell } from "../cells/cell.js";
import { Interrupted } from "../errors/interrupted.js";
import { guardNames } from "../tslab/guard-cells.js";
import { interruptibly } from "./interruptibly.js";
import type { StopFlag } from "./stop-flag.js";

interface Guarded {
  flag: StopFlag;
  /** The cell in whose code we are. */
  current: () => Cell | undefined;
  /** Takes note that this cell is to stop; throws. */
  stop: (cell: Cell) => never;
}

/** Defines what the guards in compiled cells look at and call. */
export function defineGuards({ flag, current, stop }: Guarded): void {
  const stopHere = () => {
    const cell = current();
    if (cell?.stopped || (cell?.running && flag.meansEverything)) stop(cell);
  };
  const call = (work: () => unknown) => {
    try {
      return interruptibly(work);
    } catch (error) {
      const cell = current();
      if (error instanceof Interrupted) {
        flag.takeOwnSignal();
        if (cell !== undefined) stop(cell);
      }
      throw error;
    }
  };
  Object.defineProperty(globalThis, guardNames.raised, { value: flag.raised });
  Object.defineProperty(globalThis, guardNames.stop, { value: stopHere });
  Object.defineProperty(globalThis, guardNames.call, { value: call });
}
