import { CLIENT_ARGUMENTS } from "../../lib/cognito/app-client";
import type { Argument } from "../../lib/cognito/argument";
import { USER_POOL_ARGUMENTS } from "../../lib/cognito/user-pool";
import type { PoolModel } from "../../lib/model/model";
import { hiddenArguments } from "../../lib/rules/language/subjects";
import { modelOf } from "../support/models";

const MODEL = modelOf({
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: { users: { clients: { app: { platform: "ios" } } } },
});

const VARIABLE = { name: "secret", type: "string", sensitive: true, description: "" } as const;

/** The pool with a sensitive variable in one field, by itself or in a block. */
function hiding(field: string, value: unknown): PoolModel {
  return {
    ...MODEL,
    variables: [VARIABLE],
    pool: { ...MODEL.pool, [field]: value } as NonNullable<PoolModel["pool"]>,
  };
}

/** The pool with a sensitive variable in its client. */
function hidingInClient(fields: object): PoolModel {
  return { ...MODEL, variables: [VARIABLE], clients: MODEL.clients.map((client) => ({ ...client, ...fields })) };
}

const SECRET = { variable: "secret" };

describe("a sensitive variable hides the Terraform argument that holds it", () => {
  const facts: Readonly<Record<string, Argument>> = USER_POOL_ARGUMENTS;
  test.each(Object.keys(facts))("%s", (field) => {
    const argument = facts[field]?.terraform.split(".")[0];
    for (const value of [SECRET, { text: SECRET }, [SECRET]])
      expect([...hiddenArguments("userPool", hiding(field, value))]).toEqual([argument]);
  });

  test.each([
    ["emailMfa", "email_mfa_configuration"],
    ["inviteMessage", "admin_create_user_config"],
    ["verificationMessage", "verification_message_template"],
    ["webAuthn", "web_authn_configuration"],
    ["advancedSecurityMode", "user_pool_add_ons"],
    ["accountRecovery", "account_recovery_setting"],
    ["allowedFirstAuthFactors", "sign_in_policy"],
    ["softwareTokenMfa", "software_token_mfa_configuration"],
  ])("%s as %s", (field, argument) => {
    expect([...hiddenArguments("userPool", hiding(field, SECRET))]).toEqual([argument]);
  });

  test("scopes of a resource server", () => {
    const pool = hiding("name", "users");
    const server = {
      key: "api",
      identifier: "api",
      name: "api",
      scopes: [{ scopeName: "a", scopeDescription: SECRET }],
    };
    expect([...hiddenArguments("resourceServer", { ...pool, resourceServers: [server] })]).toEqual(["scope"]);
  });

  const clientFacts: Readonly<Record<string, Argument>> = CLIENT_ARGUMENTS;
  test.each(Object.keys(clientFacts))("%s of a client", (field) => {
    const argument = clientFacts[field]?.terraform.split(".")[0];
    for (const value of [SECRET, { text: SECRET }, [SECRET]])
      expect([...hiddenArguments("client", hidingInClient({ [field]: value }))]).toEqual([argument]);
  });

  test("scopes of a client where the identifier of a resource server is hidden", () => {
    const servers = [{ key: "api", identifier: SECRET, name: "api", scopes: [] }];
    const pool = { ...hidingInClient({}), resourceServers: servers };
    expect([...hiddenArguments("client", pool)]).toEqual(["allowed_oauth_scopes"]);
  });

  test("nothing where no variable is sensitive", () => {
    const shown = { ...hiding("name", SECRET), variables: [{ ...VARIABLE, sensitive: false }] };
    for (const on of ["userPool", "client"] as const) {
      expect([...hiddenArguments(on, MODEL)]).toEqual([]);
      expect([...hiddenArguments(on, shown)]).toEqual([]);
    }
  });

  test("nothing of an object that holds another variable", () => {
    const pool = {
      ...hiding("name", { variable: "shown" }),
      variables: [VARIABLE, { ...VARIABLE, name: "shown", sensitive: false }],
    };
    expect([...hiddenArguments("userPool", pool)]).toEqual([]);
    const clients = pool.clients.map((client) => ({ ...client, name: { variable: "shown" } as never }));
    expect([...hiddenArguments("client", { ...pool, clients })]).toEqual([]);
  });
});
