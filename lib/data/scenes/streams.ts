import { type RandomSource, randomSource } from "../../core/index.js";

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
    const ofImage = mix(first ^ index);
    const ofPurpose = mix(second ^ ofImage ^ purpose);
    return sfc32(ofImage ^ purpose, ofPurpose, mix(ofPurpose + Math.imul(number + 1, 0x9e3779b9)));
  };
}

/** The number by which a purpose is addressed, from its name (FNV-1a). */
export function purposeOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** C. Doty-Humphrey's generator, as in `randomSource`; the three words are mixed already, so few rounds warm it up. */
function sfc32(wordA: number, wordB: number, wordC: number): RandomSource {
  let a = wordA;
  let b = wordB;
  let c = wordC;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 4; i++) next();
  return next;
}

/** MurmurHash3's finalizer. */
function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
