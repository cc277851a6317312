import type { configForm as en } from "../en/configForm.js";
import type { Message } from "../createTranslate.js";

export const configForm: Record<keyof typeof en, Message> = {
  "panel.title": "Generowanie obrazu",
  "panel.configuration": "Konfiguracja",
  "panel.titleLocked": "{title}, {state}",
  "panel.readOnly": "Tylko do odczytu",
  "panel.disabled": "Wyłączone",
  "panel.previewText": "Podgląd tekstu",
  "panel.length": {
    one: "{count} znak",
    few: "{count} znaki",
    many: "{count} znaków",
    other: "{count} znaku",
  },
  "configForm.generate": "Generuj",
  "configForm.generateCount": "Generuj {count}",
  "configForm.count": "Obrazy",
  "configForm.countOf": {
    one: "{count} obraz",
    few: "{count} obrazy",
    many: "{count} obrazów",
    other: "{count} obrazu",
  },
  "configForm.cancel": "Anuluj",
  "configForm.elapsed": "{seconds} s",
  "configForm.reset": "Resetuj",
  "configForm.reload": "Spróbuj ponownie",
  "configForm.catalogFailed": "Nie udało się załadować listy modeli.",
  "configForm.sampleNote": "Używa przykładowych wartości z wcześniejszych węzłów.",

  "modeSwitch.label": "Kto pisze prompt",
  "mode.manual.label": "Ręcznie",
  "mode.manual.description":
    "Wysyłany jest Twój tekst z wartościami użytych w nim zmiennych. Płatny jest tylko obraz.",
  "mode.prompt_ai.label": "Prompt AI",
  "mode.prompt_ai.description":
    "Model promptów pisze prompt według Twoich instrukcji. Płatne są prompt i obraz.",
  "mode.auto.label": "Auto",
  "mode.auto.description":
    "Model promptów pisze prompt na podstawie wcześniejszych węzłów. Płatne są prompt i obraz.",
  "mode.kept": "Tekst napisany ręcznie jest nadal zapisany w trybie „Ręcznie”.",

  "prompt.manual.label": "Prompt",
  "prompt.manual.placeholder": "Opisz obraz. Wpisz {trigger}, aby wstawić wartości z wcześniejszych węzłów.",
  "prompt.prompt_ai.label": "Instrukcje",
  "prompt.placeholder.plain": "Opisz obraz.",
  "prompt.prompt_ai.placeholder":
    "Napisz, do czego posłuży obraz. Wpisz {trigger}, aby wstawić wartości z wcześniejszych węzłów.",

  "sentData.sent": "Model promptów otrzymuje dane wyjściowe z: {nodes}.",
  "sentData.held": {
    one: "Oznaczone jako poufne i niewysyłane: {nodes}.",
    few: "Oznaczone jako poufne i niewysyłane: {nodes}.",
    many: "Oznaczone jako poufne i niewysyłane: {nodes}.",
    other: "Oznaczone jako poufne i niewysyłane: {nodes}.",
  },
  "sentData.emptyTitle": "Brak danych do napisania promptu",
  "sentData.empty":
    "Tryb „Auto” pisze prompt na podstawie wcześniejszych węzłów, a przed tym węzłem nie ma żadnego. Podłącz węzeł albo wybierz „Ręcznie”.",

  "select.image-model.label": "Model obrazów",
  "select.prompt-model.label": "Model promptów",
  "select.aspect-ratio.label": "Proporcje",
  "select.style.label": "Styl",
  "select.image-model.empty":
    "W tym obszarze roboczym nie ma modelu obrazów. Poproś administratora o jego podłączenie.",
  "select.prompt-model.empty":
    "W tym obszarze roboczym nie ma modelu promptów. Wybierz „Ręcznie” albo poproś administratora o podłączenie modelu.",
  "select.ready": "Wybierz",
  "select.loading": "Ładowanie…",
  "select.failed": "Nie udało się załadować",
  "select.empty": "Brak opcji",
  "select.image-model.retired":
    "Zapisany tu model nie jest już oferowany. Wybierz inny przed następnym uruchomieniem.",
  "select.prompt-model.retired":
    "Zapisany tu model nie jest już oferowany. Wybierz inny przed następnym uruchomieniem.",
  "select.aspect-ratio.retired":
    "Zapisane tu proporcje nie są już oferowane. Wybierz inne przed następnym uruchomieniem.",
  "select.style.retired":
    "Zapisany tu styl nie jest już oferowany. Wybierz inny przed następnym uruchomieniem.",
  "select.retiredNote": "wycofano z oferty",

  "model.default": "Model domyślny",
  "model.defaultNote": "domyślny",
  "model.demo": "Demo",
  "model.deprecated": "wycofywany",
  "model.deprecatedReason": "Model {model} zostanie wkrótce wycofany. Wybierz zawczasu inny model.",
  "price.image": "{amount} za obraz",
  "price.prompt": "{amount} za prompt",
  "price.unknown": "cena nieznana",

  "cost.about": "szacunkowo {amount}",
  "cost.amount": "{amount} {currency}",
  "unit.credits": {
    one: "{amount} kredyt",
    few: "{amount} kredyty",
    many: "{amount} kredytów",
    other: "{amount} kredytu",
  },
  "cost.times": "{count} × {each} = {amount}",
  "cost.listPrice": "cena katalogowa",
  "cost.source": "{source}",
  "cost.loop": {
    one: "{count} element pętli: {amount}",
    few: "{count} elementy pętli: {amount}",
    many: "{count} elementów pętli: {amount}",
    other: "{count} elementu pętli: {amount}",
  },
  "cost.loopSingle": {
    one: "{count} element pętli, po jednym obrazie: {amount}",
    few: "{count} elementy pętli, po jednym obrazie: {amount}",
    many: "{count} elementów pętli, po jednym obrazie: {amount}",
    other: "{count} elementu pętli, po jednym obrazie: {amount}",
  },
  "cost.demo": "Bezpłatne demo",
  "cost.free": "Bezpłatnie",
  "cost.unknown": "Cena nieznana",

  "configForm.refused": "{title}. {text}",
  "error.network.code.title": "Jeszcze nie załadowano",
  "error.network.code.text":
    "Nie udało się pobrać części tej strony, więc nic nie wysłano i nie naliczono opłaty. Spróbuj ponownie.",
};
