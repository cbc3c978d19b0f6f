import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Reading all that was built takes a tenth of a second: the cell that imports it need not wait for that. */
const fingerprintAfterMs = 300;

/** A folder such as "../lib", whose package.json sends whoever imports it to what is built from it. */
export class BuiltFolder {
  readonly #sources: string | undefined;
  /** Where the built files lie. */
  readonly folder: string;
  readonly #entry: string;
  /** Of what was there when it was imported. */
  #fingerprint: string | undefined;
  #told = false;

  /** @param sources - what the import names; @param entry - the file that it leads to */
  constructor(sources: string, entry: string) {
    const isElsewhere =
      existsSync(join(sources, "package.json")) && relative(sources, entry).startsWith("..");
    this.#sources = isElsewhere ? sources : undefined;
    this.#entry = entry;
    this.folder = dirname(entry);
    setTimeout(() => {
      this.#fingerprint = this.#read();
    }, fingerprintAfterMs).unref();
  }

  /** What a reader must know before he trusts what this import gives him; told once. */
  takeNotice(): string | undefined {
    if (this.#told || this.#sources === undefined) return undefined;
    const built = statSync(this.#entry).mtimeMs;
    const edited = names(this.#sources, ".ts").find((file) => this.#isEdited(file, built));
    if (edited === undefined) return undefined;
    this.#told = true;
    return `${edited} has been edited since the library was built. To use the edit: npm run build, then restart the kernel.`;
  }

  /** Whether something else lies there than what was imported; files written anew as they were are the same. */
  hasChanged(): boolean {
    return this.#fingerprint === undefined || this.#fingerprint !== this.#read();
  }

  /** Times tell which file to look at; whether it is what was built is told by its source map, where that has the text. */
  #isEdited(file: string, built: number): boolean {
    const source = join(this.#sources!, file);
    if (statSync(source).mtimeMs <= built) return false;
    const map = join(this.folder, file.replace(/\.ts$/, ".js.map"));
    if (!existsSync(map)) return !file.endsWith(".d.ts");
    const { sourcesContent } = JSON.parse(readFileSync(map, "utf8")) as { sourcesContent?: string[] };
    return sourcesContent?.[0] !== readFileSync(source, "utf8");
  }

  #read(): string {
    const hash = createHash("sha1");
    for (const file of names(this.folder, ".js"))
      hash.update(`${file}\n`).update(readFileSync(join(this.folder, file)));
    return hash.digest("hex");
  }
}

function names(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending) && !file.includes("node_modules"))
    .sort();
}
