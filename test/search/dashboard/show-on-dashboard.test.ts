import { expect, test } from "vitest";
import type { Figure } from "../../../lib/core/index.js";
import { memoryStore, showOnDashboard } from "../../../lib/search/index.js";

function figureOf(points: number): Figure {
  const y = Float32Array.from({ length: points }, (_, i) => i / 2);
  return { data: [{ type: "scatter", y }], layout: { title: { text: "Rounds" } }, reading: "It closes in." };
}

test("a long figure is cut into pieces that together are its JSON; a shorter one leaves none of them behind", () => {
  const store = memoryStore();
  const study = store.create({ name: "s", direction: "minimize", seed: 0 });
  const read = () =>
    Object.entries(study.attached()).filter(([key]) => key.startsWith("dashboard:plot_data:a:"));
  showOnDashboard(store, "s", { figures: { a: figureOf(2000) } });
  expect(read().length).toBeGreaterThan(3);
  for (const [, piece] of read()) expect(String(piece).length).toBeLessThanOrEqual(2045);
  showOnDashboard(store, "s", { figures: { a: figureOf(3) } });
  expect(
    JSON.parse(
      read()
        .map(([, piece]) => piece)
        .join(""),
    ),
  ).toEqual({
    data: [{ type: "scatter", y: [0, 0.5, 1] }],
    layout: { title: { text: "Rounds" } },
  });
});

test("each note has a higher version, for the dashboard shows the one that it knows until then", () => {
  const store = memoryStore();
  const study = store.create({ name: "s", direction: "minimize", seed: 0 });
  showOnDashboard(store, "s", { note: "first" });
  showOnDashboard(store, "s", { note: "second" });
  expect(study.attached()).toEqual({ "dashboard:note_str:0": "second", "dashboard:note_ver": 2 });
});

test("a study that is not there and a name that is no HTML id are refused", () => {
  const store = memoryStore();
  expect(() => showOnDashboard(store, "s", {})).toThrow('found no study "s"');
  store.create({ name: "s", direction: "minimize", seed: 0 });
  expect(() => showOnDashboard(store, "s", { figures: { "my figure": figureOf(1) } })).toThrow(
    "the dashboard makes an HTML id of it",
  );
});
