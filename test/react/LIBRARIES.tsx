import * as Headless from "@headlessui/react";
import MuiDialog from "@mui/material/Dialog";
import MuiDrawer from "@mui/material/Drawer";
import MuiPopover from "@mui/material/Popover";
import * as Radix from "@radix-ui/react-dialog";
import { ConfigProvider, Drawer as AntDrawer, Modal as AntModal } from "antd";
import * as Aria from "react-aria-components";
import type { ReactNode } from "react";

export interface LibraryProps {
  open: boolean;
  close: () => void;
  children: ReactNode;
}

/** The left side of the page; the right one is outside. */
const box = {
  position: "fixed",
  inset: "0 auto 0 0",
  width: 480,
  overflow: "scroll",
  background: "white",
} as const;
const named = { role: "dialog", "aria-label": "Node" } as const;
const still = { theme: { token: { motion: false } } } as const;

/** Dialogs and drawers of component libraries, each named "Node". */
export const LIBRARIES: Record<string, (props: LibraryProps) => ReactNode> = {
  "Ant Design's Drawer": ({ open, close, children }) => (
    <ConfigProvider {...still}>
      <AntDrawer open={open} onClose={close} placement="left" size={480} {...named}>
        {children}
      </AntDrawer>
    </ConfigProvider>
  ),
  "Ant Design's Modal": ({ open, close, children }) => (
    <ConfigProvider {...still}>
      <AntModal
        open={open}
        onCancel={close}
        width={480}
        style={{ top: 0, margin: 0 }}
        title="Node"
        footer={null}
      >
        {children}
      </AntModal>
    </ConfigProvider>
  ),
  "Headless UI's Dialog": ({ open, close, children }) => (
    <Headless.Dialog open={open} onClose={close} aria-label="Node">
      <Headless.DialogPanel style={box}>{children}</Headless.DialogPanel>
    </Headless.Dialog>
  ),
  "MUI's Dialog": ({ open, close, children }) => (
    <MuiDialog
      open={open}
      onClose={close}
      transitionDuration={0}
      slotProps={{ paper: { ...named, style: { ...box, margin: 0 } } }}
    >
      {children}
    </MuiDialog>
  ),
  "MUI's Drawer": ({ open, close, children }) => (
    <MuiDrawer
      open={open}
      onClose={close}
      transitionDuration={0}
      slotProps={{ paper: { ...named, style: { width: 480 } } }}
    >
      {children}
    </MuiDrawer>
  ),
  "MUI's Popover": ({ open, close, children }) => (
    <MuiPopover
      open={open}
      onClose={close}
      transitionDuration={0}
      anchorReference="anchorPosition"
      anchorPosition={{ top: 0, left: 0 }}
      slotProps={{ paper: { ...named, style: { width: 480 } } }}
    >
      {children}
    </MuiPopover>
  ),
  "Radix's Dialog": ({ open, close, children }) => (
    <Radix.Root open={open} onOpenChange={(next) => !next && close()}>
      <Radix.Portal>
        <Radix.Overlay style={{ position: "fixed", inset: 0 }} />
        <Radix.Content style={box} aria-describedby={undefined}>
          <Radix.Title>Node</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  ),
  "React Aria's Modal": ({ open, close, children }) => (
    <Aria.ModalOverlay
      isOpen={open}
      onOpenChange={(next) => !next && close()}
      isDismissable
      style={{ position: "fixed", inset: 0 }}
    >
      <Aria.Modal style={box}>
        <Aria.Dialog aria-label="Node">{children}</Aria.Dialog>
      </Aria.Modal>
    </Aria.ModalOverlay>
  ),
};
