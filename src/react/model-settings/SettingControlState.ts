import type { SettingContextValue } from "./SettingContext.js";

/** Control as the setting needs it, for a host that renders its own. */
export interface SettingControlState extends SettingContextValue {
  /** Attributes that tie a control to its label, its description and its error. */
  attributes: SettingControlAttributes;
}

/** Attributes of the element that takes the focus. */
export interface SettingControlAttributes {
  /** Id that the label points to. */
  id: string;
  /** Id of the label. */
  "aria-labelledby": string;
  /** Ids of the description and the error. */
  "aria-describedby": string | undefined;
  /** Whether the value is refused. */
  "aria-invalid": true | undefined;
}
