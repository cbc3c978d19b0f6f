import { tableForms } from "../../core/index.js";

/** What a table has to be shown as one: danfojs-node's DataFrame, and whatever else has these fields. */
interface DataFrameLike {
  readonly columns: readonly string[];
  readonly index: readonly (string | number)[];
  /** Row by row. */
  readonly values: readonly (readonly unknown[])[];
}

/** More rows than this are cut in the middle; the count says so. */
const mostRows = 20;

export function isDataFrame(value: object): value is DataFrameLike {
  const { columns, index, values } = value as Partial<DataFrameLike>;
  return [columns, index, values].every(Array.isArray) && values!.length === index!.length;
}

/** A data frame as a table. */
export function dataFrameForms({ columns, index, values }: DataFrameLike): Record<string, unknown> {
  const rows = index.map((name, i) => [name, ...(Array.isArray(values[i]) ? values[i]! : [values[i]])]);
  const half = mostRows / 2;
  const dots = ["", ...columns].map(() => "…");
  const shown = rows.length > mostRows ? [...rows.slice(0, half), dots, ...rows.slice(-half)] : rows;
  return tableForms(["", ...columns], shown, `${rows.length} rows × ${columns.length} columns`);
}
