export { ExampleList } from "./ExampleList.js";
