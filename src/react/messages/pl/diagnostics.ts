import type { diagnostics as en } from "../en/diagnostics.js";
import type { Message } from "../createTranslate.js";

export const diagnostics: Record<keyof typeof en, Message> = {
  "promptEditor.diagnostics": "Problemy w tekście",
  "promptEditor.fix": "Zamień na „{suggestion}”",
  "promptEditor.unknown_variable_suggestion": "„{path}” nie jest zmienną. Czy chodziło o „{suggestion}”?",
  "promptEditor.late_variable": "„{path}” pochodzi z węzła, który zostanie uruchomiony później.",
  "promptEditor.missing_variable": "„{path}” nie ma przykładowej wartości.",
  "promptEditor.object_in_text": "„{path}” to obiekt, który zostanie zapisany jako JSON.",
  "promptEditor.empty_value": "„{path}” ma pustą przykładową wartość.",
  "promptEditor.unclosed_braces": "Ta zmienna nie jest zamknięta.",
  "promptEditor.empty_braces": "Ta zmienna nie ma nazwy.",
  "promptEditor.unsupported_expression": "Zmienną zapisuje się jako ścieżkę, bez kodu.",
  "promptEditor.too_long": "Prompt jest za długi. Liczba znaków: {length}, limit tego modelu: {maxLength}.",
  "promptEditor.more_problems": {
    one: "Jest jeszcze {count} problem.",
    few: "Są jeszcze {count} problemy.",
    many: "Jest jeszcze {count} problemów.",
    other: "Jest jeszcze {count} problemu.",
  },
};
