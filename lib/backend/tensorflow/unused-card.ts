import { existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { cardModels } from "./device-label.js";
import { explainGpu, type GpuTrouble } from "./explain-gpu.js";
import { wordsWhenLoaded } from "./try-library.js";

/**
 * Why TensorFlow leaves a card alone, as sentences; empty where it has none.
 *
 * @param library - the path of libtensorflow_cc
 * @param cards - the models of the cards; defaults to those whose driver is loaded
 * @param words - what TensorFlow writes as it starts; by default another process is asked
 */
export function unusedCard(
  library: string,
  cards: readonly string[] = cardModels(),
  words: (library: string) => string = wordsWhenLoaded,
): string {
  if (cards.length === 0) return "";
  const trouble = builtWithoutCuda(library) ?? explainGpu(words(library));
  const reason = trouble
    ? `${trouble.means} (${trouble.fix}).`
    : "run again with PESSIMIST_VERBOSE=1 to read what TensorFlow says.";
  return ` It uses no GPU, though there is ${cards[0]}: ${reason}`;
}

/** The wheel tensorflow-cpu leaves its name beside the package. */
function builtWithoutCuda(library: string): GpuTrouble | undefined {
  const packages = dirname(dirname(library));
  if (!existsSync(packages) || !readdirSync(packages).some((name) => name.startsWith("tensorflow_cpu-")))
    return undefined;
  return {
    means: "this TensorFlow is tensorflow-cpu, built without CUDA",
    fix: "type: npx deep-pessimist setup, which installs tensorflow[and-cuda] where nvidia-smi lists a card",
  };
}
