/** A number as short as a picture needs it. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Joins coordinates for a path, rounded. */
export function path(parts: TemplateStringsArray, ...values: readonly number[]): string {
  return parts.reduce((text, part, index) => text + round(values[index - 1] ?? 0) + part);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One SVG element. Attribute values are escaped; `children` must be markup made by this module. */
export function element(name: string, attributes: Attributes, children = ""): string {
  let text = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    text += ` ${key}="${typeof value === "number" ? round(value) : escapeXml(value)}"`;
  }
  return children === "" ? `${text}/>` : `${text}>${children}</${name}>`;
}

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Attributes = {},
) => element("rect", { x, y, width, height, fill, ...more });

export const circle = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}) =>
  element("circle", { cx, cy, r, fill, ...more });

export const ellipse = (
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  fill: string,
  more: Attributes = {},
) => element("ellipse", { cx, cy, rx, ry, fill, ...more });

export const shape = (d: string, fill: string, more: Attributes = {}) =>
  element("path", { d, fill, ...more });

export const line = (d: string, stroke: string, width: number, more: Attributes = {}) =>
  element("path", {
    d,
    fill: "none",
    stroke,
    "stroke-width": width,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    ...more,
  });

export const group = (attributes: Attributes, children: string) => element("g", attributes, children);

/** One colour of a gradient, at a fraction of its way. */
export const stop = (offset: number, colour: string, opacity?: number) =>
  element("stop", { offset, "stop-color": colour, "stop-opacity": opacity });

/** A gradient from top to bottom, or along a line from (x1, y1) to (x2, y2) in fractions of the shape. */
export function linear(
  id: string,
  stops: readonly string[],
  [x1, y1, x2, y2]: readonly [x1: number, y1: number, x2: number, y2: number] = [0, 0, 0, 1],
): string {
  return element("linearGradient", { id, x1, y1, x2, y2 }, stops.join(""));
}

/** A gradient from the centre outwards, or from (cx, cy) up to the radius, in fractions of the shape. */
export function radial(
  id: string,
  stops: readonly string[],
  [cx, cy, r]: readonly [cx: number, cy: number, r: number] = [0.5, 0.5, 0.5],
): string {
  return element("radialGradient", { id, cx, cy, r }, stops.join(""));
}

/** A soft shadow on the ground, without a filter. Needs the gradient "shade" of the scene. */
export const groundShadow = (x: number, y: number, rx: number, ry: number, opacity = 0.5) =>
  ellipse(x, y, rx, ry, "url(#shade)", { opacity });

export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
