import type { OauthFlow } from "../../cognito/values";
import type { ClientModel } from "../../model/model";
import { same } from "../../model/same";
import { isClosed, isOpen, type List, type Text } from "../../model/value";
import { listed } from "../../text/quoted";
import { itemText } from "../language/effective";
import type { Facet } from "../language/facet";
import { get, members, replaced } from "../language/facet-kinds";
import { type FacetTable, silent } from "../language/facet-table";
import { shown } from "../language/wording";
import { meanings } from "./meanings";

/** What each OAuth grant allows. */
const GRANTS: Readonly<Record<OauthFlow, string>> = {
  code: "users sign in through the browser, and the app gets a code for tokens",
  implicit: "tokens appear in the address bar, in browser histories and in logs",
  client_credentials: "whoever has the secret gets tokens with no user; each such client and token is billed",
};

const SWITCH: Facet<ClientModel> = {
  at: ["allowedOauthFlows"],
  noun: "OAuth sign-in",
  get: ({ allowedOauthFlowsUserPoolClient: on, allowedOauthFlows, allowedOauthScopes, callbackUrls }) => ({
    on,
    ...(on && { grants: allowedOauthFlows, scopes: allowedOauthScopes, redirects: callbackUrls }),
  }),
  when: (before, after) => before.allowedOauthFlowsUserPoolClient !== after.allowedOauthFlowsUserPoolClient,
  *describe(before: Oauth, after: Oauth) {
    if (after.on) {
      const at = after.redirects.length > 0 ? ["callbackUrls"] : ["allowedOauthFlows"];
      yield {
        risk: "opens",
        at,
        what: `OAuth is enabled: ${oauth(after)}`,
        why: meanings(GRANTS, texts(after.grants)),
      };
    } else
      yield {
        risk: "breaks",
        what: `OAuth is disabled; before: ${oauth(before)}`,
        why: "sign-in through the browser and the token endpoint stop working for installed apps",
      };
  },
};

/** Sign-in through OAuth: by which grants, for which scopes, and where users are redirected. */
export const OAUTH = {
  allowedOauthFlowsUserPoolClient: SWITCH,
  allowedOauthFlows: unlessSwitched(
    members(["allowedOauthFlows"], "OAuth grants", get("allowedOauthFlows"), {
      added: (items, names) => ({ risk: "opens", what: `grant ${items} is allowed`, why: meanings(GRANTS, names) }),
      removed: (items) => ({
        risk: "breaks",
        what: `grant ${items} is no longer allowed`,
        why: "installed apps that use it cannot sign in",
      }),
    }),
  ),
  scopeReferences: silent("compared together with allowedOauthScopes"),
  allowedOauthScopes: unlessSwitched({
    ...members<ClientModel>(["allowedOauthScopes"], "OAuth scopes", scopes, {
      added: (items) => ({
        risk: "opens",
        what: `tokens may carry scope ${items}`,
        why: "APIs that require the scope accept its tokens",
      }),
      removed: (items) => ({
        risk: "breaks",
        what: `tokens may no longer carry scope ${items}`,
        why: "an installed app that requests it gets invalid_scope and no tokens",
      }),
    }),
    when: (before, after) => !sameItems(before.allowedOauthScopes, after.allowedOauthScopes),
  }),
  callbackUrls: unlessSwitched(
    members(["callbackUrls"], "callback URLs", get("callbackUrls"), {
      added: (items) => ({
        risk: "opens",
        what: `sign-in may redirect to ${items}`,
        why: "whoever controls that address gets the code or the tokens",
      }),
      removed: (items) => ({
        risk: "breaks",
        what: `sign-in may no longer redirect to ${items}`,
        why: "apps that use it get redirect_mismatch and cannot sign in",
      }),
    }),
  ),
  logoutUrls: members(["logoutUrls"], "logout URLs", get("logoutUrls"), {
    added: (items) => ({
      risk: "opens",
      what: `sign-out may redirect to ${items}`,
      why: "a link through your domain may send users there",
    }),
    removed: (items) => ({
      risk: "changes",
      what: `sign-out may no longer redirect to ${items}`,
      why: "apps that use it show an error page when users sign out",
    }),
  }),
  defaultRedirectUri: {
    at: ["defaultRedirectUri"],
    noun: "default redirect",
    get: get("defaultRedirectUri"),
    describe: (before, after) => [
      {
        risk: "changes",
        what: replaced("default redirect", before, after),
        why: "requests without a callback URL are redirected there",
      },
    ],
  },
} satisfies Partial<FacetTable<ClientModel>>;

interface Oauth {
  readonly on: boolean;
  readonly grants: readonly unknown[];
  readonly scopes: readonly unknown[];
  readonly redirects: readonly unknown[];
}

/** Scopes by the key of their resource server, so that a server's new identifier is reported at the server alone. */
export function scopes(client: ClientModel): List {
  const items = client.allowedOauthScopes;
  if (isOpen(items)) return items;
  return items.map((item): Text => {
    const reference = isOpen(item) ? undefined : client.scopeReferences[item];
    return reference ? `${reference.resourceServer}/${reference.scope}` : item;
  });
}

/** Whether two lists have the same items, whatever the keys of the resource servers that they belong to. */
function sameItems(a: List, b: List): boolean {
  return isClosed(a) && isClosed(b) && same([...a].sort(), [...b].sort());
}

/** A list that appears or disappears because OAuth is enabled or disabled is reported there. */
function unlessSwitched(facet: Facet<ClientModel>): Facet<ClientModel> {
  const isEmpty = (client: ClientModel) => (facet.get(client) as readonly unknown[]).length === 0;
  return {
    ...facet,
    when: (before, after) =>
      facet.when?.(before, after) !== false &&
      (before.allowedOauthFlowsUserPoolClient === after.allowedOauthFlowsUserPoolClient ||
        !(isEmpty(before) || isEmpty(after))),
  };
}

function oauth({ grants, scopes, redirects }: Oauth): string {
  return [
    `grant ${shown(grants)}`,
    `scopes ${shown(texts(scopes))}`,
    ...(texts(redirects).length > 0 ? [`redirecting to ${listed(texts(redirects))}`] : []),
  ].join(", ");
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.map(itemText) : [itemText(list)];
}
