export { type CheckLeaksOptions, checkLeaks } from "./check-leaks.js";
export { duplicateGroups } from "./duplicate-groups.js";
export {
  type Duplicates,
  type FindDuplicatesOptions,
  findDuplicates,
  type SampleInSplit,
} from "./find-duplicates.js";
export { hammingDistance, perceptualHash } from "./perceptual-hash.js";
