declare const __webpack_nonce__: string | undefined;

/**
 * Returns the page's nonce for inline styles, under the name that Radix's own dependency reads. Bundlers that know the
 * name replace it; elsewhere it is a global.
 */
export function pageNonce(): string | undefined {
  return typeof __webpack_nonce__ === "undefined" ? undefined : __webpack_nonce__;
}
