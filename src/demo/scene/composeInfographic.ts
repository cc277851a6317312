import { darken, lighten, mix } from "../drawing/colour.js";
import { drawText, measureText } from "../drawing/strokeFont.js";
import { circle, group, line, linear, path, rect, shape, stop } from "../drawing/svg.js";
import { isDark } from "./frame.js";
import type { Frame, Layers } from "./frame.js";

interface Theme {
  ground: string;
  card: string;
  ink: string;
  quiet: string;
  main: string;
  second: string;
  /** Lines and figures on plain paper, without cards. */
  flat?: boolean | undefined;
}

const THEMES: readonly [Theme, ...Theme[]] = [
  {
    ground: "#e9eef6",
    card: "#ffffff",
    ink: "#1d2b48",
    quiet: "#9aa8bf",
    main: "#2f6fe0",
    second: "#f2a33c",
  },
  {
    ground: "#eaf2ee",
    card: "#ffffff",
    ink: "#17362f",
    quiet: "#98ada5",
    main: "#1f9a78",
    second: "#ee7a5c",
  },
  {
    ground: "#efecf7",
    card: "#ffffff",
    ink: "#2b2350",
    quiet: "#a59fc0",
    main: "#6a52d9",
    second: "#f0b440",
  },
];
const DARK: Theme = {
  ground: "#121a2e",
  card: "#1d2842",
  ink: "#f3f6fc",
  quiet: "#6f7f9f",
  main: "#4f8dfd",
  second: "#ffb454",
};

/** A report header: the figure of the prompt large, with a trend line, bars and a ring about it. */
export function composeInfographic(frame: Frame): Layers {
  const { brief, width, height, unit, random } = frame;
  const dark = isDark(brief);
  const base = dark ? DARK : random.pick(THEMES);
  const coloured = brief.colour === undefined ? base : { ...base, main: brief.colour };
  const flat = frame.style === "minimalist";
  const theme: Theme = flat
    ? {
        ...coloured,
        ground: dark ? base.ground : "#faf8f4",
        card: dark ? base.ground : "#faf8f4",
        second: coloured.main,
        flat,
      }
    : coloured;
  const pad = unit * 0.075;
  const gap = unit * 0.04;
  const wide = width > height * 1.2;
  const inner = width - pad * 2;
  const tall = height - pad * 2;
  const hero = wide
    ? { x: pad, y: pad, w: inner * 0.43, h: tall }
    : { x: pad, y: pad, w: inner, h: tall * (height > width * 1.3 ? 0.36 : 0.42) };
  const restX = wide ? hero.x + hero.w + gap : pad;
  const restY = wide ? pad : hero.y + hero.h + gap;
  const restW = wide ? inner - hero.w - gap : inner;
  const restH = wide ? tall : tall - hero.h - gap;
  const upper = { x: restX, y: restY, w: restW, h: restH * 0.55 - gap / 2 };
  const low = { y: restY + restH * 0.55 + gap / 2, h: restH * 0.45 - gap / 2 };
  const ring = { x: restX, y: low.y, w: (restW - gap) * 0.42, h: low.h };
  const bars = { x: restX + ring.w + gap, y: low.y, w: restW - ring.w - gap, h: low.h };
  const body =
    heroCard(frame, theme, hero) +
    trendCard(frame, theme, upper) +
    ringCard(frame, theme, ring) +
    barCard(frame, theme, bars);
  return {
    defs:
      linear(
        "paper",
        [stop(0, lighten(theme.ground, dark ? 0.05 : 0.4)), stop(1, theme.ground)],
        [0, 0, 1, 1],
      ) +
      linear("area", [stop(0, theme.main, 0.42), stop(1, theme.main, 0)]) +
      linear(
        "hero",
        [stop(0, mix(theme.main, "#ffffff", 0.06)), stop(1, darken(theme.main, 0.34))],
        [0, 0, 1, 1],
      ),
    back:
      rect(0, 0, width, height, flat ? theme.ground : "url(#paper)") +
      (flat
        ? ""
        : circle(width * 0.94, height * 0.04, unit * 0.3, theme.main, { opacity: 0.07 }) +
          circle(width * 0.03, height * 0.98, unit * 0.24, theme.second, { opacity: 0.1 })),
    middle: "",
    subject: group({ "data-part": "infographic" }, body),
    front: "",
  };
}

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

const card = ({ x, y, w, h }: Box, fill: string, unit: number, { flat, quiet }: Theme) =>
  flat
    ? rect(x, y, w, unit * 0.002, quiet)
    : rect(x, y + unit * 0.012, w, h, "#0a1730", { rx: unit * 0.032, opacity: 0.09 }) +
      rect(x, y, w, h, fill, { rx: unit * 0.032 });

function heroCard({ brief, unit }: Frame, theme: Theme, box: Box): string {
  const { metric } = brief;
  const inset = unit * 0.055;
  const ink = theme.flat ? theme.main : "#ffffff";
  const figure = metric.text || (metric.label === "" ? brief.caption : metric.label);
  const fit = (text: string, most: number, width: number) =>
    text === "" ? most : Math.min(most, (most * width) / Math.max(1, measureText(text, most)));
  const size = fit(figure, Math.min(unit * 0.22, box.h * 0.32), (box.w - inset * 2) * 0.92);
  const baseline = box.y + box.h * 0.56 + size * 0.5;
  const label = metric.text === "" ? "" : metric.label;
  const labelSize = fit(label, unit * 0.034, box.w - inset * 2);
  const up = metric.trend !== "down";
  const ax = box.x + box.w - inset - unit * 0.05;
  const ay = box.y + inset + unit * 0.05;
  const arrow = group(
    { "data-part": "arrow" },
    circle(ax, ay, unit * 0.056, ink, { opacity: 0.2 }) +
      (metric.trend === "flat"
        ? line(path`M${ax - unit * 0.024} ${ay} H${ax + unit * 0.024}`, ink, unit * 0.012)
        : line(
            path`M${ax - unit * 0.022} ${ay + (up ? 1 : -1) * unit * 0.022} L${ax + unit * 0.022} ${ay - (up ? 1 : -1) * unit * 0.022} M${ax - unit * 0.008} ${ay - (up ? 1 : -1) * unit * 0.022} H${ax + unit * 0.022} V${ay + (up ? 1 : -1) * unit * 0.008}`,
            ink,
            unit * 0.012,
          )),
  );
  return (
    card(box, "url(#hero)", unit, theme) +
    rect(box.x + inset, box.y + inset + unit * 0.018, unit * 0.11, unit * 0.014, ink, {
      rx: unit * 0.007,
      opacity: 0.9,
    }) +
    rect(box.x + inset, box.y + inset + unit * 0.05, unit * 0.2, unit * 0.012, ink, {
      rx: unit * 0.006,
      opacity: 0.4,
    }) +
    arrow +
    group({ "data-part": "metric" }, drawText(figure, box.x + inset, baseline, size, ink, { weight: 0.14 })) +
    drawText(label, box.x + inset, baseline + unit * 0.028 + labelSize * 1.5, labelSize, ink, {
      weight: 0.14,
      opacity: 0.9,
    })
  );
}

function trendCard({ brief, unit, random }: Frame, theme: Theme, box: Box): string {
  const inset = unit * 0.05;
  const slope = brief.metric.trend === "down" ? -1 : brief.metric.trend === "up" ? 1 : 0.12;
  const left = box.x + inset;
  const right = box.x + box.w - inset;
  const top = box.y + inset * 1.3;
  const bottom = box.y + box.h - inset;
  const count = 7;
  const points = Array.from({ length: count }, (_, index) => {
    const at = index / (count - 1);
    const level =
      0.5 +
      slope * (at ** 1.25 - 0.5) * 0.78 +
      (index === 0 || index === count - 1 ? 0 : random.between(-0.07, 0.07));
    return [left + (right - left) * at, bottom - (bottom - top) * level] as const;
  });
  let d = "";
  points.forEach(([x, y], index) => {
    const [px, py] = points[index - 1] ?? [x, y];
    d +=
      index === 0 ? path`M${x} ${y}` : path` C${px + (x - px) / 2} ${py} ${px + (x - px) / 2} ${y} ${x} ${y}`;
  });
  const [ex, ey] = points[count - 1] ?? [right, top];
  const grid = [0, 1, 2, 3]
    .map((row) =>
      line(path`M${left} ${top + ((bottom - top) * row) / 3} H${right}`, theme.quiet, unit * 0.002, {
        opacity: 0.4,
      }),
    )
    .join("");
  return (
    card(box, theme.card, unit, theme) +
    grid +
    shape(`${d}${path` L${right} ${bottom} L${left} ${bottom}`}Z`, "url(#area)") +
    line(d, theme.main, unit * 0.011, { "data-part": "trend" }) +
    circle(ex, ey, unit * 0.024, theme.card) +
    circle(ex, ey, unit * 0.015, theme.second)
  );
}

function ringCard({ brief, unit }: Frame, theme: Theme, box: Box): string {
  const r = Math.min(box.w, box.h) * 0.31;
  const cx = box.x + box.w / 2;
  const cy = box.y + box.h / 2;
  const named = /%/.test(brief.metric.text)
    ? Number.parseFloat(brief.metric.text.replace(/[^\d.]/g, "")) / 100
    : 0.68;
  const share = Math.max(0.06, Math.min(0.96, Number.isFinite(named) ? named : 0.68));
  const turn = 2 * Math.PI * share - Math.PI / 2;
  const arc = path`M${cx} ${cy - r} A${r} ${r} 0 ${share > 0.5 ? 1 : 0} 1 ${cx + r * Math.cos(turn)} ${cy + r * Math.sin(turn)}`;
  return (
    card(box, theme.card, unit, theme) +
    circle(cx, cy, r, "none", { stroke: mix(theme.quiet, theme.card, 0.65), "stroke-width": r * 0.34 }) +
    line(arc, theme.second, r * 0.34, { "data-part": "donut" }) +
    circle(cx, cy, r * 0.2, theme.main, { opacity: 0.9 })
  );
}

function barCard({ brief, unit, random }: Frame, theme: Theme, box: Box): string {
  const inset = unit * 0.05;
  const count = 6;
  const space = (box.w - inset * 2) / count;
  const bottom = box.y + box.h - inset;
  const most = box.h - inset * 2;
  const bars = Array.from({ length: count }, (_, index) => {
    const at = index / (count - 1);
    const level =
      brief.metric.trend === "down" ? 1 - at * 0.66 : brief.metric.trend === "up" ? 0.34 + at * 0.66 : 0.7;
    const high = most * Math.max(0.16, Math.min(1, level + random.between(-0.1, 0.05)));
    const last = index === count - 1;
    return rect(
      box.x + inset + space * index + space * 0.16,
      bottom - high,
      space * 0.68,
      high,
      last ? theme.main : mix(theme.main, theme.card, 0.66),
      { rx: space * 0.14 },
    );
  });
  return (
    card(box, theme.card, unit, theme) +
    group({ "data-part": "bars" }, bars.join("")) +
    line(path`M${box.x + inset} ${bottom} H${box.x + box.w - inset}`, theme.quiet, unit * 0.003)
  );
}
