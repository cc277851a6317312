import type { Generation } from "../../contract/index.js";
import { shortenText } from "./shortenText.js";

/** Length from which a screen reader's user loses the thread; the whole prompt stands in the stages. */
const ALT_LENGTH = 180;

/** Describes an image by its prompt. */
export function imageAlt({ output }: Pick<Generation, "output">): string {
  return shortenText(output.prompt, ALT_LENGTH);
}
