/** Field of an action. */
export interface IntegrationField {
  name: string;
  label: string;
  /** May span lines and hold variables. */
  long?: boolean | undefined;
}

/** One service that an action can send the picture to. */
export interface Integration {
  label: string;
  /** Describes the action, for the second line of a card. */
  does: (values: Readonly<Record<string, string>>) => string;
  fields: readonly IntegrationField[];
  /** Creates the request; the variables in `values` are filled in. */
  request: (
    values: Readonly<Record<string, string>>,
    file: File,
  ) => { method: string; path: string; body: FormData | File };
}

const form = (file: File, fields: Readonly<Record<string, string>>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  data.set("file", file);
  return data;
};
const part = (text: string | undefined) =>
  encodeURIComponent((text ?? "").replace(/^#/, "").trim() || "unnamed");

/** Services that the receiver stands in for. */
export const INTEGRATIONS = {
  channel: {
    label: "Post to a channel",
    does: ({ channel = "" }) => `Post to ${channel || "a channel"}`,
    fields: [
      { name: "channel", label: "Channel" },
      { name: "text", label: "Message", long: true },
    ],
    request: ({ channel, text = "" }, file) => ({
      method: "POST",
      path: `channels/${part(channel)}/messages`,
      body: form(file, { text }),
    }),
  },
  folder: {
    label: "Upload to a folder",
    does: ({ folder = "" }) => `Upload to ${folder || "a folder"}`,
    fields: [{ name: "folder", label: "Folder" }],
    request: ({ folder }, file) => ({
      method: "PUT",
      path: `folders/${part(folder)}/${part(file.name)}`,
      body: file,
    }),
  },
  product: {
    label: "Add to a product page",
    does: ({ product = "" }) => `Add to ${product || "a product page"}`,
    fields: [
      { name: "product", label: "Product" },
      { name: "alt", label: "Alternative text", long: true },
    ],
    request: ({ product, alt = "" }, file) => ({
      method: "POST",
      path: `products/${part(product)}/images`,
      body: form(file, { alt }),
    }),
  },
  email: {
    label: "Send an email",
    does: ({ to = "" }) => `Email to ${to || "someone"}`,
    fields: [
      { name: "to", label: "To" },
      { name: "subject", label: "Subject" },
      { name: "text", label: "Text", long: true },
    ],
    request: ({ to = "", subject = "", text = "" }, file) => ({
      method: "POST",
      path: "emails",
      body: form(file, { to, subject, text }),
    }),
  },
  post: {
    label: "Update a blog post",
    does: ({ post = "" }) => `Update ${post || "a post"}`,
    fields: [
      { name: "post", label: "Post" },
      { name: "alt", label: "Alternative text", long: true },
    ],
    request: ({ post, alt = "" }, file) => ({
      method: "PUT",
      path: `posts/${part(post)}/featured-image`,
      body: form(file, { alt }),
    }),
  },
} as const satisfies Record<string, Integration>;

export type IntegrationId = keyof typeof INTEGRATIONS;
