import { nearestName } from "../../core/index.js";
import { listWords } from "../reply/list-words.js";
import { cannotTell, type Verdict } from "./verdict.js";

/** What an exercise takes for an answer: in words, and as a test that refuses everything else kindly. */
export interface AnswerKind<Answer> {
  /** As it goes on after "Give". */
  readonly words: string;
  /** The answer as it is meant, or why it is none. */
  read(value: unknown): { readonly answer: Answer } | Verdict;
}

/** A finite number. */
export const aNumber: AnswerKind<number> = {
  words: "a number",
  read: (value) => (isNumber(value) ? { answer: value } : refused(value, "a number, such as 0.25")),
};

/** Several finite numbers, in a list or a typed array. */
export function numbers(count: number): AnswerKind<number[]> {
  const expected = `a list of ${count} numbers`;
  return {
    words: expected,
    read(value) {
      const list = Array.isArray(value)
        ? value
        : ArrayBuffer.isView(value)
          ? [...(value as Float32Array)]
          : [];
      return list.length === count && list.every(isNumber) ? { answer: list } : refused(value, expected);
    },
  };
}

/** One of some words. */
export function oneOf<Word extends string>(...words: readonly Word[]): AnswerKind<Word> {
  const expected = listWords(words.map((word) => `"${word}"`));
  return {
    words: expected,
    read(value) {
      if (words.includes(value as Word)) return { answer: value as Word };
      const meant = typeof value === "string" ? nearestName(value, words) : undefined;
      return refused(value, meant === undefined ? expected : `${expected}; did you mean "${meant}"?`);
    },
  };
}

/** A function; `shape` says how it is called. */
export function aFunction<Fn extends (...args: never[]) => unknown>(shape: string): AnswerKind<Fn> {
  const expected = `a function, \`${shape}\``;
  return {
    words: expected,
    read: (value) => (typeof value === "function" ? { answer: value as Fn } : refused(value, expected)),
  };
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

function refused(value: unknown, expected: string): Verdict {
  return cannotTell(`this is ${kindOf(value)}, and the exercise asks for ${expected}.`);
}

/** A value by what it is, for whoever has mistaken it for something else. */
function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "string") return `the text "${value.slice(0, 40)}"`;
  if (value instanceof Promise) return "a promise (is an `await` missing?)";
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return `a list of ${(value as unknown[]).length}`;
  return typeof value === "function" ? "a function (is it to be called?)" : `of type ${typeof value}`;
}
