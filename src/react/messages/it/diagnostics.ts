import type { diagnostics as en } from "../en/diagnostics.js";
import type { Message } from "../createTranslate.js";

export const diagnostics: Record<keyof typeof en, Message> = {
  "promptEditor.diagnostics": "Problemi nel testo",
  "promptEditor.fix": "Sostituisci con “{suggestion}”",
  "promptEditor.unknown_variable_suggestion": "“{path}” non è una variabile. Forse intendevi “{suggestion}”?",
  "promptEditor.late_variable": "“{path}” proviene da un nodo eseguito più tardi.",
  "promptEditor.missing_variable": "“{path}” non ha un valore nell’esempio.",
  "promptEditor.object_in_text": "“{path}” è un oggetto e viene inserito come JSON.",
  "promptEditor.empty_value": "“{path}” non ha contenuto nell’esempio.",
  "promptEditor.unclosed_braces": "Questa variabile non è chiusa.",
  "promptEditor.empty_braces": "Questa variabile non ha un nome.",
  "promptEditor.unsupported_expression": "Scrivi la variabile come percorso, senza codice.",
  "promptEditor.too_long": "Il prompt ha {length} caratteri; questo modello ne accetta {maxLength}.",
  "promptEditor.more_problems": {
    one: "C’è {count} altro problema.",
    many: "Ci sono altri {count} di problemi.",
    other: "Ci sono altri {count} problemi.",
  },
};
