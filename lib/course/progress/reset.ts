import { existsSync, rmSync } from "node:fs";
import { checkOptions } from "../../core/index.js";
import { Reply } from "../reply/reply.js";
import { forgetRemembered, inStore } from "./in-store.js";
import { progressFile } from "./progress-file.js";

/** Options for {@link reset}. */
export interface ResetOptions {
  /** The notebook to begin anew, by its number, such as "03"; defaults to all. */
  notebook?: string;
}

/**
 * Forgets predictions and solved exercises, of one notebook or of all, so that a lesson can be taken again.
 *
 * Without a notebook the file is removed, damaged or not.
 */
export async function reset(options: ResetOptions = {}): Promise<Reply> {
  checkOptions("reset", options, ["notebook"]);
  const { notebook } = options;
  const path = progressFile();
  if (notebook !== undefined) {
    const forgotten = await inStore((connection) =>
      ["predictions WHERE question", "exercises WHERE exercise"].reduce(
        (sum, table) =>
          sum + Number(connection.prepare(`DELETE FROM ${table} LIKE ?`).run(`${notebook}.%`).changes),
        0,
      ),
    );
    return new Reply(
      `Notebook ${notebook} begins anew: ${forgotten} predictions and exercises are forgotten.`,
    );
  }
  forgetRemembered();
  if (!existsSync(path)) return new Reply(`There is nothing to forget: ${path} is not there.`);
  for (const end of ["", "-journal", "-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
  return new Reply(`All predictions and exercises are forgotten: ${path} is removed.`);
}
