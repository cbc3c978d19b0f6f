// Asks for so many trials on a file that others use, too, and ends each; prints their numbers.
import { createStudy, random } from "deep-pessimist/search";

const [path = "", trials = ""] = process.argv.slice(2);
const study = await createStudy({ name: "shared", storage: path, sampler: random() });
/** @type {number[]} */
const numbers = [];
for (let i = 0; i < Number(trials); i++) {
  const trial = await study.ask();
  await study.tell(trial, trial.float("x", 0, 1));
  numbers.push(trial.number);
}
study.close();
console.log(JSON.stringify(numbers));
