import { activepiecesRecipe } from "./activepiecesLanguage.js";
import { difyRecipe } from "./difyLanguage.js";
import type { LanguageRecipe } from "./LanguageRecipe.js";
import { n8nRecipe } from "./n8nLanguage.js";
import { simRecipe } from "./simLanguage.js";
import { resultsRecipe, slotRecipe } from "./slotLanguages.js";

/** Every editor whose language is shown. */
export const languageRecipes: readonly LanguageRecipe[] = [
  simRecipe,
  difyRecipe,
  n8nRecipe,
  activepiecesRecipe,
  resultsRecipe,
  slotRecipe,
];
