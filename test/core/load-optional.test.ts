import { expect, test } from "vitest";
import { loadOptional, resolveOptional } from "../../lib/core/load-optional.js";

test("a package that is not installed is named, with the line that installs it", async () => {
  const name = "deep-pessimist-no-such-package";
  expect(() => resolveOptional(name, "data.json", "the digits")).toThrow(`npm install ${name}`);
  await expect(loadOptional(name, "reading images", () => import(name))).rejects.toThrow(
    `the npm package "${name}" is not installed.\n  Expected: it, for reading images.\n  To fix:   npm install ${name}`,
  );
});

test("a package that fails as it loads is not taken for a missing one", async () => {
  const broken = () => Promise.reject(new Error("cannot open libvips"));
  await expect(loadOptional("sharp", "reading images", broken)).rejects.toThrow("cannot open libvips");
});
