export { bayesErrorOfLog } from "./bayes-error-of-log.js";
export { irreducibleFromSoftLabels } from "./irreducible-from-soft-labels.js";
export {
  type IrreducibleFromVotes,
  type IrreducibleFromVotesOptions,
  irreducibleFromVotes,
} from "./irreducible-from-votes.js";
export { type TeamErrorOptions, teamError } from "./team-error.js";
