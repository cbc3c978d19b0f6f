import { nearestName, UsageError } from "../../core/index.js";
import type { Command } from "../command.js";

const usage = `
Usage: deep-pessimist data list
       deep-pessimist data scenes --out FOLDER [--name NAME] [options]
       deep-pessimist data trajectories | digits | classics --out FOLDER [--name NAME] [options]
       deep-pessimist data look FOLDER [options]
       deep-pessimist data check FOLDER

Makes data sets whose truth is known and writes them to disk, for Python too; looks at them;
checks that they are as they were written. What is interrupted, goes on with the same command.
Nothing is ever overwritten.

  list                what can be made, how large it is, and its knobs
  scenes …            makes one and writes it:
    --out FOLDER      where to; must not be there yet
    --name NAME       which, as list has it; by default the first of its kind
    --samples N       how many; by default as list has it
    --seed S          default 0; the same seed gives the same bytes
    --KNOB VALUE      --image-size 64, --person-rate 0.1, --figure-height 0.3,0.6 …
                      a condition takes the share of images under it: --night 0.5, and after
                      a comma its severity, 0 to 5, or a range: --night 0.5,3 or 0.5,2,4
    --split SHARES    train=0.8,test=0.2; by default one part, "all", or the set's own splits
    --format FORMAT   npy (default): one array a split, for NumPy and for openDataSet;
                      png: a picture for each sample, in a folder for each class
    --workers N       threads that make samples; by default one a core, at most 8
  look FOLDER         draws what is in a stored data set, and says what there is to see:
    --by WHAT         label, or a tag, such as night: images in a row for each value; without
                      it, classes, tags and images by label on one page
    --log LOG         a prediction log, Parquet: the surest mistakes, worst first
    --split NAME      default: the log's, or else the first
    --images N        images in a row, or mistakes in all; default 6, or 21
    --figure FILE     where to, .html or .svg; default look.html
  check FOLDER        compares every file with its checksum
  --json              print the result as JSON
  -h, --help          print this

Exit code: 0 fine, 1 check found a damaged file, 2 could not run.

Example: deep-pessimist data scenes --name night-shift --out night-shift
`;

type Run = (args: readonly string[]) => Promise<number>;

/** What comes after `data`, each loaded when it is asked for. */
const actions: Readonly<Record<string, () => Promise<Run>>> = {
  list: async () => (await import("../data/list-makers.js")).listMakers,
  look: async () => (await import("../data/look-at-stored.js")).lookAtStored,
  check: async () => (await import("../data/check-stored.js")).checkStored,
};

/** `deep-pessimist data`. */
export const command: Command = {
  name: "data",
  summary: "make data sets whose truth is known, and look at them",
  usage,
  async run([action = "", ...args]) {
    const load = actions[action];
    if (load !== undefined) return (await load())(args);
    const { makers } = await import("../data/makers.js");
    if (action in makers) return (await import("../data/write-made.js")).writeMade(action, args);
    const names = [...Object.keys(makers), ...Object.keys(actions)];
    const kind = Object.keys(makers).find((kind) => action in makers[kind]!);
    const meant = kind === undefined ? nearestName(action, names) : `${kind} --name ${action}`;
    throw new UsageError({
      got: action === "" ? "deep-pessimist data alone." : `deep-pessimist data has no "${action}".`,
      expected: `one of ${names.join(", ")}.`,
      fix: meant === undefined ? "see deep-pessimist data --help." : `write deep-pessimist data ${meant}.`,
    });
  },
};
