import fc from "fast-check";
import { baseConfig } from "./base";
import { CATALOGUE, type Edit } from "./catalogue";
import { edited, pathOf } from "./edited";
import { changes, rows } from "./reviewed";

describe("review says what each edit means, and nothing else", () => {
  test.each(CATALOGUE.map((edit) => [edit.edit, edit] as const))("%s", (_, edit) => {
    expect(rows(edited({ set: edit.from ?? {} }), edited(edit))).toEqual(edit.rows);
  });

  test("the catalogue is one of at least 60 different edits, and has every risk", () => {
    expect(new Set(CATALOGUE.map(({ set }) => JSON.stringify(set))).size).toBeGreaterThanOrEqual(60);
    const risks = CATALOGUE.flatMap(({ rows }) => rows.map((each) => each.split(" ")[0]));
    expect([...new Set(risks)].sort()).toEqual(["breaks", "changes", "costs", "notes", "opens"]);
  });
});

test.each<[string, Edit["from"], Edit["set"]]>([
  ["e-mail as a second factor", { emailMfa: { message: "{####}", subject: "Code" } }, { emailMfa: undefined }],
  [
    "the role for text messages",
    { smsConfiguration: { externalId: "x", snsCallerArn: "arn:x" } },
    { smsConfiguration: undefined },
  ],
  [
    "a trigger before token generation",
    { "lambdaConfig.preTokenGeneration": "arn:x" },
    { "lambdaConfig.preTokenGeneration": undefined },
  ],
  [
    "the text of a message",
    { "verificationMessage.emailMessage": "{####}" },
    { "verificationMessage.emailMessage": undefined },
  ],
  [
    "the Region of text messages",
    { smsConfiguration: { externalId: "x", snsCallerArn: "arn:x", snsRegion: "us-east-1" } },
    { smsConfiguration: { externalId: "x", snsCallerArn: "arn:x" } },
  ],
  [
    "the version of a trigger that a variable takes the place of",
    { "lambdaConfig.preTokenGenerationConfig": { lambdaArn: "arn:x", lambdaVersion: "V2_0" } },
    { "lambdaConfig.preTokenGenerationConfig": undefined, "lambdaConfig.preTokenGeneration": { var: "claims" } },
  ],
  [
    "a default redirect",
    { "clients.web.defaultRedirectUri": "https://app.example.com/callback" },
    { "clients.web.defaultRedirectUri": undefined },
  ],
])("review says of %s that it stays in AWS", (_, from = {}, set) => {
  const whys = changes(edited({ set: from }), edited({ from, set })).map(({ why }) => why);
  expect(whys).toContainEqual(expect.stringContaining("the old value stays in AWS, since the AWS provider retains it"));
});

test("the way back of an edit is reported where the edit is, and what opens does not open again", () => {
  const OTHER = ["group's role changes"];
  const single = CATALOGUE.filter(({ edit, rows: forward }) => forward.length <= 1 && !OTHER.includes(edit));
  for (const { edit, from = {}, set, rows: forward } of single) {
    const back = rows(edited({ from, set }), edited({ set: from }));
    const opens = [...forward, ...back].filter((each) => each.startsWith("opens ")).length;
    const client = /client|environment|pool is added/.test(edit);
    expect([edit, back.length > 0, client || opens <= 1]).toEqual([edit, forward.length > 0, true]);
  }
});

test("review says of a removed text, and of nothing beside it, that it stays in AWS", () => {
  const from = { verificationMessage: { emailMessage: "{####}", defaultEmailOption: "CONFIRM_WITH_LINK" } };
  const set = { verificationMessage: { emailSubject: "Hello" } };
  expect(changes(edited({ set: from }), edited({ from, set })).map(({ why }) => why)).toEqual([
    "new users get a code, and apps that do not ask for it cannot confirm sign-ups",
    "the old value stays in AWS, since the AWS provider retains it",
  ]);
});

test("review says of a style whether it is created or imported", () => {
  const why = (adopted: object | undefined) =>
    changes(
      edited({ set: { "clients.ios.adopted": adopted && { clientId: "1" } } }),
      edited({ set: { "clients.ios.adopted": adopted, "clients.ios.branding": "default" } }),
    ).map((each) => each.why);
  expect(why(undefined)).toEqual([expect.stringContaining("the AWS provider creates it")]);
  expect(why({ clientId: "1", styleId: "2" })).toContain("Terraform imports the one that adopted.styleId names");
});

test("review says of a variable reference that its default makes nothing worse", () => {
  const set = { "clients.ios.accessTokenValidity": { var: "ttl", default: 30 } };
  expect(changes(baseConfig(), edited({ set })).map(({ why }) => why)).toEqual([
    "whoever runs the plan sets the value; limits are checked at plan time only",
  ]);
});

test.each<[string, Edit["set"], string]>([
  ["case sensitivity", { caseSensitive: true }, "permanent: Terraform replaces the user pool; every user is lost"],
  ["sign-in names", { usernameAttributes: [] }, "permanent: Terraform replaces the user pool; every user is lost"],
  [
    "the name of a pool",
    { name: "people" },
    "an AWS provider before 6.6.0 replaces the user pool, a later one updates it in place; if the pool is replaced, every user is lost",
  ],
  [
    "the name of a resource server",
    { "resourceServers.orders.name": "Orders" },
    "an AWS provider before 6.6.0 replaces the resource server, a later one updates it in place; until it exists again, clients that request its scopes get invalid_scope",
  ],
  [
    "the identifier of a resource server",
    { "resourceServers.orders.identifier": "https://other" },
    "permanent: Terraform replaces the resource server; every scope gets another name, and apps and APIs that use the old ones are rejected",
  ],
  [
    "a domain",
    { "domain.prefix": "acme-live" },
    "permanent: Terraform replaces the domain; installed apps and identity providers use the old address",
  ],
  [
    "the secret of a client",
    { "clients.api.platform": "public" },
    "permanent: Terraform replaces the client; deployed servers use the old client id and secret, and can no longer get tokens",
  ],
])("review says of %s that it is permanent", (_, set, why) => {
  expect(changes(baseConfig(), edited({ set }))).toContainEqual(expect.objectContaining({ risk: "breaks", why }));
});

/** Edits whose rows depend on the rest of the file. */
const WIDE = new Set([
  "default for all clients changes",
  "attribute added",
  "attribute removed",
  "client is added",
  "machine client is added",
  "client with plain passwords is added",
  "weak client is added",
  "client with many callbacks is added",
  "weak pool is added",
  "client is removed",
  "client may be destroyed in an environment",
  "client loses its secret",
  "client gains a secret",
  "client comes behind the SECRET_HASH proxy",
  "managed login",
  "environment is added",
  "pool is removed",
  "pool managed elsewhere",
  "rotation on",
  "authenticator apps off",
  "e-mail as second factor",
]);

/** Edits of one thing in the base as it is, whose rows depend on nothing else. */
const independent = CATALOGUE.filter(
  ({ edit, from, set }) => from === undefined && !WIDE.has(edit) && Object.keys(set).length === 1,
);

test("of several edits at once, none is lost and none is reported twice", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(independent, { minLength: 2, maxLength: 8 }), (candidates) => {
      const edits = apart(candidates);
      expect(rows(baseConfig(), edited(...edits))).toEqual(edits.flatMap((each) => each.rows).sort());
    }),
    { numRuns: 150 },
  );
});

/** Those of some edits that touch different things. */
function apart(edits: readonly Edit[]): Edit[] {
  const chosen: Edit[] = [];
  for (const edit of edits) {
    const places = chosen.flatMap(({ set }) => Object.keys(set).map(pathOf));
    const mine = Object.keys(edit.set).map(pathOf);
    if (!mine.some((place) => places.some((other) => overlap(place, other)))) chosen.push(edit);
  }
  return chosen;
}

/** Whether two places are of one thing: the same client, resource server or value. */
function overlap(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length).join() === b.slice(0, length).join();
}
