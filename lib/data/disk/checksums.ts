import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";

/**
 * Writes a line `<SHA-256>  <path>` for each file, as `sha256sum` does. Bytes come file after file; a file is finished
 * when the next begins, so nothing but one hash is kept in memory.
 */
export class Checksums {
  readonly #file: FileHandle;
  readonly #all: Hash = createHash("sha256");
  #current: { path: string; hash: Hash } | undefined;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Begins the list anew. */
  static async open(path: string): Promise<Checksums> {
    return new Checksums(await open(path, "w"));
  }

  async add(path: string, bytes: Uint8Array): Promise<void> {
    if (this.#current?.path !== path) {
      await this.#finish();
      this.#current = { path, hash: createHash("sha256") };
    }
    this.#current!.hash.update(bytes);
  }

  /** Ends the list and gives the hash of all of it. */
  async end(): Promise<string> {
    await this.#finish();
    await this.#file.sync();
    return this.#all.digest("hex");
  }

  /** Lets go of the file; may be called twice. */
  async close(): Promise<void> {
    await this.#file.close().catch(() => {});
  }

  async #finish(): Promise<void> {
    if (this.#current === undefined) return;
    const line = `${this.#current.hash.digest("hex")}  ${this.#current.path}\n`;
    this.#all.update(line);
    this.#current = undefined;
    await this.#file.writeFile(line);
  }
}
