import type { Lexicon } from "./lexicon.js";

const EMOJI =
  /\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)*/gu;

/** Writes emoji out as the words that name them, so that "🦊" is drawn like "fox". */
export function spellEmoji(text: string, lexicon: Lexicon): string {
  return text.replace(EMOJI, (emoji) => {
    const name = lexicon.nameOf(emoji) ?? lexicon.nameOf(emoji.replace(/[\ufe0f\p{Emoji_Modifier}]/gu, ""));
    return name === undefined ? emoji : `, ${name}, `;
  });
}
