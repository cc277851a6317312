import type { diagnostics as en } from "../en/diagnostics.js";
import type { Message } from "../createTranslate.js";

/** Spanish words of problems in the text. */
export const diagnostics: Record<keyof typeof en, Message> = {
  "promptEditor.diagnostics": "Problemas en el texto",
  "promptEditor.fix": "Reemplazar por “{suggestion}”",
  "promptEditor.unknown_variable_suggestion": "“{path}” no es una variable. ¿Querías decir “{suggestion}”?",
  "promptEditor.late_variable": "“{path}” viene de un nodo que se ejecuta después.",
  "promptEditor.missing_variable": "“{path}” no tiene valor en el ejemplo.",
  "promptEditor.object_in_text": "“{path}” es un objeto y se escribe como JSON.",
  "promptEditor.empty_value": "“{path}” no tiene contenido en el ejemplo.",
  "promptEditor.unclosed_braces": "Esta variable no está cerrada.",
  "promptEditor.empty_braces": "Esta variable no tiene nombre.",
  "promptEditor.unsupported_expression": "Una variable se escribe como una ruta, sin código.",
  "promptEditor.too_long": "El prompt tiene {length} caracteres; este modelo admite {maxLength}.",
  "promptEditor.more_problems": {
    one: "Hay {count} problema más.",
    many: "Hay {count} de problemas más.",
    other: "Hay {count} problemas más.",
  },
};
