import type { SourceFile } from "./sourceFiles.js";

/** Finds the groups of files that import one another in a circle (strongly connected components; Tarjan, 1972). */
export function findCircles(files: readonly Pick<SourceFile, "path" | "internal">[]): readonly string[][] {
  const imports = new Map(files.map(({ path, internal }) => [path, internal]));
  const order = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];

  function visit(path: string): number {
    const index = order.size;
    order.set(path, index);
    stack.push(path);
    let low = index;
    for (const target of imports.get(path) ?? []) {
      if (!imports.has(target)) continue;
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (stack.includes(target)) low = Math.min(low, order.get(target) ?? low);
    }
    if (low === index) {
      const circle = stack.splice(stack.indexOf(path));
      if (circle.length > 1) circles.push(circle);
    }
    return low;
  }

  for (const { path } of files) if (!order.has(path)) visit(path);
  return circles;
}
