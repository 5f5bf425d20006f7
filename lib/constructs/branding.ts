import { CognitoManagedLoginBranding } from "@cdktf/provider-aws/lib/cognito-managed-login-branding";
import type { Construct } from "constructs";
import type { WrittenArguments } from "../cognito/argument";
import type { BRANDING_ARGUMENTS } from "../cognito/branding";
import type { BrandingModel } from "../model/branding";
import { literal, optional, textValue } from "../terraform/template";

/** The style of a client's managed login. */
export function addBranding(
  scope: Construct,
  id: string,
  style: BrandingModel,
  target: { readonly userPoolId: string; readonly clientId: string },
): CognitoManagedLoginBranding {
  return new CognitoManagedLoginBranding(scope, id, { ...target, ...brandingArguments(style) });
}

/** The arguments of `aws_cognito_managed_login_branding`: exactly one of settings and those that Cognito provides. */
export function brandingArguments({ settings, assets }: BrandingModel) {
  return {
    settings: optional(settings, textValue),
    useCognitoProvidedValues: settings === undefined ? true : undefined,
    asset:
      assets.length === 0
        ? undefined
        : assets.map(({ category, colorMode, extension, bytes }) => ({
            category,
            colorMode,
            extension,
            bytes: literal(bytes),
          })),
  } satisfies WrittenArguments<typeof BRANDING_ARGUMENTS> & { readonly useCognitoProvidedValues: unknown };
}
