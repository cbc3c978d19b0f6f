import { describe, expect, test } from "vitest";
import { errorDecompositionRows } from "../../lib/plots/error-decomposition/error-decomposition-rows.js";
import { figureToSvg, plotErrorDecomposition } from "../../lib/plots/index.js";
import { mixed, published } from "../support/error-decompositions.js";

describe("errorDecompositionRows(result)", () => {
  const rows = errorDecompositionRows(mixed);

  test("begin each bar where the one before ended, and end at the test error", () => {
    for (const [i, { start }] of rows.slice(1, -1).entries()) expect(start).toBe(rows[i]!.end);
    expect(rows.at(-1)).toMatchObject({ label: "Test error", start: 0 });
    expect(rows.map(({ end }) => end)).toBeAllClose([0.01, 0.2, 0.27, 0.23, 0.24, 0.24], { rtol: 1e-12 });
  });

  test("place each interval around the end of its bar", () => {
    const [, bias] = mixed.terms;
    expect([rows[1]!.low, rows[1]!.high]).toEqual([0.01 + bias!.low, 0.01 + bias!.high]);
  });

  test("say what each bar is", () => {
    expect(rows.map(({ kind }) => kind)).toEqual(["given", "dominant", "above", "below", "chance", "total"]);
  });
});

describe("plotErrorDecomposition(result)", () => {
  test("is the saved picture", async () => {
    await expect(await figureToSvg(plotErrorDecomposition(mixed))).toMatchFileSnapshot(
      "output/error-decomposition.svg",
    );
  });

  test("draws no interval where the rates came without counts", () => {
    const { data, layout } = plotErrorDecomposition(published);
    expect(data[1]).toMatchObject({ x: [] });
    expect(JSON.stringify(layout.annotations)).not.toContain("interval");
  });

  test("carries the result's reading, and the same picture in characters", () => {
    const { reading, drawing } = plotErrorDecomposition(mixed);
    expect(reading).toBe(mixed.reading);
    expect(drawing!.split("\n")).toEqual([
      "Irreducible error       █                                 1.0 %",
      "Avoidable bias           █████████████████████          +19.0 %  (16.6 to 21.6)",
      "Variance                                      ████████   +7.0 %  (3.3 to 10.7)",
      "Distribution shift                                ████   −4.0 %  (−7.8 to −0.2)",
      "Validation overfitting                            ░      +1.0 %  (−2.7 to 4.7)",
      "Test error              ███████████████████████████      24.0 %  (21.5 to 26.7)",
    ]);
  });

  test("leaves nothing to the page's theme: paper and ink have colours of their own", () => {
    const { layout } = plotErrorDecomposition(mixed);
    expect(layout).toMatchObject({ paper_bgcolor: "#ffffff", font: { color: "#24292f" } });
  });
});
