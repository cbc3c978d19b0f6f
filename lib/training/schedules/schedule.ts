/**
 * A learning rate that changes while training: a function of the update's number alone.
 *
 * @param step - the update's number, 0 for the first
 * @param steps - how many updates the training is to have in all
 */
export type Schedule = (step: number, steps: number) => number;
