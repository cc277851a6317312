import type { Message } from "../createTranslate.js";

/** The words of problems in the text. */
export const diagnostics = {
  "promptEditor.diagnostics": "Problems in the text",
  "promptEditor.fix": "Replace with {suggestion}",
  "promptEditor.unknown_variable_suggestion": "“{path}” is not a variable. Did you mean {suggestion}?",
  "promptEditor.late_variable": "“{path}” comes from a node that runs later.",
  "promptEditor.missing_variable": "“{path}” has no value in the sample.",
  "promptEditor.object_in_text": "“{path}” is an object and is written as JSON.",
  "promptEditor.empty_value": "“{path}” is empty in the sample.",
  "promptEditor.unclosed_braces": "This variable is not closed.",
  "promptEditor.empty_braces": "This variable has no name.",
  "promptEditor.unsupported_expression": "A variable is written as a path, without code.",
  "promptEditor.too_long": "The prompt has {length} characters; this model takes {maxLength}.",
  "promptEditor.more_problems": "There are {count} more problems.",
} satisfies Record<string, Message>;
