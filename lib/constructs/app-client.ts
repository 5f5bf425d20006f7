import { CognitoUserPoolClient } from "@cdktf/provider-aws/lib/cognito-user-pool-client";
import { Construct } from "constructs";
import { terraformName } from "../config/keys";
import type { Client } from "../config/schema";
import type { ClientModel } from "../model/model";
import { MovedBlock } from "../terraform/blocks";
import { appClientArguments } from "./app-client-arguments";
import { modelOfClient } from "./models";
import type { UserPool } from "./user-pool";

/** A client as the config file describes it, or one that is resolved already. */
export type AppClientProps = { readonly userPool: UserPool } & (AppClientOptions | { readonly model: ClientModel });

/** The keys of a client in the config file, but those that only mean something between files and environments. */
export type AppClientOptions = Client & { readonly only?: never; readonly except?: never };

/**
 * An app client, which the rule set of its pool judges at plan.
 *
 * @throws Error when the properties break the grammar of the config file; violations of rules fail the synth
 */
export class AppClient extends Construct {
  readonly model: ClientModel;
  readonly resource: CognitoUserPoolClient;
  /** The client id that apps are built with. */
  readonly clientId: string;

  constructor(scope: Construct, id: string, props: AppClientProps) {
    super(scope, id);
    const { userPool, ...options } = props;
    this.model = "model" in options ? options.model : modelOfClient(this, id, options, userPool.model);
    this.resource = new CognitoUserPoolClient(
      this,
      "Default",
      appClientArguments(this.model, {
        userPoolId: userPool.userPoolId,
        resourceServers: userPool.resourceServers,
        identityProviders: userPool.identityProviders,
        identifierOf: (server) => userPool.identifierOf(server),
        providerNameOf: (provider) => userPool.providerNameOf(provider),
      }),
    );
    this.clientId = this.resource.id;
    userPool.ruleSet.addClient(this.model, this.resource);
    if (this.model.renamedFrom !== undefined)
      new MovedBlock(this, "moved", {
        from: `aws_cognito_user_pool_client.${terraformName(this.model.renamedFrom)}`,
        to: `aws_cognito_user_pool_client.${this.resource.friendlyUniqueId}`,
      });
  }
}
