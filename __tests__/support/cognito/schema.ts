import { STANDARD_ATTRIBUTES } from "../../../lib/cognito/attributes";
import { type Fields, invalid } from "./refusal";

/** The attributes of a new pool: the standard ones as AWS has them, those of a request in their place, custom ones. */
export function schemaOf(requested: readonly Fields[]): Fields[] {
  const given = new Map(requested.map((attribute) => [attribute.Name, attribute]));
  const standard = Object.entries(STANDARD_ATTRIBUTES).map(([Name, { type, length }]) => {
    const own = given.get(Name);
    given.delete(Name);
    const defaults = {
      ...(length && { StringAttributeConstraints: { MinLength: `${length[0]}`, MaxLength: `${length[1]}` } }),
      ...(type === "Number" && { NumberAttributeConstraints: { MinValue: "0" } }),
    };
    return described({ Name, AttributeDataType: type, Mutable: true, ...defaults, ...own });
  });
  const sub = { Name: "sub", AttributeDataType: "String", Required: true };
  const limits = { StringAttributeConstraints: { MinLength: "1", MaxLength: "2048" } };
  return [described({ ...sub, ...limits }), ...standard, ...[...given.values()].map(custom)];
}

/** A custom attribute as AWS describes it. @throws Refusal when it is required */
export function custom(attribute: Fields): Fields {
  if (attribute.Required === true) invalid("Required custom attributes are not supported currently.");
  const prefix = attribute.DeveloperOnlyAttribute === true ? "dev:custom:" : "custom:";
  return described({ ...attribute, Name: `${prefix}${attribute.Name}` });
}

/** AWS gives every attribute its booleans and the constraints of its type. */
function described(attribute: Fields): Fields {
  const { AttributeDataType: type, StringAttributeConstraints = {}, NumberAttributeConstraints = {} } = attribute;
  return {
    DeveloperOnlyAttribute: false,
    Mutable: false,
    Required: false,
    ...attribute,
    ...(type === "String" && { StringAttributeConstraints }),
    ...(type === "Number" && { NumberAttributeConstraints }),
  };
}
