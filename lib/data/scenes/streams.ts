import { mixWord, type RandomSource, randomSource, sfc32 } from "../../core/index.js";

/**
 * The random numbers of image `index` for one purpose; `number` tells siblings apart, such as a scene's things.
 *
 * A scene has a dozen streams, so they are addressed by whole numbers: what `randomSource` does for paths of words, in
 * a twentieth of the time.
 */
export type SceneStreams = (index: number, purpose: number, number?: number) => RandomSource;

/** All streams of one data set. */
export function sceneStreams(seed: number): SceneStreams {
  const draw = randomSource(seed, "scenes");
  const first = (draw() * 4294967296) | 0;
  const second = (draw() * 4294967296) | 0;
  return (index, purpose, number = 0) => {
    const ofImage = mixWord(first ^ index);
    const ofPurpose = mixWord(second ^ ofImage ^ purpose);
    const ofNumber = mixWord(ofPurpose + Math.imul(number + 1, 0x9e3779b9));
    return sfc32(ofImage ^ purpose, ofPurpose, ofNumber, 4); // the words are mixed already: few rounds warm it up
  };
}

/** The number by which a purpose is addressed, from its name (FNV-1a). */
export function purposeOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash | 0;
}
