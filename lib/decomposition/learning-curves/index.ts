export { errorAt, fitPowerLaw, type PowerLaw, sizeFor, type WeightedPoint } from "./fit-power-law.js";
export { type ForecastLearningCurveOptions, forecastLearningCurve } from "./forecast-learning-curve.js";
export type { LearningCurveForecast, LearningCurvePoint } from "./learning-curve-forecast.js";
