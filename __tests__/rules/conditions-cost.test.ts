import type { PoolModel } from "../../lib/model/model";
import { rules } from "../../lib/rules";
import { any, everyItem, isOn } from "../../lib/rules/language/statements";
import { is, isOneOf, matches } from "../../lib/rules/language/text-statements";
import { drawnModels } from "./random-models";

// Terraform sorts a set each time that a function gets it, compiles a pattern each time that it is matched, and evaluates both
// sides of || always: half of what the rules cost a plan was that of six rules.

test("the other alternatives are evaluated only for items that the first does not hold of", () => {
  const urls = (statement: ReturnType<typeof is>) => everyItem("callbackUrls", statement).over("self");
  expect(urls(any(isOneOf(["a", "b"]), matches("^c"), is("d")))).toBe(
    'alltrue([for url in self.callback_urls : can(regex("^c", url)) || url == "d" if !contains(["a", "b"], url)])',
  );
  expect(urls(matches("^c"))).toBe('alltrue([for url in self.callback_urls : can(regex("^c", url))])');
  expect(any(isOn("enableTokenRevocation")).over("self")).toBe("self.enable_token_revocation");
});

test("no condition joins or subtracts the lists of attributes, the longest that a client has", () => {
  const [pool] = drawnModels(1, 1).map(({ closed }) => closed);
  const ofClients = rules.flatMap(({ id, conditions }) =>
    (conditions?.(pool as PoolModel) ?? [])
      .filter(({ on }) => on === "client")
      .map(({ expression }) => ({ id, expression })),
  );
  expect(ofClients.length).toBeGreaterThan(60);
  const dear = /\bset(?:union|subtract)\([^()]*self\.(?:read|write)_attributes/;
  expect(ofClients.filter(({ expression }) => dear.test(expression)).map(({ id }) => id)).toEqual([]);
});
