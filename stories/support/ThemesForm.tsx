import { Badge, Box, Button, Card, Flex, Heading, Kbd, Select, Tabs, Text, TextArea } from "@radix-ui/themes";
import type { ReactNode } from "react";

/** The same form as the panel's, built from Radix Themes: what ours has to hold up beside. Nothing happens in it. */
export function ThemesForm() {
  return (
    <Card size="2">
      <Flex direction="column" gap="4">
        <Box>
          <Heading size="3">Image Generation</Heading>
          <Text size="1" color="gray">
            image_gen
          </Text>
        </Box>
        <Tabs.Root defaultValue="manual">
          <Tabs.List size="1">
            <Tabs.Trigger value="manual">Manual</Tabs.Trigger>
            <Tabs.Trigger value="prompt_ai">Prompt AI</Tabs.Trigger>
            <Tabs.Trigger value="auto">Auto</Tabs.Trigger>
          </Tabs.List>
          <Box pt="2">
            <Tabs.Content value="manual">
              <Text as="p" size="1" color="gray" mb="3">
                Your text is sent, with the values of the variables it names. Only the image is paid for.
              </Text>
              <Named label="Prompt">
                <TextArea
                  rows={5}
                  aria-label="Prompt"
                  defaultValue="A {{trigger.output.style}} illustration of {{agent.output.structured.subject}}, soft light"
                />
              </Named>
            </Tabs.Content>
          </Box>
        </Tabs.Root>
        <Choice label="Image model" value="GPT Image 2" more={["GPT Image 1", "Square Only"]} />
        <Flex gap="3">
          <Choice label="Aspect ratio" value="Landscape" more={["Square", "Portrait"]} />
          <Choice label="Style" value="Watercolor" more={["Sketch", "Anime"]} />
        </Flex>
        <Flex align="center" justify="between" gap="3">
          <Text size="1" color="gray">
            about 0.04–0.19 USD <Badge color="gray">list price</Badge>
          </Text>
          <Button>
            Generate <Kbd size="1">Ctrl ↵</Kbd>
          </Button>
        </Flex>
      </Flex>
    </Card>
  );
}

function Named({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box flexGrow="1" minWidth="0">
      <Text as="div" size="2" weight="medium" mb="1">
        {label}
      </Text>
      {children}
    </Box>
  );
}

function Choice({ label, value, more }: { label: string; value: string; more: readonly string[] }) {
  return (
    <Named label={label}>
      <Select.Root defaultValue={value}>
        <Select.Trigger style={{ inlineSize: "100%" }} aria-label={label} />
        <Select.Content>
          {[value, ...more].map((name) => (
            <Select.Item key={name} value={name}>
              {name}
            </Select.Item>
          ))}
        </Select.Content>
      </Select.Root>
    </Named>
  );
}
