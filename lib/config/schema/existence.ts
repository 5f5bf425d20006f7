import { isNew } from "./adopted";
import { allowDestroy } from "./allow-destroy";
import { keys } from "./common";

/** In which environments a part of a pool exists, and until when it may be destroyed. */
export const existence = {
  only: keys.optional().describe("Environments in which it exists; default all of the pool"),
  except: keys.optional().describe("Environments in which it does not exist; default none"),
  new: isNew,
  allowDestroy: allowDestroy.optional(),
};
