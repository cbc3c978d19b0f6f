/** Whether a value is an object with a method of this name. */
export function hasMethod(value: unknown, name: string): boolean {
  const held = value as Readonly<Record<string, unknown>> | null;
  return typeof value === "object" && typeof held?.[name] === "function";
}
