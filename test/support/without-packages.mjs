// Loaded with `node --import`: packages named in WITHOUT_PACKAGES (by default TensorFlow) are as if not installed.
import Module, { register } from "node:module";

const names = (process.env.WITHOUT_PACKAGES ?? "@tensorflow").split(",");

const hooks = `
  export async function resolve(specifier, context, next) {
    if (!${JSON.stringify(names)}.some((name) => specifier.startsWith(name))) return next(specifier, context);
    throw Object.assign(new Error(specifier + " must not be loaded"), { code: "ERR_MODULE_NOT_FOUND" });
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

const loader = /** @type {{ _resolveFilename: (request: string, ...rest: unknown[]) => string }} */ (
  /** @type {unknown} */ (Module)
);
const resolveFilename = loader._resolveFilename;
/** @param {string} request @param {unknown[]} rest */
loader._resolveFilename = (request, ...rest) => {
  if (!names.some((name) => request.startsWith(name))) return resolveFilename(request, ...rest);
  throw Object.assign(new Error(`${request} must not be loaded`), { code: "MODULE_NOT_FOUND" });
};
