import type { Source } from "./source";
import type { Text } from "./value";

/** Where a stack is deployed, resolved. */
export interface EnvironmentModel {
  readonly key: string;
  readonly region: Text;
  readonly accountId?: Text;
  readonly profile?: Text;
  readonly assumeRoleArn?: Text;
  readonly tags: Readonly<Record<string, Text>>;
  readonly backend: BackendModel;
  readonly source: Source;
}

/** Where its state is stored. */
export type BackendModel =
  | { readonly type: "local"; readonly path: string }
  | {
      readonly type: "s3";
      readonly bucket: string;
      readonly region: string;
      readonly key: string;
      readonly useLockfile: boolean;
      readonly encrypt: boolean;
      readonly kmsKeyId?: string;
    }
  | { readonly type: "cloud"; readonly organization: string; readonly workspace: string; readonly hostname?: string };
