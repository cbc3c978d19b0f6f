export { type InstallKernelspecOptions, installKernelspec } from "./install-kernelspec.js";
export { type Kernelspec, type KernelspecOptions, kernelName, kernelspec } from "./kernelspec.js";
