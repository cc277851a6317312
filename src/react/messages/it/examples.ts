import type { examples as english } from "../en/examples.js";
import type { Message } from "../createTranslate.js";

/** The words of the prompts that an empty preview suggests, in Italian. */
export const examples: Record<keyof typeof english, Message> = {
  "examples.label": "Esempi",
  "examples.styled": "Un’illustrazione di {subject}, stile: {style}",
  "examples.photo": "Una foto di {subject} nella luce morbida del mattino",
  "examples.icon": "{subject} come icona semplice su sfondo uniforme",
  "examples.lighthouse": "Un faro su una scogliera al crepuscolo, con le onde in basso",
  "examples.desk": "Una scrivania in ordine accanto alla finestra, vista dall’alto",
  "examples.city": "Un piccolo paese innevato, luce calda alle finestre",

  "examples.subjects":
    "soggetto, subject, titolo, title, nome, name, argomento, topic, prodotto, product, headline, riassunto, summary, descrizione, description, testo, text",
  "examples.styles":
    "stile, style, atmosfera, mood, tono, tone, theme, stagione, season, colore, color, colour, tavolozza, palette",
};
