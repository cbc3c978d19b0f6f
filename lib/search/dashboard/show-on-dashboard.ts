import { checkOptions, type Figure, UsageError } from "../../core/index.js";
import type { Store } from "../stores/store.js";
import { inPieces } from "./in-pieces.js";

/** What optuna-dashboard shows beside its own panels. */
export interface ShowOnDashboardOptions {
  /** Each under a name of letters, digits and hyphens; one of the same name is replaced. */
  readonly figures?: Readonly<Record<string, Figure>>;
  /** Markdown for the study; its formulas are drawn. */
  readonly note?: string;
}

/**
 * Puts figures and a note into a study, where optuna-dashboard finds them.
 *
 * @param name - of the study
 * @throws UsageError when the store has no such study, or a figure's name is no HTML id
 * @see optuna-dashboard 0.21, `save_plotly_graph_object` and `save_note`
 * @example
 * const store = memoryStore();
 * await createStudy({ name: "parabola", storage: store });
 * showOnDashboard(store, "parabola", { note: "The best rate lies at the edge." });
 * store.load("parabola")?.attached()["dashboard:note_str:0"]; // "The best rate lies at the edge."
 */
export function showOnDashboard(store: Store, name: string, options: ShowOnDashboardOptions): void {
  checkOptions("showOnDashboard", options, ["figures", "note"]);
  const { figures = {}, note } = options;
  const study = store.load(name);
  if (study === undefined)
    throw new UsageError({
      got: `showOnDashboard found no study "${name}".`,
      expected: "a study that the store holds.",
      fix: "create it first, with createStudy.",
    });
  const before = study.attached();
  const changes: Record<string, unknown> = {};
  for (const [id, figure] of Object.entries(figures)) {
    assertId(id);
    Object.assign(changes, inPieces(`dashboard:plot_data:${id}:`, figureJson(figure), before));
  }
  if (note !== undefined) {
    Object.assign(changes, inPieces("dashboard:note_str:", note, before));
    changes["dashboard:note_ver"] = Number(before["dashboard:note_ver"] ?? 0) + 1;
  }
  study.attach(changes);
}

/** Typed arrays as lists: JSON would make objects of them. */
function figureJson({ data, layout }: Figure): string {
  return JSON.stringify({ data, layout }, (_, value) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
  );
}

function assertId(id: string): void {
  if (/^[A-Za-z][\w-]*$/.test(id)) return;
  throw new UsageError({
    got: `showOnDashboard got a figure named "${id}".`,
    expected: "letters, digits and hyphens, a letter first: the dashboard makes an HTML id of it.",
    fix: "write { figures: { sensitivity: … } }, for instance.",
  });
}
