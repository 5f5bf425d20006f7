import { CognitoUserPoolUiCustomization } from "@cdktf/provider-aws/lib/cognito-user-pool-ui-customization";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { WrittenArguments } from "../cognito/argument";
import { ALL_CLIENTS, type UI_CUSTOMIZATION_ARGUMENTS } from "../cognito/ui-customization";
import type { UiCustomizationModel } from "../model/ui-customization";
import { optional, textValue } from "../terraform/template";

/** What a customization is about: every client of a pool without one of its own, or one client. */
export interface UiCustomizationTarget {
  readonly userPoolId: string;
  /** Default every client. */
  readonly clientId?: string;
  /** The pool's domains: AWS refuses a customization before there is one. */
  readonly domains: readonly ITerraformDependable[];
}

/** How the classic sign-in pages of a pool or of a client look. */
export function addUiCustomization(
  scope: Construct,
  id: string,
  settings: UiCustomizationModel,
  { userPoolId, clientId = ALL_CLIENTS, domains }: UiCustomizationTarget,
): CognitoUserPoolUiCustomization {
  return new CognitoUserPoolUiCustomization(scope, id, {
    userPoolId,
    clientId,
    ...uiCustomizationArguments(settings),
    dependsOn: domains.length > 0 ? [...domains] : undefined,
  });
}

/** The arguments of `aws_cognito_user_pool_ui_customization`; what is not given is not written. */
export function uiCustomizationArguments({ css, image }: UiCustomizationModel) {
  return {
    css: optional(css, textValue),
    imageFile: optional(image, textValue),
  } satisfies WrittenArguments<typeof UI_CUSTOMIZATION_ARGUMENTS>;
}
