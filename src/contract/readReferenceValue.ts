import { isBag } from "./isBag.js";

/** Picture of the back end by its id, or a value that is none, with words for it. */
export type ReferenceItem =
  | {
      /** Id of a picture of the back end. */
      readonly attachmentId: string;
      /** Value as it was found. */
      readonly value: unknown;
    }
  | {
      readonly attachmentId?: undefined;
      /** Value as it was found, for a host that can load it. */
      readonly value: unknown;
      /** Words for what was found, in English: "a number", "a text that is no attachment id". */
      readonly found: string;
    };

/** Most items that one value may lead to. A model takes few. */
const MOST_ITEMS = 100;
const MOST_LEVELS = 8;
/** Values that are looked at: lists may hold one another many times. */
const MOST_VALUES = 10_000;

/** Ids of attachments have neither blanks nor what addresses and paths are made of. */
const ATTACHMENT_ID = /^[^\s/\\:]{1,255}$/;

/**
 * Reads the value of a reference's variable: a workflow file with an `attachmentId`, an attachment id, or a list of those,
 * in order, lists within lists as well. `null` and what is empty are no picture, so the result may be empty. A value that
 * is none of these is an item with `found`. At most 100 items; never throws.
 *
 * @example
 * readReferenceValue([image.output, null]).map(({ attachmentId }) => attachmentId); // ["att_7f3a"]
 */
export function readReferenceValue(value: unknown): readonly ReferenceItem[] {
  const items: ReferenceItem[] = [];
  try {
    readInto({ items, left: MOST_VALUES }, value, 0);
  } catch {
    // A getter of the host's threw.
    items.push({ value, found: "a value that can't be read" });
  }
  return items;
}

function readInto(reading: { items: ReferenceItem[]; left: number }, value: unknown, level: number): void {
  const { items } = reading;
  reading.left -= 1;
  if (reading.left < 0 || items.length >= MOST_ITEMS || value === null || value === undefined) return;
  if (Array.isArray(value)) {
    if (level >= MOST_LEVELS) items.push({ value, found: "lists within lists" });
    else for (const member of value) readInto(reading, member, level + 1);
    return;
  }
  if (typeof value === "string") {
    const text = value.trim();
    if (text === "") return;
    items.push(
      ATTACHMENT_ID.test(text)
        ? { attachmentId: text, value }
        : { value, found: `a text that is no attachment id: ${JSON.stringify(text.slice(0, 60))}` },
    );
    return;
  }
  if (!isBag(value)) {
    items.push({ value, found: `a ${typeof value}` });
    return;
  }
  const inside = isBag(value["_metadata"]) ? value["_metadata"]["attachmentId"] : undefined;
  const attachmentId = value["attachmentId"] ?? inside;
  items.push(
    typeof attachmentId === "string" && ATTACHMENT_ID.test(attachmentId)
      ? { attachmentId, value }
      : { value, found: "an object without an attachmentId" },
  );
}
