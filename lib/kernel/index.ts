export { type InstallKernelspecOptions, installKernelspec } from "./install-kernelspec.js";
export { type Kernelspec, type KernelspecOptions, kernelName, kernelspec } from "./kernelspec.js";
export { assertTslab } from "./tslab/from-tslab.js";
export { userDataFolder } from "./user-data-folder.js";
