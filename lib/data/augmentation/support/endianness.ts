/** Whether the first byte of a word is its lowest, as on all but a few machines. */
export const littleEndian: boolean = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
