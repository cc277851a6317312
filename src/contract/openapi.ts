// An entry of its own, never imported by the client: the schema printer of zod would double its size.
export { contractJsonSchemas, outputJsonSchema } from "./contractJsonSchemas.js";
export { openApiDocument } from "./openApiDocument.js";
export type { OpenApiDocumentOptions } from "./openApiDocument.js";
