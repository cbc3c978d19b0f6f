/** The file that describes a model and names its weights' file. */
export const modelFile = "model.json";

/** The weights' file, by their checksum: new weights never overwrite those that an older model.json names. */
export function weightsFile(checksum: number): string {
  return `weights-${checksum.toString(16).padStart(8, "0")}.bin`;
}
