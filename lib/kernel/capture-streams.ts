import { StringDecoder } from "node:string_decoder";
import type { Cell } from "./cells/cell.js";
import type { StreamName } from "./output.js";

type Write = NodeJS.WriteStream["write"];

/** Leads what cells write to standard output and error to their cell. Outside any cell it goes on as before. */
export function captureStreams(
  current: () => Cell | undefined,
  take: (cell: Cell, name: StreamName, text: string) => void,
): void {
  for (const name of ["stdout", "stderr"] as const) {
    const original: Write = process[name].write.bind(process[name]);
    const decoder = new StringDecoder("utf8");
    const write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      const cell = current();
      if (cell === undefined) return (original as (...args: unknown[]) => boolean)(chunk, ...rest);
      take(cell, name, typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk)));
      const done = rest.find((argument) => typeof argument === "function") as (() => void) | undefined;
      if (done !== undefined) queueMicrotask(done);
      return true;
    };
    process[name].write = write as Write;
  }
}
