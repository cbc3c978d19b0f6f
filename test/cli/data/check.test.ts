import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { runData, temporaryFolder } from "./run-data.js";

const at = temporaryFolder();
beforeEach(async () => {
  rmSync(at("set"), { recursive: true, force: true });
  await runData("classics", "--samples", "20", "--out", at("set"));
});
const file = (name: string) => join(at("set"), name);

test("check exits with 0 where every file is as it was written", async () => {
  expect(await runData("check", at("set"))).toMatchObject({ code: 0, err: "" });
});

test("check exits with 1 for one flipped bit, and names the file and what to do", async () => {
  const bytes = readFileSync(file("all/x.npy"));
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(file("all/x.npy"), bytes);
  const { code, out } = await runData("check", at("set"));
  expect(code).toBe(1);
  expect(out).toContain(
    "all/x.npy is changed.\nTo fix: make the data set again; its README.md has the command.",
  );
  const { damaged } = JSON.parse((await runData("check", at("set"), "--json")).out);
  expect(damaged).toEqual([{ path: "all/x.npy", problem: "changed" }]);
});

test("check names every file that is missing", async () => {
  rmSync(file("all/samples.parquet"));
  expect((await runData("check", at("set"))).out).toContain("all/samples.parquet is missing.");
});

test("a file that was cut short is refused by look, and by the command that would make it again", async () => {
  truncateSync(file("all/x.npy"), 200);
  const looked = await runData("look", at("set"));
  expect(looked.code).toBe(2);
  expect(looked.err).toMatch(/all\/x\.npy has 200 bytes/);
  const made = await runData("classics", "--samples", "20", "--out", at("set"));
  expect(made.code).toBe(2);
  expect(made.err).toContain("but damaged: all/x.npy is changed");
});

test("check of a folder that is no data set exits with 2", async () => {
  expect((await runData("check", at("nowhere"))).code).toBe(2);
});
