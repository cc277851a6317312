import { formatPath } from "./formatPath.js";
import { nextToken } from "./nextToken.js";

/** Rewrites every reference to the node `from` into one to `to`; all else stays as it is, byte for byte. */
export function renameReferences(text: string, from: string, to: string): string {
  let result = "";
  let last = 0;
  for (let token = nextToken(text, 0); token; token = nextToken(text, token.end)) {
    if (token.head && token.reference?.segments[0] === from) {
      result += text.slice(last, token.head.start) + formatPath([to]);
      last = token.head.end;
    }
  }
  return result + text.slice(last);
}
