import type { NpyType } from "../npy/npy-header.js";
import type { DataSetRecord } from "./record.js";

/** NumPy's names of the types. */
const typeNames: Readonly<Record<NpyType, string>> = { "|u1": "uint8", "<i4": "int32", "<f4": "float32" };

/** How to load a data set, in Python and in TypeScript, to be run in its folder. */
export function loadingLines(record: DataSetRecord): string {
  return `${block("python", python(record))}\n\n${block("ts", typescript(record))}`;
}

function block(language: string, lines: readonly string[]): string {
  return `\`\`\`${language}\n${lines.join("\n")}\n\`\`\``;
}

function python({ format, shape, type, splits, targetNames }: DataSetRecord): string[] {
  const [[split, { samples }]] = Object.entries(splits) as [[string, { samples: number }]];
  const sizes = [samples, ...shape].join(", ");
  const answers = targetNames === undefined ? "labels" : "targets";
  const read = [
    "import numpy as np",
    "import pandas as pd  # needs pyarrow",
    "",
    `table = pd.read_parquet("${split}/samples.parquet")`,
    `y = np.load("${split}/${answers}.npy")`,
  ];
  if (format === "npy")
    return [...read, `x = np.load("${split}/x.npy", mmap_mode="r")  # (${sizes}), ${typeNames[type]}`];
  return [
    ...read.slice(0, 2),
    "from PIL import Image",
    ...read.slice(2),
    `x = np.stack([np.asarray(Image.open("${split}/" + file)) for file in table["file"]])`,
  ];
}

function typescript({ splits }: DataSetRecord): string[] {
  const names = Object.keys(splits).map((name) => {
    const identifier = name
      .replace(/-+(\w?)/g, (_, letter: string) => letter.toUpperCase())
      .replace(/^(?=\d)/, "_");
    return name === identifier ? name : `"${name}": ${identifier}`;
  });
  return [
    'import { data } from "deep-pessimist";',
    "",
    `const { ${names.join(", ")} } = await data.openDataSet(".");`,
  ];
}
