/** Gives the box of a mirror and the sheet inside it the styles that never change. */
export function styleMirror(box: HTMLElement, sheet: HTMLElement): void {
  Object.assign(box.style, {
    position: "absolute",
    right: "auto",
    bottom: "auto",
    margin: "0",
    padding: "0",
    border: "0",
    minWidth: "0",
    maxWidth: "none",
    minHeight: "0",
    maxHeight: "none",
    overflow: "hidden",
    pointerEvents: "none",
    userSelect: "none",
    // Safari knows no other name.
    webkitUserSelect: "none",
    contain: "strict",
    visibility: "hidden",
  });
  Object.assign(sheet.style, {
    // A host's rules for every `div` would move the text.
    all: "revert",
    position: "absolute",
    top: "0",
    boxSizing: "border-box",
    borderStyle: "solid",
    borderColor: "transparent",
  });
}

/** Puts the box of a mirror exactly behind its field, and makes the sheet as wide as the field's text. */
export function placeMirror(
  field: HTMLTextAreaElement,
  style: CSSStyleDeclaration,
  box: HTMLElement,
  sheet: HTMLElement,
): void {
  const parent = box.offsetParent;
  if (!parent) return;
  const fieldBox = field.getBoundingClientRect();
  const parentBox = parent.getBoundingClientRect();
  const scale = fieldBox.width / field.offsetWidth || 1;
  const left = (fieldBox.left - parentBox.left) / scale - parent.clientLeft + parent.scrollLeft;
  const top = (fieldBox.top - parentBox.top) / scale - parent.clientTop + parent.scrollTop;
  Object.assign(box.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${fieldBox.width / scale}px`,
    height: `${fieldBox.height / scale}px`,
  });
  const borders = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
  // A scroll bar takes its width from the text; in right-to-left fields it stands on the left.
  sheet.style.width = `${field.clientWidth + (borders || 0)}px`;
  sheet.style.left = `${field.clientLeft - (parseFloat(style.borderLeftWidth) || 0)}px`;
}
