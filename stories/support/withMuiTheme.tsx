import { ThemeProvider, createTheme } from "@mui/material/styles";
import type { Decorator } from "@storybook/react-vite";

const THEMES = {
  light: createTheme({ palette: { mode: "light" } }),
  dark: createTheme({ palette: { mode: "dark" } }),
};

/** Gives MUI's components the theme of the toolbar. */
export const withMuiTheme: Decorator = (Story, { globals }) => (
  <ThemeProvider theme={globals.theme === "dark" ? THEMES.dark : THEMES.light}>
    <Story />
  </ThemeProvider>
);
