// Trains every network of the packaged benchmark, some 10 minutes of one core:
//   node --import tsx bench/search-recording/record.ts
import { writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { recordedEpochs, recordedSeeds } from "../../lib/search/benchmark/recorded-levels.js";
import { recordedNodes } from "../../lib/search/benchmark/recorded-nodes.js";
import { lossCode, packTable } from "../../lib/search/benchmark/recorded-table.js";
import { smallDigits } from "./small-digits.js";
import { trainNetwork } from "./train-network.js";

const data = smallDigits();
const nodes = recordedNodes();
const trainings = nodes.length * recordedSeeds;
const table = {
  errors: new Uint16Array(trainings * recordedEpochs),
  losses: new Uint16Array(trainings * recordedEpochs),
  testErrors: new Uint16Array(trainings),
};
for (let training = 0; training < trainings; training++) {
  const node = nodes[Math.floor(training / recordedSeeds)]!;
  const { errors, losses, testErrors } = trainNetwork(data, node, training % recordedSeeds, recordedEpochs);
  table.errors.set(errors, training * recordedEpochs);
  table.losses.set(losses.map(lossCode), training * recordedEpochs);
  table.testErrors[training] = testErrors;
  if (training % 500 === 499) console.log(`${training + 1} of ${trainings} networks are trained`);
}
const bytes = brotliCompressSync(packTable(table), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
const file = new URL("../../lib/search/benchmark/recorded-trainings.br", import.meta.url);
writeFileSync(file, bytes);
console.log(`${(bytes.length / 1e6).toFixed(2)} MB written to ${file.pathname}`);
