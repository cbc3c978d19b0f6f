/** Whose child this process was before it loaded anything else: main.ts imports this file first. */
export const parentAtStart: number = process.ppid;
