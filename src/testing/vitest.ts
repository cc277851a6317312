// Apart from the other testing tools, since it needs vitest; it only re-exports.
export { describeConformance } from "./describeConformance.js";
export type { DescribeConformanceOptions } from "./describeConformance.js";
