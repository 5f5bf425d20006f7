import { SECONDS } from "../config/duration";
import type { ClientModel } from "../model/model";
import { isOpen, type Value } from "../model/value";
import { amount, type Facet, lifetime, toggle } from "./facet";
import { count } from "./wording";

type Token = keyof ClientModel["tokenValidityUnits"];

export const REFRESH = "ALLOW_REFRESH_TOKEN_AUTH";

/** How long things last, and how a refresh token is renewed and taken back. */
export const LIFETIMES: readonly Facet<ClientModel>[] = [
  lifetime(["accessTokenValidity"], "lifetime of an access token", seconds("accessToken"), {
    longer: (now, was) => ({
      risk: "opens",
      what: `a stolen access token works for ${now} instead of ${was}`,
      why: "nothing takes an access token back before it expires where APIs check it offline",
    }),
    shorter: (now, was) => ({
      risk: "changes",
      what: `an access token works for ${now} instead of ${was}`,
      why: "apps refresh more often; tokens issued before keep their lifetime",
    }),
  }),
  lifetime(["idTokenValidity"], "lifetime of an ID token", seconds("idToken"), {
    longer: (now, was) => ({
      risk: "opens",
      what: `a stolen ID token is believed for ${now} instead of ${was}`,
      why: "nothing takes an ID token back before it expires",
    }),
    shorter: (now, was) => ({
      risk: "changes",
      what: `an ID token is believed for ${now} instead of ${was}`,
      why: "apps refresh more often; tokens issued before keep their lifetime",
    }),
  }),
  lifetime(["refreshTokenValidity"], "lifetime of a refresh token", seconds("refreshToken"), {
    longer: (now, was) => ({
      risk: "opens",
      what: `a stolen refresh token gives new tokens for ${now} instead of ${was}`,
      why: "whoever holds it stays signed in until it expires or is revoked",
    }),
    shorter: (now, was) => ({
      risk: "changes",
      what: `users sign in again after ${now} instead of ${was}`,
      why: "sessions end sooner; refresh tokens issued before keep their lifetime",
    }),
  }),
  lifetime(
    ["authSessionValidity"],
    "time for a sign-in",
    ({ authSessionValidity: minutes }) => (isOpen(minutes) ? { ...minutes, unit: "minutes" } : minutes * 60),
    {
      longer: (now, was) => ({
        risk: "opens",
        what: `a sign-in in progress may take ${now} instead of ${was}`,
        why: "a code or a session that is intercepted stays usable longer",
      }),
      shorter: (now, was) => ({
        risk: "changes",
        what: `a sign-in in progress may take ${now} instead of ${was}`,
        why: "slow users begin again",
      }),
    },
  ),
  {
    ...toggle<ClientModel>(["refreshTokenRotation"], "refresh token rotation", rotates, {
      on: {
        risk: "breaks",
        what: "refresh tokens rotate: each refresh gives a new one and ends the old one",
        why: "installed apps that refresh with REFRESH_TOKEN_AUTH are refused; they need GetTokensFromRefreshToken or the token endpoint",
      },
      off: {
        risk: "opens",
        what: "refresh tokens no longer rotate",
        why: "a stolen refresh token works unnoticed until it expires",
      },
    }),
    when: (before, after) => refreshes(before) && refreshes(after),
  },
  {
    ...amount<ClientModel>(
      ["refreshTokenRotation", "retryGracePeriod"],
      "grace period of a rotated refresh token",
      ({ refreshTokenRotation: { retryGracePeriodSeconds: seconds } }) =>
        isOpen(seconds) ? { ...seconds, unit: "seconds" } : seconds,
      {
        more: (now, was) => ({
          risk: "opens",
          what: `a rotated refresh token still works for ${count(now, "second")} instead of ${count(was, "second")}`,
          why: "a stolen token can be used beside the new one for that long",
        }),
        less: (now, was) => ({
          risk: "changes",
          what: `a rotated refresh token still works for ${count(now, "second")} instead of ${count(was, "second")}`,
          why: "an app that loses the answer to a refresh has less time to try again",
        }),
      },
    ),
    when: (before, after) => rotates(before) && rotates(after),
  },
  toggle(["enableTokenRevocation"], "token revocation", (client) => client.enableTokenRevocation, {
    on: {
      risk: "changes",
      what: "refresh tokens can be revoked",
      why: "tokens get the claims origin_jti and jti",
    },
    off: {
      risk: "opens",
      what: "refresh tokens can no longer be revoked",
      why: "a sign-out elsewhere, or a stolen device, ends nothing before the token expires",
    },
  }),
];

function rotates(client: ClientModel): boolean {
  return client.refreshTokenRotation.feature === "ENABLED";
}

/** Whether apps may refresh at all: by the flow, or by rotation, which excludes it. A variable may let them. */
export function refreshes(client: ClientModel): boolean {
  return rotates(client) || isOpen(client.explicitAuthFlows) || client.explicitAuthFlows.includes(REFRESH);
}

/** The lifetime of a token in seconds; an open one with the unit of its variable. */
function seconds(token: Token): (client: ClientModel) => unknown {
  return (client) => {
    const value: Value<number> = client[`${token}Validity`];
    const unit = client.tokenValidityUnits[token];
    return isOpen(value) ? { ...value, unit } : value * SECONDS[unit];
  };
}
