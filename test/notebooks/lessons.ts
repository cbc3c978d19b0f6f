import { readdirSync, readFileSync } from "node:fs";
import { bindClaims } from "../../scripts/course/bind-claims.mjs";
import { type Cell, readPercentFormat } from "../../scripts/course/percent-format.mjs";

/** A notebook of the course, from its source. */
export interface Lesson {
  /** Such as "01-start-simple". */
  readonly name: string;
  /** Such as "01". */
  readonly number: string;
  readonly cells: readonly Cell[];
  readonly prose: string;
  readonly code: string;
}

/** Every notebook of the course, in reading order. */
export function lessons(): Lesson[] {
  const names = readdirSync("course").filter((file) => /^\d\d-.*\.ts$/.test(file));
  return names.sort().map((file) => {
    const cells = bindClaims(readPercentFormat(readFileSync(`course/${file}`, "utf8")));
    const textOf = (kind: Cell["kind"]) =>
      cells
        .filter((cell) => cell.kind === kind)
        .map(({ source }) => source)
        .join("\n\n");
    const name = file.replace(/\.ts$/, "");
    return { name, number: name.slice(0, 2), cells, prose: textOf("markdown"), code: textOf("code") };
  });
}

/** Words of a text, as its reader meets them. */
export function words(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The minutes that a notebook states. */
export function statedMinutes({ prose }: Lesson): number {
  return Number(/^\*\*Minutes:\*\* (\d+)/m.exec(prose)?.[1]);
}

/** What a notebook takes: its prose and code at 200 words a minute, and the seconds that its cells compute. */
export function measuredMinutes({ prose, code }: Lesson, seconds: number): number {
  return (words(prose) + words(code)) / 200 + seconds / 60;
}
