// Runs in the frame of the tests: how `page.getByRole` and the like become selectors that a driver can look up.
import {
  Locator,
  getByAltTextSelector,
  getByLabelSelector,
  getByPlaceholderSelector,
  getByRoleSelector,
  getByTestIdSelector,
  getByTextSelector,
  getByTitleSelector,
  selectorEngine,
} from "@vitest/browser/locators";
import { page, server } from "vitest/browser";
import * as internal from "vitest/internal/browser";

class EngineLocator extends Locator {
  override selector: string;
  protected override _container: Element | undefined;
  constructor(selector: string, container?: Element) {
    super();
    this.selector = selector;
    this._container = container;
  }
  protected locator(selector: string) {
    return new EngineLocator(`${this.selector} >> ${selector}`, this._container);
  }
  protected elementLocator(element: Element) {
    return new EngineLocator(selectorEngine.generateSelectorSimple(element), element);
  }
}

const create = (selector: string) => new EngineLocator(selector);
page.extend({
  getByLabelText: (text, options) => create(getByLabelSelector(text, options)),
  getByRole: (role, options) => create(getByRoleSelector(role, options)),
  getByTestId: (id) => create(getByTestIdSelector(server.config.browser.locators.testIdAttribute, id)),
  getByAltText: (text, options) => create(getByAltTextSelector(text, options)),
  getByPlaceholder: (text, options) => create(getByPlaceholderSelector(text, options)),
  getByText: (text, options) => create(getByTextSelector(text, options)),
  getByTitle: (title, options) => create(getByTitleSelector(title, options)),
  elementLocator: (element) => new EngineLocator(selectorEngine.generateSelectorSimple(element), element),
});
// What a locator of a test becomes again in an assertion; its types don't tell.
Object.assign((internal as unknown as { __INTERNAL: object }).__INTERNAL, { _createLocator: create });
