/**
 * Moves the focus along a row of buttons: with the arrow keys by one, in the direction of the page, with Home and End to an
 * end. Returns whether the key was one of them.
 *
 * @param from button that has the focus; its siblings of the same part are the row
 */
export function moveInStrip(from: HTMLElement, key: string): boolean {
  const part = from.getAttribute("data-imagenode-part");
  const row = [...(from.parentElement?.children ?? [])].filter(
    (each): each is HTMLElement => each.getAttribute("data-imagenode-part") === part,
  );
  const place = row.indexOf(from);
  const forward = getComputedStyle(from).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
  const targets: Record<string, HTMLElement | undefined> = {
    Home: row[0],
    End: row.at(-1),
    [forward]: row[place + 1] ?? from,
    [backward]: row[place - 1] ?? from,
  };
  if (!Object.hasOwn(targets, key)) return false;
  targets[key]?.focus();
  return true;
}
