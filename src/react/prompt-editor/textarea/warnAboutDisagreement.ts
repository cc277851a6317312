/** Warns, once and in development only, that a host changes the text while it is typed. */
export function warnAboutDisagreement() {
  let warned = false;
  return (typed: string, value: string) => {
    try {
      if (process.env.NODE_ENV !== "production") {
        if (!warned) warn(typed, value);
        warned = true;
      }
    } catch {
      // Without a bundler there is no `process`: that counts as production.
    }
  };
}

function warn(typed: string, value: string): void {
  console.warn(
    `<PromptEditor.Root> was given a value that differs from what was typed (${quote(value)} instead of ` +
      `${quote(typed)}). Changing the text while somebody types breaks undo and input methods. ` +
      "Store what onValueChange says as it is, and normalise it in onValueCommit.",
  );
}

function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
