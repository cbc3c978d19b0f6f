import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import * as tf from "@tensorflow/tfjs";
import { UsageError, writeAtomically } from "../../core/index.js";
import { modelFile, weightsFile } from "./file-names.js";

/**
 * Writes a model into a folder in TensorFlow.js's own format: `model.json` and one file of weights.
 *
 * A browser loads it from a server with `tf.loadLayersModel(".../model.json")`, this library with {@link loadModel}. The
 * optimizer is not in it; to go on with a training, use `fit`'s checkpoints. A model that was in the folder is replaced,
 * all of it at once: whoever reads, or whatever interrupts, finds the old one or the new one.
 *
 * @param folder - made where it is missing
 * @throws UsageError when the folder cannot be written, or the model holds something that cannot be stored
 */
export async function saveModel(model: tf.LayersModel, folder: string): Promise<void> {
  const artifacts = await artifactsOf(model);
  const data = new Uint8Array(tf.io.CompositeArrayBuffer.join(artifacts.weightData as tf.io.WeightData));
  const weights = weightsFile(crc32(data));
  const json = {
    format: "layers-model",
    generatedBy: artifacts.generatedBy,
    convertedBy: null,
    modelTopology: artifacts.modelTopology,
    weightsManifest: [{ paths: [weights], weights: artifacts.weightSpecs }],
  };
  await writeAtomically(join(folder, weights), data);
  await writeAtomically(join(folder, modelFile), JSON.stringify(json));
  // Only now is nobody in need of the weights that were there before.
  for (const name of await readdir(folder))
    if (name !== weights && /^weights-[\da-f]{8}\.bin$/.test(name))
      await rm(join(folder, name), { force: true });
}

async function artifactsOf(model: tf.LayersModel): Promise<tf.io.ModelArtifacts> {
  let artifacts: tf.io.ModelArtifacts | undefined;
  const keep = tf.io.withSaveHandler(async (given) => {
    artifacts = given;
    return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(given) };
  });
  try {
    await model.save(keep);
  } catch (error) {
    throw new UsageError(
      {
        got: `saveModel got a model that TensorFlow.js cannot write: ${(error as Error).message}`,
        expected: "layers that can be described as data.",
        fix: "give layers of your own a className and a getConfig().",
      },
      { cause: error },
    );
  }
  return artifacts!;
}
