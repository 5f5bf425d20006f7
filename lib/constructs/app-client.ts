import { CognitoUserPoolClient } from "@cdktf/provider-aws/lib/cognito-user-pool-client";
import { type TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { terraformName } from "../config/keys";
import type { Client } from "../config/schema";
import type { BrandingModel } from "../model/branding";
import { currentGeneration, type Generation, generationKey, generationsOf } from "../model/generations";
import type { ClientModel, DeliveryModel } from "../model/model";
import { keyInPool } from "../model/placed";
import type { Text } from "../model/value";
import { ImportBlock, MovedBlock } from "../terraform/blocks";
import { textValue } from "../terraform/template";
import { appClientArguments } from "./app-client-arguments";
import { addBranding } from "./branding";
import { modelOfClient } from "./models";
import { publishValues } from "./published-values";
import { addThreatProtection } from "./threat-protection";
import { addUiCustomization, type UiCustomizationTarget } from "./ui-customization";
import type { UserPool } from "./user-pool";

/** A client as the config file describes it, or one that is resolved already. */
export type AppClientProps = { readonly userPool: UserPool } & (AppClientOptions | { readonly model: ClientModel });

/** The keys of a client in the config file, but those that only mean something between files and environments. */
export type AppClientOptions = Client & {
  readonly only?: never;
  readonly except?: never;
  /** Of a stack of this project alone, which has the proxy. */
  readonly secretHashProxy?: never;
};

/** What a client can have in place of its pool's settings: the scope in which it is, and what parts the ids it is imported by. */
const OWN = {
  threatProtection: { id: "threat-protection", separator: ":" },
  uiCustomization: { id: "ui-customization", separator: "," },
} as const;

/** A generation of an app client, with its resource. */
export interface AppClientGeneration extends Generation {
  readonly resource: CognitoUserPoolClient;
}

/**
 * An app client, which the rule set of its pool judges at plan: one resource for each of its generations.
 *
 * @throws Error when the properties break the grammar of the config file; violations of rules fail the synth
 */
export class AppClient extends Construct {
  readonly model: ClientModel;
  /** The app client of the current generation. */
  readonly resource: CognitoUserPoolClient;
  /** The client id that apps are built with: that of the current generation. */
  readonly clientId: string;
  /** Every generation that exists, the oldest first: one, or two during a rotation. */
  readonly generations: readonly AppClientGeneration[];

  constructor(scope: Construct, id: string, props: AppClientProps) {
    super(scope, id);
    const { userPool, ...options } = props ?? {};
    if (userPool?.ruleSet === undefined)
      throw new Error(
        `${this.node.path}: userPool must be a UserPool of cdktf-cognito; of a pool that exists, one with existing`,
      );
    const [own, other] = [TerraformStack.of(this), TerraformStack.of(userPool)];
    if (own !== other)
      throw new Error(
        `${this.node.path}: userPool is of stack ${other.node.id}, whose rules cannot refer to a client of stack ${own.node.id}; use a UserPool of ${own.node.id} with existing: { userPoolId }`,
      );
    const model = "model" in options ? options.model : modelOfClient(this, id, options, userPool.model);
    this.model = model;
    this.generations = generationsOf(model).map((generation) => ({
      ...generation,
      resource: new CognitoUserPoolClient(
        this,
        generation.number === 1 ? "Default" : generation.key,
        appClientArguments(model, generation, {
          userPoolId: userPool.userPoolId,
          resourceServers: userPool.resourceServers,
          identityProviders: userPool.identityProviders,
          identifierOf: (server) => userPool.identifierOf(server),
          providerNameOf: (provider) => userPool.providerNameOf(provider),
        }),
      ),
    }));
    const { number } = currentGeneration(model);
    this.resource = (this.generations.find((each) => each.number === number) as AppClientGeneration).resource;
    this.clientId = this.resource.id;
    userPool.ruleSet.addClient(model, this.generations);
    const { threatProtection, uiCustomization } = model;
    if (threatProtection)
      this.#addOwn("threatProtection", userPool, (own, key, { userPoolId, clientId }) =>
        addThreatProtection(own, key, threatProtection, { userPoolId, clientId }),
      );
    if (uiCustomization)
      this.#addOwn("uiCustomization", userPool, (own, key, target) =>
        addUiCustomization(own, key, uiCustomization, target),
      );
    if (model.branding) this.#addStyles(model.branding, userPool);
    if (model.deliver) this.#deliver(model.deliver, userPool);
    publishValues(this, model, this.clientId, userPool);
    if (model.adopted !== undefined) this.#import(userPool, model.adopted.clientId);
    if (model.renamedFrom !== undefined) this.#move(model.renamedFrom);
  }

  /** The client that exists is generation 1; Terraform creates all later ones. */
  #import(userPool: UserPool, clientId: Text): void {
    const first = this.generations.find(({ number }) => number === 1)?.resource;
    if (first) new ImportBlock(first, "import", { to: first, id: `${userPool.importId}/${textValue(clientId)}` });
  }

  #deliver(delivery: DeliveryModel, userPool: UserPool): void {
    // Loaded where it is needed: it has three more kinds of resources.
    const { addDelivery } = require("./delivery") as typeof import("./delivery");
    addDelivery(new Construct(this, "delivery"), { model: this.model, resource: this.resource }, delivery, userPool);
  }

  /** In place of the pool's settings: once for each generation, which has a client id of its own. */
  #addOwn(
    kind: keyof typeof OWN,
    { ruleSet, userPoolId, importId, domains, model }: UserPool,
    add: (scope: Construct, id: string, target: UiCustomizationTarget) => TerraformResource,
  ): void {
    const scope = new Construct(this, OWN[kind].id);
    const { renamedFrom, adopted } = this.model;
    for (const { key, number, resource } of this.generations) {
      const id = keyInPool(model.key, key);
      const own = add(scope, id, { userPoolId, clientId: resource.id, domains });
      ruleSet.add(kind, id, own);
      if (number === 1 && adopted && !adopted.creates.includes(kind)) {
        const parts = [importId, textValue(adopted.clientId)];
        new ImportBlock(own, "import", { to: own, id: parts.join(OWN[kind].separator) });
      }
      const type = own.terraformResourceType;
      if (renamedFrom !== undefined)
        new MovedBlock(own, "moved", {
          from: `${type}.${terraformName(keyInPool(model.key, generationKey(renamedFrom, number)))}`,
          to: `${type}.${own.friendlyUniqueId}`,
        });
    }
  }

  /** One for each generation: a style belongs to one client id. */
  #addStyles(style: BrandingModel, userPool: UserPool): void {
    const scope = new Construct(this, "branding");
    const { renamedFrom, adopted } = this.model;
    for (const { key, number, resource } of this.generations) {
      const own = addBranding(scope, key, style, { userPoolId: userPool.userPoolId, clientId: resource.id });
      userPool.ruleSet.add("branding", key, own);
      userPool.requireStyle(own);
      if (number === 1 && adopted?.styleId !== undefined)
        new ImportBlock(own, "import", { to: own, id: `${userPool.importId},${textValue(adopted.styleId)}` });
      if (renamedFrom !== undefined)
        new MovedBlock(own, "moved", {
          from: `${own.terraformResourceType}.${terraformName(generationKey(renamedFrom, number))}`,
          to: `${own.terraformResourceType}.${own.friendlyUniqueId}`,
        });
    }
  }

  /** Every generation has its address from the key, so all of them move with it. */
  #move(renamedFrom: string): void {
    for (const { number, suffix, resource } of this.generations)
      new MovedBlock(this, `moved${suffix}`, {
        from: `aws_cognito_user_pool_client.${terraformName(generationKey(renamedFrom, number))}`,
        to: `aws_cognito_user_pool_client.${resource.friendlyUniqueId}`,
      });
  }
}
