// Loaded where a host has a language of its own.
export { readLanguage } from "./readLanguage.js";
