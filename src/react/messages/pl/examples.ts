import type { examples as en } from "../en/examples.js";
import type { Message } from "../createTranslate.js";

export const examples: Record<keyof typeof en, Message> = {
  "examples.label": "Przykłady",
  "examples.styled": "{subject}, ilustracja w stylu: {style}",
  "examples.photo": "{subject}, zdjęcie w miękkim świetle poranka",
  "examples.icon": "{subject} jako prosta ikona na jednolitym tle",
  "examples.lighthouse": "Latarnia morska na klifie o zmierzchu, w dole fale",
  "examples.desk": "Uporządkowane biurko przy oknie, widok z góry",
  "examples.city": "Małe miasteczko w śniegu, ciepłe światło w oknach",

  "examples.subjects":
    "temat, subject, tytuł, tytul, title, nazwa, name, topic, produkt, product, nagłówek, naglowek, headline, podsumowanie, summary, opis, description, tekst, text",
  "examples.styles":
    "styl, style, nastrój, nastroj, mood, ton, tone, theme, pora_roku, season, kolor, color, colour, paleta, palette",
};
