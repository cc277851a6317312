import { assertNames } from "../assertNames.js";
import type { SpendingOptions } from "./SpendingOptions.js";

const MEMBERS: Readonly<Record<keyof SpendingOptions, "required" | "optional">> = {
  reserve: "required",
  settle: "required",
  credits: "optional",
};

/**
 * Refuses an account that could not reserve or not settle.
 *
 * @throws TypeError that says which member, why, and what to do.
 */
export function assertSpending(spending: unknown): void {
  if (spending === undefined) return;
  if (typeof spending !== "object" || spending === null) {
    throw new TypeError(
      `createImageNodeHandler needs \`spending\` as an object; got ${JSON.stringify(spending)}. Pass { reserve, settle }, or ` +
        "leave it out: then nothing is reserved.",
    );
  }
  const members = spending as Readonly<Record<string, unknown>>;
  assertNames("createImageNodeHandler", "spending", members, MEMBERS);
  for (const [name, need] of Object.entries(MEMBERS)) {
    const value = members[name];
    if (typeof value === "function" || (need === "optional" && value === undefined)) continue;
    throw new TypeError(
      `createImageNodeHandler needs \`spending.${name}\` as a function, and got a value of type ${typeof value}: ` +
        (need === "optional"
          ? "the catalog would fail. Pass a function, or leave it out."
          : "what is reserved must be settled. Pass both `reserve` and `settle`."),
    );
  }
}
