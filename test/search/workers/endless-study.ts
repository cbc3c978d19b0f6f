import { createStudy } from "../../../lib/search/index.js";

// A study whose trial never lets its process rest: it says that it runs, and loops for ever.
const study = await createStudy({ name: "endless" });
await study.optimize(new URL("./endless-objective.ts", import.meta.url), { trials: 1 });
