import { RESOURCES } from "../../cognito/resources";
import type { Guardrails } from "../../config/schema";
import type { PoolModel } from "../../model/model";
import { same } from "../../model/same";
import { written } from "../../model/source";
import { quoted } from "../../text/quoted";
import { acknowledgements } from "../acknowledgements";
import { changesBesideImports, POOL_ADOPTION, POOL_CREATES } from "../adoption";
import type { CompleteVerdict, Difference } from "../change";
import { compareClients } from "../client/clients";
import { effective } from "../language/effective";
import type { Facet, Side } from "../language/facet";
import { anything } from "../language/facet-kinds";
import { compareTable, comparing, type FacetTable, silent } from "../language/facet-table";
import { shown } from "../language/wording";
import { poolQuotas } from "../quotas";
import { POOL_THREAT_PROTECTION } from "../threat-protection";
import { POOL_UI_CUSTOMIZATION } from "../ui-customization";
import { compareApplyOrder } from "./apply-order";
import { DOMAINS } from "./domains";
import { ENVIRONMENT } from "./environment";
import { GROUPS } from "./groups";
import { GUARDRAILS } from "./guardrails";
import { IDENTITY_PROVIDERS } from "./identity-providers";
import { LOG_DELIVERY } from "./log-delivery";
import { RESOURCE_SERVERS } from "./resource-servers";
import { SECRETS_OUTPUT } from "./secrets-output";
import { USER_POOL } from "./user-pool";
import { WEB_ACL } from "./web-acl";

/** Another pool that is managed elsewhere. */
const ANOTHER_POOL: Facet<PoolModel> = {
  ...anything<PoolModel>(["existing"], "user pool", ({ existing }) => existing?.userPoolId, {
    risk: "breaks",
    why: "Terraform replaces every client: a client belongs to one pool",
  }),
  when: (before, after) => before.existing !== undefined && after.existing !== undefined,
};

/** What a review says about each part of a stack: the pool, its clients and every other kind of resource. */
export const POOL: FacetTable<PoolModel> = {
  stack: silent("the pool and its environment, by which stacks are compared"),
  project: silent("the prefix of default names, which are compared themselves"),
  key: silent("pools are compared by their key"),
  environment: (before, after) =>
    compareTable(
      ENVIRONMENT,
      { ...before, subject: before.subject.environment, source: before.subject.environment.source },
      { ...after, subject: after.subject.environment, source: after.subject.environment.source },
    ),
  existing: [comparing(management), ANOTHER_POOL],
  adopted: [POOL_ADOPTION, POOL_CREATES],
  pool: [
    (before, after) =>
      before.subject.pool && after.subject.pool
        ? compareTable(
            USER_POOL,
            { ...before, subject: before.subject.pool },
            { ...after, subject: after.subject.pool },
            RESOURCES.userPool,
          )
        : [],
    comparing((before, after) => compareApplyOrder(before.pool, after.pool)),
  ],
  domain: DOMAINS,
  additionalDomain: silent("compared with domain"),
  resourceServers: RESOURCE_SERVERS,
  identityProviders: IDENTITY_PROVIDERS,
  groups: GROUPS,
  threatProtection: POOL_THREAT_PROTECTION,
  uiCustomization: POOL_UI_CUSTOMIZATION,
  logDelivery: LOG_DELIVERY,
  webAclArn: WEB_ACL,
  clients: [compareClients, comparing((before, after) => poolQuotas(before.pool, after.pool))],
  variables: comparing(sensitivity),
  exportClientSecrets: SECRETS_OUTPUT,
  guardrails: silent("the same for every pool: compared once for the config"),
  promises: silent("the same for every pool: compared once for the config"),
  allowDestroy: silent("compared in the configs, since a destroyed pool is in no model"),
  acknowledge: acknowledgements(),
  source: silent("where the values are written"),
};

/** Every difference between two versions of a pool in an environment. */
export function comparePool(before: PoolModel, after: PoolModel): Difference[] {
  const side = (pool: PoolModel): Side<PoolModel> => ({ subject: pool, source: pool.source, pool });
  const found = compareTable(POOL, side(before), side(after));
  return [...found, ...changesBesideImports(before, after, found)];
}

/** Every difference between the guardrails of two configs. */
export function compareGuardrails(before: PoolModel, after: PoolModel): Difference[] {
  const side = (pool: PoolModel): Side<Guardrails> => ({
    subject: pool.guardrails,
    source: written({ guardrails: pool.guardrails }, []),
    at: ["guardrails"],
    pool,
  });
  return compareTable(GUARDRAILS, side(before), side(after));
}

/** Whether the pool is managed here or elsewhere. */
function* management({ pool: before }: Side<PoolModel>, { pool: after }: Side<PoolModel>): Iterable<CompleteVerdict> {
  const [was, is] = [before, after].map((pool) => effective(pool.existing?.userPoolId, pool.variables));
  const verdict = { risk: "breaks" as const, at: ["existing"], before: was ?? null, after: is ?? null };
  if (before.pool && !after.pool)
    yield {
      ...verdict,
      what: `managed elsewhere, as ${shown(is)}`,
      why: "Terraform destroys the pool that it manages and replaces every client",
    };
  if (after.pool && !before.pool)
    if (same(effective(after.adopted?.userPoolId, after.variables), was))
      yield {
        ...verdict,
        risk: "changes",
        what: `adopts user pool ${shown(was)}, which was managed elsewhere`,
        why: "Terraform imports it, and its clients stay; whoever managed it lets go of it first",
      };
    else
      yield {
        ...verdict,
        what: `managed here instead of ${shown(was)}`,
        why: "Terraform creates a new pool and replaces every client",
      };
}

/** Variables whose values Terraform shows now, or hides; and sensitive defaults, which no report may show. */
function* sensitivity({ pool: before }: Side<PoolModel>, { pool: after }: Side<PoolModel>): Iterable<CompleteVerdict> {
  for (const variable of after.variables) {
    const known = before.variables.find(({ name }) => name === variable.name);
    if (known === undefined) continue;
    const verdict = { at: [], before: known.sensitive, after: variable.sensitive };
    if (known.sensitive !== variable.sensitive)
      yield {
        ...verdict,
        risk: variable.sensitive ? "notes" : "opens",
        what: `Terraform ${variable.sensitive ? "hides" : "shows"} the value of variable ${quoted(variable.name)}`,
        why: variable.sensitive ? "plans and logs no longer show it" : "plans and logs show it",
      };
    else if (variable.sensitive && !same(known.default, variable.default))
      yield {
        ...verdict,
        risk: "changes",
        what: `another default of variable ${quoted(variable.name)}`,
        why: "the value is sensitive, so it is not shown",
      };
  }
}
