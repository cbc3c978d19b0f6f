export { type Canvas, type Colour, type Lamp, makeCanvas, surface } from "./canvas.js";
export { mix, shade } from "./colour.js";
export { ellipse, ring } from "./ellipse.js";
export { type Joint, limb } from "./limb.js";
export { type Pen, penWith } from "./pen.js";
export { screenPen } from "./screen-pen.js";
export { shine } from "./shine.js";
export { box, type Trapezoid, trapezoid } from "./trapezoid.js";
