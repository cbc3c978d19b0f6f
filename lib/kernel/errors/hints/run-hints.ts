import type { Hint } from "./hint.js";

/** Mistakes that show when a cell runs, the special before the general. */
export const runHints: readonly Hint[] = [
  {
    message: /^Tensor is disposed/,
    says: "It was freed before, by dispose() or at the end of tf.tidy(). Free it later, or return it from the tidy.",
  },
  {
    message: /passed to '\w+' must be a Tensor or TensorLike, but got 'Promise'/,
    says: "This is a promise of a tensor: write await before the call that makes it.",
  },
  { message: /passed to '(\w+)' must be a Tensor/, says: "Make a tensor of it first: tf.tensor(values)." },
  {
    message: /must be numeric tensor, but got string tensor/,
    says: "Numbers are asked for, and there is text among the values: convert it by Number(text).",
  },
  {
    message: /must be int32 tensor, but got float32/,
    says: 'Whole numbers are asked for: x.toInt(), or tf.tensor1d(values, "int32").',
  },
  {
    message: /Operands could not be broadcast together with shapes ([\d,]*) and ([\d,]*)/,
    says: ([, a, b]) =>
      `Shapes [${a}] and [${b}] fit only where sizes are equal or 1, counted from the right: print both and reshape one.`,
  },
  {
    message: /inner shapes \((\d+)\) and \((\d+)\)/,
    says: ([, a, b]) =>
      `The first has ${a} columns, the second ${b} rows; they must be equal. A transposed one? b.transpose().`,
  },
  {
    message: /Based on the provided shape, \[([\d,]*)\], the tensor should have (\d+) values but has (\d+)/,
    says: ([, , wanted, got]) => `The shape's sizes multiply to ${wanted}; there are ${got} values.`,
  },
  {
    message: /Size\s?\((\d+)\) must match the product of shape ([\d,]*)/,
    says: ([, size, shape]) =>
      `reshape keeps the number of values: there are ${size}, which do not fill [${shape}]. -1 lets one size follow.`,
  },
  {
    message: /expected (\S+) to have (\d+) dimension\(s\)[\s\S]* but got array with shape (\S+)/,
    says: ([, , axes, shape]) =>
      `The input needs ${axes} axes and has shape ${shape}. The batch comes first: x.expandDims(0) for one sample.`,
  },
  {
    message: /expected (\S+) to have shape \[?([^\]\s]*)\]?,? but got array with shape \[?([^\]\s]*?)\]?\.?$/,
    says: ([, , wanted, got]) =>
      `The model takes [${wanted}], the batch axis first; this is [${got}]. Reshape it, or change inputShape.`,
  },
  {
    message: /needs to be compiled before|must compile a model before/,
    says: "Compile it first: model.compile({ optimizer, loss }), or train it with training.fit.",
  },
  {
    message: /No backend found in registry|Backend name '\w+' not found/,
    says: "No backend has been started: await backend.start() first.",
  },
  {
    message: /^Cannot read properties of (undefined|null) \(reading '([^']+)'\)/,
    says: ([, what, name]) =>
      `What stands before .${name} is ${what}: it was not set, or the index is outside the list.`,
  },
  {
    message: /^Cannot set properties of (undefined|null)/,
    says: ([, what]) => `What stands before the dot is ${what}: give it a value first.`,
  },
  {
    message: /^(\S+) is not a function/,
    says: ([, name]) => `${name} is not a function: check the spelling, or print it to see what it is.`,
  },
  { message: /^(\S+) is not a constructor/, says: "It cannot be made with new: leave new out." },
  {
    message: /^Class constructor (\S+) cannot be invoked without 'new'/,
    says: ([, name]) => `Write new before it: new ${name}(…).`,
  },
  {
    message: /is not iterable/,
    says: "It is no list: for…of and … take arrays; Object.entries(value) makes one of an object.",
  },
  {
    message: /^Cannot access '(\S+)' before initialization/,
    says: ([, name]) => `${name} is used above the line that gives it a value: move that line up.`,
  },
  { message: /^Assignment to constant variable/, says: "A const cannot be set again: declare it with let." },
  {
    message: /^(\S+) is not defined/,
    says: ([, name]) => `Nothing is called ${name}: declare or import it, or run the cell that does.`,
  },
  {
    message: /^Maximum call stack size exceeded/,
    says: "A function calls itself without end, or is given too many arguments at once.",
  },
  {
    message: /^Invalid (?:typed )?array length/,
    says: "A list's length must be a whole number that fits into memory.",
  },
  {
    message: /^Array buffer allocation failed/,
    says: "There is not enough memory for so large an array: work in smaller pieces.",
  },
  { message: /^Cannot mix BigInt/, says: "One of them is a BigInt (1n): convert it by Number(value)." },
  {
    message: /in JSON at position|is not valid JSON|Unexpected end of JSON input/,
    says: "The text is not JSON: print its beginning, to see what it is instead.",
  },
  {
    message: /circular structure to JSON/,
    says: "It contains itself, so it has no JSON: pick the fields that you want.",
  },
  {
    message: /^ENOENT: no such file or directory, \w+ '([^']+)'/,
    says: ([, path]) => `There is no ${path}. Relative paths start in ${process.cwd()}.`,
  },
  { message: /^EACCES|^EPERM/, says: "The system does not allow it: check who owns the file." },
  {
    message: /^Cannot find (?:module|package) '([^']+)'/,
    says: ([, name]) => `It is not installed: npm install ${name}.`,
  },
  {
    message: /^fetch failed|ENOTFOUND|ECONNREFUSED/,
    says: "The network or the server cannot be reached; the course itself needs neither.",
  },
];
