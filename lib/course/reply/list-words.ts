/**
 * Words as a list that is read aloud.
 *
 * @example
 * listWords(["a", "b", "c"]); // "a, b or c"
 */
export function listWords(words: readonly string[], link = "or"): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} ${link} ${words.at(-1)}`;
}
