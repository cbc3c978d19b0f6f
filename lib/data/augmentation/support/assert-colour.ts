import { UsageError } from "../../../core/index.js";
import type { Image } from "./image.js";

/** Refuses images without red, green and blue: of grey ones, the op would do nothing in silence. */
export function assertColour(name: string, { channels }: Image): void {
  if (channels === 3) return;
  throw new UsageError({
    got: `${name} got images of ${channels} ${channels === 1 ? "channel" : "channels"}.`,
    expected: "3 channels: red, green and blue.",
    fix: `leave ${name} out; brightness, contrast and gamma work on grey images too.`,
  });
}
