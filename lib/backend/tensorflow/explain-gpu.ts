/** What keeps TensorFlow from a card, and what to type. */
export interface GpuTrouble {
  readonly means: string;
  readonly fix: string;
}

const setUp =
  "type: npx deep-pessimist setup, which installs tensorflow[and-cuda] where nvidia-smi lists a card";
const orCpu = "or compute without the card: PESSIMIST_DEVICE=cpu";

/** By TensorFlow's and CUDA's own words, the more telling first. */
const troubles: readonly (readonly [says: RegExp, means: string, fix: string])[] = [
  [
    /no kernel image is available|NO_BINARY_FOR_GPU|INVALID_PTX|UNSUPPORTED_PTX/i,
    "this TensorFlow has no code for a card of this age",
    `take a TensorFlow that is built for it, ${orCpu}`,
  ],
  [
    /does not match DSO version|SYSTEM_DRIVER_MISMATCH/i,
    "the driver's two halves are of different versions, as after an update",
    "restart the machine, or its container",
  ],
  [
    /driver version is insufficient|COMPAT_NOT_SUPPORTED|forward compatibility/i,
    "the driver is older than this TensorFlow's CUDA",
    `install a newer NVIDIA driver, ${orCpu}`,
  ],
  [
    /Could not find cuda drivers|libcuda\.so/i,
    "the driver's library libcuda.so.1 is not found",
    "install NVIDIA's driver; start a container with --gpus all",
  ],
  [
    /Cannot dlopen some GPU libraries|Could not load dynamic library/i,
    "libraries of CUDA are missing",
    setUp,
  ],
  [
    /DNN library is not found|could not create cudnn handle|CUDNN_STATUS_NOT_INITIALIZED|libcudnn/i,
    "cuDNN is missing or of another version",
    setUp,
  ],
  [
    /OUT_OF_MEMORY|failed to allocate|CUBLAS_STATUS_ALLOC_FAILED/i,
    "other programs have taken the card's memory",
    `look who, with nvidia-smi, ${orCpu}`,
  ],
  [
    /CUDA_ERROR_NO_DEVICE|no CUDA-capable device/i,
    "the driver shows no card to this program",
    "unset CUDA_VISIBLE_DEVICES, or give a card to the container",
  ],
  [
    /failed call to cuInit|CUDA_ERROR_\w+/i,
    "the driver does not start",
    `see whether nvidia-smi runs, and restart the machine, ${orCpu}`,
  ],
];

/**
 * What a message of TensorFlow or CUDA means for whoever wants to use a card; undefined where it is of something else.
 *
 * @example
 * explainGpu("CUDA error: no kernel image is available for execution on the device")?.means;
 * // "this TensorFlow has no code for a card of this age"
 */
export function explainGpu(words: string): GpuTrouble | undefined {
  const found = troubles.find(([says]) => says.test(words));
  return found && { means: found[1], fix: found[2] };
}
