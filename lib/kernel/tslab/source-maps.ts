import { SourceMap } from "node:module";

/** Where a script came from: the compiler's steps, last one first, and how the learner knows it. */
interface Script {
  steps: readonly string[];
  /** How many lines run; what follows is the kernel's. */
  length: number;
  /** As in an error's text: "cell [3]" or "helper.ts". */
  label: string;
  /** Lines that tslab puts before the code. */
  linesBefore: number;
  /** The code, line by line, when it is a cell's. */
  lines?: readonly string[];
}

/** What readers are told about a script. */
export interface ScriptNames {
  label: string;
  linesBefore?: number;
  source?: string;
}

export interface Location {
  label: string;
  /** Both one-based. */
  line: number;
  column: number;
  text?: string;
}

const inlineMap = /\n?\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/;
const remembered = 500;

/** Remembers what the compiler did, and says of a place in a running script where it stands in the cell. */
export class SourceMaps {
  readonly #steps = new Map<string, readonly string[]>();
  readonly #scripts = new Map<string, Script>();

  /** Takes the map off a piece of emitted code. */
  static split(code: string): { code: string; map: string | undefined } {
    const found = inlineMap.exec(code);
    return found === null
      ? { code, map: undefined }
      : { code: code.slice(0, found.index), map: Buffer.from(found[1]!, "base64").toString() };
  }

  /** `code` came about through these maps, last step first. */
  record(code: string, steps: readonly (string | undefined)[]): void {
    this.#steps.set(
      code,
      steps.filter((step) => step !== undefined),
    );
  }

  /** From now on a script of this name runs `code`. */
  name(script: string, code: string, { label, linesBefore = 0, source }: ScriptNames): void {
    const steps = this.#steps.get(code) ?? [];
    this.#steps.delete(code);
    this.#scripts.delete(script);
    this.#scripts.set(script, {
      steps,
      length: code.split("\n").length,
      label,
      linesBefore,
      ...(source && { lines: source.split("\n") }),
    });
    if (this.#scripts.size > remembered) this.#scripts.delete(this.#scripts.keys().next().value!);
  }

  /** Where a place of a running script (one-based) stands in what the learner wrote, if it does. */
  locate(script: string, line: number, column: number): Location | undefined {
    const known = this.#scripts.get(script);
    if (known === undefined || line > known.length) return undefined;
    let place = { line: line - 1, column: column - 1 };
    for (const step of known.steps) {
      const entry = new SourceMap(JSON.parse(step)).findEntry(place.line, place.column);
      if (!("originalLine" in entry)) return undefined;
      place = { line: entry.originalLine, column: entry.originalColumn };
    }
    const index = place.line - known.linesBefore;
    const text = known.lines?.[index];
    return {
      label: known.label,
      line: index + 1,
      column: place.column + 1,
      ...(text !== undefined && { text }),
    };
  }
}
