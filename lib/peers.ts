import Module from "node:module";
import { dirname, join, sep } from "node:path";
import { UsageError } from "./usage-error";

/**
 * The libraries that write stacks, and what carries each of them on since HashiCorp archived it. A project installs one
 * of each pair, or none where no command writes stacks; see docs/decisions/cdk-terrain.md.
 */
const SUCCESSORS: Readonly<Record<string, string>> = { cdktf: "cdktn", "@cdktf/provider-aws": "@cdktn/provider-aws" };

const INSTALL =
  "npm install cdktn@0.24 @cdktn/provider-aws@25 constructs@~10.6 (or, where cdktf is used: cdktf@0.21 @cdktf/provider-aws@21 constructs@~10.6)";

type Resolve = (request: string, parent: NodeJS.Module | undefined, ...rest: unknown[]) => string;

const loader = Module as unknown as { _resolveFilename: Resolve };
const resolveFilename = loader._resolveFilename;
const OWN = join(dirname(__dirname), sep);

/** Where this package asks for a library that the project does not have, its successor is loaded. @throws UsageError */
loader._resolveFilename = function resolve(this: unknown, request, parent, ...rest) {
  const name = Object.keys(SUCCESSORS).find((each) => request === each || request.startsWith(`${each}/`));
  if (name === undefined || !parent?.filename?.startsWith(OWN))
    return resolveFilename.call(this, request, parent, ...rest);
  try {
    return resolveFilename.call(this, request, parent, ...rest);
  } catch {
    try {
      return resolveFilename.call(this, `${SUCCESSORS[name]}${request.slice(name.length)}`, parent, ...rest);
    } catch {
      throw new UsageError(`writing stacks needs ${name}, which is not installed: ${INSTALL}`);
    }
  }
};
