export { type MakeTrajectoriesOptions, makeTrajectories } from "./make-trajectories.js";
