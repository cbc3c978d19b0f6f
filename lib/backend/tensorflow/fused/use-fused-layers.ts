import { batchNormCall } from "./batch-norm-call.js";
import { lstmCall } from "./lstm-call.js";
import { replaceReluGradient } from "./relu-gradient.js";
import { replaceCall } from "./replace-call.js";

/** Has tfjs use ops that TensorFlow has and tfjs does not know, wherever native TensorFlow runs. */
export function useFusedLayers(): void {
  replaceCall("BatchNormalization", batchNormCall);
  replaceCall("LSTM", lstmCall);
  replaceReluGradient();
}
