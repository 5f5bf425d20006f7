import { wafAddress } from "../../lib/adopt/live-web-acl";
import { signedHeaders } from "../../lib/adopt/signed-headers";

const WAF = "https://wafv2.eu-west-1.amazonaws.com/";

/** The signatures are those of the signer in AWS's SDK, `@smithy/signature-v4`, of the same requests. */
test.each([
  ["credentials for good", {}, WAF, "5d059c67aa4d4b8ef740712ede40fbcfbfa3d80361304ec3d1cbe84d1930369d"],
  [
    "those of a session",
    { sessionToken: "token/+==" },
    WAF,
    "f7b1ed94d46a00a8b264388187b061d6afb0b005a089ac4ebe290109f4aee667",
  ],
  [
    "an address with a port",
    {},
    "http://127.0.0.1:4566/",
    "e6d0e2ab7c229d99cdd817dcb81f4d320f28396f8d708c51f34df9d5531f1602",
  ],
])("a request is signed as AWS's SDK signs it, with %s", (_, session, url, signature) => {
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
  const call = {
    address: new URL(url),
    region: "eu-west-1",
    service: "wafv2",
    target: "AWSWAF_20190729.GetWebACLForResource",
    body: '{"ResourceArn":"é"}',
  };
  const { sessionToken }: { readonly sessionToken?: string } = session;
  const token = sessionToken === undefined ? {} : { "x-amz-security-token": sessionToken };
  const names = ["content-type", "host", "x-amz-date", ...Object.keys(token), "x-amz-target"].join(";");
  expect(signedHeaders(call, { ...credentials, ...session }, new Date("2026-08-30T12:36:00.123Z"))).toEqual({
    "content-type": "application/x-amz-json-1.1",
    "x-amz-date": "20260830T123600Z",
    "x-amz-target": call.target,
    ...token,
    authorization: `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260830/eu-west-1/wafv2/aws4_request, SignedHeaders=${names}, Signature=${signature}`,
  });
});

test.each([
  ["https://cognito-idp.eu-west-1.amazonaws.com", WAF],
  ["https://cognito-idp-fips.us-east-1.amazonaws.com", "https://wafv2-fips.us-east-1.amazonaws.com/"],
  ["https://cognito-idp.us-iso-east-1.c2s.ic.gov", "https://wafv2.us-iso-east-1.c2s.ic.gov/"],
  ["http://localhost:4566/path", "http://localhost:4566/"],
])("AWS WAF is beside Cognito at %s", (cognito, waf) => {
  expect(wafAddress(new URL(cognito)).href).toBe(waf);
});
