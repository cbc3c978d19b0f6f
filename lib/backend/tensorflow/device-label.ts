import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A device as a reader would name it: "CPU", or "GPU: NVIDIA H100" where the driver tells the card's model.
 *
 * @param device - TensorFlow's name, as in "/job:localhost/replica:0/task:0/device:GPU:0"
 * @param driver - the NVIDIA driver's folder; defaults to /proc/driver/nvidia
 * @example
 * deviceLabel("/job:localhost/replica:0/task:0/device:CPU:0"); // "CPU"
 */
export function deviceLabel(device: string, driver = "/proc/driver/nvidia"): string {
  const [, kind, number] = /device:(\w+):(\d+)$/.exec(device) ?? [];
  if (kind !== "GPU") return kind ?? device;
  const models = new Set(cardModels(driver));
  return `GPU: ${models.size === 1 ? [...models][0] : `number ${number}`}`;
}

/** The models of the NVIDIA cards whose driver is loaded. */
export function cardModels(driver = "/proc/driver/nvidia"): string[] {
  const cards = join(driver, "gpus");
  if (!existsSync(cards)) return [];
  return readdirSync(cards).map((card) => {
    const information = readFileSync(join(cards, card, "information"), "utf8");
    return /^Model:\s*(.+)$/m.exec(information)?.[1] ?? "NVIDIA card";
  });
}
