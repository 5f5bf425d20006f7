import { describeTerraform } from "../support/terraform";
import { openStack } from "./open-stack";

/** A client whose values are open, beside others of which a first plan does not know every argument. */
const OPEN = `
project: acme
environments: { prod: { region: eu-west-1 } }
pools:
  users:
    domain: { prefix: acme-users }
    attributes: { email: { required: true } }
    resourceServers: { api: { scopes: { read: Read } } }
    clients:
      app:
        platform: spa
        callbackUrls: { var: callbacks, default: ["https://app.example.com/"] }
        logoutUrls: { var: logouts, default: [] }
        defaultRedirectUri: { var: redirect, default: "https://app.example.com/" }
        allowedOauthScopes: { var: scopes, default: [openid] }
        readAttributes: { var: readable, default: [email] }
        writeAttributes: { var: writable, default: [email] }
        explicitAuthFlows: { var: flows, default: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH] }
        supportedIdentityProviders: { var: idps, default: [COGNITO] }
      ios: { platform: ios }
      job: { platform: machine, allowedOauthScopes: [api/read] }
      api: { platform: server }
`;

describeTerraform("a client that breaks a rule, beside other clients", () => {
  const stack = openStack(OPEN);

  test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    [
      "its default redirect",
      { redirect: "https://b.example.com/" },
      ["client app: default redirect https://b.example.com/ is not one of the callback URLs: https://app.example.com/"],
    ],
    [
      "its callback URLs",
      { callbacks: ["https://b.example.com/"] },
      ["client app: default redirect https://app.example.com/ is not one of the callback URLs: https://b.example.com/"],
    ],
    [
      "what it lists",
      { scopes: ["openid", "emial"], readable: ["emial"], writable: ["name"], idps: ["Googel"] },
      ["OAU-10 [a-z-]+: client app: .*emial", "ATT-02 [a-z-]+: client app: ", "ATT-04 [a-z-]+: client app: ", "Googel"],
    ],
  ])("is named by its message: %s", async (_, variables, messages) => {
    const { exitCode, output } = await stack().plan({ variables });
    expect(output).not.toContain("invalid error message");
    for (const message of messages) expect(output.replace(/\s+/g, " ")).toMatch(new RegExp(message));
    expect(exitCode).toBe(1);
  });
});
