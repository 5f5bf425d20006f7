import { TerraformBackend, TerraformElement, type TerraformResource } from "cdktf";
import type { Construct } from "constructs";

/** A `moved` block: the object at one address is now at another. cdktf's own runs `terraform version` at synth. */
export class MovedBlock extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly move: { readonly from: string; readonly to: string },
  ) {
    super(scope, id);
  }

  override toTerraform(): object {
    return { moved: [{ ...this.move }] };
  }
}

/** An `import` block: Terraform takes an object that exists into its state. It has no effect on one that is there already. */
export class ImportBlock extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly object: { readonly to: TerraformResource; readonly id: string },
  ) {
    super(scope, id);
  }

  override toTerraform(): object {
    const { to, id } = this.object;
    return { import: [{ to: `${to.terraformResourceType}.${to.friendlyUniqueId}`, id }] };
  }
}

/** A `cloud` block, in place of a backend. cdktf's own runs `terraform version` at synth. */
export class CloudBlock extends TerraformBackend {
  constructor(
    scope: Construct,
    private readonly cloud: {
      readonly organization: string;
      readonly hostname?: string | undefined;
      readonly workspace: string;
    },
  ) {
    super(scope, "backend", "cloud");
  }

  override toTerraform(): object {
    const { organization, hostname, workspace } = this.cloud;
    return { terraform: { cloud: { organization, hostname, workspaces: { name: workspace } } } };
  }

  /** As cdktf names the host: HCP Terraform, or Terraform Enterprise. */
  override toMetadata(): object {
    const { hostname = "app.terraform.io" } = this.cloud;
    return { ...super.toMetadata(), cloud: hostname.startsWith("app.terraform.io") ? "tfc" : "tfe" };
  }

  /** Needed by references between stacks, of which there are none. */
  override getRemoteStateDataSource(): never {
    throw new Error("a stack does not read the state of another");
  }
}
