import { UsageError } from "../../core/index.js";
import { type CFunctions, cSignatures } from "./c-functions.js";
import type { Koffi } from "./load-koffi.js";

type Library = ReturnType<Koffi["load"]>;

const koffiTypes: Readonly<Record<string, string>> = { at: "uintptr_t", bytes: "void *", size: "size_t" };

/** One output of an operation of a graph: a struct that is passed by value. */
const graphOutput = { oper: "uintptr_t", index: "int" };

/**
 * Finds each of `signatures` in a loaded library, once; calls then cost some 30 ns.
 *
 * @throws UsageError when the library lacks one of them
 */
export function bindFunctions(
  koffi: Koffi,
  library: Library,
  path: string,
  signatures: Readonly<Record<string, string>> = cSignatures,
): CFunctions {
  const output = koffi.struct(graphOutput);
  const koffiType = (word: string) => (word === "output" ? output : (koffiTypes[word] ?? word));
  const bound = Object.entries(signatures).map(([name, signature]) => {
    const [, result, parameters] = /^(\w+) \((.*)\)$/.exec(signature)!;
    const types = parameters === "" ? [] : parameters!.split(", ");
    try {
      return [name, library.func(name, koffiType(result!), types.map(koffiType))];
    } catch {
      throw new UsageError({
        got: `${path} has no function ${name}.`,
        expected: "TensorFlow 2.10 or later, whose C interface has it.",
        fix: "type: npx deep-pessimist setup (it installs a TensorFlow that fits), or point PESSIMIST_TENSORFLOW at another.",
      });
    }
  });
  return Object.fromEntries(bound) as CFunctions;
}
