import { isConfidential as confidential, isProxied as proxied } from "../../model/trust";
import { all, type ClientStatement, not } from "./statements";

/** The client is behind the SECRET_HASH proxy: the rule set adds this to the objects that Terraform judges. */
export const isProxied: ClientStatement = {
  holds: proxied,
  over: (self) => `try(${self}.proxied, false)`,
};

/**
 * The client has a secret in Cognito, whoever knows it. An import leaves `generate_secret` null, so of an adopted client
 * the secret itself is asked: that it is there reveals nothing of it.
 */
export const hasSecret: ClientStatement = {
  holds: (client) => client.generateSecret,
  over: (self) =>
    `(${self}.generate_secret == null ? nonsensitive(${self}.client_secret != "") : ${self}.generate_secret)`,
};

/** The client keeps its secret to itself: what a rule asks that gives trust. */
export const isConfidential: ClientStatement = {
  ...all(hasSecret, not(isProxied)),
  holds: confidential,
};
