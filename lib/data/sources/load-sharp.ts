import type sharpModule from "sharp";
import { loadOptional } from "../../core/index.js";

/** The image library, where it is installed. */
export type Sharp = typeof sharpModule;

/** Loads `sharp`; `purpose` says what for, should it be missing. */
export async function loadSharp(purpose: string): Promise<Sharp> {
  return (await loadOptional("sharp", purpose, () => import("sharp"))).default;
}
