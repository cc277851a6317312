"use client";
import { useMemo } from "react";
import type { Reference } from "../../contract/index.js";
import { readKept } from "../config-form/index.js";
import type { ConfigFormContextValue } from "../config-form/index.js";
import { moveItem } from "./moveItem.js";

/** Ways to change the references of a form. Each returns the list as it is now, or `null` where nothing changed. */
export interface ReferenceEdits {
  read: () => readonly Reference[];
  add: (reference: Reference) => readonly Reference[];
  remove: (index: number) => readonly Reference[] | null;
  move: (from: number, to: number) => readonly Reference[] | null;
}

/** Returns functions that change the references of a form as they are at that moment: one event may call several. */
export function useReferenceEdits({ form, setField }: ConfigFormContextValue): ReferenceEdits {
  return useMemo(() => {
    const read = () => readKept<readonly Reference[]>(form.getValues("references")) ?? [];
    const write = (next: readonly Reference[]) => {
      setField("references", next.length > 0 ? [...next] : undefined, { commit: true });
      return next;
    };
    return {
      read,
      add: (reference) => write([...read(), reference]),
      remove(index) {
        const list = read();
        return index in list ? write(list.filter((_, place) => place !== index)) : null;
      },
      move(from, to) {
        const list = read();
        const next = moveItem(list, from, to);
        return next === list ? null : write(next);
      },
    };
  }, [form, setField]);
}
