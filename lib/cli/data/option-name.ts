/**
 * A function's option as it is typed.
 *
 * @example
 * optionName("imageSize"); // "image-size"
 */
export function optionName(knob: string): string {
  return knob.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
