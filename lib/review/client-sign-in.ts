import type { ClientModel } from "../model/model";
import { isOpen, type List, type Text } from "../model/value";
import { REFRESH, refreshes } from "./client-lifetimes";
import { itemText } from "./effective";
import { type Facet, ladder, members, replaced, toggle } from "./facet";
import { listed, shown } from "./wording";

/** What each authentication flow lets happen. */
const FLOWS: Readonly<Record<string, string>> = {
  ALLOW_ADMIN_USER_PASSWORD_AUTH: "a server with AWS credentials signs users in with their plain password",
  ALLOW_CUSTOM_AUTH: "Lambda triggers decide who is signed in",
  ALLOW_USER_AUTH: "users choose among the pool's first factors",
  ALLOW_USER_PASSWORD_AUTH: "the app handles the plain password and sends it to Cognito",
  ALLOW_USER_SRP_AUTH: "users prove their password without sending it",
  ADMIN_NO_SRP_AUTH: "a server with AWS credentials signs users in with their plain password",
  CUSTOM_AUTH_FLOW_ONLY: "Lambda triggers decide who is signed in",
  USER_PASSWORD_AUTH: "the app handles the plain password and sends it to Cognito",
};

/** What each OAuth grant lets happen. */
const GRANTS: Readonly<Record<string, string>> = {
  code: "users sign in through the browser, and the app gets a code for tokens",
  implicit: "tokens stand in the address bar, in histories and in logs",
  client_credentials: "whoever has the secret gets tokens with no user; each such client and token is billed",
};

/** Who signs in, by which flows and grants, through which providers, and where they return to. */
export const SIGN_IN: readonly Facet<ClientModel>[] = [
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
      why: "installed apps that sign in so are refused",
    }),
  }),
  {
    at: ["allowedOauthFlows"],
    noun: "OAuth sign-in",
    get: ({ allowedOauthFlowsUserPoolClient: on, allowedOauthFlows, allowedOauthScopes, callbackUrls }) => ({
      on,
      ...(on && { grants: allowedOauthFlows, scopes: allowedOauthScopes, redirects: callbackUrls }),
    }),
    when: (before, after) => before.allowedOauthFlowsUserPoolClient !== after.allowedOauthFlowsUserPoolClient,
    *tell(before: Oauth, after: Oauth) {
      if (after.on) {
        const at = after.redirects.length > 0 ? ["callbackUrls"] : ["allowedOauthFlows"];
        yield {
          risk: "opens",
          at,
          what: `OAuth is switched on: ${oauth(after)}`,
          why: meanings(GRANTS, texts(after.grants)),
        };
      } else
        yield {
          risk: "breaks",
          what: `OAuth is switched off: before, ${oauth(before)}`,
          why: "sign-in through the browser and the token endpoint stop for installed apps",
        };
    },
  },
  unlessSwitched(
    members(["allowedOauthFlows"], "OAuth grants", (client) => client.allowedOauthFlows, {
      added: (items, names) => ({ risk: "opens", what: `grant ${items} is allowed`, why: meanings(GRANTS, names) }),
      removed: (items) => ({
        risk: "breaks",
        what: `grant ${items} is no longer allowed`,
        why: "installed apps that use it cannot sign in",
      }),
    }),
  ),
  unlessSwitched(
    members(["allowedOauthScopes"], "OAuth scopes", scopes, {
      added: (items) => ({
        risk: "opens",
        what: `tokens may carry scope ${items}`,
        why: "APIs that ask for the scope let its tokens in",
      }),
      removed: (items) => ({
        risk: "breaks",
        what: `tokens may no longer carry scope ${items}`,
        why: "an installed app that asks for it gets invalid_scope and no tokens",
      }),
    }),
  ),
  unlessSwitched(
    members(["callbackUrls"], "callback URLs", (client) => client.callbackUrls, {
      added: (items) => ({
        risk: "opens",
        what: `a sign-in may return to ${items}`,
        why: "whoever answers there gets the code or the tokens",
      }),
      removed: (items) => ({
        risk: "breaks",
        what: `a sign-in may no longer return to ${items}`,
        why: "apps that name it get redirect_mismatch and cannot sign in",
      }),
    }),
  ),
  members(["logoutUrls"], "logout URLs", (client) => client.logoutUrls, {
    added: (items) => ({
      risk: "opens",
      what: `a sign-out may return to ${items}`,
      why: "a link through your domain may send users there",
    }),
    removed: (items) => ({
      risk: "changes",
      what: `a sign-out may no longer return to ${items}`,
      why: "apps that name it end on an error page when users sign out",
    }),
  }),
  {
    at: ["defaultRedirectUri"],
    noun: "default redirect",
    get: (client) => client.defaultRedirectUri,
    tell: (before, after) => [
      {
        risk: "changes",
        what: replaced("default redirect", before, after),
        why:
          after === undefined
            ? "it stays in AWS all the same, since the AWS provider cannot clear it"
            : "requests that name no callback URL return there",
      },
    ],
  },
  members(["supportedIdentityProviders"], "identity providers", (client) => client.supportedIdentityProviders, {
    added: (items) => ({
      risk: "opens",
      what: `users of ${items} may sign in`,
      why: "whoever has an account there gets in",
    }),
    removed: (items) => ({
      risk: "breaks",
      what: `users of ${items} may no longer sign in on the sign-in pages`,
      why: "those who signed in that way are shut out",
    }),
  }),
  ladder(
    ["preventUserExistenceErrors"],
    "user existence errors",
    ["LEGACY", "ENABLED"],
    (client) => client.preventUserExistenceErrors,
    {
      up: () => ({
        risk: "changes",
        what: "error messages no longer say whether a user exists",
        why: "apps that read UserNotFoundException get NotAuthorizedException",
      }),
      down: () => ({
        risk: "opens",
        what: "error messages say whether a user exists",
        why: "anybody can find out who has an account",
      }),
    },
  ),
];

interface Oauth {
  readonly on: boolean;
  readonly grants: readonly unknown[];
  readonly scopes: readonly unknown[];
  readonly redirects: readonly unknown[];
}

/** Scopes by the key of their resource server, so that a server's new identifier is told at the server alone. */
export function scopes(client: ClientModel): List {
  const items = client.allowedOauthScopes;
  if (isOpen(items)) return items;
  return items.map((item): Text => {
    const reference = isOpen(item) ? undefined : client.scopeReferences[item];
    return reference ? `${reference.resourceServer}/${reference.scope}` : item;
  });
}

/** Not where OAuth is switched on or off, and the list comes or goes with it: the switch tells what it brings or takes. */
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
    ...(texts(redirects).length > 0 ? [`returning to ${listed(texts(redirects))}`] : []),
  ].join(", ");
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.map(itemText) : [itemText(list)];
}

function meanings(table: Readonly<Record<string, string>>, names: readonly string[]): string {
  const known = [...new Set(names.map((name) => table[name] ?? "the variable's value decides what it lets happen"))];
  return known.join("; ");
}
