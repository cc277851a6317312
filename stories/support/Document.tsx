import { Markdown } from "@storybook/addon-docs/blocks";

/** Pages of the documents in `docs`, by file. */
const PAGES: Readonly<Record<string, string>> = {
  "accessibility.md": "guides-documents-accessibility-statement--docs",
  "benchmarks.md": "guides-documents-benchmarks--docs",
  "deploy.md": "guides-documents-deploying--docs",
  "embed.md": "guides-embed--docs",
  "glossary.md": "guides-documents-glossary--docs",
  "moving.md": "guides-documents-moving-from-another-node--docs",
  "other-languages.md": "guides-documents-back-end-in-another-language--docs",
  "providers.md": "guides-documents-what-providers-take--docs",
  "saved-config.md": "guides-documents-saved-configuration--docs",
  "SECURITY.md": "guides-documents-security--docs",
  "testing.md": "guides-documents-testing-an-integration--docs",
  "theme.md": "guides-documents-applying-a-look--docs",
  "translating.md": "guides-translating--docs",
};

/** A document of the repository as a page: what it links to is a page here, or stands as its words alone. */
export function Document({ text }: { text: string }) {
  return <Markdown>{text.replaceAll(/\[([^[\]]+)\]\(([\w./-]+)(?:#[^()]*)?\)/g, toPage)}</Markdown>;
}

function toPage(_link: string, words: string, target: string): string {
  const page = PAGES[target.split("/").at(-1) ?? ""];
  return page ? `[${words}](?path=/docs/${page})` : words;
}
