import { extname } from "node:path";
import { type ErrorDecomposition, UsageError, writeAtomically } from "../../core/index.js";

/** Where the figure was drawn, or why it was not; neither where none was wanted. */
export interface DrawnFigure {
  readonly file?: string;
  readonly problem?: string;
}

const defaultFile = "error-decomposition.svg";

/**
 * Draws the waterfall to a file. A figure that was asked for must be drawn; without the packages for it, the one that
 * comes by default is left out, and the reason is returned.
 *
 * @param wanted - the file that was asked for; its ending says which form
 * @throws UsageError for an ending that is neither .svg nor .html, and where a wanted figure cannot be drawn
 */
export async function drawFigure(
  result: ErrorDecomposition,
  wanted: string | undefined,
): Promise<DrawnFigure> {
  const file = wanted ?? defaultFile;
  const ending = extname(file).toLowerCase();
  if (ending !== ".svg" && ending !== ".html")
    throw new UsageError({
      got: `--figure ${file}.`,
      expected: "a name that ends in .svg or .html.",
      fix: `write --figure ${file.slice(0, file.length - ending.length)}.svg.`,
    });
  try {
    const { figureToHtml, figureToSvg, plotErrorDecomposition } = await import("../../plots/index.js");
    const figure = plotErrorDecomposition(result);
    const drawn =
      ending === ".svg" ? figureToSvg(figure) : figureToHtml(figure, "Where the test error comes from");
    await writeAtomically(file, await drawn);
    return { file };
  } catch (error) {
    if (wanted !== undefined || !(error instanceof UsageError)) throw error;
    return { problem: `${error.got} ${error.fix}` };
  }
}
