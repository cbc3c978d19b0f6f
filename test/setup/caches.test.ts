import { join } from "node:path";
import { expect, test } from "vitest";
import { makeContext } from "../../scripts/setup/context.mjs";
import { caches } from "../../scripts/setup/support/caches.mjs";
import { temporaryFolder } from "./temporary-folder.js";

const cachesOf = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  caches(makeContext({ root: "/clone", packageRoot: "/clone", platform: "linux", env }));

test("downloads are kept in the user's home, even one that is not made yet", () => {
  expect(cachesOf({ HOME: temporaryFolder() })).toEqual({});
  expect(cachesOf({ HOME: join(temporaryFolder(), "new", "home") })).toEqual({});
});

test("without a home they are kept in the clone", () => {
  const inClone = {
    npm_config_cache: join("/clone", ".cache/npm"),
    PIP_CACHE_DIR: join("/clone", ".cache/pip"),
  };
  expect([cachesOf({}), cachesOf({ HOME: "" })]).toEqual([inClone, inClone]);
});

test("where the user put them themselves, they stay", () => {
  expect(cachesOf({ HOME: "", npm_config_cache: "/big/npm" }).npm_config_cache).toBe("/big/npm");
});
