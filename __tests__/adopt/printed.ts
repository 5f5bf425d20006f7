import type { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { type Fields, Refusal } from "../support/cognito/refusal";

/** What AWS answers of every pool, at the least. */
export const OF_EVERY_POOL = { Policies: { PasswordPolicy: {} }, SchemaAttributes: [] };

/** What `aws cognito-idp` prints of a pool, by the name of the file that the loop of the page about adopting gives it. */
export function printed(cognito: LoopbackCognito, UserPoolId: string): Readonly<Record<string, string | Buffer>> {
  const answers: Record<string, Fields> = {};
  const images: Record<string, Buffer> = {};
  const refused: string[] = [];
  const call = (file: string, operation: string, request: Fields = {}) => {
    answers[file] = cognito.call(operation, { UserPoolId, ...request });
    return answers[file];
  };
  const list = (file: string, operation: string, key: string) => {
    const items: Fields[] = [];
    for (let NextToken: unknown, isFirst = true; isFirst || NextToken !== undefined; isFirst = false) {
      const page = cognito.call(operation, { UserPoolId, ...(NextToken !== undefined && { NextToken }) });
      items.push(...(page[key] as Fields[]));
      NextToken = page.NextToken;
    }
    answers[file] = { [key]: items };
    return items;
  };
  const { UserPool } = call("pool.json", "DescribeUserPool") as { UserPool: Fields };
  call("mfa.json", "GetUserPoolMfaConfig");
  const settings = (name: unknown, of: Fields) => {
    call(`risk-${name}.json`, "DescribeRiskConfiguration", of);
    call(`look-${name}.json`, "GetUICustomization", of);
    const image = imageOf(cognito, answers[`look-${name}.json`]);
    if (image) images[`look-${name}.png`] = image;
  };
  call("logs.json", "GetLogDeliveryConfiguration");
  settings("pool", {});
  for (const { ClientId } of list("clients.json", "ListUserPoolClients", "UserPoolClients")) {
    call(`client-${ClientId}.json`, "DescribeUserPoolClient", { ClientId });
    settings(ClientId, { ClientId });
    try {
      call(`style-${ClientId}.json`, "DescribeManagedLoginBrandingByClient", { ClientId });
    } catch (error) {
      // the AWS CLI prints nothing where AWS refuses
      if (!(error instanceof Refusal)) throw error;
      refused.push(`style-${ClientId}.json`);
    }
  }
  for (const { ProviderName } of list("providers.json", "ListIdentityProviders", "Providers"))
    call(`provider-${ProviderName}.json`, "DescribeIdentityProvider", { ProviderName });
  list("servers.json", "ListResourceServers", "ResourceServers");
  list("groups.json", "ListGroups", "Groups");
  for (const Domain of [UserPool.Domain, UserPool.CustomDomain])
    if (Domain !== undefined) answers[`domain-${Domain}.json`] = cognito.call("DescribeUserPoolDomain", { Domain });
  const texts = Object.entries(answers).map(([file, answer]) => [file, JSON.stringify(answer, null, 4)]);
  return { ...Object.fromEntries([...texts, ...refused.map((file) => [file, ""])]), ...images };
}

/** The image whose address an answer about the classic pages has. */
function imageOf(cognito: LoopbackCognito, { UICustomization }: Fields = {}): Buffer | undefined {
  const { ImageUrl } = (UICustomization ?? {}) as Fields;
  return typeof ImageUrl === "string" ? cognito.image(new URL(ImageUrl).pathname) : undefined;
}
