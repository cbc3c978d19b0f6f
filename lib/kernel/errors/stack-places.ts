import { fileURLToPath } from "node:url";
import { isCellScript } from "../cells/cell-script.js";
import type { Location, SourceMaps } from "../tslab/source-maps.js";

/** Where an error came up, as far as its reader is concerned. */
export interface Places {
  /** The innermost place in a cell or in a file beside the notebook. */
  learner?: Location;
  /** The library's function that was called there, if what threw was not the learner's own code. */
  called?: string;
}

const kernelFolder = fileURLToPath(new URL("..", import.meta.url));

function isMachinery(file: string | null | undefined): boolean {
  return (
    file == null ||
    file.startsWith("node:") ||
    /[\\/]@?tslab[\\/]/.test(file) ||
    toPath(file).startsWith(kernelFolder)
  );
}

function toPath(file: string): string {
  return file.startsWith("file:") ? fileURLToPath(file) : file;
}

interface Frame {
  text: string;
  name: string | null;
  at?: Location;
}

const placesOf = new WeakMap<object, Places>();

/** From now on every `error.stack` tells lines of the cell as written, and no frame of the kernel. */
export function mapStackTraces(sourceMaps: SourceMaps): void {
  const readFrame = (site: NodeJS.CallSite): Frame[] => {
    const file = site.getFileName()!;
    const [line, column] = [site.getLineNumber() ?? 1, site.getColumnNumber() ?? 1];
    const at = sourceMaps.locate(file, line, column);
    if (at === undefined)
      return isCellScript(file) ? [] : [{ text: String(site), name: site.getFunctionName() }];
    const text = String(site).replace(`${file}:${line}:${column}`, `${at.label}:${at.line}:${at.column}`);
    return [{ text, at, name: site.getFunctionName() }];
  };
  Error.stackTraceLimit = 50;
  Error.prepareStackTrace = (error, sites) => {
    const frames = sites.filter((site) => !isMachinery(site.getFileName())).flatMap(readFrame);
    const own = frames.findIndex(({ at }) => at !== undefined);
    const learner = frames[own]?.at;
    const called = frames.slice(0, Math.max(0, own)).findLast(({ name }) => name)?.name;
    placesOf.set(error, { ...(learner && { learner }), ...(called && { called }) });
    return [String(error), ...frames.map(({ text }) => `    at ${text}`)].join("\n");
  };
}

/** The places of an error, once its stack has been prepared. */
export function stackPlaces(error: Error): Places {
  void error.stack;
  return placesOf.get(error) ?? {};
}
