/** Jupyter counts a cursor in characters; a JavaScript string counts an emoji as two. */
export function cursorToIndex(code: string, cursor: number): number {
  return [...code].slice(0, cursor).join("").length;
}

export function indexToCursor(code: string, index: number): number {
  return [...code.slice(0, index)].length;
}
