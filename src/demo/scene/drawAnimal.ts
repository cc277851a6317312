import { darken, lighten, mix } from "../drawing/colour.js";
import { circle, ellipse, group, line, linear, path, shape, stop } from "../drawing/svg.js";

type Tail = "bushy" | "slim" | "short" | "thin" | "none";

interface Coat {
  main: string;
  light: string;
  /** Colour of the legs. */
  dark: string;
  paw: string;
  tail: Tail;
  tip: string;
  stripes?: string | undefined;
  /** Head size, as a part of the animal's height. */
  head: number;
  /** Width of the body, as a multiple of a cat's. */
  girth: number;
}

const coat = (
  main: string,
  light: string,
  dark: string,
  paw: string,
  tail: Tail,
  tip: string,
  head: number,
  girth: number,
): Coat => ({ main, light, dark, paw, tail, tip, head, girth });

/** Animals whose glyph is only a face: the illustrator draws the sitting body to it. */
const COATS: Readonly<Record<string, Coat>> = {
  fox: coat("#ff6f1a", "#fff1dc", "#4a3f40", "#38302f", "bushy", "#fff6ea", 0.6, 0.92),
  "cat-face": coat("#ffc022", "#fff0cf", "#ffc022", "#fff4dd", "slim", "#ff9b31", 0.57, 0.94),
  "dog-face": coat("#f6d3a4", "#fff3df", "#f6d3a4", "#fff3df", "slim", "#865b51", 0.6, 0.98),
  bear: coat("#855b52", "#b99277", "#74493f", "#5f3b33", "none", "#855b52", 0.57, 1.18),
  panda: coat("#fbfbf8", "#ffffff", "#4d4d4d", "#3c3c3e", "none", "#fff", 0.58, 1.18),
  "tiger-face": {
    ...coat("#ff8e12", "#fff3e2", "#ff8410", "#fff1de", "slim", "#33302f", 0.57, 1.05),
    stripes: "#33302f",
  },
  lion: coat("#f2b134", "#ffe3a1", "#eaa62b", "#ffd98a", "slim", "#7b5348", 0.64, 1),
  wolf: coat("#a2a7ad", "#e9eaec", "#8b9097", "#d8dadd", "bushy", "#5b6067", 0.58, 0.96),
  "rabbit-face": coat("#b9c5cb", "#ffffff", "#aebbc2", "#f5f7f8", "short", "#ffffff", 0.62, 0.92),
  "mouse-face": coat("#b0b0b4", "#e9e9ee", "#a2a2a7", "#ffc4c0", "thin", "#ffa8a7", 0.62, 0.96),
  hamster: coat("#f2a159", "#fff2e0", "#e8944a", "#ffd2b1", "short", "#f2a159", 0.62, 1.12),
  koala: coat("#b0b0b3", "#e4e4e6", "#a0a0a4", "#77777c", "none", "#b0b0b0", 0.6, 1.1),
  "polar-bear": coat("#f4f7f8", "#ffffff", "#e4ecef", "#cfd9de", "none", "#fff", 0.56, 1.18),
  frog: coat("#b1ca1c", "#e9f08e", "#a4bd14", "#8fa60e", "none", "#b1ca1c", 0.66, 1.12),
};

export const hasDrawnBody = (icon: string): boolean => Object.hasOwn(COATS, icon);

/**
 * A sitting animal, its base at (x, y), `size` high. `head` draws the face glyph into the given square;
 * `tint` recolours the coat as the face was recoloured. Ids start with `id`.
 */
export function drawAnimal(
  icon: string,
  place: { x: number; y: number; size: number; id: string },
  tint: (colour: string) => string,
  head: (x: number, y: number, size: number) => string,
): { defs: string; body: string } {
  const base = COATS[icon] ?? coat("#b0b0b0", "#eeeeee", "#8a8a8a", "#777777", "slim", "#777777", 0.6, 1);
  const look = {
    ...base,
    main: tint(base.main),
    dark: base.dark === base.main ? tint(base.dark) : base.dark,
  };
  const { x, y, size: s, id } = place;
  const w = s * 0.235 * look.girth;
  const fur = `url(#${id}fur)`;
  const leg = `url(#${id}leg)`;
  const defs =
    linear(
      `${id}fur`,
      [stop(0, lighten(look.main, 0.12)), stop(0.55, look.main), stop(1, darken(look.main, 0.2))],
      [0.25, 0, 0.7, 1],
    ) +
    linear(`${id}leg`, [stop(0, look.main), stop(0.45, look.dark), stop(1, darken(look.dark, 0.12))]) +
    linear(`${id}bib`, [
      stop(0, look.light),
      stop(0.7, look.light),
      stop(1, mix(look.light, look.main, 0.35)),
    ]);
  const torso = path`M${x - w * 0.66} ${y - s * 0.5} C${x - w * 1.1} ${y - s * 0.36} ${x - w * 1.22} ${y - s * 0.1} ${x - w * 0.98} ${y} L${x + w * 0.98} ${y} C${x + w * 1.22} ${y - s * 0.1} ${x + w * 1.1} ${y - s * 0.36} ${x + w * 0.66} ${y - s * 0.5}Z`;
  const haunch = (side: number) =>
    shape(
      path`M${x + side * w * 0.5} ${y - s * 0.02} C${x + side * w * 0.42} ${y - s * 0.26} ${x + side * w * 1.2} ${y - s * 0.32} ${x + side * w * 1.34} ${y - s * 0.12} C${x + side * w * 1.38} ${y - s * 0.04} ${x + side * w * 1.3} ${y} ${x + side * w * 1.16} ${y}Z`,
      fur,
    ) +
    line(
      path`M${x + side * w * 0.56} ${y - s * 0.1} C${x + side * w * 0.62} ${y - s * 0.22} ${x + side * w * 1} ${y - s * 0.25} ${x + side * w * 1.18} ${y - s * 0.17}`,
      darken(look.main, 0.28),
      s * 0.008,
      { opacity: 0.5 },
    );
  const hindPaw = (side: number) => ellipse(x + side * w * 1.02, y - s * 0.018, w * 0.4, s * 0.032, look.paw);
  const foreleg = (side: number) => {
    const cx = x + side * w * 0.36;
    return (
      shape(
        path`M${cx - w * 0.28} ${y - s * 0.36} C${cx - w * 0.3} ${y - s * 0.2} ${cx - w * 0.24} ${y - s * 0.08} ${cx - w * 0.25} ${y - s * 0.012} L${cx + w * 0.25} ${y - s * 0.012} C${cx + w * 0.24} ${y - s * 0.08} ${cx + w * 0.3} ${y - s * 0.2} ${cx + w * 0.28} ${y - s * 0.36}Z`,
        leg,
      ) +
      ellipse(cx, y - s * 0.014, w * 0.31, s * 0.034, look.paw) +
      [-0.1, 0.1]
        .map((toe) =>
          line(
            path`M${cx + w * toe} ${y - s * 0.022} L${cx + w * toe} ${y + s * 0.008}`,
            darken(look.paw, 0.3),
            s * 0.006,
          ),
        )
        .join("")
    );
  };
  const bib = shape(
    path`M${x - w * 0.62} ${y - s * 0.48} C${x - w * 0.74} ${y - s * 0.34} ${x - w * 0.42} ${y - s * 0.3} ${x - w * 0.46} ${y - s * 0.22} C${x - w * 0.24} ${y - s * 0.25} ${x - w * 0.12} ${y - s * 0.2} ${x} ${y - s * 0.13} C${x + w * 0.12} ${y - s * 0.2} ${x + w * 0.24} ${y - s * 0.25} ${x + w * 0.46} ${y - s * 0.22} C${x + w * 0.42} ${y - s * 0.3} ${x + w * 0.74} ${y - s * 0.34} ${x + w * 0.62} ${y - s * 0.48}Z`,
    `url(#${id}bib)`,
  );
  const body =
    drawTail(look, x, y, s, w, fur) +
    shape(torso, fur) +
    stripes(look, x, y, s, w) +
    haunch(-1) +
    haunch(1) +
    hindPaw(-1) +
    hindPaw(1) +
    foreleg(-1) +
    foreleg(1) +
    line(path`M${x} ${y - s * 0.2} L${x} ${y - s * 0.03}`, darken(look.dark, 0.4), s * 0.008, {
      opacity: 0.55,
    }) +
    bib +
    ellipse(x, y - s * 0.47, w * 0.72, s * 0.055, darken(look.main, 0.6), { opacity: 0.28 }) +
    head(x - (s * look.head) / 2, y - s * 1.02, s * look.head);
  return { defs, body: group({ "data-part": "animal", "data-glyph": icon }, body) };
}

function stripes(look: Coat, x: number, y: number, s: number, w: number): string {
  if (look.stripes === undefined) return "";
  const colour = look.stripes;
  return [0.4, 0.32, 0.24]
    .flatMap((high) =>
      [-1, 1].map((side) =>
        line(
          path`M${x + side * w * 1.02} ${y - s * high} Q${x + side * w * 0.8} ${y - s * (high - 0.03)} ${x + side * w * 0.62} ${y - s * (high + 0.01)}`,
          colour,
          s * 0.022,
        ),
      ),
    )
    .join("");
}

function drawTail(look: Coat, x: number, y: number, s: number, w: number, fur: string): string {
  if (look.tail === "bushy") {
    return (
      shape(
        path`M${x + w * 0.6} ${y - s * 0.04} C${x + w * 1.5} ${y + s * 0.03} ${x + w * 2.5} ${y - s * 0.06} ${x + w * 2.42} ${y - s * 0.34} C${x + w * 2.38} ${y - s * 0.48} ${x + w * 2.16} ${y - s * 0.58} ${x + w * 1.96} ${y - s * 0.62} C${x + w * 2} ${y - s * 0.5} ${x + w * 1.66} ${y - s * 0.44} ${x + w * 1.5} ${y - s * 0.32} C${x + w * 1.36} ${y - s * 0.22} ${x + w * 1.3} ${y - s * 0.14} ${x + w * 0.7} ${y - s * 0.16}Z`,
        fur,
      ) +
      shape(
        path`M${x + w * 1.96} ${y - s * 0.62} C${x + w * 2.16} ${y - s * 0.58} ${x + w * 2.38} ${y - s * 0.48} ${x + w * 2.42} ${y - s * 0.36} C${x + w * 2.24} ${y - s * 0.43} ${x + w * 2.2} ${y - s * 0.36} ${x + w * 2.04} ${y - s * 0.41} C${x + w * 1.94} ${y - s * 0.37} ${x + w * 1.86} ${y - s * 0.41} ${x + w * 1.74} ${y - s * 0.42} C${x + w * 1.9} ${y - s * 0.48} ${x + w * 1.98} ${y - s * 0.53} ${x + w * 1.96} ${y - s * 0.62}Z`,
        look.tip,
      )
    );
  }
  if (look.tail === "slim") {
    const d = path`M${x + w * 0.8} ${y - s * 0.05} C${x + w * 1.7} ${y} ${x + w * 2.15} ${y - s * 0.12} ${x + w * 1.86} ${y - s * 0.3} C${x + w * 1.72} ${y - s * 0.4} ${x + w * 1.98} ${y - s * 0.48} ${x + w * 2.1} ${y - s * 0.42}`;
    return (
      line(d, darken(look.main, 0.08), s * 0.062) + circle(x + w * 2.1, y - s * 0.42, s * 0.036, look.tip)
    );
  }
  if (look.tail === "thin") {
    return line(
      path`M${x + w * 0.8} ${y - s * 0.03} C${x + w * 1.8} ${y + s * 0.01} ${x + w * 2.2} ${y - s * 0.1} ${x + w * 1.9} ${y - s * 0.2} C${x + w * 1.75} ${y - s * 0.28} ${x + w * 2.1} ${y - s * 0.34} ${x + w * 2.25} ${y - s * 0.28}`,
      look.tip,
      s * 0.022,
    );
  }
  return look.tail === "short" ? circle(x + w * 1.3, y - s * 0.09, s * 0.07, look.tip) : "";
}
