/**
 * Moves the focus from cell to cell with the arrow keys, Home and End: sideways in reading order, up and down to the cell
 * that stands there. Returns whether the key was one of them.
 */
export function moveInGrid(list: HTMLElement, key: string): boolean {
  const cells = [...list.children] as HTMLElement[];
  // The root of a shadow tells the focus in it, whether it is closed or not.
  const { activeElement } = list.getRootNode() as Document | ShadowRoot;
  const from = cells.findIndex((cell) => cell.contains(activeElement));
  const to = findTarget(cells, from, key, getComputedStyle(list).direction === "rtl");
  return to !== undefined && from >= 0 && focusCell(list, to);
}

/** Moves the focus to what a cell offers, or to its place where it offers nothing. Returns whether there is such a cell. */
export function focusCell(list: HTMLElement, index: number): boolean {
  const cell = list.children[index];
  const target =
    cell?.querySelector<HTMLElement>("button:enabled") ?? cell?.querySelector<HTMLElement>("[tabindex]");
  target?.focus();
  return cell !== undefined;
}

function findTarget(
  cells: readonly HTMLElement[],
  from: number,
  key: string,
  isReversed: boolean,
): number | undefined {
  const last = cells.length - 1;
  const columns = countColumns(cells);
  const bounded = (index: number) => Math.max(0, Math.min(last, index));
  switch (key) {
    case "Home":
      return 0;
    case "End":
      return last;
    case "ArrowRight":
      return bounded(from + (isReversed ? -1 : 1));
    case "ArrowLeft":
      return bounded(from + (isReversed ? 1 : -1));
    case "ArrowUp":
      return from >= columns ? from - columns : from;
    case "ArrowDown":
      return from + columns <= last ? from + columns : from;
    default:
      return undefined;
  }
}

/** Counts the cells of the first row as they stand in the page. */
function countColumns(cells: readonly HTMLElement[]): number {
  const top = cells[0]?.offsetTop;
  const next = cells.findIndex((cell) => cell.offsetTop !== top);
  return next < 1 ? cells.length : next;
}
