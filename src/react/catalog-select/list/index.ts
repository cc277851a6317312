export { ListContent as Content } from "./ListContent.js";
export { ListGroup as Group } from "./ListGroup.js";
export { ListGroupLabel as GroupLabel } from "./ListGroupLabel.js";
export { ListItem as Item } from "./ListItem.js";
export { ListItemText as ItemText } from "./ListItemText.js";
export { ListPortal as Portal } from "./ListPortal.js";
