import { nearestName, UsageError } from "../core/index.js";

/** Where to compute: wherever it is best, on the processor, or on a graphics card and nowhere else. */
export const deviceChoices = ["auto", "cpu", "gpu"] as const;

export type DeviceChoice = (typeof deviceChoices)[number];

/**
 * The device asked for, by the variable PESSIMIST_DEVICE or else by the caller's option; "auto" when by neither.
 *
 * @throws UsageError when there is no such choice
 * @example
 * wantedDevice("gpu", ""); // "gpu"
 */
export function wantedDevice(
  option: string | undefined,
  variable: string | undefined = process.env.PESSIMIST_DEVICE,
): DeviceChoice {
  if (variable) return known(variable, "PESSIMIST_DEVICE");
  return option === undefined ? "auto" : known(option, "the option device");
}

function known(name: string, where: string): DeviceChoice {
  const found = deviceChoices.find((choice) => choice === name);
  if (found !== undefined) return found;
  const meant = nearestName(name, deviceChoices);
  throw new UsageError({
    got: `${where} is "${name}".`,
    expected: 'one of "auto", "cpu", "gpu".',
    fix: meant === undefined ? "leave it out: the best device is then found." : `write "${meant}".`,
  });
}
