import { overfitCase } from "../experiment/overfit-one-batch.js";
import { type Check, NotRun, skipWhenExplained } from "./check.js";

/** The network learns one batch by heart. */
export const oneBatch: Check = {
  name: "one batch is learnt by heart",
  async run(patient, earlier) {
    skipWhenExplained(earlier);
    const result = await overfitCase(patient);
    if (result === undefined)
      throw new NotRun("this backend is too slow for it; start a faster one with backend.start()");
    return [...result.causes];
  },
};
