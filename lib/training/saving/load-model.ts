import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { UsageError } from "../../core/index.js";
import { assertWholeWeights } from "./assert-whole-weights.js";
import { modelFile } from "./file-names.js";

/**
 * Reads a model in TensorFlow.js's own format from disk, whoever wrote it: {@link saveModel}, `model.save`, or the
 * converter.
 *
 * @param path - of the folder, or of its `model.json`
 * @returns a model that can be trained on; the caller disposes it
 * @throws UsageError when a file is missing, cut short or damaged, or holds no layers model
 */
export async function loadModel(path: string): Promise<tf.LayersModel> {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
  const file = isFolder ? join(path, modelFile) : path;
  const { modelTopology, weightsManifest } = await describedIn(file);
  const parts: Uint8Array[] = [];
  for (const name of weightsManifest.flatMap((group) => group.paths)) {
    const part = await read(join(dirname(file), name), file);
    assertWholeWeights(part, join(dirname(file), name));
    parts.push(part);
  }
  const weightSpecs = weightsManifest.flatMap((group) => group.weights);
  const weightData = Uint8Array.from(Buffer.concat(parts)).buffer;
  assertAllBytes(weightSpecs, weightData.byteLength, file);
  try {
    return await tf.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
  } catch (error) {
    throw new UsageError(
      {
        got: `${file} could not be made a model: ${(error as Error).message}`,
        expected: "layers that TensorFlow.js knows.",
        fix: "register layers of your own with tf.serialization.registerClass before loading.",
      },
      { cause: error },
    );
  }
}

async function describedIn(file: string): Promise<tf.io.ModelJSON> {
  const text = (await read(file, file)).toString("utf8");
  let json: Partial<tf.io.ModelJSON> | undefined;
  try {
    json = JSON.parse(text) as Partial<tf.io.ModelJSON>;
  } catch {
    // said below
  }
  const isLayersModel = (json?.format ?? "layers-model") === "layers-model";
  if (json?.modelTopology && Array.isArray(json.weightsManifest) && isLayersModel)
    return json as tf.io.ModelJSON;
  throw new UsageError({
    got: `${file} ${json === undefined ? "is no JSON" : isLayersModel ? "describes no model with weights" : `holds a ${json.format}`}.`,
    expected: "a layers model of TensorFlow.js.",
    fix: isLayersModel
      ? "write it again with training.saveModel(model, folder)."
      : "convert it with --output_format=tfjs_layers_model.",
  });
}

async function read(path: string, model: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(
      {
        got: `${path} could not be read: ${(error as Error).message}.`,
        expected:
          path === model ? "a folder with a model.json, or its path." : `the weights that ${model} names.`,
        fix: "check the path; copy the whole folder, not one file of it.",
      },
      { cause: error },
    );
  }
}

function assertAllBytes(specs: readonly tf.io.WeightsManifestEntry[], bytes: number, file: string): void {
  const size = ({ dtype, shape, quantization }: tf.io.WeightsManifestEntry): number => {
    const each = { float32: 4, int32: 4, bool: 1, complex64: 8, uint8: 1, uint16: 2, float16: 2 };
    const kind = (quantization?.dtype ?? dtype) as keyof typeof each;
    return shape.reduce((product, length) => product * length, 1) * each[kind];
  };
  const wanted = specs.reduce((sum, spec) => sum + size(spec), 0);
  if (bytes === wanted || Number.isNaN(wanted)) return;
  throw new UsageError({
    got: `the weights of ${file} have ${bytes} bytes.`,
    expected: `${wanted}: they were cut short, or belong to another model.`,
    fix: "copy the whole folder again, or write it again with training.saveModel(model, folder).",
  });
}
