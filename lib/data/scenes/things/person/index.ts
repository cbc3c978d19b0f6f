export { person } from "./person.js";
