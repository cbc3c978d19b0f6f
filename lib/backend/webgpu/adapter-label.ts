/** What WebGPU says of the device that computes (`GPUAdapterInfo`); browsers may leave any of it empty. */
export interface AdapterInfo {
  readonly vendor?: string;
  readonly architecture?: string;
  readonly device?: string;
  readonly description?: string;
  /** True where the processor plays the card. */
  readonly isFallbackAdapter?: boolean;
}

/** Drivers that compute on the processor, in case one does not say so of itself. */
const software = /swiftshader|llvmpipe|lavapipe|softpipe|\bwarp\b|basic render/i;

/** Whether a driver only plays a graphics card, on the processor. */
export function isSoftware(info: AdapterInfo): boolean {
  return info.isFallbackAdapter === true || software.test(wordsOf(info).join(" "));
}

/**
 * A device as a reader would name it: "GPU: " and the card, or "CPU: " and the driver that plays a card.
 *
 * @example
 * adapterLabel({ vendor: "nvidia", architecture: "ada-2", device: "NVIDIA RTX 4000", isFallbackAdapter: false }); // "GPU: NVIDIA RTX 4000"
 * adapterLabel({ vendor: "google", architecture: "swiftshader", isFallbackAdapter: true }); // "CPU: google swiftshader"
 */
export function adapterLabel(info: AdapterInfo): string {
  const { vendor, architecture, device, description } = info;
  const card = [description, device].find((word) => word && /[a-z] /i.test(word)); // in words, not a driver's number
  const name = (card ?? [vendor, architecture].filter(Boolean).join(" ")) || "without a name";
  return `${isSoftware(info) ? "CPU" : "GPU"}: ${name}`;
}

const wordsOf = ({ vendor, architecture, device, description }: AdapterInfo): string[] =>
  [vendor, architecture, device, description].filter((word) => word !== undefined);
