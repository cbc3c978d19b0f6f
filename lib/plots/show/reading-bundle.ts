/** A reading as a paragraph that wraps; front ends show a picture's own text to nobody who sees the picture. */
export function readingBundle(reading: string): Record<string, unknown> {
  return { "text/markdown": reading.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&"), "text/plain": reading };
}
