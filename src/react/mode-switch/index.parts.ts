export { ModeSwitchRoot as Root } from "./ModeSwitchRoot.js";
export { ModeSwitchList as List } from "./ModeSwitchList.js";
export { ModeSwitchTrigger as Trigger } from "./ModeSwitchTrigger.js";
export { ModeSwitchContent as Content } from "./ModeSwitchContent.js";
export { ModeSwitchDescription as Description } from "./ModeSwitchDescription.js";
