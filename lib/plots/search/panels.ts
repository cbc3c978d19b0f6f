/** Where a panel lies, in shares of the room between the margins. */
export interface Panel {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly column: number;
  /** Whether no panel stands below it. */
  readonly isLowest: boolean;
}

/** How panels are laid out. */
export interface PanelOptions {
  readonly columns: number;
  /** Of each, in pixels. */
  readonly height: number;
  /** Between one and the next below, in pixels. */
  readonly gap: number;
  /** Between one and the next beside it, as a share of the width. */
  readonly across: number;
}

/** Panels in lines from the left, and the height of all in pixels. */
export function panels(
  count: number,
  { columns, height, gap, across }: PanelOptions,
): { readonly list: Panel[]; readonly height: number } {
  const lines = Math.ceil(count / columns);
  const whole = lines * height + (lines - 1) * gap;
  const width = (1 - across * (columns - 1)) / columns;
  const list = Array.from({ length: count }, (_, i): Panel => {
    const [line, column] = [Math.floor(i / columns), i % columns];
    const [left, top] = [column * (width + across), 1 - (line * (height + gap)) / whole];
    return {
      x: [left, left + width],
      y: [Math.max(0, top - height / whole), top],
      column,
      isLowest: i + columns >= count,
    };
  });
  return { list, height: whole };
}

/** What plotly calls the axes of panel i: "", "2", "3" … */
export function panelId(i: number): string {
  return i === 0 ? "" : String(i + 1);
}
