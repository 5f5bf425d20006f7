import { terraformName } from "../../config/keys";
import { currentDay } from "../../model/day";
import { generationKey, generationsOf, isRotated } from "../../model/generations";
import type { ClientModel, PoolModel } from "../../model/model";
import { known } from "../../model/value";
import { plain, planText, revealed } from "../language/expressions";
import { characters } from "../language/text-statements";
import { hasSecret } from "../language/trust";
import type { ClientRule, Condition, Examples, Rule, RuleText, Violation } from "../rule";
import { AWS, bad, on } from "./client-rule";
import { isAnyDelivered } from "./delivery-rule";

const page = "docs/rotation.md";
const rotating = { generations: [1, 2], allowedOauthScopes: ["api/read"] };
const api = { pool: { resourceServers: { api: { scopes: { read: "Read" } } } } };
const past = { reason: "no traffic", until: "2020-01-31" };
const future = { reason: "no traffic", until: "2999-01-31" };

/** Rotation of a client's secret by generations. What was used before, the lock file knows: ROT-07. */
export const generationRules: readonly Rule[] = [
  generationRule({
    id: "ROT-01",
    name: "ordered-generations",
    severity: "error",
    title: "require one generation of a client or two, numbered from 1 in ascending order",
    why: "A generation is an app client in AWS, with an address of its own. One replaces another: consumers move from the older one to the newer one.",
    fix: "write one generation or two, the older one first: generations: [1, 2]",
    source: [page],
    check: function* ({ generations }) {
      const [first, second] = generations;
      const at = ["generations"];
      if (generations.length === 0) yield { at, message: "generations is empty" };
      if (generations.length > 2)
        yield {
          at: ["generations", 2],
          message: `${generations.length} generations; at most two exist at a time`,
          fix: `retire generation ${first} before a new one is added`,
        };
      for (const [index, number] of generations.entries())
        if (number < 1) yield { at: [...at, index], message: `generation ${number}; the first one is 1` };
      const duplicate = generations.findIndex((number, index) => generations.indexOf(number) < index);
      if (duplicate >= 0)
        yield { at: [...at, duplicate], message: `generation ${generations[duplicate]} is listed twice` };
      else if (
        Math.min(...generations) > 0 &&
        generations.some((number, index) => index > 0 && number < (generations[index - 1] as number))
      )
        yield {
          at: [...at, 1],
          message: `generations ${generations.join(", ")} do not ascend`,
          fix: `write generations: [${[...generations].sort((a, b) => a - b).join(", ")}]`,
        };
      else if (first !== undefined && second !== undefined && !Number.isSafeInteger(second))
        yield { at: [...at, 1], message: `generation ${second} is too large a number` };
    },
    examples: () => ({
      bad: [
        bad(on("server", { generations: [] }), "generations"),
        bad(on("server", { generations: [1, 2, 3] }), "generations", 2),
        bad(on("server", { generations: [2, 1], current: 1 }), "generations", 1),
        bad(on("server", { generations: [2, 2] }), "generations", 1),
        bad(on("server", { generations: [0, 1] }), "generations", 0),
        bad(on("server", { generations: [-1] }), "generations", 0),
      ],
      good: [
        on("server", { generations: [1] }),
        on("server", { generations: [1, 2] }),
        on("server", { generations: [4, 7] }),
      ],
    }),
  }),
  generationRule({
    id: "ROT-02",
    name: "current-generation",
    severity: "error",
    title: "require the current generation to be one of the client's generations, and the one that is delivered",
    why: "Outputs and deliveries name the current generation; one that does not exist has no client id, and consumers read the credentials of another.",
    fix: "set current to one of generations",
    source: [page],
    conditions: deliversCurrent,
    check: ({ generations, current }) =>
      generations.length === 0 || generations.some((number) => number < 1) || generations.includes(current)
        ? []
        : [
            {
              unplanned: true,
              at: ["current"],
              message: `current is ${current}; the client has ${generations.length > 1 ? "generations" : "generation"} ${generations.join(" and ")}`,
            },
          ],
    examples: () => ({
      bad: [
        bad(on("server", { generations: [1, 2], current: 3 }), "current"),
        bad(on("server", { current: 2 }), "current"),
      ],
      good: [
        on("server", { generations: [1, 2], current: 2 }),
        on("server", { generations: [1, 2], current: 1 }),
        on("server", { generations: [2] }),
      ],
    }),
  }),
  generationRule({
    id: "ROT-03",
    name: "retire-previous-generation",
    severity: "error",
    title: "disallow retiring the current generation",
    why: "Outputs and deliveries name the current generation, and consumers use it; once it is destroyed they get no tokens.",
    fix: "set current to the other generation, move the consumers, then retire this one",
    source: [page],
    check: ({ retire, current }) => {
      if (retire === undefined) return [];
      const at = ["retire", "generation"];
      if (retire.generation === current)
        return [{ at, message: `generation ${current} is the current one and cannot be retired` }];
      if (retire.generation < 1)
        return [
          {
            at,
            message: `generation ${retire.generation} cannot be retired; the first one is 1`,
            fix: "name a generation that exists or existed",
          },
        ];
      return [];
    },
    examples: () => ({
      bad: [
        bad(on("server", { generations: [1, 2], retire: { generation: 1, ...future } }), "retire", "generation"),
        bad(on("server", { retire: { generation: 1, ...future } }), "retire", "generation"),
        bad(on("server", { retire: { generation: 0, ...future } }), "retire", "generation"),
      ],
      good: [
        on("server", { generations: [1, 2], current: 2, retire: { generation: 1, ...future } }),
        on("server", { generations: [2], retire: { generation: 1, ...future } }),
        on("server", { generations: [1], retire: { generation: 2, ...future } }),
      ],
    }),
  }),
  generationRule({
    id: "ROT-04",
    name: "rotated-client-secret",
    severity: "error",
    title: "require a client secret to rotate a client",
    why: "Every generation has a client id of its own. A public client has no secret to rotate, and its installed apps contain the client id.",
    fix: "remove generations, current and retire; for another client id add a client under another key, publish apps that use it, and remove this one when nobody uses it any more",
    source: [page, AWS.appClients],
    check: ({ generations, generateSecret, platform }) =>
      generateSecret || !(isRotated({ generations }) || generations.length > 1)
        ? []
        : [{ at: ["generations"], message: `${platform} client without a secret; there is no secret to rotate` }],
    conditions: ({ clients }) => {
      const only = clients.filter(isRotated).flatMap((client) => generationsOf(client).map(({ key }) => key));
      if (only.length === 0) return [];
      const message = planText`the client has no secret to rotate`;
      return [{ on: "client", expression: hasSecret.over("self"), message, only }];
    },
    examples: () => ({
      bad: [
        bad(on("ios", { generations: [1, 2] }), "generations"),
        bad(on("other", { generations: [2] }), "generations"),
      ],
      good: [
        on("server", { generations: [1, 2] }),
        on("machine", rotating, api),
        on("other", { generations: [2], generateSecret: true }),
        on("ios", { generations: [1] }),
      ],
    }),
  }),
  generationRule({
    id: "ROT-05",
    name: "free-generation-address",
    severity: "error",
    title: "require that no other client has the address of a generation",
    why: "Generation 2 of client jobs has the address jobs_g2 in Terraform, and so has a client with the key jobs_g2 or jobs-g2.",
    fix: "give the other client another key, with renamedFrom, so that its client id stays; or skip this number",
    source: [page, "docs/decisions/addresses.md"],
    check: (client, pool) => {
      if (client.generations.every((number) => number === 1)) return [];
      const owners = ownersOf(pool);
      const taken = (key: string) => owners.get(terraformName(key))?.find((owner) => owner !== client.key);
      return generationsOf(client).flatMap(({ number, key }, index) => {
        if (number === 1) return [];
        const addresses = [key, ...(client.renamedFrom ? [generationKey(client.renamedFrom, number)] : [])];
        const found = addresses.find(taken);
        if (found === undefined) return [];
        const message = `generation ${number} would be ${terraformName(found)} in Terraform, as is client ${taken(found)}`;
        return [{ at: ["generations", index], message }];
      });
    },
    examples: () => ({
      bad: [
        bad(on("server", { generations: [1, 2] }, { clients: { app_g2: { platform: "server" } } }), "generations", 1),
        bad(on("server", { generations: [2] }, { clients: { "app-g2": { platform: "ios" } } }), "generations", 0),
      ],
      good: [
        on("server", { generations: [1, 3] }, { clients: { app_g2: { platform: "server" } } }),
        on("server", {}, { clients: { app_g2: { platform: "server" } } }),
      ],
    }),
  }),
  generationRule({
    id: "ROT-06",
    name: "retirement-overdue",
    severity: "warning",
    title: "require that a rotation ends by the day that retire names",
    why: "Until the previous generation is destroyed, whoever has its secret gets tokens.",
    fix: "move the last consumers and remove the generation from generations, or set a later day",
    source: [page],
    check: ({ retire, generations }) => {
      if (retire === undefined || generations.length < 2 || currentDay() <= retire.until) return [];
      const { generation, until } = retire;
      return [
        generations.includes(generation)
          ? { at: ["retire", "until"], message: `generation ${generation} should have been retired by ${until}` }
          : {
              at: ["retire", "until"],
              message: `the retirement of generation ${generation} ended on ${until}, and two others exist`,
              fix: "replace it with the retirement of this rotation, or remove it",
            },
      ];
    },
    examples: () => ({
      bad: [
        bad(on("server", { generations: [1, 2], current: 2, retire: { generation: 1, ...past } }), "retire", "until"),
        bad(on("server", { generations: [2, 3], retire: { generation: 1, ...past } }), "retire", "until"),
      ],
      good: [
        on("server", { generations: [1, 2], current: 2, retire: { generation: 1, ...future } }),
        on("server", { generations: [2], retire: { generation: 1, ...past } }),
      ],
    }),
  }),
  generationRule({
    id: "ROT-08",
    name: "generation-name-length",
    severity: "error",
    title: "require a client name of 1 to 128 characters in every generation",
    why: "Generation 2 of client jobs is named jobs-g2 in Cognito, and AWS rejects a longer ClientName than 128 characters.",
    fix: "shorten name",
    source: [page, AWS.createClient],
    check: (client) => {
      const name = known(client.name);
      if (name === undefined || characters(name) > 128) return [];
      return generationsOf(client).flatMap(({ number, suffix }) => {
        const length = characters(name + suffix);
        const message = `the name of generation ${number} has ${length} characters; Cognito allows 1 to 128`;
        return length > 128 ? [{ at: ["name"], message }] : [];
      });
    },
    examples: () => ({
      bad: [bad(on("server", { generations: [1, 2], name: "a".repeat(126) }), "name")],
      good: [on("server", { generations: [1, 2], name: "a".repeat(125) })],
    }),
  }),
];

/**
 * What is delivered is of the current generation, as far as a plan knows client ids: the numbers by which Terraform writes
 * write-only arguments again follow from them.
 */
function deliversCurrent(pool: PoolModel): Condition[] {
  const isNumbered = (version: string, number: string) => `try(self.${version}, null) == self.numbers.${number}`;
  const ofId = revealed('try(self.parameters.id.value, "") == self.client.id');
  const expression = [
    `(!self.has_secret || ${isNumbered("version.secret_string_wo_version", "secret")})`,
    `(!self.has_parameters || ${isNumbered("parameters.secret.value_wo_version", "parameters")} && ${ofId})`,
  ].join(" && ");
  const message = plain("other credentials are delivered than those of the current generation, as write-only values");
  return isAnyDelivered(pool) ? [{ on: "delivery", expression, message, apart: true }] : [];
}

type Definition = Omit<RuleText, "since"> &
  Pick<ClientRule, "check" | "conditions"> & { readonly examples: () => Examples };

/** No plan shows which clients are generations of one another: what has no condition only the check can say. */
function generationRule({ check, ...rule }: Definition): ClientRule {
  const only = (violation: Violation): Violation => (rule.conditions ? violation : { ...violation, unplanned: true });
  return { ...rule, since: "2.0", subject: "client", check: (client, pool) => [...check(client, pool)].map(only) };
}

const OWNERS = new WeakMap<PoolModel, ReadonlyMap<string, readonly string[]>>();

/** The clients that have each address, looked up once for all clients of a pool. */
function ownersOf(pool: PoolModel): ReadonlyMap<string, readonly string[]> {
  const made = OWNERS.get(pool);
  if (made) return made;
  const owners = new Map<string, string[]>();
  for (const client of pool.clients)
    for (const { key } of generationsOf(client as ClientModel)) {
      const address = terraformName(key);
      owners.set(address, [...(owners.get(address) ?? []), client.key]);
    }
  OWNERS.set(pool, owners);
  return owners;
}
