import { createContext } from "react";
import type { MessageOverrides } from "image-generation-node";

/** Words of the language that the toolbar names; a story that brings its own ones keeps them. */
export const WordsContext = createContext<MessageOverrides | undefined>(undefined);
