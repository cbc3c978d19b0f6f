/** A fraction from 0 to 1, or counts, from which intervals follow. */
export type Rate = number | { readonly errors: number; readonly samples: number };
