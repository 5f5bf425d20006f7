import { otherSecrets } from "../../lib/adopt/client-secrets";
import type { DescribedPool } from "../../lib/adopt/described";
import type { Client } from "../../lib/config/schema";
import { assertionsOf } from "../../lib/rules/conditions";
import { plain } from "../../lib/text/quoted";
import { configOf, modelOf } from "../support/models";
import { CLIENT_ID, pool } from "./adopted";

const model = (platform: "ios" | "server", more: Partial<Client> = {}) =>
  modelOf(configOf({ pool, client: { platform, adopted: { clientId: CLIENT_ID }, ...more } as Client }));

describe("the secret of an adopted client", () => {
  const described = (ClientSecret?: string) =>
    ({
      clients: [{ ClientId: CLIENT_ID, ...(ClientSecret !== undefined && { ClientSecret }) }],
    }) as never as DescribedPool;

  test.each([
    ["ios", undefined, []],
    ["ios", "", []],
    ["server", "hush", []],
    ["ios", "hush", ["client app: secret: AWS has one, and the config has platform ios, without"]],
    ["server", undefined, ["client app: secret: AWS has none, and the config has platform server, with a secret"]],
  ] as const)("platform %s, and in AWS %j", (platform, secret, expected) => {
    const found = otherSecrets(model(platform), described(secret));
    expect(found.map(({ what, why }) => plain(`${what}: ${why}`))).toEqual(expected);
  });

  test("is asked for at plan of the clients that are adopted, and of no other", () => {
    const conditionOf = (...args: Parameters<typeof model>) =>
      assertionsOf(model(...args)).find(({ rule }) => rule.id === "ADO-11")?.results;
    const secret =
      '(client.generate_secret == null ? nonsensitive(client.client_secret != "") : client.generate_secret)';
    const asked = (holds: string) => `{ for key, client in local.clients : key => ${holds} if contains(["app"], key) }`;
    expect(conditionOf("server", { generations: [1, 2] })).toEqual({ ado_11: asked(secret) });
    expect(conditionOf("ios")).toEqual({ ado_11: asked(`!${secret}`) });
    expect(conditionOf("ios", { adopted: undefined } as never)).toBeUndefined();
  });
});
