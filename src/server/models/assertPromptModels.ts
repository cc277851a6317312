import { assertNames } from "../assertNames.js";
import { isCustomPromptModel } from "./ModelEntry.js";
import type { Models, PromptModelEntry } from "./ModelEntry.js";

/** Every member of an entry. A missing one is a type error here. */
const MEMBERS: Readonly<Record<keyof PromptModelEntry, true>> = {
  model: true,
  label: true,
  provider: true,
  kind: true,
  price: true,
  deprecated: true,
  providerOptions: true,
  guidance: true,
};

/**
 * Refuses prompt models with a member that nobody reads, or with rules that nobody is given.
 *
 * @throws TypeError that says which model, why, and what to do.
 */
export function assertPromptModels(models: Models<PromptModelEntry>): void {
  for (const [id, entry] of Object.entries(models)) {
    assertNames(`The prompt model ${JSON.stringify(id)}`, "", entry, MEMBERS);
    if (!entry.guidance?.trim() || !isCustomPromptModel(entry.model)) continue;
    throw new TypeError(
      `The prompt model ${JSON.stringify(id)} has "guidance", which an object with \`write\` is not given, so its rules ` +
        "would not hold. Put them into `write`, or make the model one of the AI SDK.",
    );
  }
}
