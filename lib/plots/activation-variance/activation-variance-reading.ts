import type { ActivationVarianceSeries } from "./activation-variance-series.js";
import { varianceText } from "./variance-text.js";

/** A curve that ends this many times higher or lower than it began has grown or shrunk. */
const changed = 100;

/** What the curves say, a clause for each. */
export function activationVarianceReading(series: readonly ActivationVarianceSeries[]): string {
  return `From the first layer to the last, the activations' variance ${series.map(clause).join("; ")}.`;
}

function clause({ name, variances, first, last, spread, factor, lostAt }: ActivationVarianceSeries): string {
  const layers = `${variances.length} ${variances.length === 1 ? "layer" : "layers"}`;
  if (lostAt !== undefined) {
    const end = variances[lostAt - 1] === 0 ? "0, for float32 has no smaller numbers," : "infinite";
    const pace = lostAt > 2 ? `, by a factor ${factor.toPrecision(2)} a layer,` : "";
    return `of ${name} runs away${pace} and is ${end} from layer ${lostAt} of ${variances.length} on`;
  }
  if (last > first * changed || last < first / changed)
    return `of ${name} ${last > first ? "grows" : "shrinks"} by a factor ${factor.toPrecision(2)} a layer, to ${varianceText(last)} after ${layers}`;
  if (spread <= 2) return `of ${name} stays within a factor 2 over ${layers}`;
  return `of ${name} moves between ${varianceText(Math.min(...variances))} and ${varianceText(Math.max(...variances))} over ${layers}`;
}
