export type { Baseline, BaselineOptions } from "./baselines/baseline.js";
export { baselines } from "./baselines/baselines.js";
export {
  type LogisticRegression,
  type LogisticRegressionOptions,
  logisticRegression,
} from "./baselines/logistic-regression/logistic-regression.js";
export { type MajorityClass, majorityClass } from "./baselines/majority-class.js";
export { type MeanTarget, meanTarget } from "./baselines/mean-target.js";
export { type NearestClassMean, nearestClassMean } from "./baselines/nearest-class-mean.js";
export { trajectoryRule } from "./baselines/trajectory-rule.js";
export { type ActivationVariance, activationVariance } from "./initialization/activation-variance.js";
export { type Activation, initializer } from "./initialization/initializer.js";
export { logClassShares } from "./initialization/log-class-shares.js";
export { type AllConvolutionalOptions, allConvolutional } from "./networks/all-convolutional.js";
export { type LeNetOptions, leNet } from "./networks/le-net.js";
export { type LstmOptions, lstm } from "./networks/lstm.js";
export { type MlpOptions, mlp } from "./networks/mlp.js";
export type { ClassesOption, NetworkOptions, TargetsOption } from "./networks/network-options.js";
export { type PlainNetworkOptions, plainNetwork } from "./networks/plain-network.js";
export type { ResNetDepth } from "./networks/res-net/depths.js";
export { type ResNetOptions, resNet } from "./networks/res-net/res-net.js";
export type { Recipe, SimpleRegressionStart, SimpleStart } from "./start-simple/simple-start.js";
export { type StartSimpleOptions, startSimple } from "./start-simple/start-simple.js";
