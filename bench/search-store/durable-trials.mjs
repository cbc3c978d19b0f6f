// Runs trials of two hyperparameters on a fresh SQLite file, one after the other; prints how long each took, in ms.
import { createStudy, float, random, space } from "deep-pessimist/search";

const [path = "", trials = ""] = process.argv.slice(2);
const study = await createStudy({
  ...{ name: "durable", storage: path, sampler: random() },
  space: space({ x: float(-5, 10), y: float(0, 15) }),
});
/** @type {number[]} */
const times = [];
let last = performance.now();
await study.optimize(({ parameters: { x, y } }) => x * x + y, {
  trials: Number(trials),
  onTrial: () => {
    const now = performance.now();
    times.push(now - last);
    last = now;
  },
});
study.close();
console.log(JSON.stringify(times));
