import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Probe } from "./support/probe.js";

let kernel: Probe;
beforeAll(async () => {
  kernel = await Probe.start();
  const { reply } = await kernel.execute(`import * as tf from "@tensorflow/tfjs";
const slow = async () => ({ size: 3 });
const train = (epochs: number) => epochs;
class Layer { units = 1; }
const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4] })] });
const rows: { x: number }[] = [];`);
  expect(reply.status).toBe("ok");
});
afterAll(() => kernel.stop());

/** The learner's mistake, and the line that explains it. */
const mistakes: [what: string, code: string, explanation: string][] = [
  ["a forgotten await before a property", "slow().size", "write await before the call"],
  ["a forgotten await before a use", "train(slow());", "write await before the call"],
  ["a forgotten await in a loop", "for (const x of slow()) x;", "write await before the call"],
  [
    "a forgotten await, seen by TensorFlow.js",
    "tf.add(Promise.resolve(tf.scalar(1)) as any, 1);",
    "promise of a tensor: write await",
  ],
  ["await in a plain function", "() => { await slow(); };", "needs async before it"],
  ["tf not imported", "{ const t = dfd; }", 'import * as dfd from "danfojs-node";'],
  ["the library not imported", "training.fit;", 'import { training } from "../lib";'],
  ["the browser's document", "document.title;", "There is no web page here"],
  ["a variable of a cell that has not run", "histroy;", "No cell that has run declares histroy"],
  ["a file that is not there", 'import { x } from "./nothing.js";', "looked for from the notebook's folder"],
  ["a package that is not installed", 'import x from "no-such-package";', "npm install no-such-package"],
  ["an export that is not there", 'import { reed } from "node:fs";', "Tab between the braces"],
  ["a misspelt property", "model.predic(tf.zeros([1, 4]));", "it is predict."],
  ["a property that is not there", "model.wings;", "Tab behind the dot"],
  ["a misspelt option", "tf.layers.dense({ unit: 2 });", "it is units."],
  ["an option that is not there", "tf.layers.dense({ units: 2, wings: 2 });", "There is no such option"],
  ["an argument left out", "train();", "Shift-Tab on the function's name"],
  ["a text for a number", 'train("3");', "A text is not a number"],
  ["a number for a text", "const name: string = 3;", "A number is not a text"],
  ["a const set again", "const once = 1;\nonce = 2;", "declare it with let"],
  ["a name declared twice", "const two = 1;\nconst two = 2;", "declares this name twice"],
  ["a variable used above its line", "early;\nlet early = 1;", "move that line up"],
  ["a value that is called", "rows();", "leave the brackets () out"],
  ["a class without new", "Layer();", "write new before it"],
  ["tensors added by +", "tf.scalar(1) * tf.scalar(2);", "a.mul(b)"],
  ["a quote left out", 'const open = "text;', "A quote is missing"],
  ["a bracket left out", "train(3;", "A bracket, a comma or a quote is missing"],
  ["a disposed tensor", "const gone = tf.scalar(1);\ngone.dispose();\ngone.add(1);", "It was freed before"],
  ["values that are no tensor", 'tf.matMul("a" as any, "b" as any);', "there is text among the values"],
  ["shapes that do not fit", "tf.zeros([2, 3]).add(tf.zeros([4]));", "Shapes [2,3] and [4]"],
  [
    "sizes that do not fit in a product",
    "tf.zeros([2, 3]).matMul(tf.zeros([4, 2]));",
    "3 columns, the second 4 rows",
  ],
  ["values that do not fill a shape", "tf.tensor([1, 2, 3], [2, 2]);", "multiply to 4; there are 3 values"],
  ["a reshape to another size", "tf.zeros([6]).reshape([4, 4]);", "reshape keeps the number of values"],
  ["a batch axis left out", "model.predict(tf.zeros([4]));", "the batch axis first"],
  ["an input of another shape", "model.predict(tf.zeros([1, 5]));", "The model takes"],
  [
    "a model that is not compiled",
    "await model.fit(tf.zeros([1, 4]), tf.zeros([1, 2]));",
    "Compile it first",
  ],
  ["float indices", "tf.oneHot(tf.tensor1d([0.5]), 2);", "Whole numbers are asked for"],
  ["a property of undefined", "rows[3].x;", "What stands before .x is undefined"],
  ["something that is no function", "(rows as any).fit();", "rows.fit is not a function: check the spelling"],
  ["a loop over what is no list", "for (const x of (3 as any)) x;", "It is no list"],
  [
    "a function that calls itself without end",
    "const again = (): number => again() + 1;\nagain();",
    "calls itself without end",
  ],
  ["text that is no JSON", 'JSON.parse("<html>");', "The text is not JSON"],
  [
    "a file to read that is not there",
    '(require("node:fs") as any).readFileSync("data.csv");',
    "Relative paths start in /",
  ],
];

describe("a one-line explanation stands under", () => {
  test.each(mistakes)("%s", async (_, code, explanation) => {
    const { reply } = await kernel.execute(code);
    expect(reply.status).toBe("error");
    expect(reply.traceback.length).toBeLessThanOrEqual(8);
    const lines = reply.traceback.filter((line: string) => line.includes(explanation));
    expect(lines, reply.traceback.join("\n")).toHaveLength(1);
  });
});

test("what explains itself gets no second explanation", async () => {
  const { reply } = await kernel.execute('throw new Error("my own");');
  expect(reply.traceback).toHaveLength(4);
});
