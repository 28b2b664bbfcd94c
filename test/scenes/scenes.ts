import { claims } from "./claims.ts";
import { clocks } from "./clocks.ts";
import { complaintForm } from "./complaint-form.ts";
import { counted } from "./counted.ts";
import { keeping } from "./keeping.ts";
import { routing } from "./routing.ts";
import type { Kind, Scene, Scenes } from "./scene.ts";
import { signing } from "./signing.ts";
import { supervision } from "./supervision.ts";

/** A scene for every command there is; a command without one does not compile. */
const commands: Scenes<Kind> = {
  ...clocks,
  ...routing,
  ...complaintForm,
  ...claims,
  ...supervision,
  ...signing,
  ...keeping,
};

/** Every scene by its name, the commands first. */
export const scenes: readonly (readonly [name: string, scene: Scene])[] = Object.entries<Scene>({
  ...commands,
  ...counted,
});
