// Asks for so many trials on a shared file and ends each; prints the numbers that it got.
import { createStudy, random } from "../../../lib/search/index.js";

const [path = "", trials = ""] = process.argv.slice(2);

async function main(): Promise<void> {
  const study = await createStudy({ name: "shared", storage: path, sampler: random() });
  const numbers: number[] = [];
  for (let i = 0; i < Number(trials); i++) {
    const trial = await study.ask();
    await study.tell(trial, trial.float("x", 0, 1));
    numbers.push(trial.number);
  }
  study.close();
  console.log(JSON.stringify(numbers));
}
main();
