import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** A folder such as "../lib", whose package.json sends whoever imports it to what is built from it. */
export class BuiltFolder {
  readonly #sources: string | undefined;
  /** Where the built files lie. */
  readonly folder: string;
  readonly #entry: string;
  #told = false;

  /** @param sources - what the import names; @param entry - the file that it leads to */
  constructor(sources: string, entry: string) {
    const isElsewhere =
      existsSync(join(sources, "package.json")) && relative(sources, entry).startsWith("..");
    this.#sources = isElsewhere ? sources : undefined;
    this.#entry = entry;
    this.folder = dirname(entry);
  }

  /** What a reader must know before he trusts what this import gives him; told once. */
  takeNotice(): string | undefined {
    if (this.#told || this.#sources === undefined) return undefined;
    const built = statSync(this.#entry).mtimeMs;
    const edited = readdirSync(this.#sources, { recursive: true, encoding: "utf8" }).find(
      (file) => file.endsWith(".ts") && statSync(join(this.#sources!, file)).mtimeMs > built,
    );
    if (edited === undefined) return undefined;
    this.#told = true;
    return `${edited} has been edited since the library was built. To use the edit: npm run build, then restart the kernel.`;
  }
}
