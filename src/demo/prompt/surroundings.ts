import type { Mood, Place, Surroundings } from "./brief.js";

const PLACES: readonly (readonly [RegExp, Place])[] = [
  [/\b(underwater|coral reef|reef|deep sea|ocean floor|aquarium)\b/i, "underwater"],
  [/\b(beach|shore|seaside|island|tropical|lagoon|sandcastle)\b/i, "beach"],
  [/\b(sea|ocean|harbou?r|waves?|coast|sailing|bay|lighthouse)\b/i, "sea"],
  [/\b(outer space|in space|cosmos|galaxy|orbit|on mars|on the moon|planets?|nebula)\b/i, "space"],
  [/\b(desert|dunes?|sahara|canyon|savanna)\b/i, "desert"],
  [/\b(forest|woods|woodland|jungle|pines)\b/i, "forest"],
  [/\b(mountains?|alps|alpine|peaks?|summit|cliffs?|valley)\b/i, "mountain"],
  [/\b(lake|river|pond)\b/i, "sea"],
  [
    /\b(city|street|skyline|town|downtown|urban|alley|road|highway|skyscrapers?|neon|new york|tokyo|paris|london)\b/i,
    "city",
  ],
  [/\b(arctic|antarctic|iceberg|tundra|snowy (?:field|landscape))\b/i, "snow"],
  [
    /\b(table|countertop|desk(?! lamp)|kitchen|tabletop|cafe|café|restaurant|breakfast|dinner|picnic)\b/i,
    "table",
  ],
  [
    /\b(room|bedroom|living room|indoors?|interior|office|meeting|library|window|sofa|workshop|classroom|lab|laboratory)\b/i,
    "room",
  ],
  [/\b(studio|plinth|pedestal|neutral background|white background|plain background)\b/i, "studio"],
  [/\b(meadow|field|park|garden|hills?|countryside|grass|farm|landscape|village)\b/i, "meadow"],
];

const MOODS: readonly (readonly [RegExp, Mood])[] = [
  [/\bnoir\b/i, "noir"],
  [/\b(moody|gloomy|dark|mysterious|melanchol\w+|sombre|somber|eerie|spooky)\b/i, "moody"],
  [/\b(calm|peaceful|serene|quiet|tranquil|gentle|soft|dreamy|cosy|cozy)\b/i, "calm"],
  [/\b(warm|golden hour|candle-?lit|amber|cosy|cozy)\b/i, "warm"],
  [/\b(cold|icy|frosty|cool|chilly)\b/i, "cold"],
  [/\b(dramatic|epic|intense|bold|powerful|heroic)\b/i, "dramatic"],
  [/\b(cheerful|happy|joyful|vibrant|playful|colou?rful|bright|fun|festive|lively)\b/i, "cheerful"],
  [/\b(vintage|retro|nostalgic|sepia|antique|old-fashioned)\b/i, "vintage"],
];

/** Finds the place that the prompt names. */
export function readPlace(text: string): Place | undefined {
  return PLACES.find(([pattern]) => pattern.test(text))?.[1];
}

/** Reads time of day, weather, season, sky and mood. */
export function readSky(text: string): Surroundings {
  const has = (pattern: RegExp) => pattern.test(text);
  const moon = has(/\bcrescent\b|\bhalf moon\b/i)
    ? "crescent"
    : has(/\bmoon(?:light|lit)?\b/i)
      ? "full"
      : undefined;
  const night =
    moon !== undefined || has(/\b(night|midnight|stars?|starry|nocturnal|neon|fireworks|northern lights)\b/i);
  const sunset = has(/\b(sunset|dusk|twilight|evening|golden hour)\b/i);
  const dawn = has(/\b(dawn|sunrise|daybreak|morning)\b/i);
  const weather = has(/\b(storm\w*|thunder\w*|lightning bolts?)\b/i)
    ? "storm"
    : has(/\b(rain\w*|drizzle|wet)\b(?!bow)/i) && !has(/\brainbow\b/i)
      ? "rain"
      : has(/\bsnow(?:y|ing|fall|flakes?|storm)?\b|\bblizzard\b/i)
        ? "snow"
        : has(/\b(fog\w*|mist\w*|haz[ey])\b/i)
          ? "fog"
          : has(/\b(cloud\w*|overcast)\b/i)
            ? "cloudy"
            : "clear";
  const season =
    has(/\b(winter|christmas|frosty?|icy)\b/i) || weather === "snow"
      ? "winter"
      : has(/\b(autumn|fall colou?rs|in fall|october|harvest|halloween)\b/i)
        ? "autumn"
        : has(/\b(spring|cherry blossoms?|easter)\b/i)
          ? "spring"
          : "summer";
  const sun = has(/\b(sun|sunny|sunshine|sunlight|sunlit)\b/i);
  const rainbow = has(/\brainbow\b/i);
  return {
    time: sunset ? "sunset" : night ? "night" : dawn ? "dawn" : "day",
    weather,
    season,
    moods: MOODS.filter(([pattern]) => pattern.test(text)).map(([, mood]) => mood),
    moon,
    sun,
    rainbow,
    mentionsSky:
      night ||
      sunset ||
      dawn ||
      sun ||
      rainbow ||
      weather !== "clear" ||
      has(/\b(winter|autumn|spring|summer|sky)\b/i),
  };
}
