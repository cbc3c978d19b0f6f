import type { Command } from "./command.js";

/** Every command by name, each loaded only when it is asked for. A new command is one line here. */
export const commandTable: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  course: () => import("./commands/course.js"),
  data: () => import("./commands/data.js"),
  decompose: () => import("./commands/decompose.js"),
  doctor: () => import("./commands/doctor.js"),
  search: () => import("./commands/search.js"),
  kernel: () => import("./commands/kernel.js"),
  setup: () => import("./commands/setup.js"),
};
