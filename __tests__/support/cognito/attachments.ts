import { refuseTier } from "./pool-refusals";
import { type Operation, type Pools, unused } from "./pools";
import { type Fields, found, invalid } from "./refusal";

/** The operations of a kind of thing that is attached to a pool and is made, read, changed and removed as it is written. */
interface Kind {
  /** As the names of its operations end. */
  readonly name: string;
  /** Under which a pool has it. */
  readonly key: string;
  /** Field that names it. */
  readonly id: string;
  /** Field of an answer that has it. */
  readonly answer: string;
  readonly taken: string;
}

const KINDS: readonly Kind[] = [
  {
    name: "ResourceServer",
    key: "SERVER",
    id: "Identifier",
    answer: "ResourceServer",
    taken: "InvalidParameterException",
  },
  {
    name: "IdentityProvider",
    key: "PROVIDER",
    id: "ProviderName",
    answer: "IdentityProvider",
    taken: "DuplicateProviderException",
  },
  { name: "Group", key: "GROUP", id: "GroupName", answer: "Group", taken: "GroupExistsException" },
];

/** Resource servers, identity providers and groups. */
export function attachmentOperations(pools: Pools): Readonly<Record<string, Operation>> {
  return Object.assign({}, ...KINDS.map((kind) => operationsOf(kind, pools)));
}

function operationsOf({ name, key, id, answer, taken }: Kind, pools: Pools): Record<string, Operation> {
  const at = (request: Fields) => `${key} ${request[id]}`;
  const get: Operation = (request) => ({
    [answer]: found(pools.get(request).attached.get(at(request)), `${name} ${request[id]}`),
  });
  const set: Operation = (request) => {
    pools.get(request).attached.set(at(request), request);
    return { [answer]: request };
  };
  return {
    [`Create${name}`]: (request) => {
      unused(pools.get(request).attached.has(at(request)), taken, `${request[id]} already exists in the user pool.`);
      return set(request);
    },
    [`Describe${name}`]: get,
    [`Get${name}`]: get,
    [`Update${name}`]: (request) => set({ ...(get(request)[answer] as Fields), ...request }),
    [`Delete${name}`]: (request) => {
      get(request);
      pools.get(request).attached.delete(at(request));
      return {};
    },
  };
}

/** Domains, whose names all accounts of a Region share. */
export function domainOperations(pools: Pools): Readonly<Record<string, Operation>> {
  const domains = new Map<string, Fields>();
  const at = ({ Domain }: Fields) => `${pools.region} ${Domain}`;
  const check = (request: Fields) => {
    if (request.ManagedLoginVersion === 2 && pools.get(request).pool.UserPoolTier === "LITE")
      refuseTier("Managed Login Version 2");
  };
  return {
    CreateUserPoolDomain: (request) => {
      const Domain = String(request.Domain);
      unused(
        domains.has(at(request)),
        "InvalidParameterException",
        "Domain already associated with another user pool.",
      );
      check(request);
      const stored = { ManagedLoginVersion: 1, ...request, AWSAccountId: pools.account, Status: "ACTIVE" };
      domains.set(at(request), { ...stored, CloudFrontDistribution: "d111111abcdef8.cloudfront.net", Version: "1" });
      pools.get(request).domains.add(Domain);
      return { CloudFrontDomain: "d111111abcdef8.cloudfront.net" };
    },
    // AWS answers with an empty description where there is none.
    DescribeUserPoolDomain: (request) => ({ DomainDescription: domains.get(at(request)) ?? {} }),
    UpdateUserPoolDomain: (request) => {
      const before = found(domains.get(at(request)), `Domain ${request.Domain}`);
      if (before.CustomDomainConfig !== undefined && request.CustomDomainConfig === undefined)
        invalid("Cannot convert custom domain to prefix domain");
      check(request);
      domains.set(at(request), { ...before, ...request });
      return {};
    },
    DeleteUserPoolDomain: (request) => {
      found(domains.get(at(request)), `Domain ${request.Domain}`);
      domains.delete(at(request));
      pools.get(request).domains.delete(String(request.Domain));
      return {};
    },
  };
}
