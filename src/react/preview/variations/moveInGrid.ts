/**
 * Moves the focus from cell to cell with the arrow keys, Home and End: sideways in reading order, up and down to the cell
 * that stands there. Returns whether the key was one of them.
 */
export function moveInGrid(list: HTMLElement, key: string): boolean {
  const cells = [...list.children] as HTMLElement[];
  const from = cells.findIndex(
    (cell) => cell.contains(document.activeElement) || cell.contains(focusIn(list)),
  );
  const to = findTarget(cells, from, key, getComputedStyle(list).direction === "rtl");
  return to !== undefined && from >= 0 && focusCell(list, to);
}

/** Moves the focus to the button of a cell. Returns whether there is such a cell. */
export function focusCell(list: HTMLElement, index: number): boolean {
  const cell = list.children[index];
  cell?.querySelector<HTMLElement>("button")?.focus();
  return cell !== undefined;
}

/** Finds the focus in a shadow root too. */
function focusIn(list: HTMLElement): Element | null {
  const root = list.getRootNode();
  return root instanceof ShadowRoot ? root.activeElement : null;
}

function findTarget(
  cells: readonly HTMLElement[],
  from: number,
  key: string,
  isReversed: boolean,
): number | undefined {
  const last = cells.length - 1;
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
      return bounded(from - countColumns(cells)) === from - countColumns(cells)
        ? from - countColumns(cells)
        : from;
    case "ArrowDown":
      return from + countColumns(cells) <= last ? from + countColumns(cells) : from;
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
