import { createProblem } from "../http/createProblem.js";

/** `POST /attachments`: keeps a picture that generations may refer to. Not offered yet. */
export function uploads(): Promise<Response> {
  return Promise.reject(createProblem("not_found"));
}
