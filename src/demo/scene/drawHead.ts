import { darken, mix } from "../drawing/colour.js";
import { ellipse, line, path, shape } from "../drawing/svg.js";

/** Look of a bust, and its place: the middle of its foot and its height. */
export interface Look {
  x: number;
  y: number;
  s: number;
  skin: string;
  hair: string;
  woman: boolean;
  cloth: string;
  tie: string;
}

/** The head with its face, without hair. */
export function drawHead({ x, y, s, skin, hair, woman }: Look): string {
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
