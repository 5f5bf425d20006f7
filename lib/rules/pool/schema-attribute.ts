import type { Attribute } from "../../config/schema";
import type { AttributeModel, UserPoolModel } from "../../model/model";
import type { Path } from "../../model/source";
import { isTrue } from "../language/arguments";
import type { Claim } from "../language/claims";
import { type Field, field } from "../language/fields";
import { claimEvery, type Items } from "../language/items";
import type { Phrase, Shown } from "../language/phrases";
import type { Statement } from "../language/statements";
import type { BadExample, Example } from "../rule";
import { badPool, goodPool } from "./pool-examples";

/** The attributes of a planned pool, but for one without a name that the provider plans beside some changes. */
export const attributes: Items<UserPoolModel, AttributeModel> = {
  of: ({ schema }) => schema,
  over: () => "local.schema",
  item: "attribute",
};
export const attributeName: Field<AttributeModel> = field(({ name }) => name, "name");
export const isRequired: Statement<AttributeModel> = isTrue(field(({ required }) => required, "required"));

/** An attribute in a message: as the config names it, and as Terraform does. */
export const attributeKey: Shown<AttributeModel> = { of: ({ key }) => key, over: attributeName.over };

/** What must hold of each attribute; `at` is the key of the attribute that a finding points at. */
export function claimAttributes(
  must: Statement<AttributeModel>,
  message: Phrase<AttributeModel>,
  at?: keyof Attribute | ((attribute: AttributeModel) => keyof Attribute),
  fix?: string,
): Claim<UserPoolModel> {
  const place = (attribute: AttributeModel): Path => {
    const key = typeof at === "function" ? at(attribute) : at;
    return ["attributes", attribute.key, ...(key ? [key] : [])];
  };
  return claimEvery(attributes, must, place, message, fix);
}

/** An example that declares one attribute, and breaks a rule there. */
export function attributeExample(key: string, attribute: Attribute = {}, field?: keyof Attribute): BadExample {
  return badPool({ attributes: { [key]: attribute } }, "attributes", key, ...(field ? [field] : []));
}

/** An example that declares one attribute. */
export function declares(key: string, attribute: Attribute = {}): Example {
  return goodPool({ attributes: { [key]: attribute } });
}
