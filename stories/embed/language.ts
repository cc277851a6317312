import { createPathLanguage } from "image-generation-node/template";

// Outside of every component: the same object at each render.
export const language = createPathLanguage({ open: "<<", close: ">>" });
