/** What every notebook finds declared, as if a cell before its first had declared it. */
export interface Given {
  /** As in a .d.ts file. */
  declarations: string;
  values: Readonly<Record<string, unknown>>;
}
