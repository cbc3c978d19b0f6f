import { setTimeout } from "node:timers/promises";
import { float, searchProgram, space } from "../../../lib/search/index.js";

/** A search whose trials take a quarter of a second. */
export default searchProgram({
  name: "steady",
  space: space({ x: float(-1, 2) }),
  async objective({ parameters: { x } }) {
    await setTimeout(250);
    return x;
  },
  trials: 1000,
});
