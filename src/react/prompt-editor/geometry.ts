// All that measures and draws. Loaded once an editor is in the page: neither text nor keys wait for it.
export { createMirror } from "./mirror.js";
export { followAnchor } from "./followAnchor.js";
export { paintHits } from "./paintHits.js";
export { classifyTokens } from "./classifyTokens.js";
