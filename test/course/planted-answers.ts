/** Wrong answers that people give, each with words from the reason that it must get. */
export const plantedAnswers: Readonly<
  Record<string, readonly (readonly [answer: unknown, reason: RegExp])[]>
> = {
  "00.1": [
    [1, /base 10/],
    [3.322, /bits/],
    [0.1, /probability/],
    [-Math.LN10, /sign/],
    [5, /a tenth/],
  ],
  "00.2": [
    ["labels-misaligned", /run 1/],
    ["underfitting", /symptom/],
    ["updates-not-applied", /do move/],
    ["too-few-steps", /thousand/],
  ],
  "00.3": [
    [Math.LN2, /equally common/],
    [0.105, /ninety/],
    [Math.LN10, /ten with|what the ten/],
    [0.469, /bits/],
    [0.1, /error rate/],
  ],
  "01.1": [
    [0.95, /right/],
    [5, /percent/],
    [0.5, /coin/],
    [0.0526, /all images/],
    [0.06, /colleague/],
  ],
  "01.2": [
    [(byte: number) => byte / 255, /white is 1/],
    [(byte: number) => (byte - 127.5) / 255, /factor 2/],
    [(byte: number) => byte / 128 - 1, /largest is 255/],
    [(byte: number) => 1 - byte / 127.5, /negative/],
    [(byte: number) => byte - 127.5, /255 becomes/],
  ],
  "01.3": [
    [12_774, /0\.84/],
    [6_100, /variances of both/],
    [9_000, /1\.64/],
    [51_000, /each/],
    [1250, /standard error/],
  ],
  "02.1": [
    [[32, 28, 28, 6], /same/],
    [[32, 6, 24, 24], /channels first/],
    [[32, 24, 24, 1], /six/],
    [[24, 24, 6, 32], /batch axis/],
    [[32, 23, 23, 6], /one more/],
  ],
  "02.2": [
    [naiveSoftmax, /infinite/],
    [(scores: number[]) => scores.map(Math.exp), /sum to/],
    [(scores: number[]) => naiveSoftmax(scores).map(Math.log), /logarithms/],
    [
      (scores: number[]) => naiveSoftmax(scores.map((score) => Math.max(-50, Math.min(50, score)))),
      /cut off/,
    ],
  ],
  "02.3": [
    ["dense", /added them up/],
    ["softmax", /farthest/],
    ["conv", /size 1/],
    ["input", /first layer/],
  ],
  "02.4": [
    [822_083_584, /4 bytes/],
    [12_845_056, /one image/],
    [154_140_672, /input/],
    [3.29, /gigabytes/],
  ],
  "03.1": [
    ["rises", /below the start/],
    ["explodes", /bound/],
    ["plateaus", /flat/],
    ["overfits", /near 0/],
  ],
  "03.2": [
    ["symmetric-initialization", /differ/],
    ["learning-rate-too-low", /gradient is 0/],
    ["too-much-dropout", /no dropout/],
    ["regularization-too-strong", /bias/],
  ],
  "03.3": [
    [(weight: number, gradient: number, rate: number) => weight + rate * gradient, /uphill/],
    [(weight: number, gradient: number, rate: number) => weight - rate * Math.sign(gradient), /equally long/],
    [(weight: number, gradient: number) => weight - 0.1 * gradient, /rate/],
    [(weight: number) => weight, /does not move/],
  ],
  "03.4": [
    [0.232, /probability/],
    [Math.LN10, /knowing nothing/],
    [0, /one softmax/],
    [1.543, /nine others/],
  ],
  "06.1": [
    ["avoidableBias", /as well as anybody/],
    ["distributionShift", /hardly different/],
    ["validationOverfitting", /no harder/],
    ["irreducible", /nobody can work on/],
  ],
  "06.2": [
    [0.08, /share/],
    [13, /tells apart/],
    [9, /overfitting as well/],
    [5, /variance/],
    [-8, /turned round/],
  ],
  "06.3": [
    [25, /fifth of the images/],
    [6, /still have 5 %/],
    [50, /errors go away/],
    [0.05, /share/],
  ],
  "06.4": [
    ["regularize", /holds 0/],
    ["collect nights", /shift/],
    ["bigger model", /at most/],
  ],
  "11.1": [
    [0.6, /all combinations/],
    [729, /number of trainings/],
    [1458, /minutes/],
    [7.2, /3⁶/],
  ],
  "11.2": [
    [(share: number) => 1e-5 + share * (1e-1 - 1e-5), /nine of ten/],
    [(share: number) => 10 ** (-1 - 4 * share), /wrong way/],
    [(share: number) => -5 + 4 * share, /exponent/],
    [(share: number) => Math.exp(-5 + 4 * share), /power of e/],
  ],
  "11.3": [
    [20, /expected/],
    [19, /adds up/],
    [95, /confidence/],
    [14, /one chance in two/],
    [40, /missed them all/],
  ],
  "11.4": [
    ["take it", /allowed/],
    ["more trials in the same range", /unseen/],
    ["train longer", /epochs/],
  ],
};

function naiveSoftmax(scores: number[]): number[] {
  const exponentials = scores.map(Math.exp);
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}
