import { addons } from "storybook/manager-api";

// As headings, families would stand below every page and story that has no folder, in an order of the tool's own.
addons.setConfig({ sidebar: { showRoots: false } });
