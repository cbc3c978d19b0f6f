import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installKernelspec } from "../lib/kernel/index.js";
import { table } from "./table.js";

const denoVersion = "2.9.6";

/** PESSIMIST_BENCH=small runs few cells: it shows that everything runs, and nothing else. */
const small = process.env.PESSIMIST_BENCH === "small";

/** Cells of eight hours, on top of those that warm a kernel up. */
const cells = small ? 60 : 5000;
const warmUp = small ? 20 : 500;

const typescript = {
  trivial: "1 + 1",
  complete: "[1, 2, 3].ma",
  print: "for (let i = 0; i < 10000; i++) console.log(i);",
  loop: "while (true) {}",
  loopAfterWait: "await new Promise((done) => setTimeout(done, 1)); while (true) {}",
};
const python = {
  trivial: "1 + 1",
  complete: "[1, 2, 3].ap",
  print: "for i in range(10000): print(i)",
  loop: "while True: pass",
  loopAfterWait: "import asyncio\nawait asyncio.sleep(0.001)\nwhile True: pass",
};

interface Timed {
  ready: number;
  firstCell: number;
  import?: number;
  importAfterPause?: number;
  trivial: number;
  complete: number;
  print: number;
  lines: number;
  growth: number;
  megabytes: number;
  stopLoop: number | null;
  stopAfterWait: number | null;
}

/** Deno's kernel, from its npm package, in a folder of its own beside the other peers. */
function installDeno(root: string, data: string): void {
  const folder = join(root, ".cache", `bench-deno-${denoVersion}`);
  const deno = join(folder, "node_modules", "deno");
  if (!existsSync(join(deno, "bin.cjs"))) {
    mkdirSync(folder, { recursive: true });
    const args = ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder];
    execFileSync("npm", [...args, `deno@${denoVersion}`], { stdio: "ignore" });
  }
  // At its first call the package puts the program for this system beside itself.
  execFileSync(process.execPath, [join(deno, "bin.cjs"), "--version"], { stdio: "ignore" });
  mkdirSync(join(data, "kernels", "deno-bench"), { recursive: true });
  const program = join(deno, process.platform === "win32" ? "deno.exe" : "deno");
  const argv = [program, "jupyter", "--kernel", "--conn", "{connection_file}"];
  const spec = { argv, display_name: "Deno", language: "typescript", interrupt_mode: "message" };
  writeFileSync(join(data, "kernels", "deno-bench", "kernel.json"), JSON.stringify(spec));
}

/** This kernel beside Deno's and ipykernel, each driven by jupyter_client, on the same machine one after the other. */
export async function benchKernel(root: string): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), "kernel-bench-"));
  const time = (name: string, codes: object): Timed =>
    JSON.parse(
      execFileSync(
        join(root, ".venv", process.platform === "win32" ? "Scripts" : "bin", "python"),
        [
          join(root, "bench", "contestants", "kernel.py"),
          name,
          JSON.stringify({ cwd: join(root, "notebooks"), cells, warmUp, ...codes }),
        ],
        { env: { ...process.env, JUPYTER_PATH: data }, stdio: ["ignore", "pipe", "pipe"] },
      ).toString(),
    );
  try {
    installKernelspec({ data, main: join(root, "dist", "kernel", "main.js") });
    const library = 'import { core, data, models, plots, training } from "../lib";\ntraining.fit;';
    installDeno(root, data);
    const timed: [string, Timed][] = [
      ["Deep Pessimist", time("deep-pessimist", { ...typescript, import: library })],
      [`Deno ${denoVersion}`, time("deno-bench", typescript)],
      ["ipykernel", time("python3", python)],
    ];
    const note =
      "Driven by jupyter_client, one after the other. Memory is the median of the last tenth of the cells against that of the first.";
    return ["## Kernels", "", note, "", rowsOf(timed)].join("\n");
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

const seconds = (value: number | undefined): string => (value === undefined ? "–" : `${value.toFixed(2)} s`);
const milliseconds = (value: number): string => `${(1000 * value).toFixed(0)} ms`;
const stopped = (value: number | null): string => (value === null ? "not in 10 s" : milliseconds(value));

function rowsOf(timed: readonly [string, Timed][]): string {
  const row = (what: string, goal: string, show: (one: Timed) => string) => [
    ...[what, goal],
    ...timed.map(([, one]) => show(one)),
  ];
  return table(
    ["what", "goal", ...timed.map(([name]) => name)],
    [
      row("start to ready", "≤ 1.5 s", ({ ready }) => seconds(ready)),
      row("first cell", "", ({ firstCell }) => seconds(firstCell)),
      row("first import of the library, at once", "≤ 1.5 s", (one) => seconds(one.import)),
      row("the same, 2 s after the first cell", "≤ 1.5 s", (one) => seconds(one.importAfterPause)),
      row("a trivial cell", "≤ 60 ms", ({ trivial }) => milliseconds(trivial)),
      row("a completion", "≤ 80 ms", ({ complete }) => milliseconds(complete)),
      row("10,000 lines printed", "≤ 2 s", ({ print }) => seconds(print)),
      row("lines that arrived", "10,000", ({ lines }) => lines.toLocaleString("en")),
      row(
        `memory, by ${cells.toLocaleString("en")} cells more`,
        "≤ + 10 %",
        ({ growth }) => `${growth < 0 ? "−" : "+"} ${Math.abs(100 * growth).toFixed(1)} %`,
      ),
      row("memory then", "", ({ megabytes }) => `${megabytes.toFixed(0)} MB`),
      row("Stop, in an endless loop", "≤ 1 s", ({ stopLoop }) => stopped(stopLoop)),
      row("Stop, in an endless loop after an await", "≤ 1 s", ({ stopAfterWait }) => stopped(stopAfterWait)),
    ],
  );
}
