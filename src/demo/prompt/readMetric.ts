import { wordSet } from "./wordSet.js";

/** A figure that a prompt names. */
export interface Metric {
  /** As it is drawn: "+24 %", "$1.2M", "37". Upper case, Latin letters, digits and signs only. */
  text: string;
  /** Whether it goes up, down or neither. */
  trend: "up" | "down" | "flat";
  /** Name of the figure in a few upper-case words; empty where the prompt gives none. */
  label: string;
}

const FIGURE =
  /([+\-−–]\s?)?([$€£]\s?)?(\d[\d.,]*\d|\d)\s?(%|percent\b|k\b|m\b|bn\b|million\b|billion\b|x\b)?/gi;
const UP =
  /\b(up|grew|grow|grows|growth|growing|rise|rises|rose|rising|increas\w*|gain\w*|higher|boost\w*|soar\w*|climb\w*)\b/i;
const DOWN =
  /\b(down|fell|fall|falls|falling|drop\w*|decreas\w*|declin\w*|lower|loss|losses|shrink\w*|shrank|reduc\w*)\b/i;
const UNITS: Readonly<Record<string, string>> = {
  "%": " %",
  percent: " %",
  k: "K",
  m: "M",
  million: "M",
  bn: "BN",
  billion: "BN",
  x: "×",
};
const NOISE = wordSet(`
  a an the of in by to for from with and on at is are was were has have this that as our its up down percent professional business
  infographic showing chart graph dashboard header report visual key metric about image illustration million billion clean modern quarter week month year day last next over since per figure grow
`);

/** Reads the main figure of a prompt, with its direction and its name. */
export function readMetric(text: string): Metric {
  const figures = [...text.matchAll(FIGURE)].filter((found) => !/[a-z]$/i.test(text.slice(0, found.index)));
  const match = figures.find(([, sign, currency, , unit]) => sign ?? currency ?? unit) ?? figures[0];
  const trend =
    /^[-−–]/.test(match?.[1] ?? "") || DOWN.test(text)
      ? "down"
      : UP.test(text) || match?.[1] !== undefined
        ? "up"
        : "flat";
  let figure = "";
  if (match) {
    const [, , currency = "", digits = "", unit = ""] = match;
    const isShare = UNITS[unit.toLowerCase()] === " %";
    const sign =
      match[1] !== undefined || isShare ? (trend === "down" ? "-" : trend === "up" ? "+" : "") : "";
    figure = `${sign}${currency.trim()}${digits}${UNITS[unit.toLowerCase()] ?? ""}`;
  }
  const named = (match ? text.replace(match[0], " ") : text).toLowerCase().match(/[a-z]{2,}/g) ?? [];
  const label = named
    .filter((word) => !NOISE.has(word) && (word === "growth" || (!UP.test(word) && !DOWN.test(word))))
    .slice(0, 3);
  return { text: figure, trend, label: label.join(" ").toUpperCase() };
}
