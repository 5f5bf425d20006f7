import type { AttributeEntry, ClientEntry, StackEntry } from "../estate";
import { clientAddress } from "./data";
import { type Child, h, spoken } from "./dom";
import { renderLazily } from "./lazy";
import { isVariable, items, sign, tag } from "./words";

/** A matrix of attributes and clients for each pool and environment, a few at a time. */
export function attributesView(stacks: readonly StackEntry[]): Child {
  const container = h("div", { class: "matrices" });
  const end = h("div");
  renderLazily(container, end, stacks, matrixOf, 3);
  return [legend(), container, end];
}

function legend(): HTMLElement {
  return h(
    "p",
    { class: "legend" },
    sign("R", "R", "reads"),
    " has permission to read, ",
    sign("W", "W", "writes"),
    " to write, ",
    sign("W", "W", "writes privileged"),
    " to write what grants power. A dot is neither.",
  );
}

function matrixOf(stack: StackEntry): HTMLElement {
  const { pool, environment, clients, attributes } = stack;
  const name = `${pool}, ${environment}`;
  const id = `matrix-${stack.stack}`;
  if (clients.length === 0)
    return h("section", { "aria-labelledby": id }, h("h3", { id }, name), h("p", {}, "This pool has no clients here."));
  return h(
    "section",
    { "aria-labelledby": id },
    h("h3", { id }, name),
    h(
      "div",
      { class: "frame", tabindex: 0, role: "region", "aria-label": `attributes of ${name}` },
      h(
        "table",
        { class: "matrix" },
        h("caption", { class: "spoken" }, `Attributes and clients of ${name}`),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, "Attribute"),
            clients.map(({ client }) =>
              h("th", { scope: "col", class: "access" }, h("a", { href: clientAddress(stack, client) }, client)),
            ),
          ),
        ),
        h(
          "tbody",
          {},
          attributes.map((each) =>
            h(
              "tr",
              { class: each.privileged ? "privileged" : undefined },
              h("th", { scope: "row" }, each.attribute, " ", attributeTags(each)),
              clients.map((client) => h("td", { class: "access" }, access(each, client))),
            ),
          ),
        ),
      ),
    ),
  );
}

/** What the pool says of an attribute. */
export function attributeTags({ required, mutable, privileged, mappedBy }: AttributeEntry): Child {
  return [
    required && tag("required"),
    privileged && tag("privileged", "privileged"),
    !mutable && tag("immutable"),
    mappedBy.map((name) => tag(`from ${name}`, "mapped")),
  ];
}

/** What a client may do with an attribute. */
export function access({ attribute, privileged }: AttributeEntry, client: ClientEntry): Child {
  const { readAttributes, writeAttributes, writesPrivileged } = client;
  const [reads, writes] = [readAttributes, writeAttributes].map((list) => items(list).includes(attribute));
  const open = [readAttributes, writeAttributes].some((list) => isVariable(list));
  if (open) return sign("?", "a variable decides", "open");
  if (!reads && !writes) return [h("span", { class: "none", "aria-hidden": "true" }, "·"), spoken("no access")];
  const word = privileged ? writesPrivileged[attribute] : undefined;
  return [
    reads && sign("R", "reads", "reads"),
    reads && writes && " ",
    writes &&
      sign("W", word === "no" ? "may write, but nobody can" : "writes", privileged ? "writes privileged" : "writes"),
  ];
}
