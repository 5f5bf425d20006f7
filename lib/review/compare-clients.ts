import { terraformName } from "../config/keys";
import type { ClientModel, PoolModel } from "../model/model";
import { addedClient, BILLED, isMachine } from "./additions";
import type { Difference, Told } from "./change";
import { CLIENT_FACETS } from "./client-facets";
import { compareFacets, difference } from "./facet";
import { comparePermissions } from "./permissions";
import { clientQuotas } from "./quotas";
import { quoted } from "./wording";

/** Every difference between the clients of a pool: those that come, go, are renamed, and what changes in the rest. */
export function compareClients(before: PoolModel, after: PoolModel): Difference[] {
  const left = new Map(before.clients.map((client) => [terraformName(client.key), client]));
  const differences: Difference[] = [];
  for (const client of after.clients) {
    const known = takePredecessor(left, client, after.clients);
    const told = known === undefined ? addedClient(client, after) : compareClient(known, client, before, after);
    differences.push(...told.map((each) => ({ ...each, client: client.key })));
  }
  for (const client of left.values()) differences.push({ ...removal(client, before, after), client: client.key });
  return differences;
}

/** The client of the base that has the same address, or whose address a `moved` block gives away. */
function takePredecessor(
  left: Map<string, ClientModel>,
  { key, renamedFrom }: ClientModel,
  clients: readonly ClientModel[],
): ClientModel | undefined {
  const names = [key, ...(renamedFrom === undefined ? [] : [renamedFrom])].map(terraformName);
  const name = names.find((each) => left.has(each));
  if (name === undefined) return undefined;
  if (name !== names[0] && clients.some((client) => terraformName(client.key) === name)) return undefined;
  const predecessor = left.get(name);
  left.delete(name);
  return predecessor;
}

function compareClient(was: ClientModel, is: ClientModel, before: PoolModel, after: PoolModel): Difference[] {
  const [base, head] = [
    { subject: was, source: was.source, variables: before.variables, pool: before },
    { subject: is, source: is.source, variables: after.variables, pool: after },
  ];
  return [
    ...(was.key === is.key ? [] : [difference(renaming(was, is), base, head)]),
    ...compareFacets(CLIENT_FACETS, base, head),
    ...comparePermissions(base, head),
    ...grantsToMachines(was, is).map((told) => difference(told, base, head)),
    ...clientQuotas(was, is).map((told) => difference(told, base, head)),
  ];
}

function renaming(was: ClientModel, is: ClientModel): Told {
  const named = was.name === was.key && is.name === is.key;
  return {
    risk: "notes",
    what: `renamed from ${quoted(was.key)}${named ? `; its name in Cognito changes to ${quoted(is.key)}` : ""}`,
    why: "the client id stays the same: Terraform moves the client to its new address",
    at: is.renamedFrom === undefined ? [] : ["renamedFrom"],
    before: was.key,
    after: is.key,
  };
}

function removal(client: ClientModel, before: PoolModel, after: PoolModel): Difference {
  const told: Told = {
    risk: "breaks",
    what: "the client is removed, and its client id with it",
    why: "installed apps cannot sign in or refresh; making it again gives another client id",
    at: ["clients", client.key],
    before: client.key,
    after: null,
  };
  return difference(told, before, after);
}

/** A client that becomes a machine's is billed as one. */
function grantsToMachines(was: ClientModel, is: ClientModel): Told[] {
  if (isMachine(was) || !isMachine(is)) return [];
  return [
    {
      risk: "costs",
      what: "billed as a machine client",
      why: BILLED,
      at: ["allowedOauthFlows"],
      before: false,
      after: true,
    },
  ];
}
