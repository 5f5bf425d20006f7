/** A member that has its place in a config in common with another, whose limits it has. */
export const SAME_AS: readonly (readonly [RegExp, string])[] = [
  [/^Update(UserPool|UserPoolClient|UserPoolDomain|IdentityProvider) /, "Create$1 "],
  [/^SetUserPoolMfaConfig SmsMfaConfiguration\./, "CreateUserPool "],
  [/^SetUserPoolMfaConfig MfaConfiguration$/, "CreateUserPool MfaConfiguration"],
  [/^CreateUserPoolClient WriteAttributes/, "CreateUserPoolClient ReadAttributes"],
  [/^AddCustomAttributes CustomAttributes\.\[\]\.(Name|AttributeDataType)$/, "CreateUserPool Schema.[].$1"],
  [/^TagResource Tags\./, "CreateUserPool UserPoolTags."],
];

/** Members that are not written as they are in any config, each with the reason. */
export const NOT_PROBED: readonly (readonly [members: RegExp, because: string])[] = [
  [
    / (UserPoolId|ClientId|ResourceArn)$/,
    "Terraform has it from the resource; an id that is given is ADO-02 and POOL-12",
  ],
  [/^UpdateIdentityProvider ProviderName$/, "a name is that of the creation, whose pattern is narrower"],
  [
    /LambdaConfig\.InboundFederation\.|KeyConfiguration\.|IssuerConfiguration\.|EumsSms\.|FactorConfiguration$|UnusedAccountValidityDays$/,
    "no argument of AWS provider 5.100.0, or one that AWS has replaced",
  ],
  [/Domain (CustomDomainConfig\.SecurityPolicy|Routing\..*)$/, "no argument of AWS provider 5.100.0"],
  [/ (SmsVerificationMessage|EmailVerificationMessage|EmailVerificationSubject)$/, "written as verificationMessage"],
  [/SmsConfiguration\.SnsRegion$/, "one of the Regions that AWS lists for the pool's: MFA-10"],
  [/Schema\.\[\]\..*Constraints\.|CustomAttributes\.\[\]\..*Constraints\./, "numbers in a config, texts in the API"],
  [/^AddCustomAttributes CustomAttributes\[\]$/, "of a pool that exists: review says when more are added at once"],
  [/RecoveryMechanisms\.\[\]\.Priority$/, "the place in accountRecovery"],
  [/AllowedFirstAuthFactors\[\]$/, "a set in Terraform: each factor once"],
  [/ AllowedOAuthFlows\[\]$/, "a set in Terraform: each flow once"],
  [/ ClientSecret$/, "AWS makes the secret"],
  [/ RefreshTokenRotation\.Feature$/, "follows from refreshTokenRotation: false, or its settings"],
  [/ ProviderDetails\.\{key\}$/, "a closed set for each type of provider: IDP-10"],
  [/IPRangeList\.\[\]$/, "an IP address range, which is shorter than any limit: RISK-01"],
  [/ Assets\.\[\]\.ResourceId$/, "AWS names an image"],
  [
    / LogConfigurations(\[\]|\.\[\]\.(LogLevel|EventSource))$/,
    "a key of logDelivery decides source and level, so that there are two at most",
  ],
];
