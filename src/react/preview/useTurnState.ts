"use client";
import { useCallback, useMemo, useState } from "react";
import type { GenerationState } from "../../client/index.js";
import type { PreviewContextValue } from "./PreviewContext.js";

/** State that lasts until the run begins, ends or is replaced. */
export interface TurnState {
  /** Changes with each turn of the run. */
  id: string;
  /** Run whose image a person chose to see. */
  selectedId: string | null | undefined;
  /** Choices and deeds of a person, for the parts of the preview. */
  interaction: Pick<
    PreviewContextValue,
    | "select"
    | "view"
    | "setView"
    | "trouble"
    | "setTrouble"
    | "announcement"
    | "announcementCount"
    | "announce"
  >;
}

/** Keeps what a person does until the next turn of the run, so that nothing has to be cleared. */
export function useTurnState(state: GenerationState): TurnState {
  const id = nameTurn(state);
  const [selectedId, select] = useStateOfTurn<string | null>(id);
  const [openView, setView] = useStateOfTurn<PreviewContextValue["view"]>(id);
  const [trouble, setTrouble] = useStateOfTurn<PreviewContextValue["trouble"]>(id);
  const [announcement, setAnnouncement] = useStateOfTurn<string>(`${id} ${state.stage ?? ""}`);
  const [announcementCount, count] = useState(0);
  const announce = useCallback(
    (words: string) => {
      setAnnouncement(words);
      count((before) => before + 1);
    },
    [setAnnouncement],
  );
  const view = openView ?? null;
  const interaction = useMemo(
    () => ({ select, view, setView, trouble, setTrouble, announcement, announcementCount, announce }),
    [select, view, setView, trouble, setTrouble, announcement, announcementCount, announce],
  );
  return { id, selectedId, interaction };
}

/** Names the turn; of several images the next one begins with the first of them, whichever is chosen or ends later. */
function nameTurn({ variations, chosen, status, startedAt, id }: GenerationState): string {
  if (!variations) return `${status} ${startedAt ?? ""} ${id ?? ""}`;
  return `${chosen === undefined ? status : "chosen"} ${startedAt ?? ""} `;
}

/** Keeps a value that falls back to `undefined` when the turn changes. */
function useStateOfTurn<T>(turn: string): [T | undefined, (value: T) => void] {
  const [kept, setKept] = useState<{ turn: string; value: T } | null>(null);
  const set = useCallback((value: T) => setKept({ turn, value }), [turn]);
  return [kept?.turn === turn ? kept.value : undefined, set];
}
