import { isConfidential as confidential, isProxied as proxied } from "../../model/trust";
import { all, type ClientStatement, isOn, not } from "./statements";

/** The client is behind the SECRET_HASH proxy: the rule set adds this to the objects that Terraform judges. */
export const isProxied: ClientStatement = {
  holds: proxied,
  over: (self) => `try(${self}.proxied, false)`,
};

/** The client has a secret in Cognito, whoever knows it. */
export const hasSecret = isOn("generateSecret");

/** The client keeps its secret to itself: what a rule asks that gives trust. */
export const isConfidential: ClientStatement = {
  ...all(hasSecret, not(isProxied)),
  holds: confidential,
};
