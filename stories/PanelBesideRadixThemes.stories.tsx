import { Theme } from "@radix-ui/themes";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { NodePanel } from "./support/NodePanel.js";
import { ThemesForm } from "./support/ThemesForm.js";
import "@radix-ui/themes/styles.css";
import "./support/beside.css";
import { showCode } from "./support/showCode.js";
import code from "./code/ImageNode.tsx?raw";

/** Our form on the left, the same one in Radix Themes on the right: spacing, hierarchy and colour are judged here. */
function Beside({ theme }: { theme: "light" | "dark" }) {
  return (
    <div className="beside">
      <NodePanel
        config={{
          prompt: {
            template:
              "A {{trigger.output.style}} illustration of {{agent.output.structured.subject}}, soft light",
          },
          aspectRatio: "landscape",
          style: "watercolor",
        }}
      />
      <Theme appearance={theme} accentColor="iris" grayColor="slate" hasBackground={false}>
        <ThemesForm />
      </Theme>
    </div>
  );
}

const meta: Meta<typeof Beside> = {
  title: "Panel/Beside Radix Themes",
  component: Beside,
  tags: ["!autodocs"],
  render: (_, { globals }) => <Beside theme={globals.theme === "dark" ? "dark" : "light"} />,
  parameters: showCode(code),
};
export default meta;

/** Our form on the left, the same one in Radix Themes on the right: spacing, hierarchy and color are judged here. */
export const Default: StoryObj<typeof Beside> = {
  name: "Beside Radix Themes",
  // What is not ours is not held to our rules.
  parameters: { a11y: { context: { exclude: [".radix-themes"] } } },
};
