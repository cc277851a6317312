const IRREGULAR: Readonly<Record<string, string>> = {
  children: "child",
  people: "person",
  men: "man",
  women: "woman",
  mice: "mouse",
  geese: "goose",
  feet: "foot",
  wolves: "wolf",
  leaves: "leaf",
  knives: "knife",
  loaves: "loaf",
  wives: "wife",
  teeth: "tooth",
  oxen: "ox",
  cacti: "cactus",
  pens: "pen",
  glasses: "glasses",
  sunglasses: "sunglasses",
  headphones: "headphone",
  shoes: "shoe",
  canoes: "canoe",
  horses: "horse",
  houses: "house",
  roses: "rose",
  buses: "bus",
  news: "news",
};

/** The singular, lower-case form of an English word: "foxes" → "fox", "cities" → "city". */
export function stem(word: string): string {
  const plain = word.toLowerCase().replace(/['’]s?$/, "");
  const irregular = IRREGULAR[plain];
  if (irregular !== undefined) return irregular;
  if (plain.length < 4 || !plain.endsWith("s") || /(ss|us|is|ous)$/.test(plain)) return plain;
  if (plain.endsWith("ies")) return plain.length > 4 ? `${plain.slice(0, -3)}y` : plain.slice(0, -1);
  if (/(x|ch|sh|ss|zz)es$/.test(plain)) return plain.slice(0, -2);
  if (/[^aeiou]oes$/.test(plain)) return plain.slice(0, -2);
  return plain.slice(0, -1);
}

/** The words of a text in Latin letters, lower case, hyphens and apostrophes as parts of a word kept apart. */
export function words(text: string): readonly string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .match(/[a-z]+(?:['’]s\b)?/g) ?? []
  );
}
