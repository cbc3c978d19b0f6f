import type { Contestant } from "./contestant.js";

/** One contestant's samples per second over all rounds. */
export interface Result {
  readonly name: string;
  readonly batchSize: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Median over rounds of this contestant's speed by the peer's in the same round. */
  readonly ratioToPeer: number;
}

/**
 * Races contestants in turn, A B C A B C …, so that a machine whose speed drifts drifts for all of them.
 *
 * @param peer - the name of the contestant that ratios refer to
 */
export async function race(
  contestants: readonly Contestant[],
  {
    batchSize,
    peer,
    rounds = 5,
    seconds = 3,
    op,
  }: { batchSize: number; peer: string; rounds?: number; seconds?: number; op?: string },
): Promise<Result[]> {
  const speeds = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++)
    for (const contestant of contestants)
      speeds
        .get(contestant.name)!
        .push(await contestant.heat({ batchSize, seconds, ...(op !== undefined && { op }) }));
  const peerSpeeds = speeds.get(peer)!;
  return [...speeds].map(([name, own]) => ({
    name,
    batchSize,
    median: median(own),
    low: Math.min(...own),
    high: Math.max(...own),
    ratioToPeer: median(own.map((speed, round) => speed / peerSpeeds[round]!)),
  }));
}

/** The middle value; of an even number, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
}
