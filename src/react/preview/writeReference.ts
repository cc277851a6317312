import { formatDoubleBraces } from "../../template/index.js";
import { askText } from "../internal/askText.js";
import type { PreviewContextValue } from "./PreviewContext.js";

/** Writes a reference to the shown node's output in the host's language; empty where it can't, or no slug is known. */
export function writeReference(
  path: readonly string[],
  { nodeSlug: slug, scope }: Pick<PreviewContextValue, "nodeSlug" | "scope">,
): string {
  if (slug === undefined) return "";
  const { language, nodeId, nodeName } = scope ?? {};
  if (!language) return formatDoubleBraces([slug, ...path]);
  return askText(() => language.format([slug, ...path], { slug, nodeId, label: nodeName ?? slug }), "");
}
