import { createVariablePiece, type PieceBounds, type VariablePiece } from "./createVariablePiece.js";
import type { VariableSource } from "./types.js";

/** Bounds of an index, unless it is given others. */
export const PIECE_BOUNDS: PieceBounds = {
  leaves: 20_000,
  depth: 12,
  keywords: 300_000,
  letters: 8_000_000,
};

const pieces = new WeakMap<VariableSource, VariablePiece>();

/** Gets the piece of a source: collected as far as it was asked for, and kept with the source whatever list that stands in. */
export function variablePieceOf(source: VariableSource, bounds: PieceBounds): VariablePiece {
  if (bounds !== PIECE_BOUNDS) return createVariablePiece(source, bounds);
  let piece = pieces.get(source);
  if (!piece) {
    piece = createVariablePiece(source, bounds);
    pieces.set(source, piece);
  }
  return piece;
}
