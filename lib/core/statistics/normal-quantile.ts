import { UsageError } from "../usage-error.js";

/**
 * The number that a standard-normal draw stays below with the given probability, to about 16 digits.
 *
 * @param probability - in 0…1; 0 and 1 give −Infinity and Infinity
 * @throws UsageError when `probability` is outside 0…1 or NaN
 * @see M. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution" (1988), routine PPND16
 * @example
 * normalQuantile(0.975).toFixed(12); // "1.959963984540"
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1))
    throw new UsageError({
      got: `normalQuantile got the probability ${probability}.`,
      expected: "a number from 0 to 1.",
      fix: "pass a probability such as 0.975.",
    });
  const q = probability - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(centre, 0.180625 - q * q);
  const tail = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability));
  if (tail === Number.POSITIVE_INFINITY) return Math.sign(q) * tail;
  return Math.sign(q) * (tail <= 5 ? ratio(shoulder, tail - 1.6) : ratio(farTail, tail - 5));
}

/** Two polynomials, constant term first: the quantile is their quotient. */
interface Ratio {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

function ratio({ above, below }: Ratio, x: number): number {
  const at = (coefficients: readonly number[]) => coefficients.reduceRight((sum, c) => sum * x + c, 0);
  return at(above) / at(below);
}

const centre: Ratio = {
  above: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  below: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
};

const shoulder: Ratio = {
  above: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};

const farTail: Ratio = {
  above: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  below: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};
