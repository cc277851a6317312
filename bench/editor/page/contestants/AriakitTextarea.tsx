import * as Ariakit from "@ariakit/react";
import { matchSorter } from "match-sorter";
import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ContestantProps } from "../contestantProps.js";
import { ROWS, findToken } from "../token.js";

/** Ariakit's combobox around a textarea, as its example has it: match-sorter, the query deferred, ten rows. */
export function AriakitTextarea({ text, paths }: ContestantProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(text);
  const [caret, setCaret] = useState<number | null>(null);
  const combobox = Ariakit.useComboboxStore();
  const query = useDeferredValue(Ariakit.useStoreState(combobox, "value"));
  const open = Ariakit.useStoreState(combobox, "open");
  const matches = useMemo(
    () =>
      open
        ? matchSorter(paths, query, { baseSort: (a, b) => (a.index < b.index ? -1 : 1) }).slice(0, ROWS)
        : [],
    [open, paths, query],
  );
  useLayoutEffect(() => {
    if (caret !== null) field.current?.setSelectionRange(caret, caret);
  }, [caret]);
  // The example re-places the popup after the text was painted.
  useLayoutEffect(() => combobox.render(), [combobox, value]);

  const accept = (path: string) => {
    const element = field.current;
    const token = element && findToken(element.value, element.selectionStart);
    if (!token) return;
    const inserted = `{{${path}}}`;
    setValue((before) => before.slice(0, token.start) + inserted + before.slice(token.end));
    setCaret(token.start + inserted.length);
    combobox.hide();
  };
  return (
    <div>
      <Ariakit.Combobox
        store={combobox}
        autoSelect
        value={value}
        showOnClick={false}
        showOnChange={false}
        showOnKeyPress={false}
        setValueOnChange={false}
        render={<textarea ref={field} aria-label="Prompt" spellCheck={false} />}
        onScroll={combobox.render}
        onPointerDown={combobox.hide}
        onChange={(event) => {
          const element = event.target as unknown as HTMLTextAreaElement;
          const token = findToken(element.value, element.selectionStart);
          setValue(element.value);
          setCaret(null);
          combobox.setValue(token?.query ?? "");
          if (token) combobox.show();
          else combobox.hide();
        }}
      />
      <Ariakit.ComboboxPopover
        store={combobox}
        hidden={matches.length === 0}
        unmountOnHide
        fitViewport
        aria-label="Variables"
      >
        {matches.map((path) => (
          <Ariakit.ComboboxItem
            key={path}
            value={path}
            focusOnHover
            setValueOnClick={false}
            onClick={() => accept(path)}
          >
            {path}
          </Ariakit.ComboboxItem>
        ))}
      </Ariakit.ComboboxPopover>
    </div>
  );
}
