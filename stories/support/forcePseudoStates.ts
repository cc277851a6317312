const PSEUDO = /:(hover|active|focus-visible|focus)(?![\w-])/g;
/** What a pointer or a key can reach. Without weight, so that the copies weigh what their rules do. */
const CONTROL = ":where(button, input, textarea, select, a[href], summary)";

/**
 * Makes every rule of the library's sheet for `:hover`, `:active` and `:focus…` hold for the controls in `[data-force]` too, which names the
 * states: `data-force="hover active"`. The rules are the sheet's own, copied behind themselves, so that a sheet of states
 * shows what people see. Returns a function that takes the copies away.
 */
export function forcePseudoStates(page: Document): () => void {
  const undo: (() => void)[] = [];
  for (const sheet of page.styleSheets) copyRules(sheet, undo);
  return () => {
    for (const step of undo.reverse()) step();
  };
}

function copyRules(place: CSSStyleSheet | CSSGroupingRule, undo: (() => void)[]): void {
  for (let index = place.cssRules.length - 1; index >= 0; index--) {
    const rule = place.cssRules[index];
    if (rule instanceof CSSGroupingRule) copyRules(rule, undo);
    if (!(rule instanceof CSSStyleRule) || rule.selectorText.search(PSEUDO) < 0) continue;
    if (!rule.selectorText.includes("data-imagenode-part")) continue;
    const selector = rule.selectorText.replaceAll(PSEUDO, `:is([data-force~="$1"] ${CONTROL})`);
    place.insertRule(`${selector} { ${rule.style.cssText} }`, index + 1);
    const copy = place.cssRules[index + 1];
    undo.push(() => {
      const at = [...place.cssRules].findIndex((one) => one === copy);
      if (at >= 0) place.deleteRule(at);
    });
  }
}
