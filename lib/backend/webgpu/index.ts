export { startWebGpu } from "./start-webgpu.js";
