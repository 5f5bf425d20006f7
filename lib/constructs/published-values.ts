import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import type { Construct } from "constructs";
import { amplifyOutputs } from "../front-end/amplify-outputs";
import { jsonTemplate, Template } from "../front-end/json-template";
import { publicValues } from "../front-end/public-values";
import type { ClientModel } from "../model/model";
import { isOpen } from "../model/value";
import { literal, textValue } from "../terraform/template";
import type { UserPool } from "./user-pool";

/** The parameters of Systems Manager with the public values of a client, if it publishes them: one for each shape. */
export function publishValues(scope: Construct, model: ClientModel, clientId: string, userPool: UserPool): void {
  if (model.publish === undefined) return;
  const deployed = {
    region: textValue(userPool.model.environment.region),
    userPoolId: userPool.userPoolId,
    issuer: userPool.issuer,
    clientId,
    ...(userPool.domain !== undefined && { domain: userPool.domain }),
  };
  const leaf = (text: string) => new Template(text);
  const client = withScopes(model, userPool);
  const shapes = {
    outputs: publicValues(client, deployed, leaf),
    amplify_outputs: amplifyOutputs(client, userPool.model, deployed, leaf),
  };
  for (const [name, values] of Object.entries(shapes))
    new SsmParameter(scope, `${name}_${model.key}`, {
      name: literal(`${model.publish.ssm}/${name}.json`),
      description: `Public values of client ${model.key}`,
      type: "String",
      value: jsonTemplate(values, literal),
    });
}

/** The client with the scopes of a resource server whose identifier is a variable as AWS will know them. */
function withScopes(client: ClientModel, { model }: UserPool): ClientModel {
  const { allowedOauthScopes: scopes, scopeReferences } = client;
  if (isOpen(scopes)) return client;
  const written = scopes.map((item) => {
    const reference = isOpen(item) ? undefined : scopeReferences[item];
    const server = model.resourceServers.find(({ key }) => key === reference?.resourceServer);
    if (server === undefined || !isOpen(server.identifier)) return item;
    return { variable: "scope", token: `${textValue(server.identifier)}/${reference?.scope}` };
  });
  return { ...client, allowedOauthScopes: written };
}
