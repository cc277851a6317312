import { darken, lighten } from "../drawing/colour.js";
import { circle, ellipse, line, linear, path, rect, shape, stop } from "../drawing/svg.js";
import type { Person } from "../prompt/brief.js";
import type { Drawn, Stand } from "./Drawn.js";

type Kind = "any" | "woman" | "man" | "child";

const SKINS = ["#d9a17c", "#a86f4a", "#f0c9a8", "#7d4e34", "#c98f66"] as const;
const HAIRS = ["#3a2a26", "#1d1b20", "#6b4428", "#2b211f", "#8f6238"] as const;
const CASUAL = ["#c2564b", "#3f7fa3", "#d9a03f", "#5c9a6c", "#8a6bb0"] as const;
const SUITS = ["#2c3854", "#33363f", "#274a4f", "#4a3f47"] as const;
const TIES = ["#8c2f3a", "#2f5f8c", "#3f6b57"] as const;

/** A standing person from head to foot; of several, each has a look of their own. */
export function drawPerson(kind: Kind, stand: Stand, colour: string | undefined): Drawn {
  const { x, y, size: s, id, turn = 0 } = stand;
  const outfit: Person["outfit"] = kind === "child" ? "casual" : (stand.outfit ?? "casual");
  const woman =
    kind === "woman" || (kind === "any" && turn % 2 === 1) || (kind === "child" && turn % 2 === 1);
  const skin = pick(SKINS, turn);
  const hair = pick(HAIRS, turn * 3 + 1);
  const white = outfit === "coat" || outfit === "chef";
  const cloth = colour ?? (white ? "#eef1f4" : pick(outfit === "suit" ? SUITS : CASUAL, turn));
  const legs = outfit === "suit" ? darken(cloth, 0.1) : woman && !white ? darken(cloth, 0.35) : "#37415c";
  const hem = outfit === "coat" ? 0.3 : woman && outfit === "casual" ? 0.34 : 0.43;
  const head = kind === "child" ? 1.55 : 1;
  const leg = (side: number) =>
    shape(
      path`M${x + side * s * 0.015} ${y - s * 0.46} L${x + side * s * 0.1} ${y - s * 0.46} L${x + side * s * 0.085} ${y - s * 0.03} L${x + side * s * 0.025} ${y - s * 0.03}Z`,
      legs,
    ) + ellipse(x + side * s * 0.066, y - s * 0.018, s * 0.052, s * 0.02, "#2a2528");
  const arm = (side: number) =>
    line(
      path`M${x + side * s * 0.115} ${y - s * 0.71} Q${x + side * s * 0.165} ${y - s * 0.57} ${x + side * s * 0.135} ${y - s * 0.45}`,
      darken(cloth, 0.14),
      s * 0.056,
    ) + circle(x + side * s * 0.134, y - s * 0.44, s * 0.027, skin);
  const flare = hem < 0.4 ? 0.15 : 0.115;
  const torso = shape(
    path`M${x - s * 0.13} ${y - s * 0.7} Q${x - s * 0.11} ${y - s * 0.77} ${x} ${y - s * 0.775} Q${x + s * 0.11} ${y - s * 0.77} ${x + s * 0.13} ${y - s * 0.7} L${x + s * flare} ${y - s * hem} L${x - s * flare} ${y - s * hem}Z`,
    `url(#${id}cloth)`,
  );
  const collar =
    outfit === "casual"
      ? ""
      : shape(
          path`M${x - s * 0.045} ${y - s * 0.772} L${x + s * 0.045} ${y - s * 0.772} L${x} ${y - s * 0.62}Z`,
          outfit === "suit" ? "#ffffff" : "#a9c4dc",
        ) +
        (outfit === "suit" && !woman
          ? shape(
              path`M${x - s * 0.012} ${y - s * 0.765} L${x + s * 0.012} ${y - s * 0.765} L${x + s * 0.016} ${y - s * 0.65} L${x} ${y - s * 0.62} L${x - s * 0.016} ${y - s * 0.65}Z`,
              pick(TIES, turn),
            )
          : "");
  const hy = y - s * (0.88 + (head - 1) * 0.05);
  const h = s * head;
  const long = woman
    ? shape(
        path`M${x - h * 0.088} ${hy} C${x - h * 0.12} ${hy - h * 0.14} ${x + h * 0.12} ${hy - h * 0.14} ${x + h * 0.088} ${hy} L${x + h * 0.1} ${hy + h * 0.12} L${x - h * 0.1} ${hy + h * 0.12}Z`,
        darken(hair, 0.15),
      )
    : "";
  const face =
    circle(x - h * 0.028, hy + h * 0.005, h * 0.009, "#2a2225") +
    circle(x + h * 0.028, hy + h * 0.005, h * 0.009, "#2a2225") +
    line(
      path`M${x - h * 0.024} ${hy + h * 0.042} Q${x} ${hy + h * 0.058} ${x + h * 0.024} ${hy + h * 0.042}`,
      darken(skin, 0.45),
      h * 0.008,
    );
  const fringe = shape(
    path`M${x - h * 0.08} ${hy + h * 0.01} C${x - h * 0.1} ${hy - h * 0.12} ${x + h * 0.1} ${hy - h * 0.13} ${x + h * 0.082} ${hy + h * 0.01} Q${x + h * 0.05} ${hy - h * 0.05} ${x - h * 0.02} ${hy - h * 0.05} Q${x - h * 0.06} ${hy - h * 0.04} ${x - h * 0.08} ${hy + h * 0.01}Z`,
    hair,
  );
  return {
    defs: linear(`${id}cloth`, [stop(0, lighten(cloth, 0.14)), stop(1, darken(cloth, 0.18))]),
    body:
      leg(-1) +
      leg(1) +
      arm(-1) +
      arm(1) +
      long +
      torso +
      rect(x - s * 0.028, y - s * 0.82, s * 0.056, s * 0.07, darken(skin, 0.14), { rx: s * 0.02 }) +
      collar +
      ellipse(x, hy, h * 0.075, h * 0.088, skin) +
      face +
      fringe +
      (outfit === "chef" ? toque(x, hy - h * 0.06, h) : ""),
  };
}

function toque(x: number, y: number, h: number): string {
  return (
    rect(x - h * 0.07, y - h * 0.05, h * 0.14, h * 0.05, "#ffffff") +
    circle(x - h * 0.05, y - h * 0.07, h * 0.045, "#ffffff") +
    circle(x + h * 0.05, y - h * 0.07, h * 0.045, "#ffffff") +
    circle(x, y - h * 0.09, h * 0.05, "#ffffff")
  );
}

const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? "#888888";
