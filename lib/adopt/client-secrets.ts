import { RESOURCES } from "../cognito/resources";
import { terraformName } from "../config/keys";
import type { PoolModel } from "../model/model";
import { known } from "../model/value";
import { quoted } from "../text/quoted";
import { type DescribedPool, hasSecret } from "./described";
import type { Difference } from "./differences";

/**
 * Adopted clients that have a secret in AWS and none in the config, or the reverse. No plan changes it, since
 * `generate_secret` is never written of them.
 */
export function otherSecrets({ clients }: PoolModel, described: DescribedPool): Difference[] {
  return clients.flatMap(({ key, adopted, generateSecret, platform }): Difference[] => {
    const answer = described.clients.find(({ ClientId }) => ClientId === known(adopted?.clientId));
    if (answer === undefined || hasSecret(answer) === generateSecret) return [];
    return [
      {
        address: `${RESOURCES.client.type}.${terraformName(key)}`,
        what: `${RESOURCES.client.noun} ${quoted(key)}: secret`,
        why: generateSecret
          ? `AWS has none, and the config has platform ${platform}, with a secret`
          : `AWS has one, and the config has platform ${platform}, without`,
        fix: "write a platform with a secret, or one without, as the client is in AWS",
      },
    ];
  });
}
