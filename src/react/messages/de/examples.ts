import type { examples as english } from "../en/examples.js";
import type { Message } from "../createTranslate.js";

/** The words of the prompts that an empty preview suggests, in German. */
export const examples: Record<keyof typeof english, Message> = {
  "examples.label": "Beispiele",
  "examples.styled": "Eine Illustration von {subject}, Stil: {style}",
  "examples.photo": "Ein Foto von {subject} in weichem Morgenlicht",
  "examples.icon": "{subject} als einfaches Symbol auf ruhigem Grund",
  "examples.lighthouse": "Ein Leuchtturm auf einer Klippe in der Dämmerung, unten die Wellen",
  "examples.desk": "Ein aufgeräumter Schreibtisch am Fenster, von oben gesehen",
  "examples.city": "Eine kleine Stadt im Schnee, warmes Licht in den Fenstern",

  "examples.subjects":
    "motiv, subject, titel, title, name, thema, topic, produkt, product, überschrift, headline, zusammenfassung, summary, beschreibung, description, text",
  "examples.styles":
    "stil, style, stimmung, mood, tonfall, tone, theme, jahreszeit, season, farbe, color, colour, palette",
};
