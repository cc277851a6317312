export { ReferencesRoot as Root } from "./ReferencesRoot.js";
export { ReferencesTitle as Title } from "./ReferencesTitle.js";
export { ReferencesList as List } from "./ReferencesList.js";
export { ReferencesItem as Item } from "./ReferencesItem.js";
export { ReferencesAdd as Add } from "./ReferencesAdd.js";
export { ReferencesNote as Note } from "./ReferencesNote.js";
export { ReferencesStatus as Status } from "./ReferencesStatus.js";
