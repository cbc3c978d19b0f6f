import { expect, test } from "vitest";
import { adapterLabel, isSoftware } from "../../../lib/backend/webgpu/adapter-label.js";

// As Dawn describes them on Linux, macOS and Windows.
const cards = {
  "GPU: NVIDIA GeForce RTX 4090": {
    vendor: "nvidia",
    architecture: "ada-2",
    device: "NVIDIA GeForce RTX 4090",
    description: "",
  },
  "GPU: Apple M2 Pro": {
    vendor: "apple",
    architecture: "metal-3",
    device: "0x0",
    description: "Apple M2 Pro",
  },
  "GPU: intel xe": { vendor: "intel", architecture: "xe", device: "0x9a49", description: "" },
  "GPU: without a name": {},
};

test.each(Object.entries(cards))("%s is named by what its driver tells", (label, info) => {
  expect(adapterLabel(info)).toBe(label);
});

test.each([
  {
    vendor: "google",
    architecture: "swiftshader",
    description: "SwiftShader driver 5.0.0",
    isFallbackAdapter: true,
  },
  { vendor: "mesa", architecture: "", device: "0x0", description: "llvmpipe (LLVM 19.1.7, 256 bits)" },
  { vendor: "microsoft", architecture: "warp", description: "Microsoft Basic Render Driver" },
  { vendor: "unheard of", isFallbackAdapter: true },
])("a driver that computes on the processor is never called a GPU: %o", (info) => {
  expect(isSoftware(info)).toBe(true);
  expect(adapterLabel(info)).toMatch(/^CPU: /);
});
