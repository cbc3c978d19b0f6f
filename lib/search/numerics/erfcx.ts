/**
 * The scaled complementary error function exp(x²)·erfc(x), to about 16 digits; it does not underflow for large x.
 *
 * @see W. J. Cody, "Rational Chebyshev Approximations for the Error Function" (1969), and his routine CALERF (1990)
 * @example
 * erfcx(0); // 1
 */
export function erfcx(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.46875) return Math.exp(x * x) * (1 - x * near(x * x));
  const right = size <= 4 ? middle(size) : far(size);
  if (x >= 0) return right;
  return x < -26.7 ? Number.POSITIVE_INFINITY : 2 * exponentOfSquare(x) - right;
}

/**
 * The complementary error function 1 − erf(x), to about 16 digits.
 *
 * @example
 * erfc(0); // 1
 */
export function erfc(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.46875) return 1 - x * near(x * x);
  const tail = size > 27 ? 0 : (size <= 4 ? middle(size) : far(size)) / exponentOfSquare(size);
  return x < 0 ? 2 - tail : tail;
}

/** exp(x²) without the rounding of x², which the exponential would multiply. */
function exponentOfSquare(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  return Math.exp(coarse * coarse) * Math.exp((x - coarse) * (x + coarse));
}

/** erf(x)/x for |x| ≤ 0.46875, of the square. */
function near(square: number): number {
  let above = 0.18577770618460315 * square;
  let below = square;
  for (let i = 0; i < 3; i++) {
    above = (above + nearAbove[i]!) * square;
    below = (below + nearBelow[i]!) * square;
  }
  return (above + nearAbove[3]!) / (below + nearBelow[3]!);
}

/** erfcx(x) for 0.46875 < x ≤ 4. */
function middle(x: number): number {
  let above = 2.1531153547440383e-8 * x;
  let below = x;
  for (let i = 0; i < 7; i++) {
    above = (above + middleAbove[i]!) * x;
    below = (below + middleBelow[i]!) * x;
  }
  return (above + middleAbove[7]!) / (below + middleBelow[7]!);
}

/** erfcx(x) for x > 4. */
function far(x: number): number {
  if (x > 6e7) return 1 / (x * Math.sqrt(Math.PI));
  const square = 1 / (x * x);
  let above = 0.016315387137302097 * square;
  let below = square;
  for (let i = 0; i < 4; i++) {
    above = (above + farAbove[i]!) * square;
    below = (below + farBelow[i]!) * square;
  }
  const rest = (square * (above + farAbove[4]!)) / (below + farBelow[4]!);
  return (1 / Math.sqrt(Math.PI) - rest) / x;
}

const nearAbove = [3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694];
const nearBelow = [23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171];
const middleAbove = [
  0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
  1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
];
const middleBelow = [
  15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037495,
];
const farAbove = [
  0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275, 0.0006587491615298378,
];
const farBelow = [
  2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
];
