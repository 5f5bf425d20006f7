import type { Argument } from "../cognito/argument";
import type { ClientModel, PoolModel } from "../model/model";
import { originOf } from "../model/source";
import { isProxied } from "../model/trust";
import { known } from "../model/value";
import { count, listed, quoted } from "../text/quoted";
import type { Difference, Verdict } from "./change";
import type { Facet } from "./language/facet";
import { setDifference } from "./language/facet-kinds";
import { shown } from "./language/wording";

const IMPORTED = "Terraform imports it: it exists already, with its users and everything that refers to it";
const FOR_LIFE = "the mark is for life; Terraform keeps the object that its state has";

/** Whether a pool is adopted, and as which. */
export const POOL_ADOPTION: Facet<PoolModel> = {
  at: ["adopted"],
  noun: "adopted user pool",
  get: ({ adopted }) => adopted?.userPoolId,
  when: (before, after) => before.pool !== undefined && after.pool !== undefined,
  *describe(before: unknown, after: unknown): Iterable<Verdict> {
    if (before === undefined)
      yield { risk: "changes", what: `adopted as user pool ${shown(after)}`, why: withChanges("the pool") };
    else
      yield {
        risk: "breaks",
        what:
          after === undefined
            ? "the pool is no longer adopted"
            : `adopted as user pool ${shown(after)} instead of ${shown(before)}`,
        why: FOR_LIFE,
      };
  },
};

/** What is attached to an adopted pool and not imported. */
export const POOL_CREATES: Facet<PoolModel> = {
  at: ["adopted"],
  noun: "new beside an adopted pool",
  get: ({ adopted }) => adopted?.creates,
  when: (before, after) => before.adopted !== undefined && after.adopted !== undefined,
  *describe(before: string[], after: string[]): Iterable<Verdict> {
    const { added, removed } = setDifference(before, after);
    if (added.length > 0)
      yield { risk: "changes", what: `${listed(added)} created, not imported`, why: "AWS does not have it yet" };
    if (removed.length > 0)
      yield { risk: "notes", what: `${listed(removed)} imported, unless the state has it`, why: IMPORTED };
  },
};

/** Whether a client is adopted, and as which. */
export const CLIENT_ADOPTION: Facet<ClientModel> = {
  at: ["adopted"],
  noun: "adopted client",
  get: ({ adopted }) => adopted?.clientId,
  *describe(before: unknown, after: unknown): Iterable<Verdict> {
    if (before === undefined)
      yield {
        risk: "breaks",
        what: `adopted as client ${shown(after)}`,
        why: `${withChanges("the client")}; if Terraform created the client, it is replaced and gets a new client id`,
      };
    else if (after === undefined)
      yield {
        risk: "breaks",
        what: "replaces the client (new client id): no longer adopted",
        why: "its generate_secret is null since the import, and any value replaces it",
      };
    else yield { risk: "breaks", what: `adopted as client ${shown(after)} instead of ${shown(before)}`, why: FOR_LIFE };
  },
};

/** Which style of managed login an adopted client has in AWS. */
export const STYLE_ADOPTION: Facet<ClientModel> = {
  at: ["adopted", "styleId"],
  noun: "adopted style",
  get: ({ adopted }) => adopted?.styleId,
  when: (before, after) =>
    [before, after].every(({ adopted, branding }) => adopted !== undefined && branding !== undefined),
  describe: (before: unknown, after: unknown) => [
    after === undefined
      ? {
          risk: "changes",
          what: "its style of managed login is created, not imported, unless the state has it",
          why: "AWS refuses it where the client has a style already",
        }
      : {
          risk: "notes",
          what: `style ${shown(after)} is imported${before === undefined ? "" : ` instead of ${shown(before)}`}, unless the state has one`,
          why: "Terraform keeps the object that its state has",
        },
  ],
};

/** Whether the config says of an adopted client that AWS has a secret of it, which nothing changes. */
export const ADOPTED_SECRET: Facet<ClientModel> = {
  at: ["generateSecret"],
  noun: "secret of an adopted client",
  get: ({ generateSecret }) => generateSecret,
  when: (before, after) =>
    before.adopted !== undefined && after.adopted !== undefined && isProxied(before) === isProxied(after),
  describe: (_: boolean, after: boolean) => [
    {
      risk: "breaks",
      what: `the config says that AWS has ${after ? "a" : "no"} secret of it`,
      why: "no apply adds or removes the secret of an adopted client; the plan fails unless AWS has it so",
    },
  ],
};

/** What an adopted object leaves unset. @param noun the object in a sentence */
export function unsetFacet<T extends { readonly unset: readonly string[] }>(
  noun: string,
  facts: Readonly<Record<string, Argument>>,
): Facet<T> {
  return {
    at: ["unset"],
    noun: "arguments that are unset",
    get: ({ unset }) => unset,
    *describe(before: string[], after: string[]): Iterable<Verdict> {
      const { added, removed } = setDifference(before, after);
      for (const [names, what, why] of [
        [removed, "is set", "AWS has never been given a value; Terraform sends one now"],
        [added, "is unset", "Terraform sends no value any more; AWS keeps the one that it has"],
      ] as const)
        for (const name of names)
          yield facts[name]?.permanent === "replaced"
            ? { risk: "breaks", what: `${quoted(name)} ${what}`, why: `permanent: Terraform replaces the ${noun}` }
            : { risk: "changes", what: `${quoted(name)} ${what}`, why };
    },
  };
}

/** The row of a pool that is new in the config, and exists already. */
export function adoptedWords({ adopted, clients, environment }: PoolModel): Pick<Verdict, "what" | "why"> {
  const of = (isAdopted: boolean) =>
    clients.flatMap((client) => ((client.adopted !== undefined) === isAdopted ? [client.key] : []));
  const [imported, created] = [of(true), [...(adopted?.creates ?? []), ...of(false)]];
  const parts = [
    ...(imported.length > 0 ? [`, with ${count(imported.length, "client")}: ${listed(imported)}`] : []),
    ...(created.length > 0 ? [`, and creates ${listed(created)}`] : []),
  ];
  return {
    what: `adopts user pool ${shown(adopted?.userPoolId)} in ${environment.key}${parts.join("")}`,
    why: IMPORTED,
  };
}

/** The row of a client that is new in the config, and exists already. */
export function adoptedClientWords({ adopted, platform }: ClientModel): Pick<Verdict, "what" | "why"> {
  return { what: `adopts client ${shown(adopted?.clientId)} (${platform})`, why: IMPORTED };
}

/** That an adopted client is removed and another one imports it: it got another key without `renamedFrom`. */
export function importedElsewhere(
  { adopted, key }: ClientModel,
  after: PoolModel,
): Pick<Verdict, "what" | "why"> | undefined {
  const id = known(adopted?.clientId);
  const twin = after.clients.find((each) => id !== undefined && known(each.adopted?.clientId) === id);
  if (twin === undefined) return undefined;
  return {
    what: `the client is destroyed, and imported as ${quoted(twin.key)}`,
    why: `both keys are client ${quoted(id as string)}; renamedFrom: ${key} of the new one moves it, and nothing is lost`,
  };
}

/** What one apply changes of a pool beside what it imports. */
export function changesBesideImports(
  before: PoolModel,
  after: PoolModel,
  differences: readonly Difference[],
): Difference[] {
  const wasAdopted = ({ key, renamedFrom }: ClientModel) =>
    before.clients.some((each) => each.adopted && [key, renamedFrom].includes(each.key));
  const clients = after.clients.filter((each) => each.adopted && !wasAdopted(each)).map(({ key }) => key);
  const isImport = ({ client, at }: Difference) =>
    at[0] === "adopted" || (at.length === 0 && client !== undefined && clients.includes(client));
  const imported = [...(after.adopted && !before.adopted ? ["the pool"] : []), ...clients];
  const others = differences.filter((each) => each.risk !== "notes" && !isImport(each));
  if (imported.length === 0 || others.length === 0) return [];
  return [
    {
      risk: "notes",
      what: `imports ${listed(imported)}, and makes ${count(others.length, "other change")} in the same apply`,
      why: "a plan that only imports shows that Terraform manages what exists: import first, and make other changes in another pull request",
      at: ["adopted"],
      before: null,
      after: imported,
      origin: { side: "head", target: "key", path: originOf(after.source, ["adopted"]).path },
    },
  ];
}

function withChanges(noun: string): string {
  return `Terraform imports ${noun}; what else changes here is applied to it at once: adopt first, and change in another pull request`;
}
