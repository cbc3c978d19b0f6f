// Sine, exponential and logarithm from +, −, × and ÷ alone. IEEE 754 fixes those to the last bit; Math.sin and its
// kin are free to differ between platforms and have changed between versions of Node, and augmented pixels must not.

const factorials = [1];
for (let n = 1; n <= 20; n++) factorials.push(factorials[n - 1]! * n);
const inverses = Float64Array.from(factorials, (factorial) => 1 / factorial);

/** Sine of an angle in turns (1 is 360°), to 13 digits. */
export function sine(turns: number): number {
  let turn = turns - Math.round(turns);
  if (turn > 0.25) turn = 0.5 - turn;
  if (turn < -0.25) turn = -0.5 - turn;
  const x = turn * 2 * Math.PI;
  let sum = 0;
  for (let n = 19; n >= 1; n -= 2) sum = inverses[n]! - sum * x * x;
  return sum * x;
}

/** Cosine of an angle in turns, to 13 digits. */
export function cosine(turns: number): number {
  return sine(turns + 0.25);
}

/** e to the power of x, to 15 digits, where that is neither below 1e-300 nor above 1e300. */
export function exponential(x: number): number {
  const twos = Math.round(x / Math.LN2);
  const rest = x - twos * Math.LN2;
  let sum = 0;
  for (let n = 13; n >= 0; n--) sum = sum * rest + inverses[n]!;
  for (let i = 0; i < twos; i++) sum *= 2;
  for (let i = 0; i > twos; i--) sum /= 2;
  return sum;
}

/** The natural logarithm of x > 0, to 15 digits. */
export function logarithm(x: number): number {
  let twos = 0;
  let mantissa = x;
  for (; mantissa > Math.SQRT2; twos++) mantissa /= 2;
  for (; mantissa < Math.SQRT1_2; twos--) mantissa *= 2;
  const z = (mantissa - 1) / (mantissa + 1);
  let sum = 0;
  for (let n = 23; n >= 1; n -= 2) sum = sum * z * z + 1 / n;
  return 2 * z * sum + twos * Math.LN2;
}
