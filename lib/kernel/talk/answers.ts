import type { Session } from "../cells/session.js";
import { cursorToIndex, indexToCursor } from "../cursor.js";
import { kernelInfo } from "../kernel-info.js";
import type { CellHistory } from "./cell-history.js";
import type { Comms } from "./comms.js";

type Content = Record<string, unknown>;

interface AnswersOptions {
  session: () => Session;
  history: CellHistory;
  comms: Comms;
  interrupt: () => void;
}

/** What each kind of request is answered with; execute requests have a queue of their own. */
export type Answers = Readonly<Record<string, (content: Content) => Content>>;

export function makeAnswers({ session, history, comms, interrupt }: AnswersOptions): Answers {
  return {
    kernel_info_request: kernelInfo,
    is_complete_request: ({ code }) => {
      const { completed, indent } = session().compiler.isCompleteCode(String(code));
      return completed ? { status: "complete" } : { status: "incomplete", indent };
    },
    inspect_request: ({ code, cursor_pos }) => {
      const source = String(code);
      const text = session().inspect(source, cursorToIndex(source, Number(cursor_pos)));
      const data = text === undefined ? {} : { "text/plain": text };
      return { status: "ok", found: text !== undefined, data, metadata: {} };
    },
    complete_request: ({ code, cursor_pos }) => {
      const source = String(code);
      const found = session().complete(source, cursorToIndex(source, Number(cursor_pos)));
      return {
        status: "ok",
        matches: found.candidates,
        cursor_start: indexToCursor(source, found.start),
        cursor_end: indexToCursor(source, found.end),
        metadata: {},
      };
    },
    comm_info_request: ({ target_name }) => ({
      status: "ok",
      comms: comms.info(target_name == null ? undefined : String(target_name)),
    }),
    history_request: (content) => ({ status: "ok", history: history.answer(content) }),
    interrupt_request: () => {
      interrupt();
      return { status: "ok" };
    },
    shutdown_request: ({ restart = false }) => ({ status: "ok", restart }),
  };
}
