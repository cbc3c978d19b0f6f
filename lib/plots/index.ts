export { plotErrorDecomposition } from "./error-decomposition/plot-error-decomposition.js";
export { type PlotImageGridOptions, plotImageGrid } from "./image-grid/plot-image-grid.js";
export { type LiveLearningCurveOptions, liveLearningCurve } from "./learning-curve/live-learning-curve.js";
export { type PlotLearningCurveOptions, plotLearningCurve } from "./learning-curve/plot-learning-curve.js";
export { type PlotRunsOptions, plotRuns } from "./learning-curve/plot-runs.js";
export { show } from "./show/show.js";
export { figureToHtml } from "./svg/figure-to-html.js";
export { type FigureToSvgOptions, figureToSvg } from "./svg/figure-to-svg.js";
