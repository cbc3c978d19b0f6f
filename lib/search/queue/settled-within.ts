/** Waits until all have ended, however, or so many milliseconds; whether they had. */
export async function settledWithin(
  milliseconds: number,
  promises: readonly Promise<unknown>[],
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([Promise.allSettled(promises).then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether something is answered, and not refused, within so many milliseconds. */
export async function answersWithin(milliseconds: number, promise: Promise<unknown>): Promise<boolean> {
  const answered = promise.then(
    () => true,
    () => false,
  );
  return (await settledWithin(milliseconds, [answered])) && answered;
}
