import { readFileSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * An error's message, and the line of the user's own that led to it; frames of libraries are left out.
 *
 * @param file - the user's file: its folder's files are the user's too, except `node_modules`
 * @example
 * ownLine("/home/me/study.ts", "no luck").message; // "no luck"
 */
export function ownLine(file: string, error: unknown): { message: string; where?: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const message = error.message.trim();
  for (const [, place, line, column] of (error.stack ?? "").matchAll(
    /\(?((?:file:\/\/)?\/[^\s():]+):(\d+):(\d+)\)?/g,
  )) {
    const path = place!.startsWith("file:")
      ? fileURLToPath(place!.replace(/\?.*/, ""))
      : place!.replace(/\?.*/, "");
    if (!isOwn(path, file)) continue;
    return { message, where: excerpt(path, Number(line), Number(column)) };
  }
  return { message };
}

function isOwn(path: string, file: string): boolean {
  if (path === file) return true;
  const inside = relative(dirname(file), path);
  return !inside.startsWith("..") && !inside.split(sep).includes("node_modules");
}

/** The line with its number, and a mark under the column. */
function excerpt(path: string, line: number, column: number): string {
  const at = `    at ${path}:${line}:${column}`;
  try {
    const text = readFileSync(path, "utf8").split("\n")[line - 1];
    if (text === undefined) return at;
    const number = `${line} | `;
    return `${at}\n    ${number}${text}\n    ${" ".repeat(number.length + Math.max(0, column - 1))}^`;
  } catch {
    return at;
  }
}
