import type { Client } from "../../lib/config/schema";
import type { ClientModel } from "../../lib/model/model";
import { findRule } from "../../lib/rules";
import type { Example, PoolRule } from "../../lib/rules/rule";
import { synthesizeOne } from "../examples/examples";
import { configOf, modelOf } from "../support/models";

const PAGES = { callbackUrls: ["https://acme.example/in"], branding: "default" as const };

/** Ids of the findings of a rule about a pool with a client, and with so many other app clients. */
function found(id: string, others: number, client: object): string[] {
  const pool = modelOf(configOf({ client: { platform: "server", ...client }, clients: { other: OTHER }, pool: POOL }));
  const [app, other] = pool.clients as [ClientModel, ClientModel];
  const clients = [app, ...Array<ClientModel>(others).fill(other)];
  const { check, severity } = findRule(id) as PoolRule;
  return [...check({ ...pool, clients }, [])].map((violation) => violation.severity ?? severity);
}

const OTHER: Client = { platform: "spa", ...PAGES };
const POOL: Example["pool"] = { domain: { prefix: "acme", managedLoginVersion: 2 } };

describe("both generations of a client count", () => {
  test.each([
    ["the app clients that every account has", "QUO-01", 1_000, "warning"],
    ["the app clients that AWS grants at most", "QUO-01", 10_000, "error"],
    ["the clients that a plan refreshes in a minute", "RATE-04", 300, "warning"],
    ["the styles of managed login", "QUO-08", 20, "error"],
  ])("among %s", (_, id, limit, severity) => {
    expect(found(id, limit - 1, { ...PAGES, generations: [1, 2] })).toEqual([severity]);
    expect(found(id, limit - 1, PAGES)).not.toContain(severity);
    expect(found(id, limit - 2, { ...PAGES, generations: [1, 2] })).not.toContain(severity);
  });
});

test("what a client has of its own in place of the pool's is made for each generation", () => {
  const client: Client = {
    platform: "server",
    generations: [1, 2],
    threatProtection: { compromisedCredentials: { action: "BLOCK" } },
    callbackUrls: ["https://acme.example/in"],
    uiCustomization: { css: ".submitButton-customizable { color: red; }" },
  } as Client;
  const pool = { domain: { prefix: "acme" }, userPoolTier: "PLUS", advancedSecurityMode: "ENFORCED" } as const;
  const { json } = synthesizeOne(configOf({ client, pool }));
  for (const type of ["aws_cognito_risk_configuration", "aws_cognito_user_pool_ui_customization"])
    expect({ type, of: Object.values(json.resource?.[type] ?? {}).map(({ client_id }) => client_id) }).toEqual({
      type,
      of: ["${aws_cognito_user_pool_client.app.id}", "${aws_cognito_user_pool_client.app_g2.id}"],
    });
});
