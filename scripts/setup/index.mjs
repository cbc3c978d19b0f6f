export { makeContext } from "./context.mjs";
export { runSteps } from "./run-steps.mjs";
export { SetupError } from "./setup-error.mjs";
export { projectCourseSteps, projectSteps } from "./steps.mjs";
export { collectingReporter, textReporter } from "./support/reporter.mjs";
