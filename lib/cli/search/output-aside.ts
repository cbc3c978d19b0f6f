/**
 * Does something while what is printed goes to standard error: a user's program may print what it likes, and standard
 * output still holds the result alone.
 */
export async function outputAside<T>(work: () => Promise<T>): Promise<T> {
  const { write } = process.stdout;
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof write;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
}
