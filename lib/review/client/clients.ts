import { RESOURCES } from "../../cognito/resources";
import { terraformName } from "../../config/keys";
import type { ClientModel, PoolModel } from "../../model/model";
import { quoted } from "../../text/quoted";
import { addedClient } from "../additions";
import { importedElsewhere } from "../adoption";
import { BILLED, isMachine } from "../billing";
import type { CompleteVerdict, Difference } from "../change";
import { difference } from "../language/facet";
import { type Comparison, compareTable } from "../language/facet-table";
import { clientQuotas } from "../quotas";
import { CLIENT } from "./client";

/** Every difference between the clients of a pool: added, removed, renamed and changed ones. */
export const compareClients: Comparison<PoolModel> = ({ pool: before }, { pool: after }) => {
  const left = new Map(before.clients.map((client) => [terraformName(client.key), client]));
  const differences: Difference[] = [];
  const added: ClientModel[] = [];
  for (const client of after.clients) {
    const known = takePredecessor(left, client);
    if (known === undefined) added.push(client);
    const found = known === undefined ? addedClient(client, after) : compareClient(known, client, before, after);
    differences.push(...found.map((each) => ({ ...each, client: client.key })));
  }
  for (const client of left.values())
    differences.push({ ...removal(client, added, before, after), client: client.key });
  return differences;
};

/** The client of the base that has the same address, or whose address a `moved` block gives away. */
function takePredecessor(left: Map<string, ClientModel>, { key, renamedFrom }: ClientModel): ClientModel | undefined {
  const names = [key, ...(renamedFrom === undefined ? [] : [renamedFrom])].map(terraformName);
  const name = names.find((each) => left.has(each));
  if (name === undefined) return undefined;
  const predecessor = left.get(name);
  left.delete(name);
  return predecessor;
}

function compareClient(was: ClientModel, is: ClientModel, before: PoolModel, after: PoolModel): Difference[] {
  const [base, head] = [
    { subject: was, source: was.source, pool: before },
    { subject: is, source: is.source, pool: after },
  ];
  const verdicts = [...(was.key === is.key ? [] : [renaming(was, is)]), ...billing(was, is), ...clientQuotas(was, is)];
  return [
    ...verdicts.map((verdict) => difference(verdict, base, head)),
    ...compareTable(CLIENT, base, head, RESOURCES.client),
  ];
}

function renaming(was: ClientModel, is: ClientModel): CompleteVerdict {
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

/** @param added the clients that only the head has: one of the same platform may be this one under another key */
function removal(client: ClientModel, added: readonly ClientModel[], before: PoolModel, after: PoolModel): Difference {
  const isRotating = client.generations.length > 1;
  const [heir, ...others] = added.filter(({ platform }) => platform === client.platform);
  const isRenamed = heir !== undefined && others.length === 0 && heir.renamedFrom === undefined;
  const rename = isRenamed
    ? `; if ${quoted(heir.key)} is this client under another key, renamedFrom: ${quoted(client.key)} in it keeps the client id`
    : "";
  const verdict: CompleteVerdict = {
    risk: "breaks",
    what: `the client is removed, with its client ${isRotating ? "ids, of every generation" : "id"}`,
    why: `installed apps can no longer sign in or refresh; creating the client again gives another client id${rename}`,
    ...importedElsewhere(client, after),
    at: ["clients", client.key],
    before: client.key,
    after: null,
  };
  return difference(verdict, { source: before.source }, { source: after.source });
}

/** A client that becomes a machine client is billed as one. */
function billing(was: ClientModel, is: ClientModel): CompleteVerdict[] {
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
