import type { Message } from "../createTranslate.js";

/**
 * The words of the prompt editor.
 *
 * `{count}` is a number of variables, items or letters.
 */
export const promptEditor = {
  // Label of the field, a noun. "Prompt" is the text that a model draws from.
  "promptEditor.label": "Prompt",
  // Name of the list that opens at the text, said aloud: a noun in the plural.
  "promptEditor.suggestions": "Variables",
  // In that list: {query} is what the person typed.
  "promptEditor.empty": "No variable matches “{query}”.",
  "promptEditor.emptyAll": "No variables here yet. Nodes before this one provide them.",

  /* At the foot of that list: a key and what it does, a verb, as short as can be. The signs of the keys stay; "esc"
     is the key. */
  "promptEditor.hintInsert": "↵ insert",
  "promptEditor.hintOpen": "↵ open",
  // Inserts all that is below the name, as one object.
  "promptEditor.hintWhole": "⇧↵ insert whole",
  "promptEditor.hintClose": "esc close",
  // Beside them: {shown} of {total} variables are in the list, "20 of 132".
  "promptEditor.hintCount": "{shown} of {total}",

  // In place of a value: it is sensitive, and is not shown. An adjective said of a value.
  "promptEditor.masked": "hidden",
  // Button: opens the list of variables. A noun in the plural.
  "promptEditor.insert": "Variables",
  // Name of that button, said aloud where it has no words: a verb.
  "promptEditor.insertLabel": "Browse variables",
  "promptEditor.resolvedElsewhere": "The values are filled in when the node runs.",
  "promptEditor.resolvedEmpty": "The text is empty so far.",
  // In place of a list's value: {count} things are in it, from 0 on.
  "promptEditor.items": { one: "{count} item", other: "{count} items" },
  "promptEditor.unmarked": "This text is too long to mark variables in it.",
  // Said aloud: how many variables match, the name of the {first}, and what keys do. "Enter" and "Shift" are keys.
  "promptEditor.statusResults": {
    one: "1 variable. {first}. Enter inserts.",
    other: "{count} variables. {first}. Enter inserts, arrow keys choose.",
  },
  // As above, where the {first} has others below it.
  "promptEditor.statusBranch": {
    one: "1 variable. {first}. Enter opens it, Shift+Enter inserts it whole.",
    other: "{count} variables. {first}. Enter opens it, Shift+Enter inserts it whole, arrow keys choose.",
  },
  "promptEditor.statusEmpty": "No variable matches.",
  // Said aloud: {path} is the path of the variable; it is not translated. "Inserted" is a participle.
  "promptEditor.statusInserted": "Inserted “{path}”.",
  // As above: {path} stands for an object, all of it.
  "promptEditor.statusInsertedWhole": "Inserted “{path}” whole. It is written as JSON.",
  "promptEditor.statusTooLong": {
    one: "Not inserted: the text may have 1 character at most.",
    other: "Not inserted: the text may have {count} characters at most.",
  },

  /* Kinds of a variable's value, nouns in small letters: what its value is, not what it holds. */
  "promptEditor.type.string": "text",
  "promptEditor.type.number": "number",
  // A value that is either of the two.
  "promptEditor.type.boolean": "yes or no",
  // An object of data: names with values.
  "promptEditor.type.object": "object",
  // A list of data, in an order.
  "promptEditor.type.array": "list",
  // A value that says that there is none: an adjective said of a value.
  "promptEditor.type.null": "empty",
  "promptEditor.type.file": "file",
  // The kind is not known: an adjective said of the kind.
  "promptEditor.type.unknown": "unknown",
} satisfies Record<string, Message>;
