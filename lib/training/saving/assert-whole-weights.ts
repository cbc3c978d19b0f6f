import { basename } from "node:path";
import { crc32 } from "node:zlib";
import { UsageError } from "../../core/index.js";
import { weightsFile } from "./file-names.js";

/**
 * Weights that we wrote carry their checksum in their name; others are taken as they are.
 *
 * @throws UsageError when it is another one
 */
export function assertWholeWeights(bytes: Uint8Array, path: string): void {
  const name = basename(path);
  if (!/^weights-[\da-f]{8}\.bin$/.test(name) || name === weightsFile(crc32(bytes))) return;
  throw new UsageError({
    got: `${path} is cut short or damaged: its checksum is not the one in its name.`,
    expected: "the file as training.saveModel has written it.",
    fix: "copy the whole folder again, or write it again with training.saveModel(model, folder).",
  });
}
