import { float, searchProgram, space } from "../../../lib/search/index.js";

/** A search that is over at once; the third trial fails. */
export default searchProgram({
  name: "parabola",
  seed: 3,
  space: space({ x: float(-1, 2) }),
  async objective({ parameters: { x }, number }) {
    if (number === 2) throw new Error("no luck");
    return (x - 1) ** 2;
  },
  trials: 5,
});
