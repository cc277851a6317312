/** Two grounds, two accents and a quiet tone that go together. */
type Scheme = readonly [ground: string, deep: string, warm: string, cool: string, quiet: string];

export const SCHEMES: readonly [Scheme, ...Scheme[]] = [
  ["#f6ead9", "#2c3e5c", "#e9785a", "#3f8f8b", "#f3c9a5"],
  ["#e4eef0", "#24405a", "#f0a04b", "#4b86b4", "#b9d4d6"],
  ["#f3e6ea", "#43305c", "#ea6f7c", "#6a6fc4", "#e6c3d4"],
  ["#eaf0df", "#2d4a3f", "#e2a23f", "#5c9a6c", "#c9dcae"],
  ["#e9e6f4", "#2c2f63", "#f28f79", "#5b7fd6", "#c8c4ea"],
];
