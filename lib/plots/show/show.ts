import { displayHook, type Figure, UsageError } from "../../core/index.js";
import { figureToSvg } from "../svg/figure-to-svg.js";
import { figureBundle } from "./figure-bundle.js";
import { readingBundle } from "./reading-bundle.js";

/**
 * Shows a figure: in a notebook the picture with its reading under it, in a terminal a drawing in characters and the
 * reading.
 *
 * A notebook gets one bundle of plotly JSON, SVG and text, so that the picture is there in JupyterLab, in a saved page
 * and for a screen reader. Where jsdom or plotly.js-dist-min is not installed the SVG is left out, with a warning.
 */
export async function show(figure: Figure): Promise<void> {
  const display = displayHook();
  if (display === undefined) {
    console.log(figure.drawing === undefined ? figure.reading : `${figure.drawing}\n\n${figure.reading}`);
    return;
  }
  display({ data: figureBundle(figure, await svgIfPossible(figure)) });
  display({ data: readingBundle(figure.reading) });
}

/** The SVG, or undefined and a warning where a package is not installed: the figure is shown all the same. */
export async function svgIfPossible(figure: Figure): Promise<string | undefined> {
  try {
    return await figureToSvg(figure);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.warn(`${error.got} Saved pages will lack the picture. ${error.fix}`);
    return undefined;
  }
}
