export { writeNpy } from "./write-npy.js";
