import type { Display } from "./display.js";
import { fromTslab } from "./tslab/from-tslab.js";
import type { JupyterModule } from "./tslab/internals.js";

/** The key of the function by which a library shows something in the running cell; absent outside a notebook. */
const displayKey = Symbol.for("deep-pessimist.display");

/** Opens both ways to a cell's output: ours, and `display` of the module "tslab". */
export function installDisplay(show: (display: Display) => void): void {
  Object.defineProperty(globalThis, displayKey, { value: show, configurable: true });
  fromTslab<JupyterModule>("./jupyter.js").lastWriteDisplayData = (
    { data, metadata, transient },
    update = false,
  ) =>
    show({
      data,
      metadata,
      update,
      ...(transient.display_id !== undefined && { displayId: transient.display_id }),
    });
}
