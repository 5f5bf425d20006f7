import { generationsOf } from "./generations";
import type { PoolModel } from "./model";
import type { Path } from "./source";
import type { List, Text } from "./value";

/** Arguments of `aws_cognito_risk_configuration`: how threat protection responds, in a pool or in one client. */
export interface ThreatProtectionModel {
  readonly compromisedCredentials?: { readonly action: Text; readonly events: List };
  readonly accountTakeover?: AccountTakeoverModel;
  readonly exceptions?: { readonly blocked: List; readonly skipped: List };
}

/** What happens to sign-ins that look like an account takeover, by the level of risk. */
export interface AccountTakeoverModel {
  readonly low?: RiskResponseModel;
  readonly medium?: RiskResponseModel;
  readonly high?: RiskResponseModel;
  readonly notify?: RiskNotificationModel;
}

export interface RiskResponseModel {
  readonly action: Text;
  readonly notify: boolean;
}

/** The e-mails about risky sign-ins, and their sender. */
export interface RiskNotificationModel {
  readonly sourceArn: Text;
  readonly from?: Text;
  readonly replyTo?: Text;
  readonly blockEmail?: RiskMailModel;
  readonly mfaEmail?: RiskMailModel;
  readonly noActionEmail?: RiskMailModel;
}

export interface RiskMailModel {
  readonly subject: Text;
  readonly htmlBody: Text;
  readonly textBody: Text;
}

/** The settings of a pool or of a client, and where the config has them. */
export interface PlacedThreatProtection {
  readonly settings: ThreatProtectionModel;
  readonly place: Path;
  /** What the addresses are made of: the pool's key, with that of the client; one for each generation of a client. */
  readonly keys: readonly string[];
}

/** The settings of a pool and of those of its clients that have their own. */
export function threatProtectionsOf({ key, threatProtection, clients }: PoolModel): readonly PlacedThreatProtection[] {
  return [
    ...(threatProtection ? [{ settings: threatProtection, place: ["threatProtection"], keys: [key] }] : []),
    ...clients.flatMap((client) =>
      client.threatProtection
        ? [
            {
              settings: client.threatProtection,
              place: ["clients", client.key, "threatProtection"],
              keys: generationsOf(client).map((generation) => threatProtectionKey(key, generation.key)),
            },
          ]
        : [],
    ),
  ];
}

/** What the address of a client's own settings is made of. */
export function threatProtectionKey(pool: string, generation: string): string {
  return `${pool}-${generation}`;
}
