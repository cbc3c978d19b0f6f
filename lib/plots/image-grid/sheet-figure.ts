import { encodePng, type Figure } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { textRoom } from "../svg/text-room.js";
import { type GridPlan, type ImageBatch, imageGridPixels } from "./image-grid-pixels.js";

/** What stands around the images of a sheet. */
export interface SheetTexts {
  readonly title: string;
  /** Under the title; defaults to nothing. */
  readonly subtitle?: string;
  /** One under each image; none leaves no room for them. */
  readonly captions: readonly string[];
  /** One left of each row of the plan, HTML as plotly knows it; defaults to none. */
  readonly headings?: readonly string[];
}

/** Where on the plan each image lies; defaults to one after the other. */
export type Cells = readonly number[] | undefined;

const width = 640;

/** Images on one sheet, with texts around them. */
export function sheetFigure(
  batch: ImageBatch,
  plan: GridPlan,
  { title, subtitle = "", captions, headings = [] }: SheetTexts,
  cells?: Cells,
): Pick<Figure, "data" | "layout"> {
  const sheet = imageGridPixels(batch, plan, cells);
  const png = Buffer.from(encodePng(sheet.pixels, sheet.width, sheet.height)).toString("base64");
  const right = width - plan.left - sheet.width;
  const margin = { l: plan.left, r: right, t: subtitle === "" ? 48 : 68, b: 4 };
  const size = fittingSize(captions, plan);
  const hidden = { visible: false, fixedrange: true };
  return {
    data: [],
    layout: {
      ...baseLayout({
        ...{ title, subtitle, margin },
        height: sheet.height + margin.t + margin.b,
        annotations: [
          ...captions.map((caption, i) => captionBelow(caption, size, cells?.[i] ?? i, plan)),
          ...headings.map((heading, row) => headingBeside(heading, row, plan)),
        ],
      }),
      xaxis: { ...hidden, range: [0, sheet.width] },
      yaxis: { ...hidden, range: [sheet.height, 0] },
      images: [
        {
          ...{ source: `data:image/png;base64,${png}`, xref: "x", yref: "y", x: 0, y: 0 },
          ...{ sizex: sheet.width, sizey: sheet.height, sizing: "stretch", layer: "below" },
        },
      ],
    },
  };
}

function captionBelow(text: string, size: number, cell: number, plan: GridPlan): Record<string, unknown> {
  const x = (cell % plan.columns) * (plan.tileWidth + plan.gapX) + plan.tileWidth / 2;
  const y = Math.floor(cell / plan.columns) * (plan.tileHeight + plan.gapY) + plan.tileHeight;
  const place = { xref: "x", yref: "y", x, y, xanchor: "center", yanchor: "top", showarrow: false };
  return { ...place, text, font: { size, color: palette.ink } };
}

/** The largest size, 12 to 8, at which no caption runs into the next; other fonts than Helvetica may be wider. */
function fittingSize(captions: readonly string[], { columns, tileWidth, gapX }: GridPlan): number {
  if (columns === 1) return 12;
  const lines = captions.flatMap((caption) => caption.split("<br>"));
  const widest = Math.max(1, ...lines.map((line) => textRoom(line, 1)));
  return Math.max(8, Math.min(12, Math.floor((tileWidth + gapX - 2) / widest)));
}

function headingBeside(text: string, row: number, plan: GridPlan): Record<string, unknown> {
  const y = row * (plan.tileHeight + plan.gapY) + plan.tileHeight / 2;
  const place = {
    xref: "paper",
    x: 0,
    xshift: 14 - plan.left,
    xanchor: "left",
    yref: "y",
    y,
    yanchor: "middle",
  };
  return { ...place, text, align: "left", showarrow: false, font: { size: 12, color: palette.ink } };
}
