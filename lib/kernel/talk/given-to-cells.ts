import { UsageError } from "../../core/index.js";
import { type Cell, cellContext } from "../cells/cell.js";
import type { Given } from "../cells/given.js";
import type { Output } from "../output.js";
import type { Connection } from "../protocol/connection.js";
import { describeValue } from "../values/describe-value.js";
import type { Comms } from "./comms.js";

const declarations = `/** Shows a value in this cell; under an id it can be shown anew: display(value, { id, update: true }). */
declare function display(value: unknown, options?: { id?: string; update?: boolean }): Promise<void>;
/** Clears what this cell has shown; with wait, only once there is something new to show. */
declare function clearOutput(options?: { wait?: boolean }): void;
/** Asks the reader for a line of text. */
declare function input(prompt?: string, options?: { password?: boolean }): Promise<string>;
/** Channels between cells and widgets. */
declare const comms: {
    register(target: string, opened: (comm: { readonly id: string; send(data: object): void; close(data?: object): void; onMessage?: (data: any) => void; onClose?: (data: any) => void }, data: any) => void): void;
    open(target: string, data?: object): { readonly id: string; send(data: object): void; close(data?: object): void; onMessage?: (data: any) => void; onClose?: (data: any) => void };
};
`;

interface GivenToCellsOptions {
  connection: Connection;
  output: Output;
  comms: Comms;
  current: () => Cell | undefined;
}

/** The functions that every cell has without an import. */
export function givenToCells({ connection, output, comms, current }: GivenToCellsOptions): Given {
  return {
    declarations,
    values: {
      comms: { register: comms.register.bind(comms), open: comms.open.bind(comms) },
      clearOutput({ wait = false } = {}) {
        const cell = current();
        if (cell !== undefined) output.clear(cell, wait);
      },
      async display(value: unknown, { id, update = false }: { id?: string; update?: boolean } = {}) {
        const cell = current();
        const bundle = await describeValue(value);
        if (cell !== undefined) output.display(cell, { ...bundle, update, ...(id && { displayId: id }) });
      },
      input(prompt = "", { password = false } = {}) {
        const cell = cellContext.getStore();
        if (cell?.request.content.allow_stdin !== true)
          throw new UsageError({
            got: "input() in a run that nobody watches.",
            expected: "a reader who can answer.",
            fix: "run the notebook in JupyterLab, or give the value in the cell.",
          });
        output.flush();
        return answerTo(cell, connection.ask(cell.request, { prompt: String(prompt), password }));
      },
    },
  };
}

/** The text of the answer; Stop ends the wait. */
async function answerTo(cell: Cell, answer: ReturnType<Connection["ask"]>): Promise<string> {
  const stopped = new Promise<never>((_, reject) => {
    cell.signal.addEventListener("abort", () => reject(cell.signal.reason), { once: true });
  });
  const { content } = await Promise.race([answer, stopped]);
  return String(content.value ?? "");
}
