import type { Generation } from "../../contract/index.js";
import type { PreviewContextValue } from "./PreviewContext.js";
import { shortenText } from "./shortenText.js";

/** Length from which a screen reader's user loses the thread; the whole prompt stands in the stages. */
const ALT_LENGTH = 180;

/** Returns the attributes of an image, but for its address. */
export function imageAttributes(
  { output, image }: Generation,
  generationIs: PreviewContextValue["generationIs"],
) {
  return {
    "data-imagenode-part": "preview-image",
    "data-state": generationIs,
    alt: shortenText(output.prompt, ALT_LENGTH),
    width: image.width,
    height: image.height,
    referrerPolicy: "no-referrer",
  } as const;
}
