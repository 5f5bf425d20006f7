module "tenant" {
  source   = "./tenant"
  for_each = { north = "OPTIONAL", south = "ON" }
  tenant   = each.key
  factor   = each.value
}

resource "aws_cognito_user_group" "operators" {
  for_each     = module.tenant
  name         = "operators"
  user_pool_id = each.value.pool
}
