import { darken, lighten, mix } from "../drawing/colour.js";
import { ellipse, group, line, linear, path, radial, shape } from "../drawing/svg.js";
import type { Frame, Layers } from "./frame.js";
import { studio } from "./interiors.js";

/** One person from the chest up, in their clothes, before a soft studio ground. */
export function composeHeadshot(frame: Frame): Layers {
  const { brief, random, width, height, unit } = frame;
  const woman =
    brief.person?.look === "woman" ||
    (brief.person?.look === "any" && brief.person.outfit !== "suit" && random() < 0.5);
  const skin = random.pick(["#f0c9a8", "#e3b08a", "#c98f66", "#a86f4a", "#7d4e34", "#f3d3b8"]);
  const hair = random.pick(["#2b211f", "#4a3022", "#6b4428", "#1d1b20", "#8f6238", "#5a5250"]);
  const s = Math.min(unit * (height > width ? 1.35 : 0.98), height * 0.9);
  const look: Look = {
    x: width / 2,
    y: height,
    s,
    skin,
    hair,
    woman,
    cloth: brief.colour ?? random.pick(["#2c3854", "#33363f", "#4a3f47", "#274a4f"]),
    tie: random.pick(["#8c2f3a", "#2f5f8c", "#3f6b57", "#6d4a86"]),
  };
  const tone =
    brief.time === "night"
      ? "#56607a"
      : brief.time === "sunset"
        ? "#d9a88c"
        : random.pick(["#b7bec6", "#c6c0b6", "#aebfc4"]);
  const base = studio({ ...frame, floor: height * 1.2 }, tone);
  const defs =
    base.defs +
    linear(
      "bustskin",
      [
        [0, lighten(skin, 0.14)],
        [0.55, skin],
        [1, darken(skin, 0.2)],
      ],
      0.15,
      0.1,
      0.95,
      0.7,
    ) +
    linear(
      "busthair",
      [
        [0, lighten(hair, 0.24)],
        [0.6, hair],
        [1, darken(hair, 0.3)],
      ],
      0.1,
      0,
      0.8,
      1,
    ) +
    linear(
      "bustcloth",
      [
        [0, lighten(look.cloth, 0.2)],
        [0.5, look.cloth],
        [1, darken(look.cloth, 0.35)],
      ],
      0,
      0,
      1,
      0.8,
    ) +
    radial("bustglow", [
      [0, "#ffffff", 0.6],
      [1, "#ffffff", 0],
    ]);
  const glow = ellipse(width / 2, height * 0.42, unit * 0.6, unit * 0.55, "url(#bustglow)");
  const body =
    backHair(look) +
    shoulders(look) +
    clothes(look, brief.person?.outfit ?? "suit") +
    head(look) +
    frontHair(look) +
    (brief.person?.outfit === "chef" ? toque(look) : "");
  return { ...base, defs, middle: glow, subject: group({ "data-part": "bust" }, body) };
}

interface Look {
  x: number;
  y: number;
  s: number;
  skin: string;
  hair: string;
  woman: boolean;
  cloth: string;
  tie: string;
}

function shoulders({ x, y, s, skin }: Look): string {
  return (
    shape(
      path`M${x - s * 0.47} ${y} C${x - s * 0.47} ${y - s * 0.2} ${x - s * 0.36} ${y - s * 0.27} ${x - s * 0.13} ${y - s * 0.335} L${x + s * 0.13} ${y - s * 0.335} C${x + s * 0.36} ${y - s * 0.27} ${x + s * 0.47} ${y - s * 0.2} ${x + s * 0.47} ${y}Z`,
      "url(#bustcloth)",
    ) +
    shape(
      path`M${x - s * 0.088} ${y - s * 0.5} L${x - s * 0.096} ${y - s * 0.34} Q${x} ${y - s * 0.22} ${x + s * 0.096} ${y - s * 0.34} L${x + s * 0.088} ${y - s * 0.5}Z`,
      darken(skin, 0.1),
    ) +
    shape(
      path`M${x - s * 0.09} ${y - s * 0.44} Q${x} ${y - s * 0.33} ${x + s * 0.09} ${y - s * 0.44} L${x + s * 0.088} ${y - s * 0.5} L${x - s * 0.088} ${y - s * 0.5}Z`,
      darken(skin, 0.32),
      { opacity: 0.75 },
    )
  );
}

function clothes(look: Look, outfit: "suit" | "casual" | "coat" | "chef"): string {
  const { x, y, s, cloth, tie } = look;
  const neck = (side: number) =>
    shape(
      path`M${x + side * s * 0.092} ${y - s * 0.375} L${x + side * s * 0.12} ${y - s * 0.33} L${x + side * s * 0.062} ${y - s * 0.225} L${x} ${y - s * 0.29}Z`,
      "#ffffff",
    ) +
    line(
      path`M${x + side * s * 0.12} ${y - s * 0.33} L${x + side * s * 0.062} ${y - s * 0.225} L${x} ${y - s * 0.29}`,
      "#c3c9d3",
      s * 0.004,
    );
  if (outfit === "casual") {
    return (
      shape(
        path`M${x - s * 0.135} ${y - s * 0.345} Q${x} ${y - s * 0.2} ${x + s * 0.135} ${y - s * 0.345} L${x + s * 0.105} ${y - s * 0.37} Q${x} ${y - s * 0.255} ${x - s * 0.105} ${y - s * 0.37}Z`,
        lighten(cloth, 0.25),
      ) +
      [-1, 1]
        .map((side) =>
          line(
            path`M${x + side * s * 0.3} ${y - s * 0.2} Q${x + side * s * 0.31} ${y - s * 0.1} ${x + side * s * 0.29} ${y}`,
            darken(cloth, 0.4),
            s * 0.007,
            { opacity: 0.5 },
          ),
        )
        .join("")
    );
  }
  const outer = outfit === "suit" ? cloth : "#f4f6f8";
  const shirt = shape(
    path`M${x - s * 0.12} ${y - s * 0.335} L${x} ${y - s * 0.28} L${x + s * 0.12} ${y - s * 0.335} L${x + s * 0.075} ${y} L${x - s * 0.075} ${y}Z`,
    outfit === "coat" ? "#a9c4dc" : "#f8f9fb",
  );
  const tieShape =
    look.woman && outfit === "suit"
      ? ""
      : shape(
          path`M${x - s * 0.028} ${y - s * 0.285} L${x + s * 0.028} ${y - s * 0.285} L${x + s * 0.02} ${y - s * 0.235} L${x + s * 0.043} ${y - s * 0.03} L${x} ${y + s * 0.02} L${x - s * 0.043} ${y - s * 0.03} L${x - s * 0.02} ${y - s * 0.235}Z`,
          tie,
          { "data-part": "tie" },
        ) +
        line(
          path`M${x - s * 0.02} ${y - s * 0.235} L${x + s * 0.02} ${y - s * 0.235}`,
          darken(tie, 0.35),
          s * 0.008,
        );
  const half = (side: number) =>
    outfit === "suit"
      ? ""
      : shape(
          path`M${x + side * s * 0.12} ${y - s * 0.34} C${x + side * s * 0.36} ${y - s * 0.27} ${x + side * s * 0.47} ${y - s * 0.2} ${x + side * s * 0.47} ${y} L${x + side * s * 0.03} ${y} L${x + side * s * 0.08} ${y - s * 0.16}Z`,
          side < 0 ? outer : darken(outer, 0.07),
        );
  const lapel = (side: number) =>
    shape(
      path`M${x + side * s * 0.115} ${y - s * 0.355} L${x + side * s * 0.175} ${y - s * 0.315} L${x + side * s * 0.215} ${y - s * 0.19} L${x + side * s * 0.16} ${y - s * 0.178} L${x + side * s * 0.185} ${y - s * 0.145} L${x + side * s * 0.035} ${y + s * 0.01} L${x + side * s * 0.072} ${y - s * 0.2}Z`,
      side < 0 ? lighten(outer, 0.12) : darken(outer, 0.14),
      { "data-part": "lapel" },
    ) +
    line(
      path`M${x + side * s * 0.115} ${y - s * 0.355} L${x + side * s * 0.175} ${y - s * 0.315} L${x + side * s * 0.215} ${y - s * 0.19} L${x + side * s * 0.16} ${y - s * 0.178} L${x + side * s * 0.185} ${y - s * 0.145} L${x + side * s * 0.035} ${y + s * 0.01}`,
      darken(outer, 0.42),
      s * 0.0045,
      { opacity: 0.7 },
    );
  const pocket =
    outfit === "suit"
      ? shape(
          path`M${x + s * 0.235} ${y - s * 0.118} l${s * 0.075} ${-s * 0.012} l${-s * 0.012} ${-s * 0.024} l${-s * 0.02} ${s * 0.012} l${-s * 0.02} ${-s * 0.014} l${-s * 0.018} ${s * 0.02}Z`,
          "#f3f5f8",
        )
      : "";
  const sleeve = [-1, 1]
    .map((side) =>
      line(
        path`M${x + side * s * 0.345} ${y - s * 0.15} Q${x + side * s * 0.335} ${y - s * 0.07} ${x + side * s * 0.345} ${y}`,
        darken(outer, 0.45),
        s * 0.006,
        { opacity: 0.55 },
      ),
    )
    .join("");
  return shirt + tieShape + half(-1) + half(1) + neck(-1) + neck(1) + lapel(-1) + lapel(1) + pocket + sleeve;
}

function head({ x, y, s, skin, hair, woman }: Look): string {
  const cy = y - s * 0.63;
  const ink = mix(hair, "#1b1512", 0.5);
  const ear = (side: number) =>
    ellipse(x + side * s * 0.158, cy + s * 0.012, s * 0.024, s * 0.042, darken(skin, 0.12));
  const eye = (side: number) => {
    const ex = x + side * s * 0.062;
    const ey = cy - s * 0.002;
    return (
      shape(
        path`M${ex - s * 0.03} ${ey} Q${ex} ${ey - s * 0.024} ${ex + s * 0.03} ${ey} Q${ex} ${ey + s * 0.02} ${ex - s * 0.03} ${ey}Z`,
        "#fdfcfa",
      ) +
      ellipse(ex, ey - s * 0.001, s * 0.0125, s * 0.0135, "#4b3a2f") +
      ellipse(ex, ey - s * 0.001, s * 0.006, s * 0.007, "#14100f") +
      ellipse(ex + s * 0.004, ey - s * 0.006, s * 0.0035, s * 0.0035, "#ffffff") +
      line(
        path`M${ex - s * 0.031} ${ey} Q${ex} ${ey - s * 0.027} ${ex + s * 0.031} ${ey - s * 0.001}`,
        ink,
        s * (woman ? 0.0075 : 0.0055),
      ) +
      line(
        path`M${ex - s * 0.036} ${ey - s * 0.036} Q${ex + side * s * 0.006} ${ey - s * 0.052} ${ex + s * 0.036} ${ey - s * 0.036}`,
        ink,
        s * (woman ? 0.008 : 0.0115),
      )
    );
  };
  return (
    ear(-1) +
    ear(1) +
    shape(
      path`M${x - s * 0.155} ${cy - s * 0.06} C${x - s * 0.16} ${cy - s * 0.24} ${x + s * 0.16} ${cy - s * 0.24} ${x + s * 0.155} ${cy - s * 0.06} C${x + s * 0.16} ${cy + s * 0.07} ${x + s * 0.11} ${cy + s * 0.14} ${x + s * 0.055} ${cy + s * 0.178} Q${x} ${cy + s * 0.203} ${x - s * 0.055} ${cy + s * 0.178} C${x - s * 0.11} ${cy + s * 0.14} ${x - s * 0.16} ${cy + s * 0.07} ${x - s * 0.155} ${cy - s * 0.06}Z`,
      "url(#bustskin)",
      { "data-part": "head" },
    ) +
    [-1, 1]
      .map((side) =>
        ellipse(x + side * s * 0.095, cy + s * 0.062, s * 0.034, s * 0.022, "#d9634f", { opacity: 0.16 }),
      )
      .join("") +
    eye(-1) +
    eye(1) +
    line(
      path`M${x - s * 0.006} ${cy + s * 0.002} Q${x - s * 0.02} ${cy + s * 0.058} ${x - s * 0.022} ${cy + s * 0.066} Q${x} ${cy + s * 0.083} ${x + s * 0.022} ${cy + s * 0.068}`,
      darken(skin, 0.32),
      s * 0.006,
      { opacity: 0.8 },
    ) +
    shape(
      path`M${x - s * 0.056} ${cy + s * 0.112} Q${x - s * 0.014} ${cy + s * 0.102} ${x} ${cy + s * 0.108} Q${x + s * 0.014} ${cy + s * 0.102} ${x + s * 0.056} ${cy + s * 0.112} Q${x} ${cy + s * 0.152} ${x - s * 0.056} ${cy + s * 0.112}Z`,
      mix(skin, woman ? "#b53a45" : "#a8564c", woman ? 0.62 : 0.42),
    ) +
    line(
      path`M${x - s * 0.06} ${cy + s * 0.11} Q${x} ${cy + s * 0.13} ${x + s * 0.06} ${cy + s * 0.11}`,
      darken(mix(skin, "#8f3a38", 0.5), 0.3),
      s * 0.0045,
    )
  );
}

function backHair({ x, y, s, woman }: Look): string {
  if (!woman) return "";
  const cy = y - s * 0.63;
  return shape(
    path`M${x - s * 0.185} ${cy - s * 0.05} C${x - s * 0.22} ${cy - s * 0.32} ${x + s * 0.22} ${cy - s * 0.32} ${x + s * 0.185} ${cy - s * 0.05} C${x + s * 0.19} ${cy + s * 0.1} ${x + s * 0.235} ${cy + s * 0.2} ${x + s * 0.2} ${cy + s * 0.31} Q${x} ${cy + s * 0.4} ${x - s * 0.2} ${cy + s * 0.31} C${x - s * 0.235} ${cy + s * 0.2} ${x - s * 0.19} ${cy + s * 0.1} ${x - s * 0.185} ${cy - s * 0.05}Z`,
    "url(#busthair)",
    { "data-part": "hair" },
  );
}

function frontHair({ x, y, s, hair, woman }: Look): string {
  const cy = y - s * 0.63;
  const d = woman
    ? path`M${x - s * 0.172} ${cy + s * 0.05} C${x - s * 0.215} ${cy - s * 0.3} ${x + s * 0.215} ${cy - s * 0.3} ${x + s * 0.172} ${cy + s * 0.05} C${x + s * 0.16} ${cy - s * 0.05} ${x + s * 0.12} ${cy - s * 0.1} ${x + s * 0.03} ${cy - s * 0.165} C${x - s * 0.02} ${cy - s * 0.1} ${x - s * 0.14} ${cy - s * 0.08} ${x - s * 0.172} ${cy + s * 0.05}Z`
    : path`M${x - s * 0.166} ${cy - s * 0.005} C${x - s * 0.205} ${cy - s * 0.19} ${x - s * 0.13} ${cy - s * 0.275} ${x - s * 0.01} ${cy - s * 0.265} C${x + s * 0.12} ${cy - s * 0.275} ${x + s * 0.2} ${cy - s * 0.19} ${x + s * 0.166} ${cy - s * 0.005} C${x + s * 0.156} ${cy - s * 0.07} ${x + s * 0.145} ${cy - s * 0.1} ${x + s * 0.122} ${cy - s * 0.132} C${x + s * 0.05} ${cy - s * 0.12} ${x - s * 0.04} ${cy - s * 0.13} ${x - s * 0.09} ${cy - s * 0.16} C${x - s * 0.13} ${cy - s * 0.12} ${x - s * 0.155} ${cy - s * 0.08} ${x - s * 0.166} ${cy - s * 0.005}Z`;
  const shine = line(
    path`M${x - s * 0.1} ${cy - s * 0.19} Q${x - s * 0.02} ${cy - s * 0.245} ${x + s * 0.09} ${cy - s * 0.205}`,
    lighten(hair, 0.4),
    s * 0.014,
    { opacity: 0.45 },
  );
  return shape(d, "url(#busthair)", { "data-part": "hair" }) + shine;
}

function toque({ x, y, s }: Look): string {
  const top = y - s * 0.8;
  return shape(
    path`M${x - s * 0.15} ${top} L${x - s * 0.16} ${top - s * 0.08} C${x - s * 0.26} ${top - s * 0.1} ${x - s * 0.2} ${top - s * 0.22} ${x - s * 0.09} ${top - s * 0.17} C${x - s * 0.06} ${top - s * 0.25} ${x + s * 0.06} ${top - s * 0.25} ${x + s * 0.09} ${top - s * 0.17} C${x + s * 0.2} ${top - s * 0.22} ${x + s * 0.26} ${top - s * 0.1} ${x + s * 0.16} ${top - s * 0.08} L${x + s * 0.15} ${top} Q${x} ${top + s * 0.03} ${x - s * 0.15} ${top}Z`,
    "#fbfbf9",
  );
}
