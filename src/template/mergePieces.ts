import type { PieceBounds, VariablePiece } from "./createVariablePiece.js";
import type { Variable } from "./types.js";

/** First variables of one piece that there is room for in a list of all. */
export interface MergedPiece {
  piece: VariablePiece;
  /** Variables of the piece, level by level. */
  rows: readonly Variable[];
}

/** Content of a list of several pieces. */
export interface MergedPieces {
  parts: readonly MergedPiece[];
  /** Whether there was no room for some variables. */
  truncated: boolean;
}

/**
 * Takes from each piece what there is room for, level by level, so that a node with too many does not hide the others,
 * and of one level that of the nearest node first.
 *
 * @param pieces the nearest node first
 */
export function mergePieces(pieces: readonly VariablePiece[], bounds: PieceBounds): MergedPieces {
  const taken = pieces.map(() => 0);
  let places = 0;
  let leaves = 0;
  let letters = 0;
  let keywords = 0;

  /** Takes one level of a piece; false where there is no room for all of it. */
  function take(at: number, level: readonly Variable[]): boolean {
    for (const { branch, path, label } of level) {
      leaves += branch ? 0 : 1;
      letters += path.length + label.length;
      if (leaves > bounds.leaves || letters > bounds.letters) return false;
      taken[at] = (taken[at] as number) + 1;
    }
    places += level.length;
    return true;
  }

  /** Takes all pieces down to their ends; false where there was no room for something. */
  function takeAll(): boolean {
    let left = [...pieces.keys()];
    for (let depth = 1; left.length > 0; depth++) {
      const deeper: number[] = [];
      for (const at of left) {
        const piece = pieces[at] as VariablePiece;
        if (depth > 1 && (keywords > bounds.keywords || places >= bounds.leaves * 4)) return false;
        const level = piece.level(depth);
        keywords += piece.keywords(depth) - (depth > 1 ? piece.keywords(depth - 1) : 0);
        if (!level) continue;
        if (!take(at, level)) return false;
        deeper.push(at);
      }
      left = deeper;
    }
    return true;
  }

  const isWhole = takeAll();
  return {
    parts: pieces.map((piece, at) => ({
      piece,
      rows: isWhole ? piece.rows() : firstRows(piece, taken[at] as number),
    })),
    truncated: !isWhole || pieces.some((piece) => piece.isTruncated()),
  };
}

/** Lists the first rows of a piece without collecting what lies deeper. */
function firstRows(piece: VariablePiece, count: number): readonly Variable[] {
  const rows: Variable[] = [];
  for (let depth = 1; rows.length < count; depth++) {
    const level = piece.level(depth);
    if (!level) break;
    for (const row of level.slice(0, count - rows.length)) rows.push(row);
  }
  return rows;
}
