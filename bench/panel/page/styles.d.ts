declare module "image-generation-node/styles.css";
