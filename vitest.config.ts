import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: [
      { find: /^deep-pessimist$/, replacement: new URL("./lib/index.ts", import.meta.url).pathname },
      {
        find: /^deep-pessimist\/(\w+)$/,
        replacement: new URL("./lib/$1/index.ts", import.meta.url).pathname,
      },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ["test/support/matchers.ts"],
  },
});
