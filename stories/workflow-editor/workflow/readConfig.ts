import type { NodeKind } from "../engine/types.js";
import { INTEGRATIONS } from "../nodes/integrations.js";
import { SCHEDULES } from "../nodes/schedules.js";
import { KINDS } from "./kinds.js";

type Bag = Readonly<Record<string, unknown>>;

/** Values that a member may have, where not every text will do. */
const CHOICES: Readonly<Partial<Record<NodeKind, Readonly<Record<string, readonly string[]>>>>> = {
  trigger: { type: ["form", "schedule"], schedule: Object.keys(SCHEDULES) },
  action: { integration: Object.keys(INTEGRATIONS) },
  http: { method: ["POST", "PUT"], body: ["file", "json"] },
};
/** Members with names of the user's own. */
const FREE = new Set(["payload", "values"]);

/**
 * Reads a node's saved configuration. What this editor does not know there gets the value of a new node, and a note;
 * unknown members stay.
 */
export function readConfig(kind: NodeKind, saved: Bag, name: string, notes: string[]): Bag {
  const fresh = KINDS[kind].createConfig() as Bag;
  const config: Record<string, unknown> = { ...fresh, ...saved };
  for (const [member, value] of Object.entries(fresh)) {
    if (saved[member] === undefined || isUsable(kind, member, value, saved[member])) continue;
    config[member] = value;
    notes.push(`${name}: the setting "${member}" could not be read; it is as in a new node.`);
  }
  return config;
}

function isUsable(kind: NodeKind, member: string, fresh: unknown, saved: unknown): boolean {
  const choices = CHOICES[kind]?.[member];
  if (choices) return typeof saved === "string" && choices.includes(saved);
  if (Array.isArray(fresh)) return Array.isArray(saved) && saved.every((item) => isLike(fresh[0], item));
  if (FREE.has(member)) {
    if (typeof saved !== "object" || saved === null || Array.isArray(saved)) return false;
    return member === "payload" || Object.values(saved).every((value) => typeof value === "string");
  }
  return typeof saved === typeof fresh && (typeof saved !== "number" || Number.isFinite(saved));
}

function isLike(fresh: unknown, saved: unknown): boolean {
  if (typeof fresh !== "object" || fresh === null) return typeof saved === typeof fresh;
  if (typeof saved !== "object" || saved === null) return false;
  return Object.entries(fresh).every(([key, value]) => typeof (saved as Bag)[key] === typeof value);
}
