import type { NpyType } from "../npy/npy-header.js";
import type { Journal } from "./journal.js";
import type { ProgressMeter } from "./progress.js";
import type { DataSetAbout, DataSetFormat } from "./record.js";

/** What is written, and what with. */
export interface FolderSettings {
  readonly format: DataSetFormat;
  readonly type: NpyType;
  readonly request: string;
  readonly about: DataSetAbout;
  readonly chunkBytes: number;
  readonly journal: Journal;
  readonly meter: ProgressMeter;
  /** Threads that make samples ahead. */
  readonly workers: number;
  readonly signal: AbortSignal | undefined;
}
