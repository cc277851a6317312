import type { Subject } from "../prompt/brief.js";
import { isPerson } from "../prompt/people.js";
import { widthOf } from "./drawObject.js";
import type { Spot } from "./drawSpot.js";
import type { Frame } from "./frame.js";

const FLYING =
  /^(airplane|small-airplane|helicopter|butterfly|eagle|bat|rocket|flying-saucer|satellite|ringed-planet|drawn:balloon|kite|balloon|dragon|honeybee|parachute|monarch-butterfly|dove|comet|fireworks|bird|black-bird)$/;
const BIG =
  /^(deciduous-tree|evergreen-tree|palm-tree|house|house-with-garden|castle|japanese-castle|church|lighthouse|office-building|classical-building|hut|mountain|drawn:table|tent|ferris-wheel|volcano|beach-with-umbrella|circus-tent|elephant|t-rex|sauropod)$/;
const SMALL =
  /^(butterfly|honeybee|lady-beetle|mushroom|tulip|rose|cherry-blossom|sunflower|red-apple|strawberry|lemon|key|coin|ring|snail|front-facing-baby-chick|mouse-face|gem-stone|candle|herb|seedling)$/;
const TINY = /^(soccer-ball|basketball|baseball|tennis|volleyball|yarn|coin|ring|key|honeybee|lady-beetle)$/;
const MOST_DRAWN = 7;
/** Height of the seat, as a part of the thing's height. */
const SEATS: Readonly<Record<string, number>> = {
  "drawn:table": 0.62,
  chair: 0.42,
  "couch-and-lamp": 0.3,
  bed: 0.4,
  automobile: 0.62,
  rock: 0.6,
  skateboard: 0.42,
  "closed-book": 0.93,
};

/** Places the subjects by their kind and by how the prompt relates them. */
export function arrangeSubjects(frame: Frame): readonly Spot[] {
  const { brief } = frame;
  const [first, second] = brief.subjects;
  if (!first) return [];
  if (second?.relation && second.relation !== "beside" && brief.subjects.length <= 3) {
    const pair = related(frame, first, second);
    const third = brief.subjects[2];
    return third ? [...pair, ...row(frame, [third], { from: 0.74, to: 0.96, scale: 0.62 })] : pair;
  }
  const flying = brief.subjects.filter((subject) => isFlying(subject, frame));
  const standing = brief.subjects.filter((subject) => !flying.includes(subject));
  return [
    ...air(frame, flying, standing.length === 0),
    ...row(frame, standing, { from: 0, to: 1, scale: 1 }),
  ];
}

/** Places flying subjects side by side, by turns higher and lower, so that none hides another. */
function air(frame: Frame, flying: readonly Subject[], alone: boolean): Spot[] {
  const { brief, unit, width, floor, horizon } = frame;
  const all = flying
    .flatMap((subject) => Array.from({ length: Math.min(subject.count, 5) }, () => subject))
    .slice(0, MOST_DRAWN);
  const single = all.length === 1;
  const step = (width * 0.76) / Math.max(1, all.length);
  const size = single ? unit * (alone ? 0.48 : 0.28) : Math.min(unit * 0.27, step * 1.12);
  return all.map((subject, index): Spot => {
    const lone = alone ? 0.5 : brief.seed % 2 ? 0.27 : 0.73;
    return {
      subject,
      x: single ? width * lone : width * 0.12 + step * (index + 0.5),
      y: (alone ? floor * 0.78 : horizon * 0.78) + (single ? 0 : ((index % 2) - 0.5) * unit * 0.22),
      size: size * (SMALL.test(subject.glyph.icon) ? 0.72 : 1),
      grounded: false,
    };
  });
}

const isFlying = (subject: Subject, frame: Frame) =>
  FLYING.test(subject.glyph.icon) && !["room", "table", "studio"].includes(frame.brief.place ?? "");

function row(
  frame: Frame,
  subjects: readonly Subject[],
  span: { from: number; to: number; scale: number },
): Spot[] {
  const { unit, width, floor, random } = frame;
  const all = subjects
    .flatMap((subject) => Array.from({ length: Math.min(subject.count, MOST_DRAWN) }, () => subject))
    .slice(0, MOST_DRAWN);
  if (all.length === 0) return [];
  const room = width * (span.to - span.from);
  // Where everything is small, it is looked at from near.
  const near = Math.max(1, 0.86 / Math.max(...all.map(sizeOf)));
  const weights = all.map(
    (subject) => near * sizeOf(subject) * Math.max(0.55, Math.min(1.15, widthOf(subject.glyph.icon))),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const base =
    Math.min(
      unit * (all.length === 1 ? 0.64 : all.length === 2 ? 0.52 : 0.44),
      (room * 0.88) / total,
      frame.floor * 0.72,
    ) * span.scale;
  const gap = Math.min((room - base * total) / (all.length + 1), unit * 0.1);
  let x = width * span.from + (room - base * total - gap * (all.length - 1)) / 2;
  const spots = all.map((subject, index): Spot => {
    const wide = base * (weights[index] ?? 1);
    const spot = {
      subject,
      x: x + wide / 2,
      y: floor + (all.length > 2 && index % 2 ? unit * 0.045 : 0) + random.between(-0.004, 0.004) * unit,
      size: base * near * sizeOf(subject),
      grounded: true,
      turn: index,
    };
    x += wide + gap;
    return spot;
  });
  return spots.sort((a, b) => a.y - b.y);
}

function related(frame: Frame, first: Subject, second: Subject): Spot[] {
  const { unit, width, floor } = frame;
  const mid = width / 2;
  const stand = (subject: Subject, x: number, y: number, size: number): Spot => ({
    subject,
    x,
    y,
    size: Math.min(size, frame.floor * 0.8),
    grounded: true,
  });
  const copies = (subject: Subject, x: number, y: number, size: number): Spot[] => {
    const count = Math.min(subject.count, 4);
    const each = count > 1 ? size * 0.72 : size;
    return Array.from({ length: count }, (_, index) =>
      stand(subject, x + (index - (count - 1) / 2) * each * 0.92, y, each),
    );
  };
  switch (second.relation) {
    case "under":
      return [
        stand(second, mid + unit * 0.05, floor - unit * 0.03, unit * 0.82),
        ...copies(first, mid - unit * 0.14, floor + unit * 0.03, unit * 0.34),
      ];
    case "on": {
      const low = SEATS[second.glyph.icon] ?? 0.78;
      const size = unit * 0.46;
      const top = floor - size * low;
      return [
        stand(second, mid, floor, size),
        ...copies(first, mid, top + unit * 0.015, unit * 0.33).map((spot) => ({ ...spot, grounded: false })),
      ];
    }
    case "over":
      return [
        ...row(frame, [second], { from: 0, to: 1, scale: 0.85 }),
        ...copies(first, mid + unit * 0.02, floor - unit * 0.5, unit * 0.27).map((spot) => ({
          ...spot,
          grounded: false,
        })),
      ];
    case "in":
      return [
        ...copies(first, mid, floor - unit * 0.16, unit * 0.36).map((spot) => ({ ...spot, grounded: false })),
        stand(second, mid, floor + unit * 0.03, unit * 0.46),
      ];
    case "behind":
      return [
        ...copies(first, mid + unit * 0.12, floor - unit * 0.08, unit * 0.44),
        stand(second, mid - unit * 0.06, floor + unit * 0.03, unit * 0.4),
      ];
    default:
      return [
        stand(second, mid + unit * 0.1, floor - unit * 0.08, unit * 0.66),
        ...copies(first, mid - unit * 0.13, floor + unit * 0.02, unit * 0.4),
      ];
  }
}

function sizeOf(subject: Subject): number {
  if (TINY.test(subject.glyph.icon)) return 0.42;
  if (isPerson(subject.glyph.icon)) return subject.glyph.icon === "drawn:child" ? 0.9 : 1.2;
  return BIG.test(subject.glyph.icon) ? 1.25 : SMALL.test(subject.glyph.icon) ? 0.66 : 1;
}
