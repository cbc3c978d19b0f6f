// LeNet on 10,000 real handwritten digits: a program with nothing wrong.
//
//   npx deep-pessimist doctor examples/digits.ts

import { data, type debugging, models, training } from "deep-pessimist";

export default function digitsProgram(seed: number): debugging.TrainingProgram {
  const digits = data.digits({ seed });
  const { train, trainVal } = data.splitDataset(digits, { fractions: { train: 0.8, trainVal: 0.2 }, seed });
  return {
    model: models.leNet({ inputShape: [28, 28, 1], classes: 10, seed }),
    optimizer: "adam",
    loss: "categoricalCrossentropy",
    train: training.toTensors(train),
    validation: training.toTensors(trainVal),
    batchSize: 32,
    epochs: 10,
  };
}
