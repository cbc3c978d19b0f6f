import { UsageError } from "../../core/index.js";

/** The scripts' own error in three parts as the command line's; anything else stays as it is. */
export function asUsageError(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== "SetupError") return error;
  const { got, expected, fix } = error as Error & { got: string; expected: string; fix: string };
  return new UsageError({ got, expected, fix });
}
