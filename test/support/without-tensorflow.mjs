// Loaded with `node --import`: any attempt to load TensorFlow, by import or require, ends the program.
import Module, { register } from "node:module";

const hooks = `
  export async function resolve(specifier, context, next) {
    if (specifier.includes("@tensorflow")) throw new Error(specifier + " must not be loaded");
    return next(specifier, context);
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

const loader = /** @type {{ _resolveFilename: (request: string, ...rest: unknown[]) => string }} */ (
  /** @type {unknown} */ (Module)
);
const resolveFilename = loader._resolveFilename;
/** @param {string} request @param {unknown[]} rest */
loader._resolveFilename = (request, ...rest) => {
  if (request.includes("@tensorflow")) throw new Error(`${request} must not be loaded`);
  return resolveFilename(request, ...rest);
};
