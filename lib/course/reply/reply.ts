import { inspect } from "node:util";

/** What the course says to a learner: Markdown in a notebook, plain text elsewhere. */
export class Reply {
  readonly markdown: string;

  constructor(markdown: string) {
    this.markdown = markdown;
  }

  /** The same words without their markup. */
  get text(): string {
    return this.markdown
      .replace(/^```\w*\n([\s\S]*?)^```$/gm, "$1")
      .replace(/(\*\*|`)([^*`\n]+)\1/g, "$2")
      .trim();
  }

  toString(): string {
    return this.text;
  }
}

// Methods under symbols cannot stand in the class: declarations made file by file have no names for them.
Object.defineProperties(Reply.prototype, {
  /** The forms that a front end may choose from; our kernel and Deno's ask for them. */
  [Symbol.for("Jupyter.display")]: {
    value(this: Reply) {
      return { "text/markdown": this.markdown, "text/plain": this.text };
    },
  },
  [inspect.custom]: {
    value(this: Reply) {
      return this.text;
    },
  },
});
