import { darken, lighten } from "../drawing/colour.js";
import { ellipse, group, line, linear, path, radial, shape, stop } from "../drawing/svg.js";
import { drawHead } from "./drawHead.js";
import type { Look } from "./drawHead.js";
import { blurFilter } from "../finish/filters.js";
import type { Frame, Layers } from "./frame.js";
import { studio } from "./interiors.js";

/** One person from the chest up, in their clothes, before a soft studio ground or a place out of focus. */
export function composeHeadshot(frame: Frame, backdrop?: Layers | undefined): Layers {
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
  const base = backdrop ?? studio({ ...frame, floor: height * 1.2 }, tone);
  const defs =
    base.defs +
    (backdrop ? blurFilter("behind", unit * 0.009) : "") +
    linear(
      "bustskin",
      [stop(0, lighten(skin, 0.14)), stop(0.55, skin), stop(1, darken(skin, 0.2))],
      [0.15, 0.1, 0.95, 0.7],
    ) +
    linear(
      "busthair",
      [stop(0, lighten(hair, 0.24)), stop(0.6, hair), stop(1, darken(hair, 0.3))],
      [0.1, 0, 0.8, 1],
    ) +
    linear(
      "bustcloth",
      [stop(0, lighten(look.cloth, 0.2)), stop(0.5, look.cloth), stop(1, darken(look.cloth, 0.35))],
      [0, 0, 1, 0.8],
    ) +
    radial("bustglow", [stop(0, "#ffffff", 0.6), stop(1, "#ffffff", 0)]);
  const glow = ellipse(
    width * random.between(0.45, 0.55),
    height * 0.42,
    unit * 0.6,
    unit * 0.55,
    "url(#bustglow)",
  );
  const body =
    backHair(look) +
    shoulders(look) +
    clothes(look, brief.person?.outfit ?? "suit") +
    drawHead(look) +
    frontHair(look) +
    (brief.person?.outfit === "chef" ? toque(look) : "");
  const back = backdrop ? group({ filter: "url(#behind)" }, base.back + base.middle) : base.back;
  return {
    defs,
    back,
    middle: backdrop ? "" : glow,
    subject: group({ "data-part": "bust" }, body),
    front: "",
  };
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
  const lapel = (side: number) => {
    const edge = path`M${x + side * s * 0.115} ${y - s * 0.355} L${x + side * s * 0.175} ${y - s * 0.315} L${x + side * s * 0.215} ${y - s * 0.19} L${x + side * s * 0.16} ${y - s * 0.178} L${x + side * s * 0.185} ${y - s * 0.145} L${x + side * s * 0.035} ${y + s * 0.01}`;
    return (
      shape(
        `${edge}${path` L${x + side * s * 0.072} ${y - s * 0.2}`}Z`,
        side < 0 ? lighten(outer, 0.12) : darken(outer, 0.14),
        { "data-part": "lapel" },
      ) + line(edge, darken(outer, 0.42), s * 0.0045, { opacity: 0.7 })
    );
  };
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
