import type { diagnostics as en } from "../en/diagnostics.js";
import type { Message } from "../createTranslate.js";

export const diagnostics: Record<keyof typeof en, Message> = {
  "promptEditor.diagnostics": "Probleme im Text",
  "promptEditor.fix": "Durch „{suggestion}“ ersetzen",
  "promptEditor.unknown_variable_suggestion": "„{path}“ ist keine Variable. Meintest du „{suggestion}“?",
  "promptEditor.late_variable": "„{path}“ kommt von einem Knoten, der später läuft.",
  "promptEditor.missing_variable": "„{path}“ hat im Beispiel keinen Wert.",
  "promptEditor.object_in_text": "„{path}“ ist ein Objekt und wird als JSON geschrieben.",
  "promptEditor.empty_value": "„{path}“ ist im Beispiel leer.",
  "promptEditor.unclosed_braces": "Diese Variable ist nicht geschlossen.",
  "promptEditor.empty_braces": "Diese Variable hat keinen Namen.",
  "promptEditor.unsupported_expression": "Eine Variable wird als Pfad geschrieben, ohne Code.",
  "promptEditor.too_long": "Der Prompt hat {length} Zeichen; dieses Modell nimmt {maxLength}.",
  "promptEditor.more_problems": {
    one: "Es gibt {count} weiteres Problem.",
    other: "Es gibt {count} weitere Probleme.",
  },
};
