import { z } from "zod";

/** Where the public values of a client are published. */
export const publish = z
  .strictObject({
    ssm: z
      .string()
      .regex(
        /^(?!\/(?:[aA][wW][sS]|[sS][sS][mM]))(?:\/[A-Za-z0-9_.-]+){1,14}$/,
        "a prefix of parameters is / and letters, digits, _, . and - in 1 to 14 levels, and does not begin with /aws or /ssm",
      )
      .max(900)
      .describe(
        "Prefix of the names of two parameters of Systems Manager: PREFIX/outputs.json and PREFIX/amplify_outputs.json",
      ),
  })
  .meta({ id: "Publish" });
