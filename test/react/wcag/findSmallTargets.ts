import { listTargets, nameTarget } from "./listTargets.js";
import type { Target } from "./listTargets.js";

const LEAST = 24;

/**
 * Finds targets that WCAG 2.2 (2.5.8) calls too small: lower or narrower than 24 px, with another target in the circle of
 * 24 px around their middle.
 */
export function findSmallTargets(): string[] {
  const targets = listTargets();
  const isSmall = ({ box }: Target) => box.width < LEAST - 0.1 || box.height < LEAST - 0.1;
  return targets.filter(isSmall).flatMap((target) => {
    const { x, y } = middleOf(target);
    const near = targets.find((other) => {
      if (other.element.contains(target.element) || target.element.contains(other.element)) return false;
      if (isSmall(other)) {
        const there = middleOf(other);
        if (Math.hypot(there.x - x, there.y - y) < LEAST) return true;
      }
      const { left, right, top, bottom } = other.box;
      const distance = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
      return distance < LEAST / 2;
    });
    const { width, height } = target.box;
    return near
      ? [
          `${nameTarget(target.element)} is ${width.toFixed(0)} × ${height.toFixed(0)}, beside ${nameTarget(near.element)}`,
        ]
      : [];
  });
}

const middleOf = ({ box }: Target) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
