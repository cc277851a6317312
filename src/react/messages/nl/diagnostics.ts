import type { diagnostics as en } from "../en/diagnostics.js";
import type { Message } from "../createTranslate.js";

export const diagnostics: Record<keyof typeof en, Message> = {
  "promptEditor.diagnostics": "Problemen in de tekst",
  "promptEditor.fix": "Vervangen door ‘{suggestion}’",
  "promptEditor.unknown_variable_suggestion": "‘{path}’ is geen variabele. Bedoel je ‘{suggestion}’?",
  "promptEditor.late_variable": "‘{path}’ komt van een node die later wordt uitgevoerd.",
  "promptEditor.missing_variable": "‘{path}’ heeft geen voorbeeldwaarde.",
  "promptEditor.object_in_text": "‘{path}’ is een object en komt als JSON in de tekst.",
  "promptEditor.empty_value": "‘{path}’ heeft een lege voorbeeldwaarde.",
  "promptEditor.unclosed_braces": "Deze variabele is niet afgesloten.",
  "promptEditor.empty_braces": "Deze variabele heeft geen naam.",
  "promptEditor.unsupported_expression": "Schrijf een variabele als pad, zonder code.",
  "promptEditor.too_long": "De prompt heeft {length} tekens; dit model accepteert er {maxLength}.",
  "promptEditor.more_problems": {
    one: "Er is nog {count} probleem.",
    other: "Er zijn nog {count} problemen.",
  },
};
