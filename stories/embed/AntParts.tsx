import { Button, Select, Tag } from "antd";
import { ConfigForm, Preview, PromptEditor } from "image-generation-node";
import { useCatalog, useConfigForm, useConfigFormValue, useMessages } from "image-generation-node";

/** The same four with Ant Design. */
export function AntParts() {
  const { catalog } = useCatalog();
  const { setValue } = useConfigForm();
  const style = useConfigFormValue("style");
  const t = useMessages();
  // The catalog names the workspace's own styles; the others have their names from the page's language.
  const styles = catalog?.styles.map(({ id, label = t(`style.${id}.label`) }) => ({ value: id, label }));
  return (
    <>
      <PromptEditor.Root>
        <PromptEditor.Label>Prompt</PromptEditor.Label>
        {/* Input.TextArea gives its ref an object and keeps a value of its own: its class alone is wanted. */}
        <PromptEditor.Input className="ant-input ant-input-outlined" rows={4} />
        <PromptEditor.Suggestions />
      </PromptEditor.Root>
      <Select
        aria-label="Style"
        value={style}
        options={styles ?? []}
        onChange={(id) => setValue("style", id)}
      />
      <ConfigForm.Generate asChild>
        <Button type="primary">Draw</Button>
      </ConfigForm.Generate>
      <Preview.Root>
        <Preview.Status asChild>
          {({ content, state }) => <Tag color={state.status === "failed" ? "red" : "blue"}>{content}</Tag>}
        </Preview.Status>
        <Preview.Image />
      </Preview.Root>
    </>
  );
}
