import type { Message } from "../createTranslate.js";

/**
 * The words of problems in the text.
 *
 * `{path}` is the path of a variable without braces, such as `agent.output.subject`; `{suggestion}` another such
 * path. Neither is translated.
 */
export const diagnostics = {
  // Name of the list of what follows, said aloud.
  "promptEditor.diagnostics": "Problems in the text",
  // Button, a verb: writes {suggestion} in place of what is wrong.
  "promptEditor.fix": "Replace with “{suggestion}”",
  "promptEditor.unknown_variable_suggestion": "“{path}” is not a variable. Did you mean “{suggestion}”?",
  "promptEditor.late_variable": "“{path}” comes from a node that runs later.",
  // "Sample" is the sample data of the workflow, by which the text is tried.
  "promptEditor.missing_variable": "“{path}” has no value in the sample.",
  // "Object" is one of data: names with values. "JSON" stays.
  "promptEditor.object_in_text": "“{path}” is an object and is written as JSON.",
  "promptEditor.empty_value": "“{path}” is empty in the sample.",
  // "Closed" by its braces: {{ without }}.
  "promptEditor.unclosed_braces": "This variable is not closed.",
  "promptEditor.empty_braces": "This variable has no name.",
  "promptEditor.unsupported_expression": "A variable is written as a path, without code.",
  // {length} is such as 1,240, {maxLength} such as 1,000: numbers above one, which are characters both.
  "promptEditor.too_long": "The prompt has {length} characters; this model takes {maxLength}.",
  // {count} is a number from 1 on.
  "promptEditor.more_problems": {
    one: "There is {count} more problem.",
    other: "There are {count} more problems.",
  },
} satisfies Record<string, Message>;
