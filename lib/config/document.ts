import { z } from "zod";
import { PLATFORMS } from "../cognito/platforms";
import { cell } from "../text/markdown";
import { configSchema } from "./schema";
import { anyClientSchema, clientSchema } from "./schema/client";
import { fixedDuration, textFile } from "./schema/common";
import { environmentShape } from "./schema/environment";
import { guardrailsSchema } from "./schema/guardrails";
import { poolSchema } from "./schema/pool";

const INTRO = `# The config file

<!-- Written by \`npm run docs\` from the schema in lib/config/schema. -->

Found by \`--config FILE\`, else \`COGNITO_CONFIG\`, else \`context.config\` in \`cdktf.json\`, else the first of
\`userpools.config.ts\`, \`userpools.yaml\`, \`userpools.yml\`, \`userpools.json\`. YAML and JSON are data only: nothing in them is
executed. A TypeScript file is a program; it exports default \`defineConfig({ ... })\` from \`cdktf-cognito\`. Its imports are
also found by \`paths\` and \`baseUrl\` of the next \`tsconfig.json\`, beside the config or above it.

Keys of pools and clients are the Terraform arguments in camelCase. An unknown key is an error.

- **Keys** of environments, pools, clients and resource servers become Terraform addresses: lower case letters and digits,
  with \`-\` or \`_\` between them. Do not change them; to rename a client, give its old key in \`renamedFrom\`.
- **Durations** are \`90s\`, \`15m\`, \`1h\`, \`30d\`, \`1h30m\`. The unit written is the unit emitted: \`60m\` is 60 minutes, \`1h30m\` is
  90 minutes.
- **Overlays**, under \`environments.<environment>.pools.<pool>\`, change a pool in one environment: objects merge, scalars and
  lists replace, \`null\` removes.
- **Variables**: in place of a string, a list of strings, a duration or what the table below says, \`{ var: name, default: ..., sensitive: true }\`
  makes a Terraform variable. A duration's variable is a number in \`unit\`, default minutes; that of
  \`authSessionValidity\` is in minutes only, that of \`retryGracePeriod\` in seconds only. A variable's limits,
  and the items that a list can have, are checked at plan time, and those of a default by the check too. What is permanent takes
  no variable: another value would replace the user pool.
- **Files**: a long text, such as a message of an e-mail, can be in a file beside the config: \`{ file: messages/verify.html }\`.
  The file is in the folder of the config, also behind symbolic links, and in UTF-8. Its text is taken as it is, line ends
  included, without a byte order mark. A finding about the text is shown at the key, and names the file (CFG-14).
- **Anchors**: in YAML and JSON, keys at the top that begin with \`x-\` are ignored. They have a place for anchors:
  \`x-web: &web { platform: spa }\`, and then \`<<: *web\` or \`*web\`. TypeScript has constants instead.
- **Attribute sets** are lists of names, or \`{ scopes: [profile, email, phone, address], attributes: [...] }\`. A scope
  expands to its attributes, in a write set without those that AWS never lets a client write.
`;

/** `docs/config.md`: every key of the grammar, with what its schema says of it. */
export function configDocument(): string {
  return [
    INTRO,
    section("Config", configSchema.shape),
    section("Environment", environmentShape),
    section("Pool", poolSchema.shape),
    section("Client", anyClientSchema.shape, platformsOf),
    section("Guardrails", guardrailsSchema.shape),
  ].join("\n");
}

function section(title: string, shape: z.core.$ZodLooseShape, extra: (key: string) => string = () => ""): string {
  const rows = Object.entries(shape).flatMap(([key, schema]) => keyRows(key, schema as z.ZodType, extra(key)));
  return [`## ${title}`, "", "| key | value | |", "|---|---|---|", ...rows, ""].join("\n");
}

/** A row for the key, and one for each key of an object that is written in its place. */
function keyRows(key: string, schema: z.ZodType, extra: string): string[] {
  const inner = unwrapped(schema);
  const required = schema instanceof z.ZodOptional ? "" : "**required** ";
  const description = [schema.description ?? inner.description ?? "", extra].filter(Boolean).join("; ");
  const row = `| \`${key}\` | ${required}${typeName(inner)} | ${cell(description)} |`;
  const objects = NESTED_ELSEWHERE.includes(key) ? [] : objectsOf(inner);
  return [
    row,
    ...objects.flatMap((object) =>
      Object.entries(object.shape).flatMap(([name, child]) => keyRows(`${key}.${name}`, child as z.ZodType, "")),
    ),
  ];
}

/** Objects that have a section of their own. */
const NESTED_ELSEWHERE = ["pools", "environments", "clients", "clientDefaults", "guardrails"];

function objectsOf(schema: z.ZodType): z.ZodObject[] {
  if (schema instanceof z.ZodObject) return isOpenVariable(schema) || schema === textFile ? [] : [schema];
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => objectsOf(option as z.ZodType));
  if (schema instanceof z.ZodRecord) return objectsOf(unwrapped(schema.valueType as z.ZodType));
  return [];
}

function isOpenVariable(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject && "var" in schema.shape;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema;
}

function typeName(schema: z.ZodType): string {
  if (schema === fixedDuration) return "duration";
  if (schema === textFile) return "file";
  if (schema instanceof z.ZodString) return "string";
  if (schema instanceof z.ZodNumber) return "number";
  if (schema instanceof z.ZodBoolean) return "true, false";
  if (schema instanceof z.ZodEnum) return schema.options.map((option) => `\`${option}\``).join(", ");
  if (schema instanceof z.ZodLiteral) return [...schema.values].map((value) => `\`${value}\``).join(", ");
  if (schema instanceof z.ZodArray) return `list of ${typeName(unwrapped(schema.element as z.ZodType))}`;
  if (schema instanceof z.ZodRecord) return `map of ${typeName(unwrapped(schema.valueType as z.ZodType))}`;
  if (schema instanceof z.ZodUnion) {
    const names = schema.options
      .filter((option) => !isOpenVariable(option as z.ZodType))
      .map((option) => typeName(option as z.ZodType));
    const open = names.length < schema.options.length && !names.some((name) => name.includes("variable"));
    return [...new Set(names), ...(open ? ["variable"] : [])].join(" or ");
  }
  return "map";
}

/** The platforms that support a key, where not all do. */
function platformsOf(key: string): string {
  const platforms = clientSchema.options
    .filter((option) => key in option.shape)
    .flatMap((option) => [...option.shape.platform.values]);
  const others = PLATFORMS.filter((platform) => !platforms.includes(platform));
  if (others.length === 0) return "";
  return platforms.length === 1 ? `only platform ${platforms[0]}` : `not platform ${others.join(", ")}`;
}
