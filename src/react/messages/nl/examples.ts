import type { examples as en } from "../en/examples.js";
import type { Message } from "../createTranslate.js";

export const examples: Record<keyof typeof en, Message> = {
  "examples.label": "Voorbeelden",
  "examples.styled": "Een illustratie van {subject}, stijl: {style}",
  "examples.photo": "Een foto van {subject} in zacht ochtendlicht",
  "examples.icon": "{subject} als eenvoudig pictogram op een effen achtergrond",
  "examples.lighthouse": "Een vuurtoren op een klif in de schemering, met golven eronder",
  "examples.desk": "Een opgeruimd bureau bij een raam, van bovenaf gezien",
  "examples.city": "Een stadje in de sneeuw, met warm licht achter de ramen",

  "examples.subjects":
    "onderwerp, subject, titel, title, naam, name, topic, product, kop, headline, samenvatting, summary, beschrijving, omschrijving, description, tekst, text",
  "examples.styles":
    "stijl, style, sfeer, mood, toon, tone, thema, theme, seizoen, season, kleur, color, colour, palet, palette",
};
