import { judge } from "../../lib/gate/judge";
import type { ResourceChange } from "../../lib/gate/plan-file";
import { plain } from "../../lib/text/quoted";
import { CLIENT_ID, POOL_ID } from "../adopt/adopted";
import { CLIENT, changeOf, POOL, planOf } from "./plans";

const importing = { id: `${POOL_ID}/${CLIENT_ID}` };

type Change = Partial<ResourceChange["change"]>;

/** One change of an object of a plan, with all that Terraform says of it. */
function change(address: string, actions: string[], said: Change, more: Partial<ResourceChange> = {}): ResourceChange {
  const { change, ...object } = changeOf(address, actions);
  return { ...object, ...more, change: { ...change, ...said } };
}

function said(...changes: ResourceChange[]) {
  return judge(planOf(changes), [], "2030-01-01").map(({ verdict, path, message, why, fix }) => ({
    verdict,
    path,
    message: plain(message),
    why: plain(why),
    fix,
  }));
}

describe("the gate about imports", () => {
  const judged = (actions: string[], values: Change, more: Partial<ResourceChange> = {}) =>
    said(change(`${CLIENT}.app`, actions, { importing, ...values }, more));
  const before = { name: "app", generate_secret: null, access_token_validity: 0 };

  test("names each", () => {
    expect(judged(["no-op"], { before, after: before })).toMatchObject([
      {
        verdict: "noted",
        message: `client app is imported as ${importing.id}`,
        why: "it exists in AWS, where nothing changes",
      },
    ]);
  });

  test("names what the same apply changes", () => {
    const [note] = judged(["update"], { before, after: { ...before, access_token_validity: 2 } });
    expect(note?.message).toMatch(/and updated in the same apply: access_token_validity$/);
  });

  test("refuses one that would be replaced, with the cause", () => {
    const after = { ...before, generate_secret: true };
    expect(judged(["delete", "create"], { before, after, replace_paths: [["generate_secret"]] })).toMatchObject([
      {
        verdict: "refused",
        why: expect.stringMatching(/^an import leaves generate_secret null, and any value replaces the client/),
        fix: expect.stringMatching(/^mark the client with adopted/),
      },
    ]);
  });

  test("names one that comes to a new address", () => {
    const [note] = judged(["no-op"], { before, after: before }, { previous_address: `${CLIENT}.old` });
    expect(note?.message).toBe(`client app moves from ${CLIENT}.old`);
  });

  test.each<[string, string, Change["before"], Change["after"], string[], RegExp, RegExp]>([
    [
      "the sign-in names are others",
      POOL,
      { username_attributes: ["email"] },
      { username_attributes: null },
      ["username_attributes"],
      /^AWS has email as username_attributes, the configuration nothing, and the difference replaces the user pool/,
      /^write username_attributes as AWS has it, or allow it/,
    ],
    [
      "the pool was made without a UsernameConfiguration",
      POOL,
      { username_configuration: [] },
      { username_configuration: [{ case_sensitive: false }] },
      ["username_configuration"],
      /made without a UsernameConfiguration/,
      /unset: \[caseSensitive\]/,
    ],
    [
      "an identity provider is of another type",
      "aws_cognito_identity_provider",
      { provider_type: "OIDC" },
      { provider_type: "SAML" },
      ["provider_type"],
      /^AWS has OIDC as provider_type, the configuration SAML/,
      /^write provider_type as AWS has it/,
    ],
  ])("refuses an import that would be replaced where %s", (_, type, before, after, path, why, fix) => {
    const values = { before: { schema: [], ...before }, after: { schema: [], ...after }, replace_paths: [path] };
    expect(said(change(`${type}.x`, ["delete", "create"], { importing, ...values }))).toMatchObject([
      { verdict: "refused", why: expect.stringMatching(why), fix: expect.stringMatching(fix) },
    ]);
  });

  test("refuses a client that Terraform created and that is marked as adopted since", () => {
    const values = { before: { name: "app", generate_secret: false }, after: { name: "app", generate_secret: null } };
    const replaced = { ...values, replace_paths: [["generate_secret"]] };
    expect(said(change(`${CLIENT}.app`, ["delete", "create"], replaced))).toMatchObject([
      {
        verdict: "refused",
        why: expect.stringMatching(/^the state has generate_secret, as of a client that Terraform created/),
        fix: expect.stringMatching(/^undo the edit: a client that Terraform created has no adopted/),
      },
    ]);
  });

  describe("of an adopted client that gets another key", () => {
    const gone = { before: { id: CLIENT_ID, user_pool_id: POOL_ID, name: "app" }, after: null };

    test("passes it with renamedFrom: it moves, and its import has no effect", () => {
      const values = { before: gone.before, after: gone.before };
      const moved = change(`${CLIENT}.web`, ["no-op"], values, { previous_address: `${CLIENT}.app` });
      expect(said(moved)).toMatchObject([{ verdict: "noted", message: `client app moves from ${CLIENT}.app` }]);
    });

    test("refuses it without: the very client that it imports is destroyed, whatever the config allows", () => {
      const imported = change(`${CLIENT}.web`, ["no-op"], { before: gone.before, after: gone.before, importing });
      const expected = {
        verdict: "refused",
        path: `${CLIENT}.app`,
        message: `client app would be destroyed, and imported as ${CLIENT}.web`,
        fix: "add renamedFrom, its old key, to the client, so that it moves",
      };
      expect(said(change(`${CLIENT}.app`, ["delete"], gone), imported)).toContainEqual(
        expect.objectContaining(expected),
      );
      const allowed = { [`${CLIENT}.app`]: { reason: "nobody uses it", until: "2030-06-30" } };
      const stack = { stack: "users-prod", environment: "prod", pool: "users", poolName: "users", allowed };
      const changes = [change(`${CLIENT}.app`, ["delete"], gone), imported];
      expect(judge(planOf(changes), [stack], "2030-01-01")).toContainEqual(
        expect.objectContaining({ verdict: "refused", path: `${CLIENT}.app` }),
      );
    });

    test("passes the destruction of another client beside an import", () => {
      const other = { before: { ...gone.before, id: "other", name: "other" }, after: null };
      const imported = change(`${CLIENT}.web`, ["no-op"], { before: gone.before, after: gone.before, importing });
      expect(said(change(`${CLIENT}.app`, ["delete"], other), imported)[0]).toMatchObject({
        verdict: "refused",
        message: "client other would be destroyed",
        fix: expect.stringMatching(/^restore it/),
      });
    });
  });

  test("refuses a resource server with another key, which is imported and destroyed", () => {
    const type = "aws_cognito_resource_server";
    const values = { id: `${POOL_ID}|https://api`, user_pool_id: POOL_ID, identifier: "https://api" };
    const imported = { before: values, after: values, importing: { id: values.id } };
    const changes = [
      change(`${type}.a`, ["delete"], { before: values, after: null }),
      change(`${type}.b`, ["no-op"], imported),
    ];
    expect(said(...changes)[0]).toMatchObject({
      verdict: "refused",
      message: `resource server https://api would be destroyed, and imported as ${type}.b`,
      fix: "keep its key, or move it to its new address by terraform state mv first",
    });
  });

  test("refuses that an adopted client leaves the config, as of any other", () => {
    const before = { id: CLIENT_ID, user_pool_id: POOL_ID, name: "app", generate_secret: null };
    const gone = change(
      `${CLIENT}.app`,
      ["delete"],
      { before, after: null },
      { action_reason: "delete_because_no_resource_config" },
    );
    expect(said(gone)).toEqual([
      {
        verdict: "refused",
        path: `${CLIENT}.app`,
        message: "client app would be destroyed",
        why: "it is no longer in the configuration; its client id is lost; installed apps cannot sign in or refresh",
        fix: expect.stringMatching(/^restore it, or keep it in the config with only: \[\] and allowDestroy/),
      },
    ]);
  });

  test("names what a plan that imports also does to other objects", () => {
    const values = { before: {}, after: {}, importing };
    const imported = change(`${CLIENT}.app`, ["no-op"], values);
    const messages = (...changes: ResourceChange[]) => said(...changes).map(({ message }) => message);
    expect(messages(changeOf(`${POOL}.users`, ["no-op"]), imported)).toEqual([
      `client app is imported as ${importing.id}`,
    ]);
    const secret = "aws_secretsmanager_secret.app_credentials";
    const others = [
      changeOf(`${CLIENT}.ios`, ["create"]),
      changeOf(`${POOL}.users`, ["update"]),
      changeOf(secret, ["create"]),
      changeOf("data.aws_region.here", ["read"], { mode: "data" }),
    ];
    expect(messages(imported, ...others)).toContain(
      `the plan also changes 3 objects that it does not import: ${CLIENT}.ios, ${POOL}.users and ${secret}`,
    );
    expect(messages(...others).join()).not.toContain("import");
  });
});
