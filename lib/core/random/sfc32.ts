/**
 * C. Doty-Humphrey's small fast counting generator, begun with three words.
 *
 * @param rounds - numbers that are thrown away first: as many as it takes until neighbouring words look unrelated
 * @see C. Doty-Humphrey, PractRand (2014)
 */
export function sfc32(wordA: number, wordB: number, wordC: number, rounds: number): () => number {
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
  for (let i = 0; i < rounds; i++) next();
  return next;
}
