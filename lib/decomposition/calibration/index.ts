export { type FittedTemperature, fitTemperature } from "./fit-temperature.js";
export { withTemperature } from "./scaled-log.js";
