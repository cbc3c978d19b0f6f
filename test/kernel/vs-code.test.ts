import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { VsCode } from "./support/vs-code.js";

/**
 * The order in which VS Code's Jupyter extension sorts the forms of an output; it shows the first that it can render.
 *
 * @see github.com/microsoft/vscode-jupyter, src/kernels/execution/helpers.ts, orderOfMimeTypes
 */
const order = [
  "application/vnd.*",
  "application/vdom.*",
  "application/geo+json",
  "application/x-nteract-model-debug+json",
  "text/html",
  "application/javascript",
  "image/gif",
  "text/latex",
  "text/markdown",
  "image/png",
  "image/svg+xml",
  "image/jpeg",
  "application/json",
  "text/plain",
];

/** What VS Code renders without its extension for plotly, vega and the like. */
const builtIn = ["text/html", "text/markdown", "image/png", "image/svg+xml", "image/jpeg", "text/plain"];

const patterns = order.map((type) => new RegExp(`^${type.replaceAll("+", "\\+").replace(/\*$/, "")}`));
const rank = (type: string): number => patterns.findIndex((pattern) => pattern.test(type));

const sorted = (data: object): string[] => Object.keys(data).sort((a, b) => rank(a) - rank(b));

let code: VsCode;
beforeAll(async () => {
  code = await VsCode.start();
  await code.ready();
});
afterAll(() => code.stop());

test("the kernelspec's command starts from a connection file, and says who it is and that it listens", async () => {
  const { content, heard } = await code.request("kernel_info_request", {});
  expect(content).toMatchObject({ status: "ok", language_info: { name: "typescript" } });
  expect(heard).toEqual([]);
});

describe("VS Code knows every form of a value, and shows the richest first:", () => {
  const tf = 'import * as tf from "@tensorflow/tfjs";\n';
  const lib = 'import { data } from "../lib";\n';
  test.each([
    ["a number", "6 * 7", "text/plain", "text/plain"],
    ["a tensor", `${tf}tf.tensor1d([1, NaN, 3])`, "text/plain", "text/plain"],
    ["pictures", `${tf}tf.ones([2, 8, 8, 3])`, "text/html", "text/html"],
    [
      "a model",
      `${tf}tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] })`,
      "text/html",
      "text/html",
    ],
    ["a data set", `${lib}data.makeScenes(4)`, "text/html", "text/html"],
    [
      "a figure",
      '({ data: [{ type: "scatter", x: [1, 2], y: [1, 2] }], layout: {}, reading: "It rises." })',
      "application/vnd.plotly.v1+json",
      "image/svg+xml",
    ],
    [
      "a value that says how it is shown",
      '({ [Symbol.for("Jupyter.display")]: () => ({ "text/markdown": "**two**", "text/plain": "two" }) })',
      "text/markdown",
      "text/markdown",
    ],
  ])("%s", async (_, source, richest, withoutExtension) => {
    const { content, heard } = await code.execute(source);
    expect(content).toMatchObject({ status: "ok" });
    const { data } = heard.find(({ type }) => type === "execute_result")!.content;
    const types = sorted(data);
    expect(types.filter((type) => rank(type) < 0)).toEqual([]);
    expect(types[0]).toBe(richest);
    expect(types.find((type) => builtIn.includes(type))).toBe(withoutExtension);
    expect(types).toContain("text/plain");
  });
});

test("a figure that a library shows has a form for VS Code with and without its renderers", async () => {
  const { heard } = await code.execute(`import { plots } from "../lib";
await plots.show({ data: [{ type: "scatter", x: [1, 2], y: [1, 2] }], layout: {}, reading: "It rises." });`);
  const { data } = heard.find(({ type }) => type === "display_data")!.content;
  expect(sorted(data)).toEqual(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"]);
});

test("an error has name, value and traceback, and the cells behind it run, as VS Code wants", async () => {
  const failed = code.execute('throw new Error("one");');
  const next = code.execute('"two"');
  expect((await failed).heard.at(-1)).toMatchObject({
    type: "error",
    content: { ename: "Error", evalue: "one" },
  });
  expect((await next).content.status).toBe("ok");
});

describe("Stop, which VS Code sends on the shell channel, ends", () => {
  const endless = [
    ["a loop that never yields", "while (true) {}"],
    ["a wait for nothing", "await new Promise(() => {});"],
  ] as const;
  test.each(endless)("%s", async (_, source) => {
    const running = code.execute(`console.log("begun");\n${source}`);
    await new Promise((done) => setTimeout(done, 300));
    const { content } = await code.request("interrupt_request", {});
    expect(content.status).toBe("ok");
    expect((await running).content).toMatchObject({ status: "error", ename: "Interrupted" });
  });

  test("a cell that is still with the compiler, before it starts", async () => {
    const running = code.execute('console.log("begun");\nwhile (true) {}');
    const stopped = code.request("interrupt_request", {});
    expect((await stopped).content.status).toBe("ok");
    const { content, heard } = await running;
    expect(content).toMatchObject({ status: "error", ename: "Interrupted" });
    expect(heard.map(({ type }) => type)).toEqual(["execute_input", "error"]);
  });
});
