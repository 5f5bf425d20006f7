import type { AuthFlow } from "../../cognito/values";
import type { ClientModel } from "../../model/model";
import { isOpen, type List } from "../../model/value";
import type { Facet } from "../language/facet";
import { get, ladder, members, toggle } from "../language/facet-kinds";
import type { FacetTable } from "../language/facet-table";
import { REFRESH, refreshes } from "./lifetimes";
import { meanings } from "./meanings";

/** What each authentication flow allows. */
const FLOWS: Readonly<Record<Exclude<AuthFlow, typeof REFRESH>, string>> = {
  ALLOW_ADMIN_USER_PASSWORD_AUTH: "a server with AWS credentials signs users in with their plain password",
  ALLOW_CUSTOM_AUTH: "Lambda triggers decide who is signed in",
  ALLOW_USER_AUTH: "users choose one of the pool's first factors",
  ALLOW_USER_PASSWORD_AUTH: "the app handles the plain password and sends it to Cognito",
  ALLOW_USER_SRP_AUTH: "users prove their password without sending it",
  ADMIN_NO_SRP_AUTH: "a server with AWS credentials signs users in with their plain password",
  CUSTOM_AUTH_FLOW_ONLY: "Lambda triggers decide who is signed in",
  USER_PASSWORD_AUTH: "the app handles the plain password and sends it to Cognito",
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

/** Who signs in, by which flows and through which providers. */
export const SIGN_IN = {
  explicitAuthFlows: AUTH_FLOWS,
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

function without(list: List, item: string): List {
  return isOpen(list) ? list : list.filter((each) => each !== item);
}
