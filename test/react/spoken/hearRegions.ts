/** Words of a live region, and whether they interrupt. */
export interface Heard {
  words: string;
  isUrgent: boolean;
}

const REGION = "[role=status], [role=alert], [role=log], [aria-live]";

/**
 * Listens to the live regions of the page: what is written in one is said, once for each time that it is written, the same
 * words too. A region that comes with its words is silent, except an alert: that is how screen readers do it.
 *
 * @returns what was heard since the last call, and how to stop
 */
export function hearRegions() {
  const heard: Heard[] = [];
  const note = (region: Element, text: string | null) => {
    const words = (text ?? "").replace(/\s+/g, " ").trim();
    const isUrgent = region.matches("[role=alert]") || region.getAttribute("aria-live") === "assertive";
    if (words !== "") heard.push({ words, isUrgent });
  };
  const observer = new MutationObserver((changes) => {
    // What is written anew is said again, but all that one turn writes once.
    const written = new Set<Element>();
    for (const { target, type, addedNodes } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      for (const node of addedNodes)
        if (node instanceof Element)
          for (const alert of [node, ...node.querySelectorAll("*")])
            if (alert.matches("[role=alert]") && alert.isConnected) written.add(alert);
      const region = element?.closest(REGION);
      if (!region || region.getAttribute("aria-live") === "off") continue;
      if (region.getAttribute("aria-atomic") === "false" || !region.matches("[role=status], [role=alert]"))
        for (const node of addedNodes) note(region, node.textContent);
      else if (type === "characterData" || addedNodes.length > 0) written.add(region);
    }
    for (const region of written) if (region.isConnected) note(region, region.textContent);
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  return {
    take: () => heard.splice(0),
    /** Whether these words have been heard since the last `take`. */
    has: (words: string | RegExp) =>
      heard.some((each) => (typeof words === "string" ? each.words.includes(words) : words.test(each.words))),
    stop: () => observer.disconnect(),
  };
}
