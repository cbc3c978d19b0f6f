import type * as tf from "@tensorflow/tfjs";
import type { Samples } from "../../core/index.js";

/** How to train at first, by the names of `fit`'s options: spread it into them. */
export interface Recipe<Loss extends string> {
  readonly optimizer: "adam";
  /** 3e-4. */
  readonly learningRate: number;
  /** 32, or all samples where there are fewer. */
  readonly batchSize: number;
  readonly loss: Loss;
}

/** What `startSimple` proposes for classes. */
export interface SimpleStart {
  /** Untrained, built for these data; the caller disposes it. */
  readonly model: tf.LayersModel;
  /** `fit(model, normalize(train), { ...recipe, epochs: 10 })` */
  readonly recipe: Recipe<"crossEntropy">;
  /** The number to watch, by its name in `classificationMetrics`. */
  readonly metric: "error" | "balancedAccuracy";
  /**
   * The same data set with inputs as the network should see them, scaled by what was measured on the training set; where
   * they need nothing, the data set itself. Give every split to it.
   */
  readonly normalize: <D extends Samples>(dataset: D) => D;
  /** Each choice with its reason, a sentence each. */
  readonly why: readonly string[];
}

/** What `startSimple` proposes for numbers to predict; `fit` is for classes, so it goes through `model.compile`. */
export interface SimpleRegressionStart extends Omit<SimpleStart, "recipe" | "metric"> {
  /** `model.compile({ optimizer: tf.train.adam(recipe.learningRate), loss: recipe.loss })` */
  readonly recipe: Recipe<"meanSquaredError">;
  /** The number to watch, by its name in `regressionMetrics`. */
  readonly metric: "rmse";
}
