import { augmentations as ops } from "../../../lib/data/index.js";

const always = { probability: 1 };
const never = { probability: 0 };

/** Every op at full strength, and at none. Those that need red, green and blue are marked. */
export const everyOp = [
  { strong: ops.flipHorizontal(always), none: ops.flipHorizontal(never) },
  { strong: ops.flipVertical(always), none: ops.flipVertical(never) },
  { strong: ops.quarterTurn({ turns: [2] }), none: ops.quarterTurn({ turns: [0] }) },
  { strong: ops.shift({ x: 1, y: 1 }), none: ops.shift({ x: 0, y: 0 }) },
  { strong: ops.scale({ by: 4, border: "edge" }), none: ops.scale({ by: 1 }) },
  { strong: ops.rotate({ degrees: 180, border: 0.5 }), none: ops.rotate({ degrees: 0 }) },
  { strong: ops.shear({ x: 60, y: 30 }), none: ops.shear({ x: 0 }) },
  {
    strong: ops.affine({ degrees: 180, scale: 4, shift: 1, shear: 60 }),
    none: ops.affine({ degrees: 0, scale: 1, shift: 0 }),
  },
  { strong: ops.perspective({ corners: 0.3 }), none: ops.perspective({ corners: 0 }) },
  { strong: ops.elastic({ by: 0.2, cells: 16 }), none: ops.elastic({ by: 0 }) },
  { strong: ops.cropAndResize({ area: 0.01, aspect: 4 }), none: ops.cropAndResize({ area: 1, aspect: 1 }) },
  { strong: ops.padAndCrop({ pixels: 64, border: "reflect" }), none: ops.padAndCrop({ pixels: 0 }) },
  { strong: ops.cutout({ side: 1, holes: 32, fill: "mean" }), none: ops.cutout({ side: 0 }) },
  { strong: ops.randomErasing({ area: 0.8, aspect: 5 }), none: ops.randomErasing({ area: 0 }) },
  { strong: ops.brightness({ by: 1 }), none: ops.brightness({ by: 0 }) },
  { strong: ops.contrast({ by: 1 }), none: ops.contrast({ by: 0 }) },
  { strong: ops.gamma({ exponent: 5 }), none: ops.gamma({ exponent: 1 }) },
  { strong: ops.solarize({ by: 1 }), none: ops.solarize({ by: 0 }) },
  { strong: ops.posterize({ bits: 1 }), none: ops.posterize({ bits: 8 }) },
  { strong: ops.equalize(always), none: ops.equalize(never) },
  { strong: ops.autocontrast(always), none: ops.autocontrast(never) },
  { strong: ops.invert(always), none: ops.invert(never) },
  { strong: ops.saturation({ by: 1 }), none: ops.saturation({ by: 0 }), colour: true },
  { strong: ops.hue({ degrees: 180 }), none: ops.hue({ degrees: 0 }), colour: true },
  {
    strong: ops.colourJitter({ brightness: 1, contrast: 1, saturation: 1, hue: 180 }),
    none: ops.colourJitter({ brightness: 0, contrast: 0, saturation: 0, hue: 0 }),
    colour: true,
  },
  { strong: ops.grayscale(always), none: ops.grayscale(never), colour: true },
  { strong: ops.shuffleChannels(always), none: ops.shuffleChannels(never), colour: true },
  { strong: ops.gaussianNoise({ sigma: 0.5 }), none: ops.gaussianNoise({ sigma: 0 }) },
  { strong: ops.saltAndPepper({ share: 1 }), none: ops.saltAndPepper({ share: 0 }) },
  { strong: ops.pixelate({ block: 64 }), none: ops.pixelate({ block: 1 }) },
  { strong: ops.gaussianBlur({ sigma: 10 }), none: ops.gaussianBlur({ sigma: 0 }) },
  { strong: ops.motionBlur({ length: 32 }), none: ops.motionBlur({ length: 0 }) },
  { strong: ops.sharpen({ by: 4 }), none: ops.sharpen({ by: 0 }) },
  { strong: ops.fog({ density: 0.8 }), none: ops.fog({ density: 0 }) },
  { strong: ops.rain({ amount: 1 }), none: ops.rain({ amount: 0 }) },
  { strong: ops.snow({ amount: 1 }), none: ops.snow({ amount: 0 }) },
  { strong: ops.shadow({ darkness: 1 }), none: ops.shadow({ darkness: 0 }) },
  { strong: ops.sunFlare({ brightness: 1 }), none: ops.sunFlare({ brightness: 0 }) },
  { strong: ops.mixup({ alpha: 4 }), none: ops.mixup({ alpha: 0 }) },
  { strong: ops.cutmix({ alpha: 4 }), none: ops.cutmix({ alpha: 0 }) },
].map((row) => ({ colour: false, name: row.strong.name, ...row }));

/** Those that stand for others, and have no strength of their own. */
export const choices = ["sometimes", "oneOf"];
