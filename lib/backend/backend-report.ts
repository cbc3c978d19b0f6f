/** The backends: TensorFlow's own library, any graphics card, WebAssembly, and pure JavaScript for reference. */
export const backendNames = ["tensorflow", "webgpu", "wasm", "cpu"] as const;

export type BackendName = (typeof backendNames)[number];

/** Which backend runs, why, and how fast. */
export interface BackendReport {
  readonly backend: BackendName;
  /** TensorFlow's version for "tensorflow", as in "2.21.0"; TensorFlow.js's for the others. */
  readonly version: string;
  /** "CPU", or "GPU: " and the card's name; where an op really ran, not what was hoped for. A driver that plays a card on the processor is "CPU: " and its name. */
  readonly device: string;
  /** Why this backend, and why not a better one. */
  readonly why: string;
  /** Training speed of LeNet on 32×32×3 images in batches of 32, as measured; undefined when not measured. */
  readonly samplesPerSecond: number | undefined;
  /** Node's version, as in "22.11.0". */
  readonly node: string;
  /** All of this in a few lines, for printing. */
  readonly summary: string;
}

/**
 * Completes a report with its summary.
 *
 * @example
 * summarize({ backend: "wasm", version: "4.22.0", device: "CPU", why: "You asked for it.", samplesPerSecond: 1094, node: "22.11.0" }).summary; // "Backend: wasm (TensorFlow.js 4.22.0) on CPU, Node 22.11.0\nSpeed:   LeNet trains on about 1,100 samples/s (32×32×3, batch 32)\nWhy:     You asked for it."
 */
export function summarize(facts: Omit<BackendReport, "summary">): BackendReport {
  const { backend, version, device, why, samplesPerSecond, node } = facts;
  const library = backend === "tensorflow" ? "TensorFlow" : "TensorFlow.js";
  const lines = [`Backend: ${backend} (${library} ${version}) on ${device}, Node ${node}`];
  if (samplesPerSecond !== undefined)
    lines.push(`Speed:   LeNet trains on about ${rounded(samplesPerSecond)} samples/s (32×32×3, batch 32)`);
  lines.push(`Why:     ${why}`);
  return { ...facts, summary: lines.join("\n") };
}

/** Two digits, for a short measurement earns no more. */
function rounded(value: number): string {
  return Number(value.toPrecision(2)).toLocaleString("en-US");
}
