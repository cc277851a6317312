import { useCombobox } from "downshift";
import { useLayoutEffect, useState } from "react";
import type { TextareaHTMLAttributes } from "react";
import type { ContestantProps } from "../contestantProps.js";
import { findPaths, findToken } from "../token.js";
import type { Token } from "../token.js";

/** downshift's combobox on a textarea: items filtered by the application, the text controlled. */
export function Downshift({ text, paths }: ContestantProps) {
  const [field, setField] = useState<HTMLTextAreaElement | null>(null);
  const [value, setValue] = useState(text);
  const [token, setToken] = useState<Token | null>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const items = token ? [...findPaths(paths, token.query)] : [];
  useLayoutEffect(() => {
    if (caret !== null) field?.setSelectionRange(caret, caret);
  }, [caret, field]);
  const accept = (path: string) => {
    if (!token) return;
    const inserted = `{{${path}}}`;
    setValue(value.slice(0, token.start) + inserted + value.slice(token.end));
    setCaret(token.start + inserted.length);
    setToken(null);
  };
  const { getInputProps, getMenuProps, getItemProps, highlightedIndex } = useCombobox<string>({
    items,
    inputValue: value,
    selectedItem: null,
    isOpen: items.length > 0,
    defaultHighlightedIndex: 0,
    onSelectedItemChange: ({ selectedItem }) => accept(selectedItem ?? ""),
  });
  const input = getInputProps({
    ref: setField as (element: unknown) => void,
    "aria-label": "Prompt",
    onChange: (event) => {
      const { value: typed, selectionStart } = event.target as unknown as HTMLTextAreaElement;
      setValue(typed);
      setCaret(null);
      setToken(findToken(typed, selectionStart));
    },
  });
  return (
    <div>
      <textarea {...(input as object as TextareaHTMLAttributes<HTMLTextAreaElement>)} spellCheck={false} />
      <ul {...getMenuProps({ "aria-label": "Variables" })} hidden={items.length === 0}>
        {items.map((path, index) => (
          <li
            key={path}
            {...getItemProps({ item: path, index })}
            className={index === highlightedIndex ? "highlighted" : undefined}
          >
            {path}
          </li>
        ))}
      </ul>
    </div>
  );
}
