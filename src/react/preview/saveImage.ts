import { toPngName } from "../../internal/toPngName.js";
import { fetchImage } from "./fetchImage.js";

/** Saves an image; rejects where it can't be read, as when its origin forbids it, and where it is no PNG. */
export async function saveImage(src: string, fileName: string): Promise<void> {
  const blob = await fetchImage(src);
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = toPngName(fileName);
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
