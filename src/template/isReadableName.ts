import { memberNames } from "./readValue.js";

/** Checks whether a path may name a member so: not by a name that leads to prototypes. */
export const isReadableName = (name: string) => memberNames({ [name]: 0 }).length > 0;
