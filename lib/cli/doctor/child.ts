// Runs a user's program and examines it, in a process of its own: it may hang, crash or leave timers behind.
import { start } from "../../backend/index.js";
import { UsageError } from "../../core/index.js";
import { diagnose } from "../../debugging/index.js";
import type { Examination, ExaminationMessage } from "./examination.js";
import { loadProgram, threw } from "./load-program.js";

process.once("message", (examination: Examination) => {
  examine(examination)
    .catch(
      (error: unknown): ExaminationMessage => ({
        kind: "problem",
        problem: partsOf(examination.file, error),
      }),
    )
    .then((last) => process.send!(last, () => process.exit()));
});

async function examine({ file, seed }: Examination): Promise<ExaminationMessage> {
  const tell = (message: ExaminationMessage) => process.send!(message);
  const { summary } = await start({ quiet: true });
  tell({ kind: "backend", summary });
  const exported = await loadProgram(file);
  // A function is called here, so that what it throws is shown as the user's own.
  const program = typeof exported === "function" ? await called(file, exported, seed) : exported;
  tell({ kind: "loaded" });
  const diagnosis = await diagnose(program, { seed, onCheck: (name) => tell({ kind: "check", name }) });
  return { kind: "diagnosis", diagnosis };
}

async function called<Result>(
  file: string,
  make: (seed: number) => Result,
  seed: number,
): Promise<Awaited<Result>> {
  try {
    return await make(seed);
  } catch (error) {
    throw threw(file, error);
  }
}

function partsOf(file: string, error: unknown): { got: string; expected: string; fix: string } {
  const { got, expected, fix } = error instanceof UsageError ? error : threw(file, error);
  return { got, expected, fix };
}
