const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/**
 * A bar of characters that shows how much of a work is done.
 *
 * @param share - 0…1; what is beyond is drawn as the end
 * @param width - in characters; defaults to 24
 * @example
 * progressBar(0.5, 4); // "██░░"
 */
export function progressBar(share: number, width = 24): string {
  const units = Math.round(8 * width * Math.min(1, Math.max(0, share || 0)));
  const filled = "█".repeat(Math.floor(units / 8)) + eighths[units % 8];
  return filled.padEnd(width, "░");
}
