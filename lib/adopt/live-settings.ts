import type { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { type Answer, hasSettings, withImage } from "./described";
import { objectAt } from "./terraform-values";

/** How AWS is asked for what it may refuse to show. */
export interface LiveCalls {
  readonly sdk: typeof import("@aws-sdk/client-cognito-identity-provider");
  readonly client: CognitoIdentityProviderClient;
  /** Calls, and notes a refusal once under the name of what it would have shown. */
  readonly optional: (kind: string, call: () => Promise<object | undefined>) => Promise<Answer[]>;
}

/** How long the address of a logo may take to answer, in milliseconds. */
const IMAGE_TIMEOUT = 10_000;

/**
 * What a pool and its clients have by resources of their own: the responses of threat protection, how the classic pages
 * look, and the styles of managed login. AWS is asked only where there can be any: of the first where the pool was ever given a mode of
 * threat protection, of the second where it has a domain.
 */
export class LiveSettings {
  readonly #risks = new Map<unknown, Answer>();
  readonly #looks = new Map<unknown, Answer>();
  /** Styles of managed login, of clients alone. */
  readonly styles: Answer[] = [];

  constructor(
    private readonly calls: LiveCalls,
    private readonly userPool: Answer,
  ) {}

  /** What AWS answers, of each object once: for a client without settings of its own it answers with those of the pool. */
  get riskConfigurations(): Answer[] {
    return [...this.#risks.values()];
  }

  get uiCustomizations(): Answer[] {
    return [...this.#looks.values()];
  }

  /** Reads the settings of a client. @param ClientId default of the pool */
  async read(ClientId?: string): Promise<void> {
    const { sdk, client, optional } = this.calls;
    const request = { UserPoolId: String(this.userPool.Id), ClientId };
    const isProtected = Object.keys(objectAt(this.userPool, "UserPoolAddOns")).length > 0;
    const [risks, looks, styles] = await Promise.all([
      isProtected
        ? optional("RiskConfiguration", async () => {
            return (await client.send(new sdk.DescribeRiskConfigurationCommand(request))).RiskConfiguration;
          })
        : [],
      this.userPool.Domain !== undefined || this.userPool.CustomDomain !== undefined
        ? optional("UICustomization", async () => {
            return (await client.send(new sdk.GetUICustomizationCommand(request))).UICustomization;
          })
        : [],
      ClientId === undefined ? [] : optional("ManagedLoginBranding", () => this.#style(ClientId)),
    ]);
    this.styles.push(...styles.map((style) => ({ ...style, ClientId })));
    for (const risk of risks.filter(hasSettings)) this.#risks.set(risk.ClientId, risk);
    for (const look of looks.filter(hasSettings)) {
      if (this.#looks.has(look.ClientId)) continue;
      this.#looks.set(look.ClientId, withImage(look, await imageAt(look.ImageUrl)));
    }
  }

  /** The style of a client; AWS refuses to show one where it has none. */
  async #style(ClientId: string): Promise<object | undefined> {
    const { sdk, client } = this.calls;
    const request = { UserPoolId: String(this.userPool.Id), ClientId };
    try {
      return (await client.send(new sdk.DescribeManagedLoginBrandingByClientCommand(request))).ManagedLoginBranding;
    } catch (error) {
      if ((error as Error).name === "ResourceNotFoundException") return undefined;
      throw error;
    }
  }
}

/** The bytes of an image; `undefined` where its address does not answer with any. */
async function imageAt(address: unknown): Promise<Buffer | undefined> {
  if (typeof address !== "string") return undefined;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(IMAGE_TIMEOUT) });
    return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}
