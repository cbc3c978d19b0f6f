import { UsageError } from "../../core/index.js";
import { sqliteStore } from "../../search/index.js";
import { fine } from "../command.js";
import { parseArguments } from "../parse-arguments.js";
import { oneDatabase } from "./options.js";
import { summarize, summaryText } from "./summary.js";

/** `deep-pessimist search status`. */
export async function showStatus(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments("search", args, { study: { type: "string" } });
  const store = await sqliteStore(oneDatabase("status", positionals), { readOnly: true });
  try {
    const names = values.study === undefined ? store.names() : [values.study];
    const summaries = names.map((name) => {
      const study = store.load(name);
      if (study !== undefined) return summarize(study.settings, study.trials());
      throw new UsageError({
        got: `there is no study "${name}".`,
        expected: `one of ${store.names().join(", ") || "none: the file holds no studies yet"}.`,
        fix: "leave out --study to see all.",
      });
    });
    console.log(
      values.json
        ? JSON.stringify(summaries, null, 2)
        : summaries.map(summaryText).join("\n") || "No studies.",
    );
    return fine;
  } finally {
    store.close();
  }
}
