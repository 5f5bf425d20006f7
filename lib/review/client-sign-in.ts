import type { ClientModel } from "../model/model";
import { isOpen, type List, type Text } from "../model/value";
import { listed } from "../text/quoted";
import { REFRESH, refreshes } from "./client-lifetimes";
import { itemText } from "./effective";
import type { Facet } from "./facet";
import { get, ladder, members, replaced, toggle } from "./facet-kinds";
import { type FacetTable, silent } from "./facet-table";
import { shown } from "./wording";

/** What each authentication flow allows. */
const FLOWS: Readonly<Record<string, string>> = {
  ALLOW_ADMIN_USER_PASSWORD_AUTH: "a server with AWS credentials signs users in with their plain password",
  ALLOW_CUSTOM_AUTH: "Lambda triggers decide who is signed in",
  ALLOW_USER_AUTH: "users choose one of the pool's first factors",
  ALLOW_USER_PASSWORD_AUTH: "the app handles the plain password and sends it to Cognito",
  ALLOW_USER_SRP_AUTH: "users prove their password without sending it",
  ADMIN_NO_SRP_AUTH: "a server with AWS credentials signs users in with their plain password",
  CUSTOM_AUTH_FLOW_ONLY: "Lambda triggers decide who is signed in",
  USER_PASSWORD_AUTH: "the app handles the plain password and sends it to Cognito",
};

/** What each OAuth grant allows. */
const GRANTS: Readonly<Record<string, string>> = {
  code: "users sign in through the browser, and the app gets a code for tokens",
  implicit: "tokens appear in the address bar, in browser histories and in logs",
  client_credentials: "whoever has the secret gets tokens with no user; each such client and token is billed",
};

const AUTH_FLOWS: readonly Facet<ClientModel>[] = [
  {
    ...toggle<ClientModel>(["explicitAuthFlows"], "refresh", refreshes, {
      on: {
        risk: "opens",
        what: "apps may refresh their tokens",
        why: "a session outlives its access token",
      },
      off: {
        risk: "breaks",
        what: "apps may no longer refresh their tokens",
        why: "with neither ALLOW_REFRESH_TOKEN_AUTH nor rotation, users of installed apps are signed out when the access token expires",
      },
    }),
    when: (before, after) => !isOpen(before.explicitAuthFlows) && !isOpen(after.explicitAuthFlows),
  },
  members(["explicitAuthFlows"], "authentication flows", ({ explicitAuthFlows: flows }) => without(flows, REFRESH), {
    added: (items, names) => ({
      risk: "opens",
      what: `${items} may be used to sign in`,
      why: meanings(FLOWS, names),
    }),
    removed: (items) => ({
      risk: "breaks",
      what: `${items} may no longer be used to sign in`,
      why: "installed apps that sign in this way are rejected",
    }),
  }),
];

const OAUTH: Facet<ClientModel> = {
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

/** Who signs in, by which flows and grants, through which providers, and where they are redirected. */
export const SIGN_IN = {
  explicitAuthFlows: AUTH_FLOWS,
  allowedOauthFlowsUserPoolClient: OAUTH,
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
  allowedOauthScopes: unlessSwitched(
    members(["allowedOauthScopes"], "OAuth scopes", scopes, {
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
  ),
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
  supportedIdentityProviders: members(
    ["supportedIdentityProviders"],
    "identity providers",
    get("supportedIdentityProviders"),
    {
      added: (items) => ({
        risk: "opens",
        what: `users of ${items} may sign in`,
        why: "everybody with an account there may sign in",
      }),
      removed: (items) => ({
        risk: "breaks",
        what: `users of ${items} may no longer sign in on the sign-in pages`,
        why: "users who signed in that way are locked out",
      }),
    },
  ),
  preventUserExistenceErrors: ladder(
    ["preventUserExistenceErrors"],
    "user existence errors",
    ["LEGACY", "ENABLED"],
    get("preventUserExistenceErrors"),
    {
      up: () => ({
        risk: "changes",
        what: "error messages no longer reveal whether a user exists",
        why: "apps that handle UserNotFoundException get NotAuthorizedException",
      }),
      down: () => ({
        risk: "opens",
        what: "error messages reveal whether a user exists",
        why: "anybody can find out who has an account",
      }),
    },
  ),
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

/** A list that appears or disappears because OAuth is enabled or disabled is reported there. */
function unlessSwitched(facet: Facet<ClientModel>): Facet<ClientModel> {
  const isEmpty = (client: ClientModel) => (facet.get(client) as readonly unknown[]).length === 0;
  return {
    ...facet,
    when: (before, after) =>
      before.allowedOauthFlowsUserPoolClient === after.allowedOauthFlowsUserPoolClient ||
      !(isEmpty(before) || isEmpty(after)),
  };
}

function without(list: List, item: string): List {
  return isOpen(list) ? list : list.filter((each) => each !== item);
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

function meanings(table: Readonly<Record<string, string>>, names: readonly string[]): string {
  const known = [...new Set(names.map((name) => table[name] ?? "the variable's value decides what is allowed"))];
  return known.join("; ");
}
