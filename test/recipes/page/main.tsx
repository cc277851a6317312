import { ImageNodeProvider } from "image-generation-node";
import { createRoot } from "react-dom/client";
import { LanguageHost } from "../../../stories/languages/LanguageHost.js";
import { languageRecipes } from "../../../stories/languages/languageRecipes.js";
import "image-generation-node/styles.css";

const root = document.getElementById("root");
const recipe = languageRecipes.find(({ id }) => location.search === `?${id}`);
if (!root || !recipe) throw new Error("The page has no #root, or its address names no language.");
createRoot(root).render(
  <ImageNodeProvider baseUrl="/api/image-node">
    <LanguageHost recipe={recipe} storage={localStorage} />
  </ImageNodeProvider>,
);
