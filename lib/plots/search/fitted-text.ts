import { textRoom } from "../svg/text-room.js";

/** A text, cut where it needs more room, in pixels, than there is. */
export function fittedText(text: string, room: number, size: number): string {
  if (textRoom(text, size) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && textRoom(`${letters.join("")}…`, size) > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** A name in one line or two, broken between its words: `labelSmoothing` has two of them. What is left beyond is cut. */
export function wrappedName(name: string, room: number, size: number): string {
  if (textRoom(name, size) <= room) return name;
  const words = name.split(/(?<=[\s_.-])|(?<=[a-z\d])(?=[A-Z])/);
  let first = "";
  while (words.length > 0 && textRoom(first + words[0], size) <= room) first += words.shift();
  return first === ""
    ? fittedText(name, room, size)
    : `${first.trimEnd()}<br>${fittedText(words.join(""), room, size)}`;
}
