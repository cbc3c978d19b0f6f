/**
 * A time as Optuna writes it: UTC, without saying so.
 *
 * @param time - milliseconds since 1970
 */
export function storedTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, -1).replace("T", " ")}000`;
}

/** The milliseconds since 1970 of such a text, or of one in ISO form. */
export function readTime(text: string): number {
  const [, day, time] = /^(\S+?)[T ]([\d:]+(?:\.\d{1,3})?)/.exec(text) ?? [];
  return Date.parse(`${day}T${time}Z`);
}
