import { askTheDoctor } from "./00/ask-the-doctor.js";
import { lossOfShares } from "./00/loss-of-shares.js";
import { untrainedLoss } from "./00/untrained-loss.js";
import { rareBaseline } from "./01/rare-baseline.js";
import { scaleAByte } from "./01/scale-a-byte.js";
import { tellOnePoint } from "./01/tell-one-point.js";
import { bytesOfABatch } from "./02/bytes-of-a-batch.js";
import { readTheSteps } from "./02/read-the-steps.js";
import { shapeAfterConvolution } from "./02/shape-after-convolution.js";
import { stableSoftmax } from "./02/stable-softmax.js";
import { findTheCause } from "./03/find-the-cause.js";
import { floorOfTwoSoftmaxes } from "./03/floor-of-two-softmaxes.js";
import { mendTheUpdate } from "./03/mend-the-update.js";
import { nameTheOutcome } from "./03/name-the-outcome.js";
import { readAnInterval } from "./06/read-an-interval.js";
import { recoverablePoints } from "./06/recoverable-points.js";
import { shiftInPoints } from "./06/shift-in-points.js";
import { whichTerm } from "./06/which-term.js";
import { bestAtTheBorder } from "./11/best-at-the-border.js";
import { drawARate } from "./11/draw-a-rate.js";
import { hitTheBestTwentieth } from "./11/hit-the-best-twentieth.js";
import { pointsOfAGrid } from "./11/points-of-a-grid.js";
import type { ExerciseSheet } from "./exercise-sheet.js";

/** Every exercise of the course, in reading order. */
export const allExercises: readonly ExerciseSheet[] = [
  ...[untrainedLoss, askTheDoctor, lossOfShares],
  ...[rareBaseline, scaleAByte, tellOnePoint],
  ...[shapeAfterConvolution, stableSoftmax, readTheSteps, bytesOfABatch],
  ...[nameTheOutcome, findTheCause, mendTheUpdate, floorOfTwoSoftmaxes],
  ...[whichTerm, shiftInPoints, recoverablePoints, readAnInterval],
  ...[pointsOfAGrid, drawARate, hitTheBestTwentieth, bestAtTheBorder],
];
