import type { Hint } from "./hint.js";

/** How a notebook of the course names the library. */
const library = '"../lib"';

/** Names that people use before they import them, and the line that imports them. */
const imports: Readonly<Record<string, string>> = {
  tf: 'import * as tf from "@tensorflow/tfjs";',
  dfd: 'import * as dfd from "danfojs-node";',
  fs: 'import fs from "node:fs";',
  path: 'import path from "node:path";',
  ...Object.fromEntries(
    ["backend", "core", "data", "debugging", "decomposition", "models", "plots", "search", "training"].map(
      (name) => [name, `import { ${name} } from ${library};`],
    ),
  ),
};

const isPromise = /'Promise<|type 'Promise'/;
const awaitIt = "This is a promise of the value, not the value: write await before the call that makes it.";

/** Mistakes that the compiler finds, the special before the general. */
export const typeHints: readonly Hint[] = [
  {
    codes: [2339, 2345, 2322, 2365, 2362, 2363, 2769, 2488, 2349, 2740, 2739, 2741],
    message: isPromise,
    says: awaitIt,
  },
  { codes: [2801], says: awaitIt },
  { codes: [1308], says: "A function that awaits needs async before it: async () => { await …; }" },
  {
    codes: [2304, 2552, 2503, 18004],
    message: new RegExp(`'(${Object.keys(imports).join("|")})'`),
    says: ([, name = ""]) => `It has not been imported: ${imports[name]}`,
  },
  {
    codes: [2304, 2584, 2552],
    message: /'(document|window|alert|localStorage)'/,
    says: "There is no web page here: the code runs in Node. Show a value with display(value).",
  },
  {
    codes: [2304, 2552, 18004],
    message: /'([^']+)'/,
    says: ([, name]) =>
      `No cell that has run declares ${name}. Run the cell that does, or check the spelling.`,
  },
  {
    codes: [2307],
    message: /'(\.[^']*)'/,
    says: ([, name]) => `There is no such file. ${name} is looked for from the notebook's folder.`,
  },
  {
    codes: [2307],
    message: /'([^']+)'/,
    says: ([, name]) => `It is not installed: npm install ${name}, then run the cell again.`,
  },
  {
    codes: [7016],
    message: /'([^']+)'/,
    says: ([, name]) => `It comes without types: npm install @types/${name}, or use require("${name}").`,
  },
  {
    codes: [2305, 2614, 2724],
    says: "The module has no such export: Tab between the braces lists what it has.",
  },
  {
    codes: [1192, 1259],
    says: "The module has no default export: write import * as name, or import { name }.",
  },
  {
    codes: [2551, 2552, 2561],
    message: /Did you mean(?: to write)? '([^']+)'/,
    says: ([, name]) => `Check the spelling: it is ${name}.`,
  },
  {
    codes: [2345, 2353, 2322],
    message: /may only specify known properties/,
    says: "There is no such option: Tab between the braces lists those there are.",
  },
  { codes: [2339], says: "It has no such property: Tab behind the dot lists those it has." },
  { codes: [2554, 2555, 2575], says: "Shift-Tab on the function's name shows which arguments it takes." },
  {
    codes: [2345, 2322],
    message: /'string' is not assignable to (?:parameter of )?type 'number'/,
    says: "A text is not a number: write it without quotes, or convert it by Number(text).",
  },
  {
    codes: [2345, 2322],
    message: /'number' is not assignable to (?:parameter of )?type 'string'/,
    says: "A number is not a text: convert it by String(number).",
  },
  { codes: [2588, 2540], says: "A const or readonly value cannot be set again: declare it with let." },
  { codes: [2451, 2300, 2393], says: "The cell declares this name twice: rename one of them." },
  { codes: [2448, 2454, 2449], says: "It is used above the line that gives it a value: move that line up." },
  { codes: [2349], says: "This is a value, not a function: leave the brackets () out." },
  { codes: [2348], says: "This is a class: write new before it." },
  {
    codes: [2362, 2363, 2365],
    says: "Arithmetic needs numbers; tensors are added by a.add(b), multiplied by a.mul(b).",
  },
  {
    codes: [2531, 2532, 2533, 18047, 18048, 18049],
    says: "It may be missing: test it first, or write ?. instead of the dot.",
  },
  { codes: [7006, 7031], says: "Strict types are on: say what it is, as in (x: number) => …" },
  { codes: [1002, 1160], says: "A quote is missing: the text does not end." },
  {
    codes: [1003, 1005, 1109, 1128, 1136, 1138, 1141],
    says: "A bracket, a comma or a quote is missing or too many, here or just before.",
  },
  { codes: [2355, 2366, 7030], says: "The function promises a value that it does not always return." },
];
