import { terraformName } from "../config/keys";
import type { ClientModel, PoolModel } from "../model/model";
import { knownItems } from "../model/value";
import type { Difference, Told } from "./change";
import { CLIENT_FACETS } from "./client-facets";
import { compareFacets, difference } from "./facet";
import { comparePermissions } from "./permissions";
import { clientQuotas } from "./quotas";
import { listed, quoted } from "./wording";

/** Every difference between the clients of a pool: those that come, go, are renamed, and what changes in the rest. */
export function compareClients(before: PoolModel, after: PoolModel): Difference[] {
  const left = new Map(before.clients.map((client) => [terraformName(client.key), client]));
  const differences: Difference[] = [];
  for (const client of after.clients) {
    const known = takePredecessor(left, client, after.clients);
    const told = known === undefined ? [addition(client, before, after)] : compareClient(known, client, before, after);
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
  return {
    risk: "notes",
    what: `renamed from ${quoted(was.key)}`,
    why: "its client id survives: Terraform moves it to the new address",
    at: is.renamedFrom === undefined ? [] : ["renamedFrom"],
    before: was.key,
    after: is.key,
  };
}

function addition(client: ClientModel, before: PoolModel, after: PoolModel): Difference {
  const machine = isMachine(client);
  const dangers = dangersOf(client, after);
  const told: Told = {
    risk: dangers.length > 0 ? "opens" : machine ? "costs" : "changes",
    what: `new ${client.generateSecret ? "confidential" : "public"} client (${client.platform})${
      dangers.length > 0 ? `, with ${dangers.join(" and ")}` : ""
    }`,
    why: machine
      ? "each machine client, and each token that it asks for, is billed"
      : dangers.length > 0
        ? "it is weaker than a client has to be"
        : "one more app may sign users in",
    at: ["clients", client.key],
    before: null,
    after: client.key,
  };
  return difference(told, before, after);
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

/** What in a new client a reviewer should not read past. */
function dangersOf(client: ClientModel, pool: PoolModel): string[] {
  const flows = knownItems(client.explicitAuthFlows).filter((flow) =>
    /(?<!USER_SRP|NO_SRP)_PASSWORD_AUTH|NO_SRP/.test(flow),
  );
  const writable = knownItems(client.writeAttributes);
  const authority = pool.pool?.schema.filter((each) => each.authority && writable.includes(each.key)) ?? [];
  return [
    ...(flows.length > 0 ? [`plain passwords (${listed(flows)})`] : []),
    ...(knownItems(client.allowedOauthFlows).includes("implicit") ? ["the implicit grant"] : []),
    ...(authority.length > 0 ? [`write access to ${listed(authority.map(({ key }) => key))}`] : []),
  ];
}

/** A client that becomes a machine's is billed as one. */
function grantsToMachines(was: ClientModel, is: ClientModel): Told[] {
  if (isMachine(was) || !isMachine(is)) return [];
  return [
    {
      risk: "costs",
      what: "billed as a machine client",
      why: "each machine client, and each token that it asks for, is billed",
      at: ["allowedOauthFlows"],
      before: false,
      after: true,
    },
  ];
}

function isMachine(client: ClientModel): boolean {
  return knownItems(client.allowedOauthFlows).includes("client_credentials");
}
